"""What is known of one concept: names, definitions, years, neighbours, examples."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
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
    ends = _ends(db, concept)
    documents, mentions = db.execute(
        "SELECT count(DISTINCT document), count(*) FROM mentions WHERE concept = ?", (concept.id,)).fetchone()
    return ConceptCard(
        key=concept.key, label=concept.label, kind=concept.kind,  # type: ignore[arg-type]
        alt_labels=[AltLabel(label=other, rules=json.loads(rules)) for other, rules in db.execute(
            "SELECT label, rules FROM labels WHERE concept = ? ORDER BY label", (concept.id,))],
        definitions=definitions(db, places, concept), members=_related(db, "concept", "member", concept.id),
        member_of=_related(db, "member", "concept", concept.id), documents=documents, mentions=mentions,
        first=_evidence(places, ends[:1]), last=_evidence(places, ends[1:]), years=years(db, concept.id),
        neighbours=neighbours(db, places, concept.id, limit=NEIGHBOURS), examples=_examples(db, places, concept))


def _evidence(places: Places, rows: Iterable[tuple[int, int, int, int, str]]) -> Evidence | None:
    return next((places.evidence(*row) for row in rows), None)


def _ends(db: sqlite3.Connection, concept: Concept) -> list[tuple[int, int, int, int, str]]:
    """The first and the last mention, by year, title and place; documents without a year come last and first."""
    out = []
    for order, missing in (("ASC", 9999), ("DESC", -9999)):
        document = db.execute(
            "SELECT d.id FROM documents d WHERE d.id IN (SELECT document FROM mentions WHERE concept = ?)"
            f" ORDER BY coalesce(d.year, {missing}) {order}, d.title {order}, d.ref {order} LIMIT 1",
            (concept.id,)).fetchone()
        if document:
            out.append(db.execute(
                'SELECT document, provision, start, "end", rule FROM mentions WHERE concept = ? AND document = ?'
                f' ORDER BY start {order}, "end" {order} LIMIT 1', (concept.id, document[0])).fetchone())
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
        "SELECT d.year, count(m.n), count(*), coalesce(sum(m.n), 0) FROM documents d LEFT JOIN ("
        "  SELECT document, count(*) AS n FROM mentions WHERE concept = ? GROUP BY document) m ON m.document = d.id"
        " WHERE d.year IS NOT NULL GROUP BY d.year ORDER BY d.year", (concept,))
    return [YearCount(year=year, documents=held, total=total, mentions=mentions)
            for year, held, total, mentions in rows]


def _examples(db: sqlite3.Connection, places: Places, concept: Concept) -> list[Evidence]:
    """The first place in each of the newest documents."""
    rows = db.execute(
        "SELECT m.document, min(m.start) FROM mentions m JOIN documents d ON d.id = m.document WHERE m.concept = ?"
        " GROUP BY m.document ORDER BY d.year DESC, d.title, d.ref LIMIT ?", (concept.id, EXAMPLES)).fetchall()
    return [places.evidence(*db.execute(
        'SELECT document, provision, start, "end", rule FROM mentions WHERE concept = ? AND document = ? AND start = ?'
        ' ORDER BY "end" DESC', (concept.id, document, start)).fetchone()) for document, start in rows]
