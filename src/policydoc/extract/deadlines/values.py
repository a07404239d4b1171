"""Dates in words to TIMEX3 values: 2025年底 → 2025-12-31, 6月30日 → XXXX-06-30, 三季度 → XXXX-Q3."""

from __future__ import annotations

import re
from typing import Final

from policydoc.numerals import to_int

_CN: Final = "一二三四五六七八九十"
DATE: Final = (
    rf"(?:(?P<year>[\d〇○零一二三四五六七八九]{{4}})\s?年|(?P<rel>今年|本年度?|当年|明年|后年))?\s?"
    rf"(?:(?:(?P<month>\d{{1,2}}|[{_CN}]{{1,2}})\s?月(?:份)?(?:(?P<day>\d{{1,2}}|[{_CN}]{{1,3}})[日号]|"
    rf"(?P<part>底|末|上旬|中旬|下旬|初)|)|"
    rf"(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)(?:底|末)?)|(?P<end>年?底|年?末|年中|年?上半年|"
    rf"年?下半年))?")
"""A date, or a part of one, or nothing: the caller says what must stand around it."""

_MONTH_ENDS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def value(match: re.Match[str], year: int | None) -> tuple[str, int | None, bool] | None:
    """TIMEX3 value, its year and whether the year was inferred; None where it is no date."""
    words, rel = match["year"], match["rel"]
    written = to_int(words) if words else None
    if words and (written is None or not 1900 < written < 2200):
        return None
    known = written
    if written is None and year is not None:
        known = year + {"明年": 1, "后年": 2}.get(rel or "", 0)
    head = f"{known:04d}" if known else "XXXX"
    tail = _within_year(match, known)
    if tail is None or (not tail and written is None and not rel):
        return None
    return head + tail, known, written is None and known is not None


def impossible(match: re.Match[str], year: int | None) -> bool:
    """Whether the words name a month or a day that the calendar does not have: 6月31日, 13月底."""
    if not match["month"] or not (match["day"] or match["part"]):
        return False
    month, day = to_int(match["month"]) or 0, to_int(match["day"]) if match["day"] else 1
    if not 1 <= month <= 12:
        return True
    known = to_int(match["year"]) if match["year"] else None if match["rel"] else year
    leap = known is None or (known % 4 == 0 and (known % 100 != 0 or known % 400 == 0))
    return not 1 <= (day or 0) <= _MONTH_ENDS[month - 1] + (month == 2 and leap)


def _within_year(match: re.Match[str], year: int | None) -> str | None:
    """-06-30 of 6月底; "" for a whole year; None for a date that does not exist."""
    if match["month"]:
        month = to_int(match["month"]) or 0
        if not 1 <= month <= 12:
            return None
        last = _MONTH_ENDS[month - 1] + (month == 2 and year is not None and year % 4 == 0)
        if match["day"]:
            day = to_int(match["day"]) or 0
            return f"-{month:02d}-{day:02d}" if 1 <= day <= max(last, 29) else None
        days = {"底": last, "末": last, "下旬": last, "中旬": 20, "上旬": 10}
        return f"-{month:02d}" + (f"-{days[match['part']]:02d}" if match["part"] in days else "")
    if match["quarter"]:
        return f"-Q{to_int(match['quarter'])}"
    if match["half"]:
        return "-H1" if match["half"] == "上" else "-H2"
    end = match["end"] or ""
    if "半年" in end:
        return "-H1" if "上" in end else "-H2"
    return "-06-30" if end == "年中" else "-12-31" if end else ""
