"""A finding with its line, column and the piece of the line that holds it: all that a form needs of the document."""

from __future__ import annotations

from typing import NamedTuple

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
    return Report(file, [_shown(document, finding) for finding in findings])


def _shown(document: Document, finding: Finding) -> Shown:
    text = document.text
    here, there = document.locate(finding.start), document.locate(max(finding.start, finding.end))
    first = text.rfind("\n", 0, finding.start) + 1
    last = text.find("\n", finding.start)
    last = last if last >= 0 else len(text)
    stop = min(finding.end, last)
    low, high = max(first, finding.start - _BEFORE), min(last, stop + _AFTER)
    excerpt = ("…" if low > first else "") + text[low:high] + ("…" if high < last else "")
    at = finding.start - low + (low > first)
    place = "".join(f"{name}{value}" for name, value in (
        ("第", here.page), ("段", here.paragraph), ("表", here.table), ("行", here.row), ("格", here.cell)) if value)
    return Shown(finding, here.line, here.column, there.line, there.column, excerpt.replace("\t", " "), at,
                 max(1, stop - finding.start), place.replace("第", "页"))
