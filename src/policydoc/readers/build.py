"""Lines with their places, gathered into a `SourceText`: what every reader of a rich format writes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from policydoc.model.source import Furniture, Location, SourceText

Severity = Literal["error", "warning", "info"]


class TextBuilder:
    """Joins lines by `\\n` and remembers where each came from.

    One paragraph is one `line`, one table row is one `row`; rows between `open_table` and `close_table` are one
    table (a table inside of a cell belongs to the outer one). A line may hold `\\n` of its own (soft breaks).
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._table_start: int | None = None
        self._source = SourceText("", "")
        self._furniture: set[Furniture] = set()

    @property
    def offset(self) -> int:
        """Where the next line will start."""
        return self._length + bool(self._parts)

    def line(self, text: str, place: Location | None = None) -> tuple[int, int]:
        """Add a line and give its span; without a place it counts to that of the line before."""
        start = self.offset
        if place is not None:
            self._source.places.append((start, place))
        self._parts.append(text)
        self._length = start + len(text)
        return start, self._length

    def mark(self, at: int, place: Location) -> None:
        """Say that the last line comes from another place from `at` on (a paragraph over the end of a page)."""
        self._source.places.append((at, place))

    def row(self, cells: Sequence[tuple[str, Location]]) -> tuple[int, int]:
        """Add a table row: its cells joined by tabs, each with its place."""
        start = at = self.offset
        for text, place in cells:
            self._source.places.append((at, place))
            at += len(text) + 1
        return self.line("\t".join(text for text, _ in cells)) if cells else (start, start)

    def note(self, text: str, place: Location | None = None) -> tuple[int, int]:
        """Add a footnote or endnote as a line; notes come after everything else."""
        span = self.line(text, place)
        self._source.notes.append(span)
        return span

    def open_table(self) -> None:
        if self._table_start is None:
            self._table_start = self.offset

    def close_table(self) -> None:
        if self._table_start is not None and self._table_start < self._length:
            self._source.tables.append((self._table_start, self._length))
        self._table_start = None

    def furniture(self, kind: Literal["header", "footer", "page_number", "comment"], text: str,
                  page: int | None = None) -> None:
        """Keep text that stands on the pages but is no part of the document; the same text only once."""
        piece = Furniture(kind=kind, text=text, page=page)
        if text and piece not in self._furniture:
            self._furniture.add(piece)
            self._source.furniture.append(piece)

    def trouble(self, code: str, severity: Severity, message: str, start: int, end: int) -> None:
        """Add a diagnostic about the span `text[start:end]`."""
        self._source.diagnostics.append({"code": code, "severity": severity, "message": message, "start": start,
                                         "end": end, "provision": None})

    def source(self, format: str, encoding: str | None = None) -> SourceText:  # noqa: A002
        """All of it; the builder is not to be used any more."""
        self._source.text = "\n".join(self._parts)
        self._source.format, self._source.encoding = format, encoding
        return self._source
