"""The tables of a knowledge base, the version of their schema, and the way from an older one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from policydoc.errors import NewerStore, NotAStore

APPLICATION_ID: Final = 0x706F6C64
"""`pold`: what `file` and SQLite's header show."""

_MAGIC: Final = b"SQLite format 3\0"

MAPPED: Final = 1 << 30
"""Bytes of the file that are read as memory."""

_FIRST: Final = """
-- what a text is, and where it was found: the same bytes under two names are one document
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, ref TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
    year INTEGER, issuer TEXT, doc_type TEXT, doc_number TEXT, date TEXT, chars INTEGER NOT NULL, text BLOB NOT NULL,
    parser TEXT NOT NULL, linked INTEGER NOT NULL DEFAULT 0);
CREATE INDEX documents_year ON documents (year);
CREATE TABLE files (path TEXT PRIMARY KEY, document INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX files_document ON files (document);

-- ref '' is the front matter
CREATE TABLE provisions (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, ref TEXT NOT NULL, parent INTEGER, kind TEXT NOT NULL,
    depth INTEGER NOT NULL, label TEXT NOT NULL, heading TEXT, path TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, leaf INTEGER NOT NULL);
CREATE INDEX provisions_document ON provisions (document);
CREATE VIRTUAL TABLE provision_text USING fts5 (
    letters, content='', tokenize="ascii");  -- each apart by a blank, and folded already
INSERT INTO provision_text (provision_text, rank) VALUES ('pgsz', 16000);
INSERT INTO provision_text (provision_text, rank) VALUES ('hashsize', 16777216);

-- what the extractors found, as in graph.records
CREATE TABLE spellings (
    document INTEGER NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, rule TEXT NOT NULL,
    times INTEGER NOT NULL);
CREATE INDEX spellings_document ON spellings (document);
CREATE TABLE found (
    document INTEGER NOT NULL, provision INTEGER NOT NULL, key TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, rule TEXT NOT NULL);
CREATE INDEX found_document ON found (document);
CREATE TABLE senses (
    document INTEGER NOT NULL, provision INTEGER NOT NULL, key TEXT NOT NULL, members TEXT NOT NULL,
    rule TEXT NOT NULL, source TEXT, date TEXT, place TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE INDEX senses_document ON senses (document);
CREATE INDEX senses_key ON senses (key);
CREATE TABLE duties (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, provision INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, rate REAL, record TEXT NOT NULL);
CREATE INDEX duties_document ON duties (document);
CREATE TABLE duty_who (duty INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL);
CREATE INDEX duty_who_duty ON duty_who (duty);
CREATE INDEX duty_who_name ON duty_who (name);
CREATE TABLE responsibilities (
    document INTEGER NOT NULL, provision INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    rule TEXT NOT NULL, units TEXT NOT NULL);
CREATE INDEX responsibilities_document ON responsibilities (document);
CREATE TABLE citations (
    document INTEGER NOT NULL, provision INTEGER NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    short INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL);
CREATE INDEX citations_document ON citations (document);
CREATE INDEX citations_key ON citations (key);

-- concepts that statistics proposed when they were last asked for
CREATE TABLE proposals (key TEXT PRIMARY KEY, label TEXT NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID;

-- what linking makes of it, over all documents; it can be made again at any time
CREATE TABLE concepts (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL, kind TEXT NOT NULL,
    spread INTEGER NOT NULL);
CREATE TABLE labels (
    concept INTEGER NOT NULL, label TEXT NOT NULL, rules TEXT NOT NULL, PRIMARY KEY (concept, label)) WITHOUT ROWID;
CREATE TABLE members (
    concept INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (concept, member)) WITHOUT ROWID;
CREATE INDEX members_member ON members (member);
-- in the order in which linking goes through the texts; the indexes are made when all rows are in
CREATE TABLE mentions (
    document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, concept INTEGER NOT NULL,
    provision INTEGER NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (document, start, "end", concept)) WITHOUT ROWID;
-- which concepts stand in which provision; lists of very many concepts are left out
CREATE TABLE spots (
    provision INTEGER NOT NULL, concept INTEGER NOT NULL, PRIMARY KEY (provision, concept)) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

MIGRATIONS: Final = [_FIRST]
"""Script n leads from version n to n + 1; a new file runs them all."""

VERSION: Final = len(MIGRATIONS)


def connect(path: str | Path, *, write: bool = False) -> sqlite3.Connection:
    """Open a knowledge base; with `write`, make it where it is missing and bring an older one up to date.

    Raises `NotAStore` for a file that is something else or is damaged, `NewerStore` for one of a later policydoc,
    FileNotFoundError where there is none to read.
    """
    path = Path(path)
    if not write and not path.is_file():
        raise FileNotFoundError(2, "no such knowledge base", str(path))
    mode = "rwc" if write else "ro"
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=60, isolation_level=None,
                         check_same_thread=False)
    try:
        _check(db, path)
        db.execute("PRAGMA cache_size = -65536")
        db.execute(f"PRAGMA mmap_size = {MAPPED}")
        if write:
            _prepare(db)
        elif version(db) < VERSION:
            raise NotAStore(f"{path}: 知识库格式较旧（版本 {version(db)}）。请先运行 policydoc kb build 或 kb add 更新")
    except sqlite3.DatabaseError as error:
        db.close()
        raise NotAStore(f"{path}: 不是知识库文件，或已损坏（{error}）。请换一个文件名，或重新生成") from error
    except BaseException:
        db.close()
        raise
    return db


def is_store(path: str | Path) -> bool:
    """Whether a file looks like a knowledge base: it is an SQLite file."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def memory() -> sqlite3.Connection:
    """An empty knowledge base in memory."""
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _migrate(db)
    return db


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Raise unless this is a knowledge base that this policydoc can read, or an empty file."""
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = db.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and tables:
        raise NotAStore(f"{path}: 是 SQLite 文件，但不是 policydoc 的知识库。请换一个文件名")
    if version(db) > VERSION:
        raise NewerStore(f"{path}: 由较新的 policydoc 生成（知识库格式 {version(db)}，本程序只认到 {VERSION}）。"
                         "请升级：pip install -U policydoc")


def _prepare(db: sqlite3.Connection) -> None:
    """Readers go on while a writer writes; a killed process loses no transaction that was committed."""
    db.execute("PRAGMA page_size = 16384")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA wal_autocheckpoint = 4000")
    _migrate(db)


def _migrate(db: sqlite3.Connection) -> None:
    """Each step is a transaction of its own that ends with its version."""
    while (done := version(db)) < VERSION:
        db.executescript(f"BEGIN IMMEDIATE; {MIGRATIONS[done]}; PRAGMA application_id = {APPLICATION_ID};"
                         f"PRAGMA user_version = {done + 1}; COMMIT;")
