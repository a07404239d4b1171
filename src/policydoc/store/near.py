"""What stands beside a concept: concepts of the same provisions, members, and the sentences that show it.

Association is the normalised pointwise mutual information over the provisions that hold a concept: 0 by chance,
1 always together. Concepts that are everywhere stand beside everything and get a low one.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from itertools import islice
from typing import NamedTuple

from policydoc.graph.association import npmi
from policydoc.graph.linking import normal
from policydoc.model.knowledge import Evidence, Neighbour
from policydoc.store.packed import unpack
from policydoc.store.places import Places

_CLOSE = 40
"""Characters between two concepts that one sentence shows."""
_LOOKED = 15
"""Provisions that are looked at for such a sentence."""


class Beside(NamedTuple):
    """Another concept in `weight` of the same provisions."""

    id: int
    key: str
    label: str
    kind: str
    weight: int
    association: float


def provisions(db: sqlite3.Connection) -> int:
    """How many provisions hold a concept."""
    row = db.execute("SELECT value FROM state WHERE name = 'provisions'").fetchone()
    return int(row[0]) if row else 0


def beside(db: sqlite3.Connection, concept: int, total: int, least: int = 1) -> list[Beside]:
    """Concepts of the same provisions with a positive association, the strongest first."""
    own, places = db.execute("SELECT spread, provisions FROM concepts WHERE id = ?", (concept,)).fetchone()
    rows = db.execute("SELECT concepts FROM json_each(?) JOIN spots ON provision = value",
                      (json.dumps(unpack(places)),))
    weights = {other: both for other, both in Counter(unpack(b"".join(packed for packed, in rows))).items()
               if both >= least and other != concept}
    rows = db.execute("SELECT id, key, label, kind, spread FROM concepts WHERE id IN (SELECT value FROM json_each(?))",
                      (json.dumps(list(weights)),))
    found = [Beside(number, key, label, kind, weights[number], npmi(weights[number], own, spread, total))
             for number, key, label, kind, spread in rows]
    return sorted((b for b in found if b.association > 0),
                  key=lambda b: (-round(strength(b.weight, b.association), 9), b.key))


def strength(weight: int, association: float) -> float:
    """How much a co-occurrence says: its association, as far as its number of provisions bears it."""
    return association * weight / (weight + 1)


def neighbours(db: sqlite3.Connection, places: Places, concept: int, *, limit: int | None = None) -> list[Neighbour]:
    """Members and wholes, then what stands in the same provisions, the strongest first."""
    out = [Neighbour(key=key, label=label, kind=kind, relation="member_of", weight=1, association=None,
                     evidence=next(iter(membership(db, places, concept, other, limit=1)), None))
           for other, key, label, kind in kin(db, concept)]
    for other in beside(db, concept, provisions(db))[:limit]:
        shown = together(db, places, concept, other.id, limit=1)
        out.append(Neighbour(key=other.key, label=other.label, kind=other.kind, relation="co_occurs",
                             weight=other.weight, association=round(other.association, 6),
                             evidence=shown[0] if shown else None))
    return out


def together(db: sqlite3.Connection, places: Places, a: int, b: int, *, limit: int) -> list[Evidence]:
    """Places of `a` in provisions that hold `b` too: those close to `b` first, then the newest documents."""
    shared = db.execute(
        "SELECT d.id, p.id FROM json_each(?) JOIN provisions p ON p.id = value JOIN documents d ON d.id = p.document"
        " ORDER BY d.year DESC, d.title, d.ref, p.id LIMIT ?",
        (json.dumps(list(places.holding(a) & places.holding(b))), _LOOKED + limit))
    best = [min(pairs) for document, provision in shared if (pairs := [
        (max(place.start - other.end, other.start - place.end), document, *place)
        for place in places.of(a, document, provision) for other in places.of(b, document, provision)])]
    best.sort(key=lambda row: row[0] > _CLOSE)
    return [places.evidence(*row[1:]) for row in best[:limit]]


def kin(db: sqlite3.Connection, concept: int) -> list[tuple[int, str, str, str]]:
    """Members and wholes of a concept: number, key, label and kind, by key."""
    return db.execute(
        "SELECT id, key, label, kind FROM concepts WHERE id IN (SELECT member FROM members WHERE concept = :c"
        " UNION SELECT concept FROM members WHERE member = :c) ORDER BY key", {"c": concept}).fetchall()


def membership(db: sqlite3.Connection, places: Places, a: int, b: int, *, limit: int) -> list[Evidence]:
    """Places where a document says that one concept is a member of the other, or names the whole that it is of."""
    whole, member = (a, b) if db.execute("SELECT 1 FROM members WHERE concept = ? AND member = ?", (a, b)).fetchone() \
        else (b, a)
    key, = db.execute("SELECT key FROM concepts WHERE id = ?", (member,)).fetchone()
    rows = db.execute(
        'SELECT s.document, s.provision, s.start, s."end", s.rule, s.members FROM senses s'
        " JOIN documents d ON d.id = s.document JOIN concepts c ON c.key = s.key WHERE c.id = ?"
        ' ORDER BY s.source IS NOT NULL, d.year DESC, d.title, d.ref, s.start', (whole,))
    found = (row[:5] for row in rows if key in map(normal, json.loads(row[5])))
    return [places.evidence(*row) for row in islice(found, limit)]
