"""The whole tree: units, and around them preamble, table of contents, tables, notes, closing and attachments."""

from __future__ import annotations

from typing import Final

from policydoc.model.draft import Node
from policydoc.structure.headings import Unit
from policydoc.structure.lines import Line
from policydoc.structure.nesting import Builder

_CLOSING: Final = ("words", "signature")


def build(text: str, lines: list[Line], signed: bool) -> tuple[list[Node], list[list[Unit]]]:
    """The roots of the tree over all lines but the front matter, and the rows of units of one kind in it."""
    builder = Builder(text, lines, signed)
    done = 0
    for i, line in enumerate(lines):
        if i < done:
            continue
        role = line.role
        if role == "text" or role == "plain":
            if line.marker is not None:
                builder.open(i)
            else:
                done = _plain(lines, i)
                builder.paragraphs(i, done)
        elif role in ("attachment", "headline"):
            done = _attachment(builder, i)
        elif role in _CLOSING:
            done = _closing(builder, i)
        elif role == "toc":
            done = _toc(builder, i)
        elif role == "note":
            builder.enter(None)
            builder.below().append(Node("note", line.start, line.end))
        elif role == "table":
            builder.below().append(Node("table", line.start, line.end))
    roots, rows = builder.finish()
    return _framed(roots), rows


def _plain(lines: list[Line], i: int) -> int:
    """The index after the plain lines from `i` on."""
    for end in range(i + 1, len(lines)):
        line = lines[end]
        if line.marker is not None or (line.role != "text" and line.role != "plain"):
            return end
    return len(lines)


def _attachment(builder: Builder, i: int) -> int:
    """附件: what follows its headline stands below it, numbered on its own."""
    builder.enter(Node("attachment", builder.lines[i].start, builder.lines[i].end))
    first = i
    while i == first or (i < len(builder.lines) and builder.lines[i].role == "headline"):
        line = builder.lines[i]
        if builder.signed:
            builder.below().append(Node("title", line.start, line.end))
        else:
            line.document = True
            title = builder.text[line.start:line.end]
            builder.put(Node("heading", line.start, line.end, heading=title.strip("。：: ")), line, "heading", "alone")
        i += 1
    return i


def _closing(builder: Builder, i: int) -> int:
    """落款: last words and signature as one unit of the document."""
    first = i
    while i < len(builder.lines) and builder.lines[i].role in _CLOSING:
        i += 1
    row = [Node("paragraph", line.start, line.end) for line in builder.lines[first:i]]
    builder.stack.clear()
    builder.below().append(Node("closing", row[0].start, row[-1].end, children=row))
    return i


def _toc(builder: Builder, i: int) -> int:
    node = Node("toc", builder.lines[i].start, builder.lines[i].end)
    while i < len(builder.lines) and builder.lines[i].role == "toc":
        node.end = builder.lines[i].end
        i += 1
    builder.stack.clear()
    builder.below().append(node)
    return i


def _framed(roots: list[Node]) -> list[Node]:
    """Paragraphs before the first unit gathered in a `preamble`."""
    first = 0
    while first < len(roots) and roots[first].kind in ("toc", "note"):
        first += 1
    end = first
    while end < len(roots) and roots[end].kind in ("paragraph", "table"):
        end += 1
    if end == first or end == len(roots):
        return roots
    group = roots[first:end]
    preamble = Node("preamble", group[0].start, group[-1].end, children=group if len(group) > 1 else ())
    return [*roots[:first], preamble, *roots[end:]]
