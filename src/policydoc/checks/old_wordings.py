"""W03: a wording that documents used, that none uses now, and that a similar one has replaced; off by default."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from policydoc.checks.known import Known
from policydoc.checks.rule import Both, Hit, Rule
from policydoc.checks.subject import Subject

_RECENT: Final = 3
"""Years, the document's own among them."""
_THEN, _NOW = 5, 3
"""Documents that used it, and documents of the recent years: with fewer nothing is said."""
_SHARE: Final = 0.2
_ALIKE: Final = 60
_NUMERALS: Final = re.compile(r"[〇零一二两三四五六七八九十\d]")


class _Use(NamedTuple):
    documents: int
    total: int

    @property
    def share(self) -> float:
        return self.documents / self.total if self.total else 0


def _find(subject: Subject) -> Iterator[Hit]:
    known, year = subject.known, subject.document.year
    if known is None or year is None:
        return
    first = {term.text: term for term in reversed([*subject.document.quoted_terms, *subject.document.slogans])}
    for label, term in first.items():
        message = _replaced(known, label, year)
        if message:
            yield Hit(term.start, term.end, message)


def _replaced(known: Known, label: str, year: int) -> Both | None:
    years = [y for y in known.usage.get(label, {}) if y < year]
    if not years or max(years) > year - _RECENT:
        return None
    began, ended, recent = min(years), max(years), year - _RECENT + 1
    then, now = _use(known, label, began, ended), _use(known, label, recent, year)
    if then.documents < _THEN or then.share < _SHARE or now.total < _NOW:
        return None
    new = _successor(known, label, began, year)
    if new is None:
        return None
    since = _use(known, new, recent, year)
    return (f"“{label}”：{began}—{ended}年{then.total}份文件中{then.documents}份使用，"
            f"近{_RECENT}年{now.total}份中没有；近{_RECENT}年{since.documents}份用“{new}”",
            f"{label}: {then.documents} of {then.total} documents of {began} to {ended}, none of {now.total} since; "
            f"{since.documents} have {new}")


def _use(known: Known, label: str, first: int, last: int) -> _Use:
    return _Use(sum(n for year, n in known.usage.get(label, {}).items() if first <= year <= last),
                sum(n for year, n in known.totals.items() if first <= year <= last))


def _successor(known: Known, old: str, first: int, year: int) -> str | None:
    """The label most like the old one that came up later and is in use now; 十二五 and 十三五 are two things."""
    from rapidfuzz import fuzz, process

    later = [label for label, years in known.usage.items()
             if years and min(years) > first and _NUMERALS.sub("", label) != _NUMERALS.sub("", old)
             and _use(known, label, year - _RECENT + 1, year).share >= _SHARE]
    best = process.extractOne(old, sorted(later), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[0] if best else None


RULE = Rule(
    code="W03", name="old-wording", severity="info", title=("旧提法", "older wording"),
    reason=("--kb 知识库中各年使用该提法的文件所占的份额",
            "the share of documents by year in the knowledge base (--kb)"),
    advice=("核对是否应改用现行提法", "see whether the present wording is meant"), find=_find, default=False)
