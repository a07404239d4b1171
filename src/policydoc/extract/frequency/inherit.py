"""Actors that a sentence takes over: from the sentence before it in the paragraph, or from the lead-in of its list."""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency.context import Context, Span
from policydoc.extract.frequency.subjects import in_sentence
from policydoc.extract.frequency.words import FOLLOW, LEAD
from policydoc.patterns import late

_BACK: Final = 300
_LIST_BACK: Final = 1500
_ENUMERATED: Final = late(
    r"[ 　]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[①-⑳]|[一二三四五六七八九十]是)")
_STOP: Final = late(r"[。！？；!?;\n]")


def inherited(context: Context, cue: int) -> list[Span]:
    """Subjects from outside the sentence, where the sentence itself begins without one."""
    text, first = context.text, context.start
    if first != cue and not LEAD.match(text, first) and not FOLLOW.match(text, first):
        return []
    line = text.rfind("\n", max(0, first - _BACK), first) + 1
    if _ENUMERATED.match(text, line, first):
        lead_in = text.rfind("：\n", max(0, line - _LIST_BACK), line)
        if lead_in >= 0:
            return in_sentence(text, _sentence_start(text, lead_in), lead_in)
    if (line == 0 and first > _BACK) or first - line < 4 or text[first - 1] not in "。；":
        return []
    return in_sentence(text, max(line, _sentence_start(text, first - 1)), first - 1)


def _sentence_start(text: str, end: int) -> int:
    low = max(0, end - _BACK)
    return max((m.end() for m in _STOP.finditer(text, low, end)), default=low)
