"""Full-text search over provisions: ranked by BM25, each hit with its sentence and what was found marked."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from policydoc.model.knowledge import Hit
from policydoc.store import letters
from policydoc.store.places import Places

RULE = "search"

_SQL = """
SELECT p.document, p.id, p.start, p."end", -hit.score FROM (
    SELECT rowid, bm25(provision_text) AS score FROM provision_text WHERE provision_text MATCH ?
    ORDER BY score LIMIT ?
) AS hit JOIN provisions AS p ON p.id = hit.rowid JOIN documents AS d ON d.id = p.document
ORDER BY hit.score, d.year DESC, d.ref, p.start"""


class Found(NamedTuple):
    document: int
    provision: int
    start: int
    end: int
    score: float


def rows(db: sqlite3.Connection, query: str, limit: int) -> list[Found]:
    """The best places of a query."""
    expression = letters.expression(query)
    if expression is None or limit < 1:
        return []
    return [Found(*row) for row in db.execute(_SQL, (expression, limit))]


def search(db: sqlite3.Connection, places: Places, query: str, limit: int) -> list[Hit]:
    """Hits, the best first; their evidence is the first mark and its sentence."""
    return [_hit(places, found, query) for found in rows(db, query, limit)]


def count(db: sqlite3.Connection, query: str) -> int:
    """How many provisions hold all of a query."""
    expression = letters.expression(query)
    if expression is None:
        return 0
    return int(db.execute("SELECT count(*) FROM provision_text WHERE provision_text MATCH ?",
                          (expression,)).fetchone()[0])


def _hit(places: Places, found: Found, query: str) -> Hit:
    text = letters.folded(places.text(found.document)[found.start:found.end])
    marks = [(found.start + match.start(), found.start + match.end())
             for match in letters.pattern(query).finditer(text)]
    start, end = marks[0] if marks else (found.start, found.end)
    return Hit(evidence=places.evidence(found.document, found.provision, start, end, RULE),
               score=round(found.score, 6), marks=marks)
