"""What the page shows, in the order in which it shows it: the template only writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from policydoc.model.comparison import (
    CitationTrend,
    Comparison,
    ConceptTrend,
    ObligationTrend,
    Place,
    ResponsibleTrend,
    Row,
    Verdict,
)
from policydoc.render.report.pieces import Piece, of_row
from policydoc.render.report.places import Names
from policydoc.render.report.words import kind, verdict, word
from policydoc.render.table import Lang


@dataclass(frozen=True)
class Link:
    """Leads to a sentence of an edition: `text` to click on, `hint` the sentence itself."""

    target: str
    text: str
    hint: str


@dataclass
class Cell:
    """A cell of a cross reference: a text, and the places that it stands on."""

    text: str
    links: list[Link] = field(default_factory=list)


@dataclass
class CrossTable:
    """`id` names its section; the last column is followed by one a year."""

    id: str
    title: str
    heads: list[str]
    rows: list[tuple[str, list[str], list[Cell]]] = field(default_factory=list)
    """(trend, leading cells, a cell an edition)"""


@dataclass(frozen=True)
class RowView:
    """A row with its redline and its reasons."""

    id: str
    row: Row
    verdict: str
    also: list[str]
    chapter: str
    old_names: list[tuple[str, str]]
    new_names: list[tuple[str, str]]
    pieces: list[Piece]
    decided: list[str]
    reasons: list[str]


NOTABLE: Final[tuple[Verdict, ...]] = ("strengthened", "weakened", "new", "dropped")
"""What a leader asks for first, in this order."""


@dataclass(frozen=True)
class StepView:
    """Two consecutive editions: their rows under the chapters of the new one."""

    index: int
    name: str
    chapters: list[tuple[str, list[RowView]]]


@dataclass(frozen=True)
class Stretch:
    """A stretch of an edition's text: a sentence with its anchor, or what stands between sentences."""

    text: str
    anchor: str = ""
    unit: str = ""


def unit_anchor(edition: int, provision: str) -> str:
    return f"u{edition}-{provision}"


def sentence_anchor(edition: int, start: int) -> str:
    return f"s{edition}-{start}"


def steps(comparison: Comparison, names: Names, lang: Lang) -> list[StepView]:
    """Every row, chapter by chapter; rows of one chapter that stand apart are brought together."""
    out = []
    for step in range(len(comparison.editions) - 1):
        chapters: dict[str, list[RowView]] = {}
        for index, row in enumerate(comparison.rows):
            if row.step == step:
                chapters.setdefault(names.chapter(row), []).append(_row(comparison, names, lang, index, row))
        out.append(StepView(step, names.step(step), list(chapters.items())))
    return out


def _row(comparison: Comparison, names: Names, lang: Lang, index: int, row: Row) -> RowView:
    sides = [[(unit_anchor(edition, p), names.full(names.unit(edition, p))) for p in provisions]
             for edition, provisions in ((row.step, row.old), (row.step + 1, row.new))]
    return RowView(
        id=f"r{index}", row=row, verdict=verdict(row.verdict, lang), also=[verdict(v, lang) for v in row.also],
        chapter=names.chapter(row), old_names=sides[0], new_names=sides[1], pieces=of_row(comparison, row),
        decided=decided(row, lang), reasons=[
            f"{kind(r.signal, lang)} {r.value:.0%}" + (f"（{word('shared', lang)}：{'、'.join(r.shared[:4])}）"
                                                       if r.shared else "") for r in row.reasons])


def notable(rows: Sequence[Row]) -> list[tuple[int, Verdict]]:
    """(index, verdict) of the rows to be shown first; a split that is stronger, too, is among them."""
    found = [(at, first) for at, row in enumerate(rows)
             if (first := next((v for v in NOTABLE if v in (row.verdict, *row.also)), None))]
    return sorted(found, key=lambda pair: (rows[pair[0]].step, NOTABLE.index(pair[1])))


def decided(row: Row, lang: Lang) -> list[str]:
    """`频次：每半年1次 → 每季度1次`, for each fact that decided; the same words are said once."""
    colon = "：" if lang == "zh" else ": "
    return list(dict.fromkeys(f"{kind(c.kind, lang)}{colon}{c.old_value} → {c.new_value}" for c in row.decided_by))


def cross_tables(comparison: Comparison, names: Names, lang: Lang) -> list[CrossTable]:
    """Concepts, duties, citations and units responsible, by edition."""
    def table(name: str, *heads: str) -> CrossTable:
        return CrossTable(name, word(name, lang), [word(head, lang) for head in heads])

    concepts, duties = table("concepts", "concepts", "kind", "trend"), table("obligations", "what", "change")
    citations, units = table("citations", "title", "older", "trend"), table("responsible", "unit", "trend")
    concepts.rows = [(c.trend, [c.label, kind(c.kind, lang), kind(c.trend, lang)], _cells(names, c))
                     for c in comparison.concepts]
    duties.rows = [(o.change, [o.what, kind(o.change, lang)], _duties(names, o)) for o in comparison.obligations]
    citations.rows = [(c.trend, [c.title, "、".join(c.older_names), kind(c.trend, lang)], _cells(names, c))
                      for c in comparison.citations]
    units.rows = [(u.trend, [u.unit, kind(u.trend, lang)], _cells(names, u)) for u in comparison.responsible]
    return [concepts, duties, citations, units]


def _cells(names: Names, trend: ConceptTrend | CitationTrend | ResponsibleTrend) -> list[Cell]:
    return [Cell(str(len(places)) if places else "", [_link(names, n, place) for place in places])
            for n, places in enumerate(trend.places)]


def _duties(names: Names, duty: ObligationTrend) -> list[Cell]:
    return [Cell("") if cell is None else
            Cell("、".join(cell.who) + (" · " if cell.who else "") + cell.how_often, [_link(names, n, cell.place)])
            for n, cell in enumerate(duty.cells)]


def _link(names: Names, edition: int, place: Place) -> Link:
    return Link(sentence_anchor(edition, place.sentence.start), names.short(names.holder(edition, place)),
                names.sentence(edition, place))


def anchored_text(comparison: Comparison, edition: int) -> list[Stretch]:
    """The whole text of an edition, cut where a unit begins and where a sentence is that a cell leads to."""
    text = comparison.editions[edition].text
    wanted = {place.sentence.start: place.sentence.end for place in _every_place(comparison, edition)}
    starts = {unit.start: unit_anchor(edition, unit.provision) for unit in comparison.editions[edition].units}
    bounds = sorted({0, len(text), *wanted, *wanted.values(), *starts})
    return [Stretch(text[start:end], sentence_anchor(edition, start) if start in wanted else "", starts.get(start, ""))
            for start, end in pairwise(bounds)]


def _every_place(comparison: Comparison, edition: int) -> list[Place]:
    trends: Sequence[ConceptTrend | CitationTrend | ResponsibleTrend] = [
        *comparison.concepts, *comparison.citations, *comparison.responsible]
    duties = [duty.cells[edition] for duty in comparison.obligations]
    return [*(place for trend in trends for place in trend.places[edition]),
            *(cell.place for cell in duties if cell is not None)]


def threads(comparison: Comparison, names: Names, lang: Lang
            ) -> list[tuple[str, list[list[tuple[str, str]]], list[tuple[str, Verdict, str]]]]:
    """(heading, units of each edition, (row, verdict, its word) of each step)"""
    return [(thread.heading or word("preamble", lang),
             [[(unit_anchor(n, p), names.full(names.unit(n, p))) for p in cell]
              for n, cell in enumerate(thread.cells)],
             [(f"r{i}", comparison.rows[i].verdict, verdict(comparison.rows[i].verdict, lang)) for i in thread.rows])
            for thread in comparison.threads]
