"""Documents of several years → Comparison: units, alignment, verdicts, threads, and what runs through the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from policydoc.comparison import citations, concepts, duties, responsible
from policydoc.comparison.align import Group, Link, align
from policydoc.comparison.fold import folded
from policydoc.comparison.judge import changes, verdicts
from policydoc.comparison.places import Places
from policydoc.comparison.reasons import reasons
from policydoc.comparison.redline import match, redline
from policydoc.comparison.side import Side, Twins
from policydoc.comparison.threads import threads
from policydoc.comparison.units import mark_facts, plan_year, units
from policydoc.comparison.weigh import chapter
from policydoc.model.comparison import Change, Comparison, Edition, LineOfWork, Row, Verdict
from policydoc.model.document import Document


class Book:
    """One document with its units, ready to be compared."""

    def __init__(self, document: Document, year: int | None) -> None:
        self.document, self.year = document, year or plan_year(document)
        self.units = units(document, year)
        mark_facts(document, self.units)
        self.places = Places(document)

    def side(self, chosen: Sequence[int]) -> Side:
        return Side(self.places, [self.units[n] for n in chosen], self.year)


def compare(documents: Sequence[Document], years: Sequence[int | None]) -> Comparison:
    """Compare documents in their order, each with the next; the years are given or None."""
    books = [Book(document, year) for document, year in zip(documents, years, strict=True)]
    editions = [_edition(book, name) for book, name in zip(books, _names(books), strict=True)]
    rows: list[Row] = []
    links: list[list[tuple[str, str, float]]] = []
    twins: list[list[Twins]] = []
    for step, (old, new) in enumerate(pairwise(books)):
        groups = align(old.units, new.units)
        moved = _Moves(old, new, groups)
        known = old.places.pairs_of_letters + new.places.pairs_of_letters
        found = [_row(step, old, new, group, moved, known) for group in groups]
        rows += [row for row, _ in found]
        twins.append([twin for _, twin in found if twin])
        links.append([(old.units[i].id, new.units[j].id, like.score) for group in groups for i, j, like in group.links])
    documents = [book.document for book in books]
    places = [book.places for book in books]
    names = [edition.name for edition in editions]
    return Comparison(
        editions=editions, rows=rows, threads=threads(editions, rows, links),
        concepts=concepts.trends(documents, places, names), obligations=duties.trends(documents, places, twins),
        citations=citations.trends(documents, places, twins), responsible=responsible.trends(documents, places))


def _names(books: Sequence[Book]) -> list[str]:
    """The year, or the file's name; told apart by a number where they are the same."""
    plain = [str(book.year) if book.year else book.document.source.name or book.document.title or f"文档{n}"
             for n, book in enumerate(books, 1)]
    seen: Counter[str] = Counter()
    out = []
    for name in plain:
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return out


def _edition(book: Book, name: str) -> Edition:
    document = book.document
    lines = [LineOfWork(provision=unit.id, kind=unit.kind, label=unit.nodes[0].label, heading=unit.heading or None,
                        chapter=[node.label + (node.heading or "") for node in unit.chapter],
                        chapter_ids=[node.id for node in unit.chapter], part=unit.part, lead=unit.lead,
                        start=unit.start, end=unit.end) for unit in book.units]
    return Edition(name=name, year=book.year, title=document.title, issuer=document.issuer,
                   source=document.source.name, sha256=document.source.sha256, text=document.text, units=lines)


class _Moves:
    """Which chapter of one year is which of the other: each one's best by the text that its rows share."""

    def __init__(self, old: Book, new: Book, groups: Sequence[Group]) -> None:
        self.old, self.new = old.units, new.units
        mass: Counter[tuple[str, str]] = Counter()
        for group in groups:
            for link in group.links:
                size = len(self.old[link.old].text) + len(self.new[link.new].text)
                mass[self._chapters(link)] += round(size * link.likeness.score)
        pairs = sorted(mass, key=lambda pair: (-mass[pair], pair))
        self.best = {("old", a): b for a, b in reversed(pairs)} | {("new", b): a for a, b in reversed(pairs)}

    def _chapters(self, link: Link) -> tuple[str, str]:
        return chapter(self.old[link.old]), chapter(self.new[link.new])

    def moved(self, link: Link) -> bool:
        a, b = self._chapters(link)
        titles = [folded(unit.chapter[-1].heading or "") if unit.chapter else ""
                  for unit in (self.old[link.old], self.new[link.new])]
        return self.best["old", a] != b and self.best["new", b] != a and titles[0] != titles[1]


def _row(step: int, old: Book, new: Book, group: Group, moves: _Moves,
         known: Counter[str]) -> tuple[Row, Twins | None]:
    was, now = old.side(group.old), new.side(group.new)
    matches = match(was.sentences, now.sentences)
    twins = Twins(was, now, matches)
    ops = redline(was.text, now.text, was.sentences, now.sentences, matches, known)
    part = (was.units or now.units)[0].part
    decided_by: list[Change] = changes(was, now, twins) if group.links and part == "plan" else []
    moved = len(group.links) == 1 and moves.moved(group.links[0])
    found: list[Verdict] = verdicts(was, now, ops, decided_by, moved) if group.links else []
    found = _by_shape(group) + found
    best = max(group.links, key=lambda link: link.likeness.score, default=None)
    score = 1.0 if found[0] == "kept" else round(fmean(link.likeness.score for link in group.links), 4) if best else 0.0
    row = Row(verdict=found[0], also=found[1:], step=step, part=part,
              old=[unit.id for unit in was.units], new=[unit.id for unit in now.units], score=score,
              reasons=reasons(old.units[best.old], new.units[best.new], best.likeness) if best else [],
              decided_by=decided_by, redline=ops)
    return row, twins if group.links else None


def _by_shape(group: Group) -> list[Verdict]:
    if not group.old:
        return ["new"]
    if not group.new:
        return ["dropped"]
    return ["split"] if len(group.new) > 1 else ["merged"] if len(group.old) > 1 else []
