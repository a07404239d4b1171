"""The whole: source, front matter, text, tree, facts and diagnostics."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic.dataclasses import dataclass

from policydoc.model.diagnostics import Diagnostic
from policydoc.model.facts import (
    Annotation,
    Citation,
    Deadline,
    GuidingFormula,
    NumeralAbbreviation,
    QuotedTerm,
    Responsibility,
    Slogan,
    Target,
)
from policydoc.model.frequency import FrequencyObligation
from policydoc.model.provision import Provision
from policydoc.model.source import SCHEMA_VERSION, Furniture, Location
from policydoc.model.spans import Mention


@dataclass(slots=True, frozen=True, kw_only=True)
class Source:
    """The file: its name, format, encoding (text only) and the SHA-256 of its bytes."""

    name: str
    format: str
    encoding: str | None
    sha256: str


@dataclass(slots=True, frozen=True, kw_only=True)
class FrontMatter(Mention):
    """A line, or a part of one, before the tree begins."""

    role: Literal["title", "subtitle", "doc_number", "issuer", "recipients", "date", "salutation", "note"]


class Document(BaseModel):
    """A policy document. `model_dump(mode="json")` is the JSON of `policydoc parse`."""

    model_config = ConfigDict(extra="forbid")

    schema_version: str = SCHEMA_VERSION
    source: Source
    title: str | None = None
    year: int | None = None
    issuer: str | None = None
    doc_type: str | None = None
    doc_number: str | None = None
    date: str | None = None
    text: str
    front_matter: list[FrontMatter]
    provisions: list[Provision]
    quoted_terms: list[QuotedTerm]
    slogans: list[Slogan]
    guiding_formulae: list[GuidingFormula]
    abbreviations: list[NumeralAbbreviation]
    citations: list[Citation]
    responsibilities: list[Responsibility]
    deadlines: list[Deadline]
    targets: list[Target]
    frequency_obligations: list[FrequencyObligation]
    annotations: dict[str, list[Annotation]]
    diagnostics: list[Diagnostic]
    furniture: list[Furniture]

    _places: list[tuple[int, Location]] = PrivateAttr([])

    @classmethod
    def build(cls, record: dict[str, Any], places: list[tuple[int, Location]]) -> Document:
        """Validate a whole record in one pass and keep the way back to the source."""
        document = cls.model_validate(record)
        document._places = places
        return document

    def walk(self) -> Iterator[Provision]:
        """All provisions, in the order of the text."""
        for provision in self.provisions:
            yield from provision.walk()

    def locate(self, offset: int) -> Location:
        """Where the character at `offset` stands: line and column of the text, and its place in the source.

        The place in the source (paragraph, cell, page) is known for a document that was just parsed; it is not
        part of the JSON. Raises IndexError for an offset outside of the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside of the text (0 to {len(self.text)})")
        line = self.text.count("\n", 0, offset) + 1
        column = offset - self.text.rfind("\n", 0, offset)
        at = bisect_right(self._places, offset, key=lambda place: place[0]) - 1
        place = self._places[at][1] if at >= 0 else Location()
        return replace(place, line=line, column=column)
