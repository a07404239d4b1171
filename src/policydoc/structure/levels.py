"""A label that skips the level which this document keeps elsewhere: 一、 → 1. where it writes 一、 → （一） → 1."""

from __future__ import annotations

from collections import Counter
from typing import Final

from policydoc.model.draft import Draft, Node
from policydoc.structure.headings import Unit

_LISTS: Final = ("item", "subitem", "point")
_USUAL: Final = 3
"""So many units with the level in between make it the document's way."""


def check(draft: Draft, rows: list[list[Unit]]) -> None:
    """Add a diagnostic for every list that stands one level higher than its kind does in this document."""
    heads: list[tuple[Node, Node, Node | None]] = []
    for row in rows:
        node = row[0].above
        if node is not None and row[0].node.kind in _LISTS:
            first = next((unit.node for unit in row if unit.node.number), None)
            if first is not None:
                heads.append((first, node, row[0].parent.above if row[0].parent else None))
    heads.sort(key=lambda head: head[1].start)
    kinds: dict[str, Counter[str]] = {}
    for first, node, _ in heads:
        kinds.setdefault(first.kind, Counter())[node.kind] += 1
    usual = {kind: max(above, key=above.__getitem__) for kind, above in kinds.items()}
    over: dict[tuple[str, str], str] = {
        (first.kind, node.kind): grand.kind for first, node, grand in heads if grand is not None}
    for first, node, _ in heads:
        kind = usual[first.kind]
        if kind == node.kind or over.get((first.kind, kind)) != node.kind:
            continue
        times, of = kinds[first.kind][kind], kinds[first.kind].total()
        if node.label and times >= _USUAL and times >= 0.8 * of and all(child.kind != kind for child in node.children):
            draft.trouble("level-jump", "info", f"{first.label}直接列在{node.label}之下，而本文同类序号上面还有一级，"
                          "请核对是否缺少一级标题", first.start, first.start + max(1, len(first.label)))
