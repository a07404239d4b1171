"""What the knowledge base tells the checks: real titles, what was repealed by what, formulations with their years."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Final

from policydoc.checks.known import Ended, Known
from policydoc.store import search
from policydoc.store.places import Places

_SEVERAL: Final = 3
"""A title that so many documents cite is one, whether or not the document is kept."""
_SHARED: Final = 5
"""Documents that make a formulation one."""
_MOST: Final = 10_000
_REPEAL: Final = re.compile(
    r"((?:《[^《》\n]{2,60}》(?:（[^（）\n]{0,40}）)?[、，和及与以]{0,2}(?:[^《》。；\n]{0,40}(?:印发|发布|公布|通过|颁布)的)?){1,40})"
    r"(?:自[^，。；\n]{1,16}起)?(?:同时|一并)?(?:予以)?废止(?!的|第|前|后)")
_TITLE: Final = re.compile(r"《([^《》\n]{2,60})》")
_FROM: Final = re.compile(r"自(\d{4})年\d{1,2}月\d{1,2}日起")
_AROUND: Final = 400
_SHOWN: Final = 80
"""Characters of the sentence, its end among them."""


def known(db: sqlite3.Connection) -> Known:
    """Read once for a whole run: a few passes over the tables, none over the texts."""
    usage: dict[str, dict[int, int]] = {}
    shared: Counter[str] = Counter()
    for label, year, documents in db.execute(
            "SELECT c.label, d.year, count(*) FROM holders m JOIN concepts c ON c.id = m.concept"
            " JOIN documents d ON d.id = m.document GROUP BY m.concept, d.year"):
        shared[label] += documents
        years = usage.setdefault(label, {})
        if year is not None:
            years[year] = documents
    totals = dict(db.execute("SELECT year, count(*) FROM documents WHERE year IS NOT NULL GROUP BY year"))
    return Known(titles=_titles(db), ended=dict(_ended(db)), totals=totals, usage=usage,
                 shared=frozenset(label for label, documents in shared.items() if documents >= _SHARED))


def _titles(db: sqlite3.Connection) -> frozenset[str]:
    kept = (title.replace("\n", "") for title, in db.execute("SELECT title FROM documents"))
    cited = (title for title, in db.execute(
        "SELECT title FROM citations WHERE kind = 'title' GROUP BY title HAVING count(DISTINCT document) >= ?",
        (_SEVERAL,)))
    return frozenset([*kept, *cited])


def _ended(db: sqlite3.Connection) -> Iterator[tuple[str, Ended]]:
    """《…》同时废止. What takes the place of one of its own name ends nothing; what came again is in force."""
    places = Places(db)
    latest = dict(db.execute("SELECT title, max(year) FROM documents WHERE year IS NOT NULL GROUP BY title"))
    for found in sorted(search.rows(db, "废止", _MOST), key=lambda found: (found.document, found.start)):
        title, year = db.execute("SELECT title, year FROM documents WHERE id = ?", (found.document,)).fetchone()
        text = places.text(found.document)
        for repeal in _REPEAL.finditer(text, found.start, found.end):
            low = max(text.rfind(mark, max(0, repeal.start() - _AROUND), repeal.start()) for mark in "。；\n") + 1
            since = _FROM.search(text, max(found.start, low - _AROUND), repeal.start())
            when = int(since[1]) if since else year
            for name in _TITLE.findall(repeal[1]):
                if when and name != title.replace("\n", "") and latest.get(name, 0) <= when:
                    yield name, Ended(when, title, _shown(text[low:repeal.end()].strip()))


def _shown(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else "…" + sentence[-_SHOWN:]
