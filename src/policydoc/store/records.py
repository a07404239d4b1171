"""The rows of a document back to the records that they were made of, and to what linking added."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from policydoc.graph.linking import normal
from policydoc.graph.proposals import RULE
from policydoc.graph.rows import (
    ActorRow,
    CitationRow,
    ConceptRow,
    DocumentRecords,
    MemberRow,
    MentionRow,
    ObligationRow,
    ProvisionRow,
    ResponsibilityRow,
    SpanRow,
)
from policydoc.store.places import Places

_STANDING = 'SELECT p.ref, {} FROM {} t JOIN provisions p ON p.id = t.provision WHERE t.document = ? ORDER BY t.rowid'


def all_of(db: sqlite3.Connection) -> Iterator[DocumentRecords]:
    """The records of every document, in the order of their hashes."""
    for document, *head in db.execute(
            "SELECT id, ref, sha256, name, title, year, issuer, doc_type, doc_number, date FROM documents"
            " ORDER BY sha256").fetchall():
        yield _records(db, document, head)


def mentions(db: sqlite3.Connection, places: Places, ref: str) -> list[tuple[int, int, str]]:
    """Start, end and label of every concept that stands in a document, in the order of its text."""
    document, = db.execute("SELECT id FROM documents WHERE ref = ?", (ref,)).fetchone()
    found = places.mentions(document)
    labels = dict(db.execute("SELECT id, label FROM concepts WHERE id IN (SELECT value FROM json_each(?))",
                             (json.dumps(sorted({concept for *_, concept, _ in found})),)))
    return sorted((start, end, labels[concept]) for _, start, end, concept, _ in found)


def proposed(db: sqlite3.Connection) -> list[ConceptRow]:
    """The proposals that the file holds."""
    return [ConceptRow(key, label, "proposal", RULE, times)
            for key, label, times in db.execute("SELECT key, label, times FROM proposals ORDER BY key")]


def _records(db: sqlite3.Connection, document: int, head: Sequence[Any]) -> DocumentRecords:
    ref, sha256, name, title, year, issuer, doc_type, doc_number, date = head
    text, spellings, found, responsible = db.execute(
        "SELECT text, spellings, found, responsibilities FROM texts JOIN facts USING (document) WHERE document = ?",
        (document,)).fetchone()
    provisions = _provisions(db, document)
    refs = [None, *(row.id for row in provisions)]

    def standing(table: str, columns: str) -> list[tuple[Any, ...]]:
        rows = db.execute(_STANDING.format(columns, table), (document,))
        return [(ref or None, *rest) for ref, *rest in rows]

    return DocumentRecords(
        id=ref, sha256=sha256, name=name, title=title, year=year, issuer=issuer, doc_type=doc_type,
        doc_number=doc_number, date=date, text=text, provisions=provisions,
        concepts=sorted(ConceptRow(normal(label), label, kind, rule, times)
                        for kind, rules in json.loads(spellings).items()
                        for rule, labels in rules.items() for label, times in labels.items()),
        mentions=[MentionRow(key, refs[at], start, end, rule) for at, key, start, end, rule in json.loads(found)],
        members=[MemberRow(key, tuple(json.loads(members)), rule, source, date, place, ref, start, end)
                 for ref, key, members, rule, source, date, place, start, end in standing(
                     "senses", 't.key, t.members, t.rule, t.source, t.date, t.place, t.start, t."end"')],
        obligations=[_obligation(json.loads(record)) for (record,) in db.execute(
            "SELECT record FROM duties WHERE document = ? ORDER BY id", (document,))],
        responsibilities=[ResponsibilityRow(refs[at], start, end, rule, tuple(ActorRow(*unit) for unit in units))
                          for at, start, end, rule, units in json.loads(responsible)],
        citations=[CitationRow(key, kind, title, bool(short), ref, start, end, rule)
                   for ref, key, kind, title, short, start, end, rule in standing(
                       "citations", 't.key, t.kind, t.title, t.short, t.start, t."end", t.rule')])


def _provisions(db: sqlite3.Connection, document: int) -> list[ProvisionRow]:
    rows = db.execute(
        'SELECT id, parent, ref, kind, depth, label, heading, path, start, "end", leaf FROM provisions'
        " WHERE document = ? AND ref <> '' ORDER BY id", (document,)).fetchall()
    at = {row[0]: n for n, row in enumerate(rows)}
    return [ProvisionRow(ref, None if parent is None else at[parent], kind, depth, label, heading, path, start, end,
                         bool(leaf))
            for _, parent, ref, kind, depth, label, heading, path, start, end, leaf in rows]


def _obligation(record: list[Any]) -> ObligationRow:
    row = ObligationRow(*record)
    tuples: dict[str, Any] = {name: tuple(value) for name in ("period", "times", "quantity")
                              if (value := getattr(row, name))}
    return row._replace(cue=SpanRow(*row.cue), action=SpanRow(*row.action) if row.action else None,
                        actors=tuple(ActorRow(*actor) for actor in row.actors), **tuples)
