"""Concepts that nobody quotes, as corpus statistics propose them, kept in the file until they are proposed anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from policydoc.graph import proposals
from policydoc.store import link, write
from policydoc.store.build import settle
from policydoc.store.lock import writer
from policydoc.store.schema import connect


def propose(path: Path, limit: int) -> int:
    """Put the proposals of all texts in the place of the last ones; how many. Raises `StoreError`."""
    with writer(path, lambda: None):
        db = connect(path, write=True)
        try:
            with write.transaction(db):
                db.execute("DELETE FROM proposals")
                found = proposals.rows(proposals.propose(_texts(db), link.known(db), limit=limit)) if limit else []
                db.executemany("INSERT INTO proposals VALUES (?,?,?)",
                               [(row.key, row.label, row.times) for row in found])
                link.link(db)
            settle(db)
        finally:
            db.close()
    return len(found)


def _texts(db: sqlite3.Connection) -> list[str]:
    return [text for text, in db.execute("SELECT text FROM documents JOIN texts ON document = id ORDER BY sha256")]
