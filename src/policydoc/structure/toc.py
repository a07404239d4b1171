"""目录: the lines that list the document's own headings before they come."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late
from policydoc.structure.lines import Line

_HEAD: Final = 200
"""Lines among which a table of contents begins."""
_HEADLINE: Final = late(r"(?:<summary>|#{1,6} )?\s*[【\[]?目\s{0,8}[录錄次][】\]]?\s*[:：]?(?:</summary>)?$")
_TAIL: Final = late(r"[\s.…·．。—_-]*[（(]?\d{0,4}[）)]?$")
_PAGE: Final = late(r"[.…·．]{2,}\s{0,8}[（(-]?\d{1,4}[）)-]?$")
_WRAPPED: Final = 2
"""Lines of an entry before the one with its page number."""
_SPACES: Final = late(r"\s+")
_ENOUGH: Final = 2000


def mark(text: str, lines: list[Line], short: list[int]) -> None:
    """Give the role `toc` to every line of a table of contents, headline included."""
    for i in short:
        line = lines[i]
        if i >= _HEAD:
            return
        if line.role == "text" and line.end - line.start < 40 and "目" in text[line.start:line.end] \
                and _HEADLINE.match(text, line.start, line.end):
            for entry in lines[i:_end(text, lines, i + 1)]:
                entry.role, entry.marker = "toc", None
            return


def _end(text: str, lines: list[Line], first: int) -> int:
    """The index after the last entry: the last with a page number where the first has one; without page numbers
    where the first entry comes again, else where lines stop to look like entries."""
    if first >= len(lines):
        return first
    if lines[first].role == "table":  # entries and page numbers with tabs between
        return first + 1
    if _paged(text, lines[first]):
        last = first
        for j in range(first + 1, min(len(lines), first + _ENOUGH)):
            if j - last > _WRAPPED:
                break
            last = j if _paged(text, lines[j]) else last
        return last + 1
    key = _key(text, lines[first])
    for j in range(first + 2, min(len(lines), first + _ENOUGH)):
        if key and _key(text, lines[j]) == key:
            return j
    j = first
    while j < len(lines) and lines[j].end - lines[j].start <= 60 and text[lines[j].end - 1] not in "。；：":
        j += 1
    return first if j == len(lines) else j


def _paged(text: str, line: Line) -> bool:
    return line.end - line.start <= 120 and _PAGE.search(text, line.start, line.end) is not None


def _key(text: str, line: Line) -> str:
    if line.end - line.start > 80:
        return ""
    return _SPACES.sub("", _TAIL.sub("", text[line.start:line.end]))
