"""Documents as the knowledge base keeps them, parsed again from their text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from policydoc.model.document import Document
from policydoc.pipeline import parse_text

_MOST: Final = 200
"""Titles asked for, and documents given."""
_TEXTS: Final = "FROM documents JOIN texts ON document = id"


def documents(db: sqlite3.Connection, *, titles: Iterable[str] = (), issuer: str | None = None,
              year: int | None = None) -> list[Document]:
    """Documents of these titles, and those of one issuer and year; in the order in which they came."""
    wanted = sorted(set(titles))[:_MOST]
    marks = ",".join("?" * len(wanted))
    rows = db.execute(
        f"SELECT name, text {_TEXTS} WHERE title IN ({marks}) OR (issuer = ? AND year = ?) ORDER BY id LIMIT ?",
        (*wanted, issuer, year, _MOST))
    return [parse_text(text, name=name) for name, text in rows]


def document(db: sqlite3.Connection, name: str) -> Document:
    """The document of this id, or of this file name if only one has it. Raises KeyError where there is none."""
    for column in ("ref", "name"):
        rows = db.execute(f"SELECT name, text {_TEXTS} WHERE {column} = ? LIMIT 2", (name,)).fetchall()
        if len(rows) == 1:
            (title, text), = rows
            return parse_text(text, name=title)
    raise KeyError(name)
