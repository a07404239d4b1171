"""The shortest way from one concept to another, over members and shared provisions."""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from typing import NamedTuple

from policydoc.model.knowledge import PathStep, Relation
from policydoc.store.cards import Concept
from policydoc.store.near import beside, kin, membership, provisions, together
from policydoc.store.places import Places

SHOWN = 3
"""Sentences along each step."""


class _Step(NamedTuple):
    there: int
    relation: Relation
    weight: int
    association: float | None


def path(db: sqlite3.Connection, places: Places, a: Concept, b: Concept) -> list[PathStep]:
    """Steps from `a` to `b`, the fewest there are. Empty where none leads.

    Concepts that stand together once are tied only where no other way leads, or one of twice the length.
    """
    strong = _path(db, places, a, b, 2)
    if 0 < len(strong) < 4:
        return strong
    weak = _path(db, places, a, b, 1)
    return weak if not strong or 2 * len(weak) <= len(strong) else strong


def _path(db: sqlite3.Connection, places: Places, a: Concept, b: Concept, least: int) -> list[PathStep]:
    """Breadth first from both ends, the smaller edge first; strong associations before weak ones."""
    total = provisions(db)
    known: dict[int, list[_Step]] = {}
    before: list[dict[int, int | None]] = [{a.id: None}, {b.id: None}]
    edges: list[list[int]] = [[a.id], [b.id]]
    meeting = a.id if a.id == b.id else None
    while meeting is None and edges[0] and edges[1]:
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        following: list[int] = []
        for here in edges[side]:
            if here not in known:
                known[here] = _steps(db, here, total, least)
            for step in known[here]:
                if step.there not in before[side]:
                    before[side][step.there] = here
                    following.append(step.there)
                    if step.there in before[1 - side]:
                        meeting = step.there
                        break
            if meeting is not None:
                break
        edges[side] = following
    if meeting is None:
        return []
    nodes = _back(before[0], meeting)[::-1] + _back(before[1], meeting)[1:]
    return [_path_step(db, places, known, x, y) for x, y in pairwise(nodes)]


def _back(before: dict[int, int | None], node: int) -> list[int]:
    out = [node]
    while (above := before[out[-1]]) is not None:
        out.append(above)
    return out


def _steps(db: sqlite3.Connection, here: int, total: int, least: int) -> list[_Step]:
    return [*(_Step(number, "member_of", 1, None) for number, *_ in kin(db, here)),
            *(_Step(o.id, "co_occurs", o.weight, o.association) for o in beside(db, here, total, least))]


def _path_step(db: sqlite3.Connection, places: Places, known: dict[int, list[_Step]], x: int, y: int) -> PathStep:
    forth = [step for step in known.get(x, []) if step.there == y]
    step = (forth or [step for step in known[y] if step.there == x])[0]
    names = dict(db.execute("SELECT id, label FROM concepts WHERE id IN (?, ?)", (x, y)))
    evidence = (membership if step.relation == "member_of" else together)(db, places, x, y, limit=SHOWN)
    association = None if step.association is None else round(step.association, 6)
    return PathStep(source=names[x], target=names[y], relation=step.relation, weight=step.weight,
                    association=association, evidence=evidence)
