"""F01: days that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Both, Hit, Rule
from policydoc.checks.subject import Subject

_MONTH: Final = re.compile(r"月(?:(\d{1,2})日(?:(?:至|到|[—–~～-]{1,2})(\d{1,2})日)?)?")
_BEFORE: Final = re.compile(r"(?:((?:19|20)\d\d)年|(?<![\d.．/、（-]))(\d{1,2})$")
_OTHER_CALENDAR: Final = re.compile(r"(?:农历|阴历|旧历|夏历|藏历|回历|伊斯兰历)[^。；\n]{0,8}$")
_AROUND: Final = 14
_DATE: Final = 8
"""The longest beginning of a date: 2024年12."""


def _find(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for month in _MONTH.finditer(text):  # a pattern that begins with a letter is found many times faster
        at = month.start()
        if not text[at - 1:at].isdecimal():
            continue
        date = _BEFORE.search(text, max(0, at - _DATE), at)
        if date is None or not (date[1] or month[1]):
            continue
        year, number = int(date[1] or 0), int(date[2])
        wrong = (_wrong(year, number, int(day)) for day in (month[1] or 1, month[2] or 1))
        message = next(filter(None, wrong), None)
        if message and not _OTHER_CALENDAR.search(text, max(0, date.start() - _AROUND), date.start()):
            said = text[date.start():month.end()]
            yield Hit(date.start(), month.end(), (f"“{said}”不存在：{message[0]}",
                                                  f"{said} does not exist: {message[1]}"))


def _wrong(year: int, month: int, day: int) -> Both | None:
    if not 1 <= month <= 12:
        return f"一年没有{month}月", f"there is no month {month}"
    days = monthrange(year or 2000, month)[1]
    if not 1 <= day <= days:
        when = f"{year}年{month}月" if year and month == 2 else f"{month}月"
        return f"{when}只有{days}天", f"{month} has {days} days"
    return None


RULE = Rule(
    code="F01", name="impossible-date", severity="error", title=("日期不存在", "impossible date"),
    reason=("公历（GB/T 7408.1—2023）", "the calendar (GB/T 7408.1-2023)"),
    advice=("改正日期", "correct the date"), find=_find)
