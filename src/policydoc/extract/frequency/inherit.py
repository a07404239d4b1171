"""Actors that a sentence takes over: from its own earlier part, from the lead-in of its list, from the sentence before.

A wrong actor is worse than none: the one who is taken over must be said to have a duty, and nobody else may stand
between.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from policydoc.extract.frequency.context import LABEL, Context, Span
from policydoc.extract.frequency.coordination import split
from policydoc.extract.frequency.subjects import agent_in, in_sentence, leading
from policydoc.extract.frequency.words import FOLLOW, HEAD, LEAD
from policydoc.patterns import late

_BACK: Final = 300
_LIST_BACK: Final = 1500
_LIST_LINES: Final = 40
_MARKS: Final = tuple(late(rf"[ 　\t]*{mark}") for mark in (
    r"[（(][一二三四五六七八九十]{1,3}[）)]", r"[（(]\d{1,2}[）)]", r"\d{1,2}[.．、]", r"[①-⑳]",
    r"[一二三四五六七八九十]是"))
_MARK_FIRST: Final = frozenset(" 　\t（(0123456789０１２３４５６７８９一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_STOP: Final = late(r"[。！？!?\n]")
_PART: Final = late(r"[；;]")
_CLAUSE: Final = late(r"[，：:；;]")
_BOUND: Final = late(
    r"(?:（[^（）]{1,12}）)?(?:都|均|也|还|又|再|一律|一般|原则上)?(?:应当|应该|应|必须|须|务必|要(?!求)|需要|负责|不得|"
    r"承担|履行|每|定期|不定期|按[年季月周])")
"""What makes the words behind a subject its duty."""
_GOES_ON: Final = late(r"并(?!购|列)|同时|还|也|且|要(?!求)|应当|必须|须")
_DUTIES: Final = late(r"(?:职责|职权|任务|义务|责任|工作|措施|要求|几点|几项|制度)(?:是|如下)?$")
_SUMMED: Final = late(r"累计|平均|每人|每年")
_CASES: Final = late(r"情形|行为|条件|之一|情况|材料|标准|方式|途径|内容|范围|下列事项|以下事项$")


def inherited(context: Context, cue: int) -> list[Span]:
    """Subjects from outside the sentence, where the sentence itself begins without one."""
    text, first = context.text, context.start
    if first != cue and not LEAD.match(text, first) and not FOLLOW.match(text, first):
        return []
    if _another_acts(context):
        return []
    line = text.rfind("\n", max(0, first - _BACK), first) + 1
    if line == 0 and first > _BACK:
        return []
    stop = _STOP.search(text[line:first][::-1])
    sentence = first - stop.start() if stop else line
    if text[first - 1:first] in ("；", ";"):
        found, whole = _of_parts(text, sentence, first)
        if found or not whole:
            return found
    kind = _kind(text, line)
    if kind and (sentence == line or not _subject(text, line, first)):
        lead = _lead_in(text, line, kind)
        if lead:
            return lead
    goes_on = first == cue or _GOES_ON.match(text, first)
    return _of_sentence(text, line, sentence) if goes_on and sentence > line and first - sentence < 2 else []


def _another_acts(context: Context) -> bool:
    """每年参加培训的时间，党员累计不少于…: the next clause names who is to act."""
    text, right = context.text, context.right
    if text[right:right + 1] != "，":
        return False
    stop = _CLAUSE.search(text, right + 1, min(context.end, right + 60))
    end = stop.start() if stop else context.end
    return _SUMMED.search(text, right + 1, end + 2) is not None and any(
        _SUMMED.match(text, head.end()) for head in HEAD.finditer(text, right + 1, end))


def _subject(text: str, start: int, end: int) -> list[Span]:
    stop = _STOP.search(text, start, end)
    return in_sentence(text, start, stop.start() if stop else end)


def _of_parts(text: str, start: int, first: int) -> tuple[list[Span], bool]:
    """The subject of the last part before that has one, and whether it is that of the first part."""
    cuts = [start, *(m.end() for m in _PART.finditer(text, start, first))]
    for a, b in reversed([*pairwise(cuts)]):
        agent = agent_in(text, a, b - 1)
        found = split(text, *agent) if agent else in_sentence(text, a, b - 1)
        if found:
            return found, a == start
    return [], True


def _of_sentence(text: str, line: int, end: int) -> list[Span]:
    """The one explicit bearer of a duty in the sentence that ends at `end`."""
    stop = end - 1
    start = max((m.end() for m in _STOP.finditer(text, line, stop)), default=line)
    found = in_sentence(text, start, stop)
    if not found or not _BOUND.match(text, found[-1][1], stop) or "由" in text[start:stop]:
        return []
    cuts = [m.end() for m in _CLAUSE.finditer(text, found[-1][1], stop)]
    return [] if any(leading(text, a, b) for a, b in pairwise([*cuts, stop])) else found


def _kind(text: str, line: int) -> re.Pattern[str] | None:
    """The mark of the list of which a line is an item."""
    return next((mark for mark in _MARKS if mark.match(text, line)), None) if text[line] in _MARK_FIRST else None


def _lead_in(text: str, line: int, kind: re.Pattern[str]) -> list[Span]:
    """The bearer of the duties that a list's lead-in announces; all lines between are items of the same list."""
    at, low = line, max(0, line - _LIST_BACK)
    for _ in range(_LIST_LINES):
        above = text.rfind("\n", low, at - 1) + 1 if at > low else 0
        if above == 0 and low > 0:
            return []
        if not kind.match(text, above) or at == 0:
            break
        at = above
    end = at - 2
    if at < 2 or text[end:end + 1] != "：":
        return []
    start = max((m.end() for m in _STOP.finditer(text, max(above, end - _BACK), end)), default=above)
    label = LABEL.match(text, start, end)
    start = label.end() if label else start
    words = text[max(start, end - 24):end]
    found = in_sentence(text, start, end)
    if not found or _CASES.search(words):
        return []
    return found if _BOUND.match(text, found[-1][1], end) or _DUTIES.search(words) else []
