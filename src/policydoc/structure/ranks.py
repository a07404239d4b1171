"""How deep each family of labels stands in this document: the usual order, unless it shows another one."""

from __future__ import annotations

from policydoc.structure.markers import RANK, Family, Marker


def decide(markers: list[Marker]) -> dict[Family, int]:
    """The usual ranks, two neighbours exchanged where this document clearly nests them the other way round."""
    nested: dict[tuple[Family, Family], int] = {}
    last: dict[Family, int] = {}
    inside: dict[Family, set[Family]] = {}
    for family, _, number, _, _ in markers:
        if number is None:
            continue
        group = inside.setdefault(family, set())
        if group:
            if last[family] == number - 1:
                for other in group:
                    nested[family, other] = nested.get((family, other), 0) + 1
            group.clear()
        last[family] = number
        if number == 1:
            for outer, begun in inside.items():
                if outer != family:
                    begun.add(family)
    rank = dict(RANK)
    for (outer, inner), count in nested.items():
        usual = nested.get((inner, outer), 0)
        if RANK[outer] > RANK[inner] >= RANK["comma"] and count >= 2 and count > 3 * usual:
            rank[outer], rank[inner] = min(rank[outer], rank[inner]), max(rank[outer], rank[inner])
    return rank
