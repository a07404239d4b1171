"""Recurring duties as an iCalendar file (RFC 5545): all-day events of the plan year with the source sentence.

A duty whose words are exactly a recurrence rule gets that rule. One that leaves the day open (至少每季度一次) gets a
reminder on the last day of each period, and says so; it is no claim about the day. One whose time is a stretch
(每年3月) has neither and is counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from policydoc.errors import MissingTool
from policydoc.model.document import Document
from policydoc.model.frequency import FrequencyObligation
from policydoc.render.context import Context
from policydoc.render.duties import how_often
from policydoc.render.table import Lang

if TYPE_CHECKING:
    from icalendar import Event

_PERIOD_ENDS = {
    ("week", 1): "FREQ=WEEKLY;BYDAY=FR",
    ("month", 1): "FREQ=MONTHLY;BYMONTHDAY=-1",
    ("month", 2): "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1",
    ("quarter", 1): "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    ("half_year", 1): "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    ("year", 1): "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
}


def as_ics(documents: Iterable[Document], lang: Lang, *, year: int | None = None) -> tuple[bytes, int]:
    """The calendar, and how many duties have no rule and no period that it could show.

    `year` serves documents that have none; raises ValueError where there is neither.
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise MissingTool("写 .ics 需要 icalendar", advice="请运行：pip install 'policydoc[ics]'") from error
    calendar = Calendar()
    calendar.add("prodid", "-//policydoc//policydoc//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "频次义务" if lang == "zh" else "Recurring duties")
    left_out = 0
    for document in documents:
        plan_year = document.year or year
        if plan_year is None:
            raise ValueError(f"{document.source.name}: no plan year in the document; give it with --year")
        context = Context(document)
        for duty in document.frequency_obligations:
            rule, exact = _rule(duty)
            if rule is None:
                left_out += 1
                continue
            calendar.add_component(_event(document, context, duty, rule, exact, plan_year, lang))
    return calendar.to_ical(), left_out


def _rule(duty: FrequencyObligation) -> tuple[str | None, bool]:
    if duty.rrule:
        return duty.rrule, True
    period = (duty.period.unit, duty.period.n) if duty.period and not duty.anchor else None
    return (_PERIOD_ENDS.get(period) if period else None), False


def _event(document: Document, context: Context, duty: FrequencyObligation, rule: str, exact: bool, year: int,
           lang: Lang) -> Event:
    from dateutil.rrule import rrulestr
    from icalendar import Event, vRecur

    january = datetime(year, 1, 1)
    first = rrulestr(rule, dtstart=january).after(january, inc=True) or january
    recurrence = vRecur.from_ical(rule)
    if "COUNT" not in recurrence and "UNTIL" not in recurrence:
        recurrence["UNTIL"] = [date(year, 12, 31)]
    action = duty.action.text if duty.action else duty.text
    reminder = "" if exact else ("（期末提醒）" if lang == "zh" else " (end of period)")
    event = Event()
    event.add("uid", _uid(document, duty))
    event.add("dtstamp", datetime(year, 1, 1, tzinfo=UTC))
    event.add("summary", f"{action}{reminder}")
    event.add("dtstart", first.date())
    event.add("dtend", first.date() + timedelta(days=1))
    event.add("rrule", recurrence)
    event.add("description", "\n".join(filter(None, [
        how_often(duty, lang), "、".join(a.text for a in duty.actors),
        context.sentence_text(duty, duty.provision),
        f"{document.title or document.source.name} {context.path(duty.provision)}"])))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(document: Document, duty: FrequencyObligation) -> str:
    """The same duty of the same file has the same UID in every run, so that a second import updates the first."""
    key = f"{document.source.sha256}:{duty.start}:{duty.cue.start}"
    return hashlib.sha256(key.encode()).hexdigest()[:32] + "@policydoc"
