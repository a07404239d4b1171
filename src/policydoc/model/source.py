"""What every reader gives: the text, and the way back to the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA_VERSION = "1.0"
"""Version of the JSON of a document."""


@dataclass(slots=True, frozen=True, kw_only=True)
class Location:
    """Where a character stands in the file. Everything counts from 1; None where the format has no such thing.

    `line` and `column` count in `Document.text`; the rest in the source: paragraph and page of a word-processor,
    PDF or OFD file, table with row and cell, `part` of the package (body, textbox, footnote).
    """

    line: int = 1
    column: int = 1
    paragraph: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    part: str | None = None


@dataclass(slots=True, frozen=True, kw_only=True)
class Furniture:
    """Text that stands on the pages but is no part of the document: running heads, footers, page numbers."""

    kind: Literal["header", "footer", "page_number", "comment"]
    text: str
    page: int | None = None


@dataclass(slots=True)
class SourceText:
    """A file as text. One paragraph is one line; a table row is one line with its cells joined by tabs.

    `places` says for ascending offsets where the text from there on came from; it is empty for plain text.
    `tables` and `notes` are spans of `text`: whole tables, and footnotes gathered at the end.
    `diagnostics` are records of `Diagnostic`. `hints` are values that the file states beside its text (the table
    above a government page), by the name of the field of `Document`: title, doc_number, issuer, date.
    """

    text: str
    format: str
    encoding: str | None = None
    places: list[tuple[int, Location]] = field(default_factory=list)
    tables: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    hints: dict[str, str] = field(default_factory=dict)
