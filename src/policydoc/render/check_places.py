"""A finding with its line, column and the piece of the line that holds it: all that a form needs of the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from policydoc.model.document import Document
from policydoc.model.findings import Finding

_BEFORE, _AFTER = 24, 24


class Shown(NamedTuple):
    """Lines and columns count from 1; `column` and `end_column` in code points, `end_column` is exclusive.

    `excerpt[at:at + length]` is what the finding is about, or its part in the first line.
    """

    finding: Finding
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    at: int
    length: int
    source: str


class Report(NamedTuple):
    """What was found in one file."""

    file: str
    found: list[Shown]


def report(file: str, document: Document, findings: list[Finding]) -> Report:
    """Places of all findings; the document need not be kept."""
    lines = [0, *(match.end() for match in re.finditer("\n", document.text))] if findings else []
    return Report(file, [_shown(document, finding, lines) for finding in findings])


def _shown(document: Document, finding: Finding, lines: list[int]) -> Shown:
    text = document.text
    line, end_line = bisect_right(lines, finding.start), bisect_right(lines, finding.end)
    first = lines[line - 1]
    last = lines[line] - 1 if line < len(lines) else len(text)
    stop = min(finding.end, last)
    low, high = max(first, finding.start - _BEFORE), min(last, stop + _AFTER)
    excerpt = ("…" if low > first else "") + text[low:high] + ("…" if high < last else "")
    return Shown(finding, line, finding.start - first + 1, end_line, finding.end - lines[end_line - 1] + 1,
                 excerpt.replace("\t", " "), finding.start - low + (low > first), max(1, stop - finding.start),
                 _source(document, finding.start))


def fitted(shown: Shown, width: int) -> Shown:
    """The same with an excerpt of at most so many cells: what it is about stays, or the beginning of it."""
    text, at, end = shown.excerpt, shown.at, shown.at + shown.length
    if cell_len(text) <= width:
        return shown
    words = set_cell_size(text[at:end], width - 2).rstrip() if cell_len(text[at:end]) > width - 2 else text[at:end]
    left = width - cell_len(words)
    after = _within(text[end:], max(left // 2, left - cell_len(text[:at])))
    before = _within(text[:at][::-1], left - cell_len(after))[::-1]
    return shown._replace(excerpt=before + words + after, at=len(before), length=len(words))


def _within(text: str, width: int) -> str:
    """The beginning of a text, with … where more comes."""
    if cell_len(text) <= width:
        return text
    cut = set_cell_size(text, max(0, width - 1)).rstrip().rstrip("…")
    return cut + "…" if width > 0 else ""


def _source(document: Document, offset: int) -> str:
    """Page, paragraph or table cell of the file, empty for plain text."""
    if document.source.encoding is not None:
        return ""
    here = document.locate(offset)
    cell = f"表{here.table}行{here.row}格{here.cell}" if here.table else ""
    return (f"页{here.page}" if here.page else "") + (cell or (f"段{here.paragraph}" if here.paragraph else ""))
