"""A file of an older version: its texts are read anew, as everything else follows from them.

The documents keep their hashes and files, and count as read by another version: the next build reads the files again
that are still there, with what only their format tells.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from policydoc.store import write

Row = tuple[Any, ...]


@dataclass(slots=True)
class Kept:
    """What does not follow from anything else in the file: (sha256, name, text), (path, sha256), the proposals."""

    documents: Sequence[Row]
    files: Sequence[Row]
    proposals: Sequence[Row]

    @classmethod
    def of(cls, db: sqlite3.Connection) -> Self:
        proposed = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'proposals'").fetchone()
        return cls([(sha256, name, zlib.decompress(packed).decode()) for sha256, name, packed in db.execute(
                       "SELECT sha256, name, text FROM documents ORDER BY id")],
                   db.execute("SELECT path, sha256 FROM files JOIN documents ON id = document").fetchall(),
                   db.execute("SELECT key, label, times FROM proposals").fetchall() if proposed else [])

    def put(self, db: sqlite3.Connection) -> None:
        """Into empty tables."""
        from policydoc.pipeline import parse_text
        from policydoc.store.intake import intake

        numbers = {}
        for sha256, name, text in self.documents:
            record = parse_text(text, name=name).model_dump()
            record["source"]["sha256"] = sha256
            numbers[sha256] = write.add(db, intake(record), parser="")
        for path, sha256 in self.files:
            write.file(db, path, numbers[sha256])
        db.executemany("INSERT INTO proposals VALUES (?,?,?)", self.proposals)


def drop(db: sqlite3.Connection) -> None:
    """All tables; those behind a virtual one go with it."""
    virtual = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
    plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    for tables in (virtual, plain):
        for name, in db.execute(tables).fetchall():
            db.execute(f'DROP TABLE "{name}"')
