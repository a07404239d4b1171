"""What the graph and the knowledge base keep of a document: named tuples of str, int, float, bool, None and tuples.

No row holds an object of the parse, so that a worker can send them; `json.dumps` writes them as lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from policydoc.model.knowledge import ConceptKind


class ProvisionRow(NamedTuple):
    """`parent` is the row number of the provision above it in `provisions`, None for a root."""

    id: str
    parent: int | None
    kind: str
    depth: int
    label: str
    heading: str | None
    path: str
    start: int
    end: int
    leaf: bool


class ConceptRow(NamedTuple):
    """A spelling of a concept as one rule found it in this document, so many times."""

    key: str
    label: str
    kind: ConceptKind
    rule: str
    times: int


class MentionRow(NamedTuple):
    key: str
    provision: str | None
    start: int
    end: int
    rule: str


class MemberRow(NamedTuple):
    """One sense of an abbreviation: `members` as labels. `source`, `date`, `place` where the lexicon says so;
    the span is that of the abbreviation whose definition or glossary entry names them."""

    key: str
    members: tuple[str, ...]
    rule: str
    source: str | None
    date: str | None
    place: str | None
    provision: str | None
    start: int
    end: int


class SpanRow(NamedTuple):
    text: str
    start: int
    end: int


class ActorRow(NamedTuple):
    """`role`: actor (named in the sentence), inherited (from above), lead, responsible, support."""

    name: str
    role: str
    start: int
    end: int


class ObligationRow(NamedTuple):
    """`period` and `times` are (n, unit) and (min, max); `actors` come first, then the units that answer."""

    provision: str | None
    start: int
    end: int
    rule: str
    cue: SpanRow
    period: tuple[int, str] | None
    times: tuple[int | None, int | None] | None
    quantity: tuple[float | None, float | None, str] | None
    anchor: str | None
    vague: str | None
    event: str | None
    action: SpanRow | None
    modality: str
    rate: float | None
    rrule: str | None
    actors: tuple[ActorRow, ...]


class CitationRow(NamedTuple):
    """`key` names the document or meeting meant; `title` is its label, `short` says that a short name stands."""

    key: str
    kind: str
    title: str
    short: bool
    provision: str | None
    start: int
    end: int
    rule: str


class ResponsibilityRow(NamedTuple):
    provision: str | None
    start: int
    end: int
    rule: str
    units: tuple[ActorRow, ...]


@dataclass(slots=True)
class DocumentRecords:
    """All rows of one document. `id` is stable: the first 16 digits of the file's SHA-256."""

    id: str
    sha256: str
    name: str
    title: str
    year: int | None
    issuer: str | None
    doc_type: str | None
    doc_number: str | None
    date: str | None
    text: str
    provisions: list[ProvisionRow]
    concepts: list[ConceptRow]
    mentions: list[MentionRow]
    members: list[MemberRow]
    obligations: list[ObligationRow]
    responsibilities: list[ResponsibilityRow]
    citations: list[CitationRow]
