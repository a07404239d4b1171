"""What is known of one concept: names, definitions, years, neighbours, examples."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from policydoc.graph.linking import normal
from policydoc.model.knowledge import AltLabel, ConceptCard, Definition, Evidence, YearCount
from policydoc.store.near import neighbours
from policydoc.store.places import Places

EXAMPLES = 5
NEIGHBOURS = 20
CLOSE = 5


class Concept(NamedTuple):
    id: int
    key: str
    label: str
    kind: str


def concept_of(db: sqlite3.Connection, label: str) -> Concept:
    """The concept that a label names in any spelling. Raises `UnknownConcept` with the labels closest to it."""
    row = db.execute("SELECT id, key, label, kind FROM concepts WHERE key = ?", (normal(label),)).fetchone()
    if row is None:
        raise unknown(db, label)
    return Concept(*row)


def unknown(db: sqlite3.Connection, label: str) -> Exception:
    """The error for a label that is no concept; labels that hold it or are held by it come before look-alikes."""
    from rapidfuzz import fuzz, process

    from policydoc.errors import UnknownConcept

    labels = [row[0] for row in db.execute("SELECT label FROM concepts ORDER BY label")]
    close = process.extract(label, labels, scorer=fuzz.ratio, limit=CLOSE, score_cutoff=40)
    return UnknownConcept(label, [found for found, _, _ in close])


def card(db: sqlite3.Connection, places: Places, label: str) -> ConceptCard:
    """The whole card."""
    concept = concept_of(db, label)
    ends = _ends(db, places, concept)
    documents, mentions = db.execute(
        "SELECT count(*), coalesce(sum(times), 0) FROM holders WHERE concept = ?", (concept.id,)).fetchone()
    return ConceptCard(
        key=concept.key, label=concept.label, kind=concept.kind,  # type: ignore[arg-type]
        alt_labels=[AltLabel(label=other, rules=json.loads(rules)) for other, rules in db.execute(
            "SELECT label, rules FROM labels WHERE concept = ? ORDER BY label", (concept.id,))],
        definitions=definitions(db, places, concept), members=_related(db, "concept", "member", concept.id),
        member_of=_related(db, "member", "concept", concept.id), documents=documents, mentions=mentions,
        first=ends[0] if ends else None, last=ends[1] if ends else None, years=years(db, concept.id),
        neighbours=neighbours(db, places, concept.id, limit=NEIGHBOURS), examples=_examples(db, places, concept))


def _ends(db: sqlite3.Connection, places: Places, concept: Concept) -> list[Evidence]:
    """The first and the last mention, by year, title and place; documents without a year come last and first."""
    out = []
    for order, missing, end in (("ASC", 9999, 0), ("DESC", -9999, -1)):
        document = db.execute(
            "SELECT d.id FROM holders h JOIN documents d ON d.id = h.document WHERE h.concept = ?"
            f" ORDER BY coalesce(d.year, {missing}) {order}, d.title {order}, d.ref {order} LIMIT 1",
            (concept.id,)).fetchone()
        if document:
            number, = document
            out.append(places.evidence(number, *places.of(concept.id, number)[end]))
    return out


def definitions(db: sqlite3.Connection, places: Places, concept: Concept) -> list[Definition]:
    """The senses of an abbreviation: what the lexicon says, then each document that lists the members, by year."""
    rows = db.execute(
        'SELECT s.members, s.rule, s.source, s.date, s.place, s.document, s.provision, s.start, s."end"'
        " FROM senses s JOIN documents d ON d.id = s.document WHERE s.key = ?"
        " ORDER BY s.source IS NULL, s.date, s.source, s.members, d.year, d.title, d.ref, s.start",
        (concept.key,))
    out: dict[tuple[str, ...], Definition] = {}
    for members, rule, source, date, place, document, provision, start, end in rows:
        seen = (members, source or "", date or "", place or "")
        if seen not in out:
            evidence = None if source else places.evidence(document, provision, start, end, rule)
            out[seen] = Definition(members=json.loads(members), source=source, date=date, place=place,
                                   evidence=evidence)
    return list(out.values())


def _related(db: sqlite3.Connection, here: str, there: str, concept: int) -> list[str]:
    return [row[0] for row in db.execute(
        f"SELECT c.label FROM members m JOIN concepts c ON c.id = m.{there} WHERE m.{here} = ? ORDER BY c.label",
        (concept,))]


def years(db: sqlite3.Connection, concept: int) -> list[YearCount]:
    """Every year that has a document, with and without the concept."""
    rows = db.execute(
        "SELECT d.year, count(h.times), count(*), coalesce(sum(h.times), 0) FROM documents d"
        " LEFT JOIN holders h ON h.concept = ? AND h.document = d.id"
        " WHERE d.year IS NOT NULL GROUP BY d.year ORDER BY d.year", (concept,))
    return [YearCount(year=year, documents=held, total=total, mentions=mentions)
            for year, held, total, mentions in rows]


def _examples(db: sqlite3.Connection, places: Places, concept: Concept) -> list[Evidence]:
    """The first place in each of the newest documents, the longest where two begin there."""
    rows = db.execute(
        "SELECT d.id FROM holders h JOIN documents d ON d.id = h.document WHERE h.concept = ?"
        " ORDER BY d.year DESC, d.title, d.ref LIMIT ?", (concept.id, EXAMPLES)).fetchall()
    return [places.evidence(document, *min(places.of(concept.id, document), key=lambda at: (at.start, -at.end)))
            for document, in rows]
