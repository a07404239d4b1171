"""Titles of units: alone on the line, run-in before the first 。, in 【】; and title lines without a number."""

from __future__ import annotations

import re
from typing import Final

from policydoc.structure.lines import END_MARKS, Line
from policydoc.structure.markers import Marker
from policydoc.structure.words import ASIDE, DATE, MARKUP, SALUTATION

LONGEST: Final = 40
"""Characters of an unnumbered title line; what is longer is a paragraph."""
RUN_IN: Final = 42
_STOP: Final = re.compile(r"[。！？!?；;]")
_BRACKETED: Final = re.compile(r"【([^】\n]{1,60})】|[（(]([^（）()\n]{1,30})[）)](?=[ \u3000]|$)")
_TABULAR: Final = re.compile(r"\d[\d.．,%％]*[ \u3000]+\S|\t|[ \u3000]-?\d[\d.．]*$|^[\d\s.,．%％-]+$|[：:][ \u3000]?\S")
_COLON: Final = re.compile(r"[^，。；：:、]{2,14}[：:](?=\S)")
_CJK: Final = re.compile(r"[\u4e00-\u9fff]")
_PLAIN: Final = re.compile(r"应当|不得|可以由|^(?:对|凡|经|依照|根据)|的$|是指|所称|有下列")


def mark(text: str, lines: list[Line], first: int) -> None:
    """Give every unnumbered title line a marker of the family `heading`."""
    i = first
    while i < len(lines):
        if not _candidate(text, lines[i]):
            i += 1
            continue
        end = i + 1
        while end < len(lines) and end - i < 4 and _candidate(text, lines[end]):
            end += 1
        if end - i < 3 and _leads(text, lines, i, end):
            for line in lines[i:end]:
                line.marker = Marker("heading", "", None, None, line.start)
        while end < len(lines) and _candidate(text, lines[end]):
            end += 1
        i = end


def _candidate(text: str, line: Line) -> bool:
    length = line.end - line.start
    if length > LONGEST or length < 2 or line.role != "text" or line.marker is not None:
        return False
    if text[line.end - 1] in END_MARKS:
        return False
    piece = text[line.start:line.end]
    if _STOP.search(piece) or DATE.match(piece) or MARKUP.match(piece) or SALUTATION.match(piece):
        return False
    if piece[0] == "【" and piece[-1] == "】":
        return True
    return not (ASIDE.match(piece) or _TABULAR.search(piece)) and bool(_CJK.search(piece))


def _leads(text: str, lines: list[Line], first: int, end: int) -> bool:
    """Whether something stands under the title: a paragraph, or a row of labels that begins here."""
    if end >= len(lines):
        return False
    before = lines[first - 1] if first else None
    if before and before.role == "text" and before.marker is None and text[before.end - 1] not in END_MARKS \
            and before.end - before.start > LONGEST and text[before.end - 1] not in "”）)’":
        return False
    after = lines[end]
    if after.role in ("table", "note"):
        return False
    if after.marker is None:
        return after.role == "text" and (after.end - after.start > 24 or text[after.end - 1] in "。：")
    return after.marker.number in (1, None)


def own(text: str, line: Line) -> tuple[str | None, bool]:
    """The title on a labelled line, and whether the line is nothing but the title; run-in titles are candidates."""
    marker = line.marker
    assert marker is not None
    body = text[marker.end:line.end]
    if marker.family in ("part", "subpart", "chapter", "section", "heading"):
        return (_clean(body) or None), True
    m = _BRACKETED.match(body)
    if m and (m[1] or marker.family == "article"):
        return _clean(m[1] or m[2]), m.end() == len(body)
    if not body:
        return None, True
    if marker.family == "article":
        alone = len(body) <= 20 and body[-1] not in END_MARKS and text[marker.end - 1] in " \u3000"
        return (_clean(body) if alone else None), alone
    stop = _STOP.search(body)
    if stop is None:
        alone = len(body) <= 80 and body[-1] not in END_MARKS
        if alone:
            return _clean(body), True
        colon = _COLON.match(body)
        return (_clean(colon[0]) if colon else None), False
    return _first_sentence(body, stop.start(), marker)


def _first_sentence(body: str, stop: int, marker: Marker) -> tuple[str | None, bool]:
    if body[stop] in "；;":
        return None, False
    if stop >= len(body) - 1:
        question = body[stop] in "？?"
        title = body if question else body[:stop]
        return (_clean(title, keep=question) if stop <= 60 else None), True
    colon = _COLON.match(body)
    if colon:
        return _clean(colon[0]), False
    if body[-1] in "？?" and len(body) <= 120:
        return _clean(body, keep=True), True
    if stop > RUN_IN or _PLAIN.search(body[:stop]):
        return None, False
    return _clean(body[:stop]), False


def _clean(title: str, keep: bool = False) -> str:
    title = title.replace("\n", "").strip()
    return title if keep else title.rstrip("。：:；;")
