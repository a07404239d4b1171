"""One document → what a knowledge base keeps of it: its records, its text packed, and its letters.

Plain tuples, so that a worker can send them. Provisions are numbered from 1 within the document, 0 is the front
matter; the writer turns these numbers into its own.
"""

from __future__ import annotations

import json
import zlib
from typing import Any, Final, NamedTuple

from policydoc.graph import records
from policydoc.graph.records import DocumentRecords, ProvisionRow
from policydoc.model.document import Document
from policydoc.store.letters import tokens

Row = tuple[Any, ...]

UNSEARCHED: Final = frozenset({"toc"})
"""Kinds of provisions that repeat what stands elsewhere."""


class Intake(NamedTuple):
    """Rows by table; where a row stands in a provision, the provision's number comes first."""

    document: Row
    provisions: list[Row]
    letters: list[tuple[int, str]]
    spellings: list[Row]
    found: list[Row]
    senses: list[Row]
    duties: list[Row]
    who: list[tuple[int, str, str]]
    responsibilities: list[Row]
    citations: list[Row]


def intake(document: Document) -> Intake:
    """All rows of one document."""
    kept, text = records.of(document), document.text
    at: dict[str | None, int] = {None: 0} | {row.id: n for n, row in enumerate(kept.provisions, 1)}
    provisions = [_front(document), *(_provision(n, row) for n, row in enumerate(kept.provisions, 1))]
    return Intake(
        document=_document(kept), provisions=provisions,
        letters=[(row[0], tokens(text[row[8]:row[9]])) for row in provisions if row[10] and row[3] not in UNSEARCHED],
        spellings=[tuple(row) for row in kept.concepts],
        found=[(at[m.provision], m.key, m.start, m.end, m.rule) for m in kept.mentions],
        senses=[(at[m.provision], m.key, _json(m.members), m.rule, m.source, m.date, m.place, m.start, m.end)
                for m in kept.members],
        duties=[(at[d.provision], d.start, d.end, d.rate, _json(d)) for d in kept.obligations],
        who=list(dict.fromkeys((n, actor.name, actor.role) for n, duty in enumerate(kept.obligations)
                               for actor in duty.actors)),
        responsibilities=[(at[r.provision], r.start, r.end, r.rule, _json(r.units)) for r in kept.responsibilities],
        citations=[(at[c.provision], c.key, c.kind, c.title, int(c.short), c.start, c.end, c.rule)
                   for c in kept.citations])


def _document(kept: DocumentRecords) -> Row:
    return (kept.id, kept.sha256, kept.name, kept.title, kept.year, kept.issuer, kept.doc_type, kept.doc_number,
            kept.date, len(kept.text), zlib.compress(kept.text.encode(), 1))


def _front(document: Document) -> Row:
    """The lines before the tree as a provision without an id."""
    lines = document.front_matter
    start, end = (min(line.start for line in lines), max(line.end for line in lines)) if lines else (0, 0)
    return 0, "", None, "front", 0, "", None, "", start, end, 1


def _provision(number: int, row: ProvisionRow) -> Row:
    """(number, ref, parent, kind, depth, label, heading, path, start, end, leaf)"""
    parent = None if row.parent is None else row.parent + 1
    return (number, row.id, parent, row.kind, row.depth, row.label, row.heading, row.path, row.start, row.end,
            int(row.leaf))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
