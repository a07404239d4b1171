"""The tables of a knowledge base, the version of their schema, and the way from an older one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from policydoc.errors import NewerStore, NotAStore
from policydoc.store.older import Kept, drop
from policydoc.store.write import transaction

APPLICATION_ID: Final = 0x706F6C64
"""`pold`: what `file` and SQLite's header show."""

_MAGIC: Final = b"SQLite format 3\0"

MAPPED: Final = 1 << 30
"""Bytes of the file that are read as memory."""

_TABLES: Final = """
-- what a text is, and where it was found: the same bytes under two names are one document; `first` is the first of
-- its provisions, which is its front matter
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, ref TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
    year INTEGER, issuer TEXT, doc_type TEXT, doc_number TEXT, date TEXT, chars INTEGER NOT NULL,
    first INTEGER NOT NULL, parser TEXT NOT NULL);
CREATE INDEX documents_year ON documents (year);
CREATE TABLE texts (document INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE files (path TEXT PRIMARY KEY, document INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX files_document ON files (document);

-- ref '' is the front matter; those of a document follow each other
CREATE TABLE provisions (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, ref TEXT NOT NULL, parent INTEGER, kind TEXT NOT NULL,
    depth INTEGER NOT NULL, label TEXT NOT NULL, heading TEXT, path TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, leaf INTEGER NOT NULL);
CREATE INDEX provisions_document ON provisions (document);
-- letters are apart by blanks, and folded already; sixteen parts of the index are made one, not four
CREATE VIRTUAL TABLE provision_text USING fts5 (letters, content='', tokenize="ascii");
INSERT INTO provision_text (provision_text, rank) VALUES ('pgsz', 16000);
INSERT INTO provision_text (provision_text, rank) VALUES ('hashsize', 16777216);
INSERT INTO provision_text (provision_text, rank) VALUES ('automerge', 0);

-- what the extractors found, as in graph.records; in JSON what is only read document by document
CREATE TABLE facts (
    document INTEGER PRIMARY KEY, spellings TEXT NOT NULL, found TEXT NOT NULL, responsibilities TEXT NOT NULL);
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
CREATE TABLE citations (
    document INTEGER NOT NULL, provision INTEGER NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    short INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL);
CREATE INDEX citations_document ON citations (document);
CREATE INDEX citations_key ON citations (key);

-- concepts that statistics proposed when they were last asked for
CREATE TABLE proposals (key TEXT PRIMARY KEY, label TEXT NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID;

-- what linking makes of it, over all documents; it can be made again at any time; packed as store.packed says
CREATE TABLE concepts (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL, kind TEXT NOT NULL,
    spread INTEGER NOT NULL, provisions BLOB NOT NULL);
CREATE TABLE labels (
    concept INTEGER NOT NULL, label TEXT NOT NULL, rules TEXT NOT NULL, PRIMARY KEY (concept, label)) WITHOUT ROWID;
CREATE TABLE members (
    concept INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (concept, member)) WITHOUT ROWID;
CREATE INDEX members_member ON members (member);
CREATE TABLE rules (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE mentions (document INTEGER PRIMARY KEY, places BLOB NOT NULL);
CREATE TABLE holders (
    concept INTEGER NOT NULL, document INTEGER NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (concept, document)
    ) WITHOUT ROWID;
CREATE TABLE spots (provision INTEGER PRIMARY KEY, concepts BLOB NOT NULL);
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

VERSION: Final = 2
"""Files of version 1 kept packed texts, each mention in a row, and an index of pairs or of letters."""


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
    _create(db)
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
    with transaction(db):
        if version(db) == 0:
            _create(db)
        elif version(db) < VERSION:
            kept = Kept.of(db)
            drop(db)
            _create(db)
            kept.put(db)


def _create(db: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
