"""Names of units after Akoma Ntoso: `chp_2__item_5`, unique in the document, and the depth of each."""

from __future__ import annotations

from typing import Final

from policydoc.model.draft import Node
from policydoc.model.kinds import Kind

SHORT: Final[dict[Kind, str]] = {
    "part": "prt", "chapter": "chp", "section": "sec", "article": "art", "heading": "hdg", "paragraph": "para",
    "attachment": "att", "table": "tbl"}


def name(roots: list[Node]) -> None:
    """Set `id` and `depth` of every node."""
    taken: dict[str, int] = {}
    stack = [(root, "", 1) for root in reversed(roots)]
    counts: dict[str, int] = {}
    while stack:
        node, prefix, depth = stack.pop()
        stem = f"{prefix}{SHORT.get(node.kind, node.kind)}"
        if node.number is None:
            counts[stem] = counts.get(stem, 0) + 1
            own = f"{stem}_{counts[stem]}"
        else:
            own = f"{stem}_{node.number}" + (f"-{node.sub_number}" if node.sub_number else "")
        taken[own] = taken.get(own, 0) + 1
        node.id = own if taken[own] == 1 else f"{own}~{taken[own]}"
        node.depth = depth
        stack.extend((child, node.id + "__", depth + 1) for child in reversed(node.children))
