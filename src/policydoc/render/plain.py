"""A document as plain text, Markdown or an outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydoc.model.document import Document
    from policydoc.model.provision import Provision

_MARKDOWN_DEEPEST = 6


def as_text(document: Document) -> str:
    """The text written back from front matter and leaves: nothing is lost."""
    parts = [(m.start, m.end) for m in document.front_matter]
    parts += [(p.start, p.end) for p in document.walk() if not p.children]
    return "".join(f"{document.text[start:end]}\n" for start, end in parts)


def as_markdown(document: Document) -> str:
    """Titles as headings by their depth, everything else as paragraphs."""
    return "\n\n".join(_markdown(document)) + "\n"


def _markdown(document: Document) -> Iterator[str]:
    for line in document.front_matter:
        yield f"# {line.text}" if line.role == "title" else line.text
    for provision in document.provisions:
        yield from _provision_markdown(document, provision)


def _provision_markdown(document: Document, provision: Provision) -> Iterator[str]:
    """Kinds by themselves: a title line is a heading at the depth of the unit it opens."""
    for node in provision.walk():
        if node.children:
            continue
        text = _one_line(document.text[node.start:node.end])
        if node.kind in ("title", "heading"):
            yield "#" * min(node.depth, _MARKDOWN_DEEPEST) + " " + text
        elif node.kind == "table":
            yield _table(document.text[node.start:node.end])
        elif node.heading and node.kind != "paragraph":
            yield _bold_heading(document.text[node.start:node.end], node)
        else:
            yield text


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())


def _bold_heading(text: str, node: Provision) -> str:
    text, heading = _one_line(text), node.label + (node.heading or "")
    return f"**{heading}**{text[len(heading):]}" if text.startswith(heading) else text


def _table(text: str) -> str:
    rows = [line.split("\t") for line in text.splitlines()]
    width = max(map(len, rows))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def as_tree(document: Document) -> str:
    """The outline with ids: one unit a line, indented by its depth."""
    lines = [document.title or document.source.name]
    for node in document.walk():
        if node.kind not in ("title", "paragraph"):
            lines.append(f"{'  ' * node.depth}{caption(document, node)}  [{node.id}]")
    return "\n".join(lines) + "\n"


def caption(document: Document, node: Provision, width: int = 40) -> str:
    """Label and heading of a provision, or the beginning of its text."""
    if node.heading is not None:
        return f"{node.label}{node.heading}"
    text = _one_line(document.text[node.start:min(node.end, node.start + 2 * width)].split("\n\n")[0])
    return text if len(text) <= width and node.end - node.start <= 2 * width else text[:width] + "…"


FORMS: dict[str, Callable[[Document], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "tree": as_tree,
}
