"""F01: days that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Both, Hit, Rule
from policydoc.checks.subject import Subject

_DATE: Final = re.compile(r"(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")


def _find(subject: Subject) -> Iterator[Hit]:
    if "日" not in subject.text:
        return
    for found in _DATE.finditer(subject.text):
        year, month, day = int(found[1] or 0), int(found[2]), int(found[3])
        message = _wrong(year, month, day)
        if message:
            yield Hit(*found.span(), (f"“{found[0]}”不存在：{message[0]}", f"{found[0]} does not exist: {message[1]}"))


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
