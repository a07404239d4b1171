"""What a set of documents is asked, and answers: concepts, their neighbours, places and years.

Every answer carries its `Evidence`: the sentence it stands on, with document, provision and span.
"""

from __future__ import annotations

from typing import Literal

from pydantic.dataclasses import dataclass

ConceptKind = Literal["numeral_abbreviation", "slogan", "name", "label", "formulation", "member", "proposal"]
"""As of quoted terms and slogans; `formulation` is the theme of a guiding formula (以…为指导), `member` is known
as a member of an abbreviation alone, `proposal` comes from corpus statistics and is no finding."""

Relation = Literal["contains", "mentions", "member_of", "co_occurs", "cites", "obliges", "duty_of", "continues"]


@dataclass(slots=True, frozen=True, kw_only=True)
class Sentence:
    """A sentence with its span in the document's text."""

    text: str
    start: int
    end: int


@dataclass(slots=True, frozen=True, kw_only=True)
class Evidence:
    """Where something stands: `document` is the document's id, `path` the labels and headings above the place.

    `text` stands at start:end of the document's text, inside `sentence`; `rule` names what found it.
    """

    document: str
    title: str
    year: int | None
    provision: str | None
    path: str
    text: str
    start: int
    end: int
    sentence: Sentence
    rule: str


@dataclass(slots=True, frozen=True, kw_only=True)
class AltLabel:
    """Another spelling or a short form, and the rules by which it is the same concept."""

    label: str
    rules: list[str]


@dataclass(slots=True, frozen=True, kw_only=True)
class Definition:
    """What a concept stands for: its members, who says so and since when; `evidence` where a document says it."""

    members: list[str]
    source: str | None
    date: str | None
    place: str | None
    evidence: Evidence | None


@dataclass(slots=True, frozen=True, kw_only=True)
class YearCount:
    """How many of the `total` documents of a year hold a concept (`documents`), and how often (`mentions`)."""

    year: int
    documents: int
    total: int
    mentions: int

    @property
    def share(self) -> float:
        return self.documents / self.total if self.total else 0.0


@dataclass(slots=True, frozen=True, kw_only=True)
class Neighbour:
    """A concept (or other node) beside another one.

    `weight` is the number of provisions (co_occurs) or of places; `association` is the normalised pointwise mutual
    information over provisions, from -1 to 1, None for the other relations.
    """

    key: str
    label: str
    kind: str
    relation: Relation
    weight: int
    association: float | None
    evidence: Evidence | None


@dataclass(slots=True, frozen=True, kw_only=True)
class ConceptCard:
    """All that is known of one concept. `first` and `last` are by the year of the document, then by its title."""

    key: str
    label: str
    kind: ConceptKind
    alt_labels: list[AltLabel]
    definitions: list[Definition]
    members: list[str]
    member_of: list[str]
    documents: int
    mentions: int
    first: Evidence | None
    last: Evidence | None
    years: list[YearCount]
    neighbours: list[Neighbour]
    examples: list[Evidence]


@dataclass(slots=True, frozen=True, kw_only=True)
class PathStep:
    """One edge of a path from concept to concept, with the sentences it stands on."""

    source: str
    target: str
    relation: Relation
    weight: int
    association: float | None
    evidence: list[Evidence]


@dataclass(slots=True, frozen=True, kw_only=True)
class Ranked:
    """A concept with its centrality (PageRank over co_occurs, the sum over all concepts is 1)."""

    key: str
    label: str
    kind: ConceptKind
    score: float


@dataclass(slots=True, frozen=True, kw_only=True)
class TimelinePoint:
    """One concept in one year: the share of that year's documents that hold it, with the denominator."""

    concept: str
    year: int
    documents: int
    total: int
    share: float
    mentions: int


@dataclass(slots=True, frozen=True, kw_only=True)
class Hit:
    """A provision that a search found; `marks` are spans of the query's words in the document's text."""

    evidence: Evidence
    score: float
    marks: list[tuple[int, int]]


@dataclass(slots=True, frozen=True, kw_only=True)
class Duty:
    """A recurring duty: who (actors named, units that answer for it), what, how often, and where it stands."""

    actors: list[str]
    units: list[str]
    action: str | None
    cue: str
    period: str | None
    count: str | None
    rate: float | None
    vague: str | None
    modality: str
    rrule: str | None
    evidence: Evidence


@dataclass(slots=True, frozen=True, kw_only=True)
class Cited:
    """A document or meeting that is cited: under which names, by how many documents, and where."""

    key: str
    title: str
    kind: str
    alt_labels: list[AltLabel]
    documents: int
    mentions: int
    places: list[Evidence]


@dataclass(slots=True, frozen=True, kw_only=True)
class Chunk:
    """A stretch of a document for retrieval; `path` is document › chapter › item, `concepts` their labels."""

    id: str
    document: str
    path: str
    year: int | None
    provision: str
    start: int
    end: int
    text: str
    concepts: list[str]
