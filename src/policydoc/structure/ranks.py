"""How deep each family of labels stands in this document: the usual order, unless it shows another one."""

from __future__ import annotations

from policydoc.structure.lines import Line
from policydoc.structure.markers import RANK, Family


def decide(lines: list[Line]) -> dict[Family, int]:
    """The usual ranks, two neighbours exchanged where this document clearly nests them the other way round."""
    nested: dict[tuple[Family, Family], int] = {}
    last: dict[Family, int | None] = {}
    inside: dict[Family, set[Family]] = {}
    for line in lines:
        marker = line.marker
        if marker is None or marker.number is None:
            continue
        family, number = marker.family, marker.number
        if last.get(family) is not None and number == (last[family] or 0) + 1:
            for other in inside.get(family, ()):
                nested[family, other] = nested.get((family, other), 0) + 1
        last[family] = number
        inside[family] = set()
        if number == 1:
            for group in inside.values():
                group.add(family)
            inside[family].discard(family)
    rank = dict(RANK)
    for (outer, inner), count in nested.items():
        usual = nested.get((inner, outer), 0)
        if RANK[outer] > RANK[inner] >= RANK["comma"] and count >= 2 and count > 3 * usual:
            rank[outer], rank[inner] = min(rank[outer], rank[inner]), max(rank[outer], rank[inner])
    return rank
