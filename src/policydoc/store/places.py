"""From a row to the evidence: document, path, sentence and the words themselves."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from policydoc.chars import sentences
from policydoc.model.knowledge import Evidence, Sentence
from policydoc.store.packed import Mention, unpack, unpack_mentions

_TEXTS, _LISTS = 64, 256


class _Head(NamedTuple):
    ref: str
    title: str
    year: int | None


class Place(NamedTuple):
    """Where a concept stands in a document, and what found it."""

    provision: int
    start: int
    end: int
    rule: str


class Places:
    """Looks up texts, documents, provisions and mentions; the last ones are kept unpacked."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.text = lru_cache(_TEXTS)(self._text)
        self.mentions = lru_cache(_LISTS)(self._mentions)
        self._rule = lru_cache(_LISTS)(self._rules)
        self.holding = lru_cache(_TEXTS)(self._holding)
        """The provisions in which a concept stands beside others."""
        self._head = lru_cache(4096)(self._heads)

    def _text(self, document: int) -> str:
        text, = self._db.execute("SELECT text FROM texts WHERE document = ?", (document,)).fetchone()
        return str(text)

    def _mentions(self, document: int) -> list[Mention]:
        row = self._db.execute("SELECT places FROM mentions WHERE document = ?", (document,)).fetchone()
        return list(unpack_mentions(row[0])) if row else []

    def of(self, concept: int, document: int, provision: int | None = None) -> list[Place]:
        """Where a concept stands in a document, or in one of its provisions, in order."""
        found = self.mentions(document)
        if provision is not None:
            found = found[bisect_left(found, (provision,)):bisect_left(found, (provision + 1,))]
        return [Place(at, start, end, self._rule(rule)) for at, start, end, other, rule in found if other == concept]

    def _rules(self, number: int) -> str:
        key, = self._db.execute("SELECT key FROM rules WHERE id = ?", (number,)).fetchone()
        return str(key)

    def _holding(self, concept: int) -> frozenset[int]:
        packed, = self._db.execute("SELECT provisions FROM concepts WHERE id = ?", (concept,)).fetchone()
        return frozenset(unpack(packed))

    def _heads(self, document: int) -> _Head:
        return _Head(*self._db.execute("SELECT ref, title, year FROM documents WHERE id = ?", (document,)).fetchone())

    def evidence(self, document: int, provision: int, start: int, end: int, rule: str) -> Evidence:
        """The place start:end of a document, with the sentence that holds its first character."""
        ref, path, first, last = self._db.execute(
            'SELECT ref, path, start, "end" FROM provisions WHERE id = ?', (provision,)).fetchone()
        head, text = self._head(document), self.text(document)
        return Evidence(document=head.ref, title=head.title, year=head.year, provision=ref or None, path=path,
                        text=text[start:end], start=start, end=end, rule=rule,
                        sentence=_sentence(text, start, end, first, last))


def _sentence(text: str, start: int, end: int, first: int, last: int) -> Sentence:
    for low, high in sentences(text, first, last):
        if low <= start < high:
            return Sentence(text=text[low:high], start=low, end=high)
    return Sentence(text=text[start:end], start=start, end=end)
