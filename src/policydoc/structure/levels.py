"""A label that skips the level which this document keeps elsewhere: 一、 → 1. where it writes 一、 → （一） → 1."""

from __future__ import annotations

from collections import Counter
from typing import Final

from policydoc.model.draft import Draft, Node

_LISTS: Final = ("item", "subitem", "point")
_USUAL: Final = 3
"""So many units with the level in between make it the document's way."""


def check(draft: Draft) -> None:
    """Add a diagnostic for every list that stands one level higher than its kind does in this document."""
    stack: list[tuple[Node, Node | None]] = [(root, None) for root in reversed(draft.roots) if root.children]
    heads: list[tuple[Node, Node, Node | None]] = []
    above: dict[str, Counter[str]] = {}
    while stack:
        node, grand = stack.pop()
        seen: set[str] = set()
        for child in node.children:
            kind = child.kind
            if child.number and kind not in seen and kind in _LISTS:
                seen.add(kind)
                heads.append((child, node, grand))
                above.setdefault(kind, Counter())[node.kind] += 1
        stack.extend([(child, node) for child in reversed(node.children) if child.children])
    over: dict[tuple[str, str], str] = {
        (first.kind, node.kind): grand.kind for first, node, grand in heads if grand is not None}
    for first, node, _ in heads:
        usual, times = above[first.kind].most_common(1)[0]
        skipped = usual != node.kind and over.get((first.kind, usual)) == node.kind
        if skipped and node.label and times >= _USUAL and times >= 0.8 * sum(above[first.kind].values()) \
                and all(child.kind != usual for child in node.children):
            draft.trouble("level-jump", "info", f"{first.label}直接列在{node.label}之下，而本文同类序号上面还有一级，"
                          "请核对是否缺少一级标题", first.start, first.start + max(1, len(first.label)))
