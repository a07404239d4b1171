"""Lines to tree: markers, front matter, nesting, closing and attachments, numbering diagnostics."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.model.draft import Draft, Node, Record
from policydoc.structure import assembly, closing, fields, front, headings, ids, levels, lines, numbering, toc


def build(draft: Draft) -> None:
    """Fill `draft.roots`, `draft.front`, `draft.fields` and the numbering diagnostics."""
    text = draft.text
    paragraphs = lines.split(draft.source)
    short = lines.short(paragraphs)
    toc.mark(text, paragraphs, short)
    above = next((i for i, line in enumerate(paragraphs) if line.role != "toc"), 0)
    draft.front = front.mark(text, paragraphs[above:])
    first = above + len(draft.front)
    signed = closing.mark(text, paragraphs, short, first)
    headings.mark(text, paragraphs, short, first, signed)
    closing.mark_words(text, paragraphs, first)
    signature = [text[line.start:line.end] for line in paragraphs if line.role == "signature"]
    opening = text[paragraphs[first].start:paragraphs[first].start + 200] if first < len(paragraphs) else ""
    draft.fields = fields.filled(fields.read(draft.front, signature, opening), draft.source.hints)
    front.give_back(draft.front, paragraphs[above:])
    draft.roots, rows = assembly.build(text, paragraphs, signed)
    ids.name(draft.roots)
    numbering.check(draft, rows)
    levels.check(draft, rows)


def records(draft: Draft) -> list[Record]:
    """The tree as plain records."""
    return _records(draft.roots, 1)


def _records(row: Sequence[Node], depth: int) -> list[Record]:
    return [{"id": node.id, "kind": node.kind, "depth": depth, "label": node.label, "number": node.number,
             "sub_number": node.sub_number, "heading": node.heading, "start": node.start, "end": node.end,
             "children": _records(node.children, depth + 1) if node.children else []} for node in row]
