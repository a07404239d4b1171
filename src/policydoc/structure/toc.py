"""目录: the lines that list the document's own headings before they come."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late
from policydoc.structure.lines import Line

_HEADLINE: Final = late(r"(?:<summary>|#{1,6} )?\s*[【\[]?目\s{0,8}[录錄次][】\]]?\s*[:：]?(?:</summary>)?$")
_TAIL: Final = late(r"[\s.…·．。—_-]*[（(]?\d{0,4}[）)]?$")
_SPACES: Final = late(r"\s+")
_ENOUGH: Final = 2000


def mark(text: str, lines: list[Line]) -> None:
    """Give the role `toc` to every line of a table of contents, headline included."""
    for i, line in enumerate(lines[:200]):
        if line.end - line.start < 40 and line.role == "text" and "目" in text[line.start:line.end] \
                and _HEADLINE.match(text, line.start, line.end):
            for entry in lines[i:_end(text, lines, i + 1)]:
                entry.role, entry.marker = "toc", None
            return


def _end(text: str, lines: list[Line], first: int) -> int:
    """The index after the last entry: where the first entry comes again, else where lines stop to look like entries."""
    if first >= len(lines):
        return first
    key = _key(text, lines[first])
    for j in range(first + 2, min(len(lines), first + _ENOUGH)):
        if key and _key(text, lines[j]) == key:
            return j
    j = first
    while j < len(lines) and lines[j].end - lines[j].start <= 60 and text[lines[j].end - 1] not in "。；：":
        j += 1
    return first if j == len(lines) else j


def _key(text: str, line: Line) -> str:
    if line.end - line.start > 80:
        return ""
    return _SPACES.sub("", _TAIL.sub("", text[line.start:line.end]))
