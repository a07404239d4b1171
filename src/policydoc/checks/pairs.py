"""M01, M02: quote and title marks without their other half, as the parser saw them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.diagnostics import Diagnostic

_NEXT: Final = re.compile(r"[^\n]*\n\s*[“「]")
"""A text cited over several paragraphs: each begins with a mark, the last one alone ends with one."""
_STOPS: Final = "。！？；：!?;:…"
_WRAPPED: Final = 400
"""A line that ends within a sentence goes on in the next one; so far a pair reaches over it."""


def _quotes(subject: Subject) -> Iterator[Hit]:
    lost = [trouble for trouble in subject.document.diagnostics if trouble.code == "quote-unbalanced"]
    paired: set[int] = set()
    for one, two in pairwise(lost):
        if one.start not in paired and _over_a_line(subject.text, one, two):
            paired |= {one.start, two.start}
    for trouble in lost:
        if trouble.start not in paired and not _goes_on(subject.text, trouble.start):
            yield _alone(subject, trouble, "引号", "quote")


def _over_a_line(text: str, one: Diagnostic, two: Diagnostic) -> bool:
    if (text[one.start], text[two.start]) not in (("“", "”"), ("‘", "’")) or two.start - one.start > _WRAPPED:
        return False
    first, *more = text[one.start:two.start].split("\n")
    return len(more) == 1 and first.rstrip()[-1:] not in _STOPS


def _goes_on(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return text[at] in "“「" and not text[line:at].strip() and bool(_NEXT.match(text, at))


def _titles(subject: Subject) -> Iterator[Hit]:
    for trouble in subject.document.diagnostics:
        if trouble.code == "title-unbalanced":
            yield _alone(subject, trouble, "书名号", "title")


def _alone(subject: Subject, trouble: Diagnostic, chinese: str, english: str) -> Hit:
    mark = subject.text[trouble.start:trouble.end]
    return Hit(trouble.start, trouble.end, (f"{chinese} {mark} 没有配对的另一半",
                                            f"the {english} mark {mark} has no other half"))


_ADVICE = ("补上缺少的另一半，或删去多余的", "add the other half or delete this one")

QUOTES = Rule(
    code="M01", name="quote-unbalanced", severity="error", title=("引号不成对", "unbalanced quote"),
    reason=("GB/T 15834—2011 4.8：引号分前引号和后引号，成对使用", "GB/T 15834-2011, 4.8: quote marks come in pairs"),
    advice=_ADVICE, find=_quotes)
TITLES = Rule(
    code="M02", name="title-unbalanced", severity="error", title=("书名号不成对", "unbalanced title mark"),
    reason=("GB/T 15834—2011 4.15：书名号分前后两半，成对使用", "GB/T 15834-2011, 4.15: title marks come in pairs"),
    advice=_ADVICE, find=_titles)
