"""F03: the session of a term that is over, in a plan that follows the next term's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.checks.terms import current_term
from policydoc.model.facts import Citation

_FOLLOW: Final = re.compile(r"落实|贯彻|按照|学习|围绕")
_OUTCOME: Final = re.compile(r"[^，。；\n]{0,8}(?:通过|审议|批准|作出|提出|选举|《|决定|决议|建议|以来)")
"""What a session brought about outlives it: a plan of five years, a decision."""
_NATIONAL: Final = ("中国共产党", "全国人大", "全国政协", "中央纪委", "中国工会", "全国工会")


def _find(subject: Subject) -> Iterator[Hit]:
    year = subject.plan_year
    if not year:
        return
    meetings = _by_body(subject.document.citations)
    newest = {body: _newest(cited) for body, cited in meetings.items()}
    for other in subject.beside:
        if other.year == year:
            for body, theirs in _by_body(other.citations).items():
                if body in meetings and body not in _NATIONAL and other.issuer == subject.document.issuer:
                    newest[body] = max(newest[body], _newest(theirs))
    for body, cited in meetings.items():
        if body in _NATIONAL:
            yield from _behind(subject, body, cited, newest[body], year)
        else:
            yield from _mixed(subject, cited, newest[body])


def _by_body(citations: list[Citation]) -> dict[str, list[Citation]]:
    """Meetings with a term, by their body."""
    out: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.meeting and citation.meeting.term:
            out.setdefault(citation.meeting.body, []).append(citation)
    return out


def _newest(cited: list[Citation]) -> int:
    return max(c.meeting.term or 0 for c in cited if c.meeting)


def _mixed(subject: Subject, cited: list[Citation], newest: int) -> Iterator[Hit]:
    for citation in cited:
        term = citation.meeting.term if citation.meeting else None
        low, high = subject.sentence(citation.start)
        if term and term == newest - 1 and citation.meeting and citation.meeting.session and _follows(
                subject, low, citation) and not _has_newer(cited, newest, low, high):
            yield Hit(citation.start, citation.end, (
                f"“{citation.text}”是上一届的会议，本年度已开到第{newest}届",
                f"{citation.text} belongs to the last term; term {newest} has begun"))


def _follows(subject: Subject, low: int, citation: Citation) -> bool:
    return bool(_FOLLOW.search(subject.text, low, citation.start)) and not _OUTCOME.match(subject.text, citation.end)


def _has_newer(cited: list[Citation], newest: int, low: int, high: int) -> bool:
    return any(low <= c.start < high and c.meeting and c.meeting.term == newest for c in cited)


def _behind(subject: Subject, body: str, cited: list[Citation], newest: int, year: int) -> Iterator[Hit]:
    """No meeting of the term that had begun before the plan's year is named anywhere."""
    now = current_term(body, year)
    if now is None or newest != now - 1:
        return
    for citation in cited:
        low, _ = subject.sentence(citation.start)
        if _follows(subject, low, citation):
            yield Hit(citation.start, citation.end, (
                f"{year}年的文件只提到第{newest}届的会议，第{now}届已于上年底前召开",
                f"a plan for {year} names meetings of term {newest} only; term {now} began before"))
            return


RULE = Rule(
    code="F03", name="old-session", severity="warning", title=("会议届次过时", "session out of date"),
    reason=("同一文件或同年文件已引用新一届会议；全国性会议的日期见 lexicon/sessions.toml",
            "a later term is cited in this plan, or had begun by lexicon/sessions.toml"),
    advice=("核对会议届次，是否沿用了上年文稿", "see whether the session was copied from last year"), find=_find)
