"""The sentence and the clauses around a cue, in a bounded window."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from policydoc.patterns import late

WINDOW: Final = 400
"""Characters looked at on each side of a cue: keeps the work per cue constant in hostile text."""

_STOP: Final = late(r"[。！？；\n!?;]")
_TO_STOP: Final = late(r"(?s:.*)[。！？；\n!?;]")
_MARK: Final = late(r"[，：:（(“《）)”》,](?!(?<=,)\d)")
"""A class that leads its pattern is searched for several times faster than a branch."""
_BREAK: Final = late(r"[，：:（(“《）)”》,。！？；\n!?;](?!(?<=,)\d)")
_CLOSES: Final = {"）": "（", ")": "（", "”": "“", "》": "《"}
_OPENS: Final = {"（": "（", "(": "（", "“": "“", "《": "《"}
LABEL: Final = late(
    r"[ 　\t]*(?:第[一二三四五六七八九十百千零\d]{1,6}[章节条款](?:之[一二三四五六七八九十])?[ 　]*|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)][ 　]*"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、][ 　]*(?!\d)|[①-⑳]|[一二三四五六七八九十]是(?:要)?|"
    r"第[一二三四五六七八九十][，,]|——|[·●■◆][ 　]*)+")
_LABEL_FIRST: Final = frozenset(" 　\t第（(一二三四五六七八九十0123456789—·●■◆①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

Span = tuple[int, int]


@dataclass(slots=True)
class Context:
    """A cue's place: its sentence, the clauses of it before the cue, and the end of the cue's own clause.

    `clauses[-1]` runs from `left` up to the cue. Clauses are taken at the nesting of the cue: inside a bracket or a
    quote, those of the bracket; `bracket` is then its opening sign, `outer` what stands before it in its clause.
    """

    text: str
    start: int
    end: int
    clauses: list[Span]
    right: int
    outer: Span | None
    bracket: str
    left: int


def ahead(text: str, end: int) -> int:
    """Where the clause of a cue ends that ends at `end`; nearly always the first mark behind it says so."""
    mark = _BREAK.search(text, end, end + WINDOW)
    if mark is None:
        return min(len(text), end + WINDOW)
    at = mark.start()
    return clause_end(text, at, _sentence_end(text, at, end + WINDOW)) if text[at] in _OPENS else at


def _sentence_end(text: str, at: int, limit: int) -> int:
    stop = _STOP.search(text, at, limit)
    return stop.start() if stop else min(len(text), limit)


def around(text: str, start: int, end: int, right: int) -> Context:
    """The context of the cue `text[start:end]` in a clause that ends at `right`."""
    low = max(0, start - WINDOW)
    back = _TO_STOP.match(text, low, start)
    first = back.end() if back else low
    label = LABEL.match(text, first, start) if text[first] in _LABEL_FIRST else None
    first = label.end() if label else first
    while first < start and text[first].isspace():
        first += 1
    clauses, outer, bracket = _before(text, first, start)
    return Context(text, first, _sentence_end(text, right, end + WINDOW), clauses, right, outer, bracket,
                   clauses[-1][0])


def _before(text: str, first: int, cue: int) -> tuple[list[Span], Span | None, str]:
    levels: list[tuple[str, list[int], int]] = [("", [first], first)]
    for mark in _MARK.finditer(text, first, cue):
        sign, at = mark[0], mark.end()
        if sign in _OPENS:
            levels.append((_OPENS[sign], [at], mark.start()))
        elif sign in _CLOSES:
            if levels[-1][0] == _CLOSES[sign]:
                levels.pop()
        else:
            levels[-1][1].append(at)
    starts = levels[-1][1]
    spans = [(a, b - 1) for a, b in pairwise(starts)] + [(starts[-1], cue)]
    return spans, (levels[-2][1][-1], levels[-1][2]) if len(levels) > 1 else None, levels[-1][0]


def clause_end(text: str, at: int, limit: int) -> int:
    """Where the clause that holds `at` ends: the next comma or colon outside brackets, or a bracket's close."""
    depth: list[str] = []
    for mark in _MARK.finditer(text, at, limit):
        sign = mark[0]
        if sign in _OPENS:
            depth.append(_OPENS[sign])
        elif sign in _CLOSES:
            if not depth:
                return mark.start()
            if depth[-1] == _CLOSES[sign]:
                depth.pop()
        elif not depth:
            return mark.start()
    return limit
