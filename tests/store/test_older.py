"""Files of older versions: what follows from the texts is made anew, nothing else is lost."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest
from dump import dump
from folders import files_of, folder_of

from policydoc import KnowledgeBase
from policydoc.errors import NotAStore
from policydoc.store import schema
from policydoc.store.build import build, remove

FIRST = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, ref TEXT, sha256 TEXT UNIQUE, name TEXT, title TEXT, text BLOB,
    parser TEXT, linked INTEGER);
CREATE TABLE files (path TEXT PRIMARY KEY, document INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE provision_text USING fts5 (pairs, content='');
INSERT INTO provision_text (rowid, pairs) VALUES (1, '学习');
CREATE TABLE mentions (document INTEGER, start INTEGER);
CREATE TABLE proposals (key TEXT PRIMARY KEY, label TEXT NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO proposals VALUES ('劳模工匠', '劳模工匠', 12)"""


def older(path: Path, files: list[str]) -> None:
    """A file as version 1 wrote it, as far as anything of it is kept."""
    db = sqlite3.connect(path)
    db.executescript(f"{FIRST}; PRAGMA user_version = 1; PRAGMA application_id = {schema.APPLICATION_ID}")
    for n, file in enumerate(map(Path, files), 1):
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        db.execute("INSERT INTO documents VALUES (?,?,?,?,?,?,'0.1.0',1)",
                   (n, digest[:16], digest, file.name, "", zlib.compress(data)))
        db.execute("INSERT INTO files VALUES (?,?)", (str(file.resolve()), n))
    db.commit()
    db.close()


def test_an_older_file_is_built_like_a_new_one(tmp_path: Path) -> None:
    docs, kb, fresh = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb", tmp_path / "fresh.kb"
    files = files_of(docs)
    older(kb, files[:4])
    with pytest.raises(NotAStore, match="kb build"):
        KnowledgeBase.open(kb)
    report = build(files, kb, sync=True)
    assert (report.new, report.removed, len(report.failed)) == (3, 0, 0)
    build(files, fresh, sync=True)
    found, expected = dump(kb), dump(fresh)
    assert found.pop("proposals") == [("劳模工匠", "劳模工匠", 12)]
    del expected["proposals"]
    assert found["documents"] == expected["documents"]
    assert found["provisions"] == expected["provisions"]
    assert found["duties"] == expected["duties"]
    assert found["letters"] == expected["letters"]


def test_documents_whose_files_are_gone_are_read_from_their_texts(tmp_path: Path) -> None:
    docs, kb, fresh = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb", tmp_path / "fresh.kb"
    files = files_of(docs)
    older(kb, files)
    build(files[1:], fresh, sync=True)
    for file in files:
        Path(file).unlink()
    assert remove([files[0]], kb) == []
    with KnowledgeBase.open(kb) as base, KnowledgeBase.open(fresh) as expected:
        assert base.info().schema_version == schema.VERSION
        assert (base.info().documents, base.info().unlinked) == (len(files) - 1, 0)
        assert base.search("工会", limit=1000) == expected.search("工会", limit=1000)
        assert base.concept("四个意识").definitions == expected.concept("四个意识").definitions
        assert base.obligations() == expected.obligations()
