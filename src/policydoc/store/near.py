"""What stands beside a concept: concepts of the same provisions, members, and the sentences that show it.

Association is the normalised pointwise mutual information over leaf provisions (Bouma 2009): 0 by chance, 1 always
together. Concepts that are everywhere stand beside everything and get a low one.
"""

from __future__ import annotations

import math
import sqlite3
from typing import NamedTuple

from policydoc.model.knowledge import Evidence, Neighbour
from policydoc.store.places import Places

LEAST = 2
"""Provisions that two concepts must share: once is no association."""


class Beside(NamedTuple):
    """Another concept in `weight` of the same provisions."""

    id: int
    key: str
    label: str
    kind: str
    weight: int
    association: float


def npmi(both: int, a: int, b: int, total: int) -> float:
    """Normalised pointwise mutual information of two things that stand in a and b of `total` places."""
    if both >= total:
        return 1.0
    return math.log(both * total / (a * b)) / -math.log(both / total)


def leaves(db: sqlite3.Connection) -> int:
    """Provisions in which a concept could stand."""
    row = db.execute("SELECT value FROM state WHERE name = 'leaves'").fetchone()
    return int(row[0]) if row else 0


def beside(db: sqlite3.Connection, concept: int, total: int) -> list[Beside]:
    """Concepts of the same provisions with a positive association, the strongest first."""
    own, = db.execute("SELECT spread FROM concepts WHERE id = ?", (concept,)).fetchone()
    rows = db.execute(
        "SELECT c.id, c.key, c.label, c.kind, o.n, c.spread FROM ("
        "  SELECT o.concept, count(DISTINCT o.provision) AS n FROM"
        "  (SELECT DISTINCT provision FROM mentions WHERE concept = :c) here"
        "  JOIN mentions o ON o.provision = here.provision WHERE o.concept <> :c GROUP BY o.concept HAVING n >= :n"
        ") o JOIN concepts c ON c.id = o.concept", {"c": concept, "n": LEAST}).fetchall()
    found = [Beside(number, key, label, kind, both, npmi(both, own, spread, total))
             for number, key, label, kind, both, spread in rows]
    return sorted((b for b in found if b.association > 0), key=strength)


def strength(other: Beside) -> tuple[float, str]:
    """The order of neighbours: association, weighed by the number of provisions."""
    return -round(other.association * math.log1p(other.weight), 9), other.key


def neighbours(db: sqlite3.Connection, places: Places, concept: int, *, limit: int | None = None) -> list[Neighbour]:
    """Members and wholes, then what stands in the same provisions, the strongest first."""
    out = [Neighbour(key=key, label=label, kind=kind, relation="member_of", weight=1, association=None, evidence=None)
           for key, label, kind in db.execute(
               "SELECT key, label, kind FROM concepts WHERE id IN (SELECT member FROM members WHERE concept = :c"
               " UNION SELECT concept FROM members WHERE member = :c) ORDER BY key", {"c": concept})]
    for other in beside(db, concept, leaves(db))[:limit]:
        shown = together(db, places, concept, other.id, limit=1)
        out.append(Neighbour(key=other.key, label=other.label, kind=other.kind, relation="co_occurs",
                             weight=other.weight, association=round(other.association, 6),
                             evidence=shown[0] if shown else None))
    return out


def together(db: sqlite3.Connection, places: Places, a: int, b: int, *, limit: int) -> list[Evidence]:
    """Places of `a` in provisions that hold `b` too, the newest documents first."""
    rows = db.execute(
        'SELECT m.document, m.provision, m.start, m."end", m.rule FROM mentions m JOIN documents d ON d.id = m.document'
        " WHERE m.concept = ? AND m.provision IN (SELECT provision FROM mentions WHERE concept = ?)"
        ' ORDER BY d.year DESC, d.title, d.ref, m.start, m."end" LIMIT ?', (a, b, limit)).fetchall()
    return [places.evidence(*row) for row in rows]
