"""M01, M02: quote and title marks without their other half, as the parser saw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject


def _from_parser(code: str, english: str) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        for trouble in subject.document.diagnostics:
            if trouble.code == code:
                yield Hit(trouble.start, trouble.end, (trouble.message, english))
    return find


_ADVICE = ("补上缺少的另一半，或删去多余的", "add the other half or delete this one")

QUOTES = Rule(
    code="M01", name="quote-unbalanced", severity="error", title=("引号不成对", "unbalanced quote"),
    reason=("GB/T 15834—2011 4.8：引号分前引号和后引号，成对使用", "GB/T 15834-2011, 4.8: quote marks come in pairs"),
    advice=_ADVICE, find=_from_parser("quote-unbalanced", "this quote mark has no other half"))
TITLES = Rule(
    code="M02", name="title-unbalanced", severity="error", title=("书名号不成对", "unbalanced title mark"),
    reason=("GB/T 15834—2011 4.15：书名号分前后两半，成对使用", "GB/T 15834-2011, 4.15: title marks come in pairs"),
    advice=_ADVICE, find=_from_parser("title-unbalanced", "this title mark has no other half"))
