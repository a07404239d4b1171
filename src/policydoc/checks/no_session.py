"""F04: a plenary session that was never held."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.checks.terms import session_count


def _find(subject: Subject) -> Iterator[Hit]:
    for citation in subject.document.citations:
        meeting = citation.meeting
        if meeting and meeting.term and meeting.session:
            count = session_count(meeting.body, meeting.term)
            if count and meeting.session > count:
                yield Hit(citation.start, citation.end, (
                    f"“{citation.text}”不存在：第{meeting.term}届只开过{count}次全会",
                    f"{citation.text} was never held: term {meeting.term} had {count} sessions"))


RULE = Rule(
    code="F04", name="no-such-session", severity="error", title=("会议不存在", "no such session"),
    reason=("历次中央全会日期见 lexicon/sessions.toml", "sessions and dates: lexicon/sessions.toml"),
    advice=("核对会议的届次", "correct the session"), find=_find)
