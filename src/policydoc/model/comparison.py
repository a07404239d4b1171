"""What changed between the plans of two or more years.

Spans index into `editions[n].text`; ids are those of the provisions of that edition's document.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic.dataclasses import dataclass

COMPARISON_VERSION = "1.0"

Verdict = Literal[
    "kept", "reworded", "strengthened", "weakened", "extended", "narrowed", "moved", "merged", "split",
    "dropped", "new",
]
Direction = Literal["stronger", "weaker"]
Signal = Literal["heading", "text", "sentences", "paragraph", "concepts", "obligations", "chapter"]
Trend = Literal["new", "risen", "steady", "fallen", "gone", "returned"]
"""From the first edition to the last; `returned` was missing in between."""


@dataclass(slots=True, frozen=True, kw_only=True)
class Span:
    """Half open, in code points of one edition's text."""

    start: int
    end: int


@dataclass(slots=True, frozen=True, kw_only=True)
class Place(Span):
    """`text` stands at start:end of the edition's text, in `provision`, inside the sentence `sentence`."""

    text: str
    provision: str | None
    sentence: Span


@dataclass(slots=True, frozen=True, kw_only=True)
class LineOfWork:
    """One unit of comparison: the item (or article, or chapter without items) that gets a row.

    `provision` is its id; text of a chapter before its first item is a unit of its own (`lead`) named by the id of
    its first provision. `chapter` is the path of headings above it. `part` keeps a report on the past year apart.
    """

    provision: str
    kind: str
    label: str
    heading: str | None
    chapter: list[str]
    chapter_ids: list[str]
    part: Literal["plan", "review"]
    lead: bool
    start: int
    end: int


@dataclass(slots=True, frozen=True, kw_only=True)
class Edition:
    """One of the documents compared, in the order of the years. `name` heads its column: its year where known."""

    name: str
    year: int | None
    title: str | None
    issuer: str | None
    source: str
    sha256: str
    text: str
    units: list[LineOfWork]


@dataclass(slots=True, frozen=True, kw_only=True)
class Reason:
    """One part of a row's score: a signal, its value (0 to 1), its share of the score, and what was shared."""

    signal: Signal
    value: float
    weight: float
    shared: list[str]


@dataclass(slots=True, frozen=True, kw_only=True)
class Change:
    """A fact that can be compared, then and now; it decides whether a row is stronger or weaker.

    `old_value` and `new_value` are readable: 每季度1次 (4/年), 2023-06, ≥90%, 应当.
    """

    kind: Literal["frequency", "count", "quantity", "deadline", "target", "modality", "strength"]
    direction: Direction
    old: Place
    new: Place
    old_value: str
    new_value: str


@dataclass(slots=True, frozen=True, kw_only=True)
class RedlineOp:
    """A step from the old text to the new.

    equal: both spans (they may differ by folded punctuation or width only); delete: `old` alone; insert: `new`
    alone; move: both spans of a sentence that stands elsewhere, met once in each text's order: where it stood
    (`at` old) and where it stands (`at` new). Spans of `old_unit` / `new_unit` in the order of the texts leave no gap:
    reading equal + delete + move(at old) gives the old text exactly, equal + insert + move(at new) the new.
    """

    op: Literal["equal", "insert", "delete", "move"]
    old: Span | None = None
    new: Span | None = None
    at: Literal["old", "new"] | None = None


@dataclass(slots=True, frozen=True, kw_only=True)
class Row:
    """One line of work in two consecutive editions: editions[step] and editions[step + 1].

    `old` and `new` are ids of units; both have one except in split (1:n), merged (n:1), dropped and new. A unit that
    is both split and merged stands in two rows. `also` holds the verdicts that hold besides (moved and reworded).
    """

    verdict: Verdict
    also: list[Verdict]
    step: int
    part: Literal["plan", "review"]
    old: list[str]
    new: list[str]
    score: float
    reasons: list[Reason]
    decided_by: list[Change]
    redline: list[RedlineOp]


@dataclass(slots=True, frozen=True, kw_only=True)
class Thread:
    """One line of work through all editions: for each edition its unit ids (empty: not there), and its rows."""

    heading: str
    part: Literal["plan", "review"]
    cells: list[list[str]]
    rows: list[int]


@dataclass(slots=True, frozen=True, kw_only=True)
class ConceptTrend:
    """A quoted term, slogan or abbreviation by edition; `places[n]` are its uses in edition n."""

    label: str
    kind: str
    trend: Trend
    first: str
    last: str
    counts: list[int]
    places: list[list[Place]]


@dataclass(slots=True, frozen=True, kw_only=True)
class ObligationCell:
    """A duty as one edition words it."""

    who: list[str]
    what: str
    how_often: str
    rate: float | None
    place: Place


@dataclass(slots=True, frozen=True, kw_only=True)
class ObligationTrend:
    """A recurring duty by edition; None where the edition has no such duty. `change` compares first and last."""

    what: str
    change: Literal["new", "gone", "same", "stronger", "weaker", "reworded", "returned"]
    cells: list[ObligationCell | None]


@dataclass(slots=True, frozen=True, kw_only=True)
class CitationTrend:
    """A document or meeting cited, by edition. `older_names`: titles under which earlier editions cite it."""

    title: str
    trend: Trend
    older_names: list[str]
    places: list[list[Place]]


@dataclass(slots=True, frozen=True, kw_only=True)
class ResponsibleTrend:
    """A unit that answers for work, by edition: where it is named as responsible or as the actor of a duty."""

    unit: str
    trend: Trend
    places: list[list[Place]]


class Comparison(BaseModel):
    """Two or more editions of a plan, row by row, and what runs through them. `rows` go by step, then in the order
    of the new text, dropped ones where they stood."""

    model_config = ConfigDict(extra="forbid")

    schema_version: str = COMPARISON_VERSION
    editions: list[Edition]
    rows: list[Row]
    threads: list[Thread]
    concepts: list[ConceptTrend]
    obligations: list[ObligationTrend]
    citations: list[CitationTrend]
    responsible: list[ResponsibleTrend]

    @property
    def years(self) -> list[str]:
        """Names of the editions, in order."""
        return [edition.name for edition in self.editions]

    def unit(self, edition: int, provision: str) -> LineOfWork:
        """The unit of this id. Raises KeyError where the edition has none."""
        for unit in self.editions[edition].units:
            if unit.provision == provision:
                return unit
        raise KeyError(provision)

    def counts(self, step: int) -> dict[Verdict, int]:
        """How many rows of a step have each verdict."""
        out: dict[Verdict, int] = {}
        for row in self.rows:
            if row.step == step:
                out[row.verdict] = out.get(row.verdict, 0) + 1
        return out
