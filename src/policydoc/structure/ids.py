"""Names of units after Akoma Ntoso: `chp_2__item_5`, unique in the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from policydoc.model.draft import Node
from policydoc.model.kinds import Kind

SHORT: Final[dict[Kind, str]] = {
    "part": "prt", "chapter": "chp", "section": "sec", "article": "art", "heading": "hdg", "paragraph": "para",
    "attachment": "att", "table": "tbl"}


def name(roots: list[Node]) -> None:
    """Set `id` of every node; the id of a parent sets the names of its row apart from all others."""
    rows: list[tuple[Sequence[Node], str]] = [(roots, "")]
    while rows:
        row, prefix = rows.pop()
        counts: dict[str, int] = {}
        for node in row:
            own, number = SHORT.get(node.kind, node.kind), node.number
            if number is None:
                counts[own] = nth = counts.get(own, 0) + 1
                node.id = f"{prefix}{own}_{nth}"
            else:
                own = f"{own}_{number}-{node.sub_number}" if node.sub_number else f"{own}_{number}"
                counts[own] = nth = counts.get(own, 0) + 1
                node.id = f"{prefix}{own}~{nth}" if nth > 1 else prefix + own
            if node.children:
                rows.append((node.children, node.id + "__"))
