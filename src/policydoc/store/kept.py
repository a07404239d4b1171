"""Documents as the knowledge base keeps them, parsed again from their text."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from typing import Final

from policydoc.model.document import Document
from policydoc.pipeline import parse_text

_MOST: Final = 200
"""Titles asked for, and documents given."""


def documents(db: sqlite3.Connection, *, titles: Iterable[str] = (), issuer: str | None = None,
              year: int | None = None) -> list[Document]:
    """Documents of these titles, and those of one issuer and year; in the order in which they came."""
    wanted = sorted(set(titles))[:_MOST]
    marks = ",".join("?" * len(wanted))
    rows = db.execute(
        f"SELECT name, text FROM documents WHERE title IN ({marks}) OR (issuer = ? AND year = ?) ORDER BY id LIMIT ?",
        (*wanted, issuer, year, _MOST))
    return [parse_text(zlib.decompress(text).decode(), name=name) for name, text in rows]
