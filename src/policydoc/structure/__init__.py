"""Lines to tree: markers, front matter, nesting, closing and attachments, numbering diagnostics."""

from __future__ import annotations

from policydoc.model.draft import Draft, Node, Record
from policydoc.structure import assembly, closing, fields, front, headings, ids, levels, lines, numbering, toc


def build(draft: Draft) -> None:
    """Fill `draft.roots`, `draft.front`, `draft.fields` and the numbering diagnostics."""
    text = draft.text
    paragraphs = lines.split(draft.source)
    draft.front = front.mark(text, paragraphs)
    first = len(draft.front)
    toc.mark(text, paragraphs)
    signed = closing.mark(text, paragraphs, first)
    headings.mark(text, paragraphs, first, signed)
    closing.mark_words(text, paragraphs, first)
    signature = [text[line.start:line.end] for line in paragraphs if line.role == "signature"]
    opening = text[paragraphs[first].start:paragraphs[first].start + 200] if first < len(paragraphs) else ""
    draft.fields = fields.read(draft.front, signature, opening)
    first -= front.give_back(draft.front, paragraphs)
    draft.roots = assembly.build(text, paragraphs, first, signed)
    ids.name(draft.roots)
    numbering.check(draft)
    levels.check(draft)


def records(draft: Draft) -> list[Record]:
    """The tree as plain records."""
    return [_record(node) for node in draft.roots]


def _record(node: Node) -> Record:
    return {"id": node.id, "kind": node.kind, "depth": node.depth, "label": node.label, "number": node.number,
            "sub_number": node.sub_number, "heading": node.heading, "start": node.start, "end": node.end,
            "children": [_record(child) for child in node.children]}
