"""From a row to the evidence: document, path, sentence and the words themselves."""

from __future__ import annotations

import sqlite3
import zlib
from functools import lru_cache
from typing import NamedTuple

from policydoc.chars import sentences
from policydoc.model.knowledge import Evidence, Sentence

_TEXTS = 64


class _Head(NamedTuple):
    ref: str
    title: str
    year: int | None


class Places:
    """Looks up texts, documents and provisions; the last texts are kept unpacked."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.text = lru_cache(_TEXTS)(self._text)
        self._head = lru_cache(4096)(self._heads)

    def _text(self, document: int) -> str:
        packed, = self._db.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
        return zlib.decompress(packed).decode()

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
