"""Documents into the tables and out of them; every function runs inside its caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from policydoc.store.intake import UNSEARCHED, Intake
from policydoc.store.letters import tokens
from policydoc.store.packed import unpack_mentions
from policydoc.version import __version__


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, and nobody else writes meanwhile."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def add(db: sqlite3.Connection, rows: Intake, parser: str | None = None) -> int:
    """Insert a document unless its bytes are known, in the place of what another version read of them; its number."""
    sha256 = str(rows.document[1])
    known = document_of(db, sha256)
    if known is not None:
        return known
    old = db.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    if old:
        remove(db, *old)
    base, duty = _next(db, "provisions"), _next(db, "duties")
    document = db.execute(
        "INSERT INTO documents (id, ref, sha256, name, title, year, issuer, doc_type, doc_number, date, chars, first,"
        " parser) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", (old and old[0], *rows.document, base,
                                                  __version__ if parser is None else parser)).lastrowid
    assert document is not None
    _insert(db, "texts", [(document, rows.text)])
    _insert(db, "facts", [(document, *rows.facts)])
    _insert(db, "provisions", [(base + n, document, ref, None if parent is None else base + parent, *rest)
                               for n, ref, parent, *rest in rows.provisions])
    db.executemany("INSERT INTO provision_text (rowid, letters) VALUES (?,?)",
                   [(base + n, letters) for n, letters in rows.letters])
    _insert(db, "senses", [(document, base + at, *rest) for at, *rest in rows.senses])
    _insert(db, "duties", [(duty + n, document, base + at, *rest) for n, (at, *rest) in enumerate(rows.duties)])
    _insert(db, "duty_who", [(duty + n, name, role) for n, name, role in rows.who])
    _insert(db, "citations", [(document, base + at, *rest) for at, *rest in rows.citations])
    return document


def _insert(db: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    """Rows that have a value for every column."""
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)


def _next(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def document_of(db: sqlite3.Connection, sha256: str) -> int | None:
    """The document of these bytes, if this version read them."""
    row = db.execute("SELECT id FROM documents WHERE sha256 = ? AND parser = ?", (sha256, __version__)).fetchone()
    return int(row[0]) if row else None


def file(db: sqlite3.Connection, path: str, document: int) -> None:
    """The file at `path` holds this document now."""
    db.execute("INSERT INTO files VALUES (?,?) ON CONFLICT (path) DO UPDATE SET document = excluded.document",
               (path, document))


def forget(db: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Take files out; a document without a file goes too (`sweep`)."""
    db.executemany("DELETE FROM files WHERE path = ?", ((path,) for path in paths))


def outdated(db: sqlite3.Connection) -> list[str]:
    """The files that another version of policydoc read: it would not find the same today."""
    return [row[0] for row in db.execute(
        "SELECT path FROM files JOIN documents ON id = document WHERE parser <> ?", (__version__,))]


def sweep(db: sqlite3.Connection) -> int:
    """Remove the documents that no file holds any more; how many."""
    gone = [row[0] for row in db.execute(
        "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM files) ORDER BY id")]
    for document in gone:
        remove(db, document)
    return len(gone)


def rename(db: sqlite3.Connection) -> None:
    """A document is named for the first of its files, whichever was read; one without a title is called by its name."""
    for document, name, path in db.execute(
            "SELECT id, name, min(path) FROM documents JOIN files ON document = id GROUP BY id").fetchall():
        if (first := Path(path).name) != name:
            db.execute("UPDATE documents SET title = iif(title = name, :new, title), name = :new WHERE id = :id",
                       {"new": first, "id": document})


def remove(db: sqlite3.Connection, document: int) -> None:
    """A document with all that stands on it. A contentless index must be told what it is to forget."""
    text, = db.execute("SELECT text FROM texts WHERE document = ?", (document,)).fetchone()
    leaves = db.execute('SELECT id, kind, start, "end" FROM provisions WHERE document = ? AND leaf', (document,))
    db.executemany("INSERT INTO provision_text (provision_text, rowid, letters) VALUES ('delete', ?, ?)",
                   [(n, tokens(text[start:end])) for n, kind, start, end in leaves if kind not in UNSEARCHED])
    unlink(db, document)
    db.execute("DELETE FROM duty_who WHERE duty IN (SELECT id FROM duties WHERE document = ?)", (document,))
    for table in ("texts", "facts", "senses", "citations", "duties", "provisions"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    db.execute("DELETE FROM documents WHERE id = ?", (document,))


def unlink(db: sqlite3.Connection, document: int) -> None:
    """Forget which concepts stand where in a document: it is linked anew, or goes."""
    row = db.execute("SELECT places FROM mentions WHERE document = ?", (document,)).fetchone()
    if row is None:
        return
    db.executemany("DELETE FROM holders WHERE concept = ? AND document = ?",
                   {(concept, document) for *_, concept, _ in unpack_mentions(row[0])})
    db.execute("DELETE FROM spots WHERE provision IN (SELECT id FROM provisions WHERE document = ?)", (document,))
    db.execute("DELETE FROM mentions WHERE document = ?", (document,))
