"""What a knowledge base holds, in numbers."""

from __future__ import annotations

import sqlite3

from pydantic.dataclasses import dataclass

from policydoc.store import schema


@dataclass(slots=True, frozen=True, kw_only=True)
class Info:
    """`unlinked` documents came in by a build that did not end; their concepts are linked by the next one."""

    schema_version: int
    documents: int
    files: int
    characters: int
    provisions: int
    concepts: int
    mentions: int
    obligations: int
    citations: int
    first_year: int | None
    last_year: int | None
    unlinked: int


def info(db: sqlite3.Connection) -> Info:
    documents, characters, first, last = db.execute(
        "SELECT count(*), coalesce(sum(chars), 0), min(year), max(year) FROM documents").fetchone()
    mentions, = db.execute("SELECT coalesce(sum(times), 0) FROM holders").fetchone()
    counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
              for table in ("files", "concepts", "mentions", "duties", "citations")}
    provisions = db.execute("SELECT count(*) FROM provisions WHERE kind <> 'front'").fetchone()[0]
    return Info(schema_version=schema.version(db), documents=documents, files=counts["files"], characters=characters,
                provisions=provisions, concepts=counts["concepts"], mentions=mentions,
                obligations=counts["duties"], citations=counts["citations"], first_year=first, last_year=last,
                unlinked=documents - counts["mentions"])
