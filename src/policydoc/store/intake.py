"""One document → what a knowledge base keeps of it: its records, its text, and its letters.

Plain tuples, so that a worker can send them. Provisions are numbered from 1 within the document, 0 is the front
matter; the writer turns these numbers into its own.
"""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple

from policydoc.graph import records
from policydoc.graph.rows import DocumentRecords
from policydoc.model.draft import Record
from policydoc.store.letters import tokens

Row = tuple[Any, ...]

UNSEARCHED: Final = frozenset({"toc"})
"""Kinds of provisions that repeat what stands elsewhere."""


class Intake(NamedTuple):
    """Rows by table; where a row stands in a provision, the provision's number comes first."""

    document: Row
    text: str
    facts: Row
    provisions: list[Row]
    letters: list[tuple[int, str]]
    senses: list[Row]
    duties: list[Row]
    who: list[tuple[int, str, str]]
    citations: list[Row]


def intake(document: Record) -> Intake:
    """All rows of one document, given as the record of its parse."""
    kept = records.from_record(document)
    text = kept.text
    at: dict[str | None, int] = {None: 0} | {row.id: n for n, row in enumerate(kept.provisions, 1)}
    letters = [(n, tokens(text[row.start:row.end])) for n, row in enumerate(kept.provisions, 1)
               if row.leaf and row.kind not in UNSEARCHED]
    front = _front(document)
    return Intake(
        document=_document(kept), text=text, facts=_facts(kept, at),
        provisions=[front, *((n, ref, None if parent is None else parent + 1, *rest)
                             for n, (ref, parent, *rest) in enumerate(kept.provisions, 1))],
        letters=[(0, tokens(text[front[8]:front[9]])), *letters],
        senses=[(at[m.provision], m.key, _json(m.members), m.rule, m.source, m.date, m.place, m.start, m.end)
                for m in kept.members],
        duties=[(at[d.provision], d.start, d.end, d.rate, _json(d)) for d in kept.obligations],
        who=list(dict.fromkeys((n, actor.name, actor.role) for n, duty in enumerate(kept.obligations)
                               for actor in duty.actors)),
        citations=[(at[c.provision], c.key, c.kind, c.title, c.short, c.start, c.end, c.rule)
                   for c in kept.citations])


def _document(kept: DocumentRecords) -> Row:
    return (kept.id, kept.sha256, kept.name, kept.title, kept.year, kept.issuer, kept.doc_type, kept.doc_number,
            kept.date, len(kept.text))


def _facts(kept: DocumentRecords, at: dict[str | None, int]) -> Row:
    """What is only read document by document, each list as JSON; numbers of provisions stay those of the document."""
    found = [(at[m.provision], m.key, m.start, m.end, m.rule) for m in kept.mentions]
    responsible = [(at[r.provision], r.start, r.end, r.rule, r.units) for r in kept.responsibilities]
    spellings: dict[str, dict[str, dict[str, int]]] = {}
    for _, label, kind, rule, times in kept.concepts:
        spellings.setdefault(kind, {}).setdefault(rule, {})[label] = times
    return _json(spellings), _json(found), _json(responsible)


def _front(document: Record) -> Row:
    """The lines before the tree as a provision without an id."""
    lines = document["front_matter"]
    start, end = (min(line["start"] for line in lines), max(line["end"] for line in lines)) if lines else (0, 0)
    return 0, "", None, "front", 0, "", None, "", start, end, True


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
