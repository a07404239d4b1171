"""Standard forms of a recurrence: a rate a year, an ISO-TimeML TIMEX3 SET, an RFC 5545 RRULE.

TIMEX3 (ISO 24617-1, SET): `value` is the period as an ISO 8601 duration (每季度 → P3M), or the date pattern of a
recurring day or month (每周五 → XXXX-WXX-5, 每年10月 → XXXX-10); `quant` is EACH for 每 and 按, null for 一年两次;
`freq` is the number of times (2X), `mod` EQUAL_OR_MORE or EQUAL_OR_LESS for 至少 and 不超过. 旬, 学期, 届 and 工作日
have no ISO duration: `value` is then null. A vague adverb or an event alone has no TIMEX3.

RRULE: a rule is given only where, expanded from a DTSTART at the beginning of a period (a day of the month up to 28),
it has exactly as many occurrences in every period as the words demand.
- A period with no count, or with a count of exactly one, is one occurrence in each period; its day is free and is
  that of DTSTART: 每月 → FREQ=MONTHLY, 每季度一次 → FREQ=MONTHLY;INTERVAL=3.
- An anchor that names a day or a deadline is that day, the last one on which the duty can be done:
  每年3月底前 → FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1, 每周五 → FREQ=WEEKLY;BYDAY=FR. A stretch of time (3月,
  第一季度, 上半年) is no day, and not its last one: it has none.
- 至少, 不超过, several times on free days, 旬, 学期, 届, 工作日 (public holidays move), vague words and events have
  none; `reason` says why, in Chinese.
"""

from __future__ import annotations

import re
from typing import Any, Final

from policydoc.numerals import to_int
from policydoc.patterns import late

Period = tuple[int, str]
Count = tuple[int | None, int | None]

_PER_YEAR: Final = {"hour": 8760.0, "day": 365.0, "workday": 250.0, "week": 52.0, "xun": 36.0, "month": 12.0,
    "quarter": 4.0,
                    "half_year": 2.0, "semester": 2.0, "year": 1.0}
_ISO: Final = {"hour": (1, "PT{}H"), "day": (1, "P{}D"), "week": (1, "P{}W"), "month": (1, "P{}M"),
    "quarter": (3, "P{}M"),
               "half_year": (6, "P{}M"), "year": (1, "P{}Y")}
_FREQ: Final = {"hour": (1, "HOURLY"), "day": (1, "DAILY"), "week": (1, "WEEKLY"), "month": (1, "MONTHLY"),
    "quarter": (3, "MONTHLY"),
                "half_year": (6, "MONTHLY"), "year": (1, "YEARLY")}
_NO_RULE: Final = {"xun": "旬的天数不等", "semester": "学期没有固定的起止日期", "term": "届期长短不一",
    "workday": "工作日随当年放假安排变动"}
_DAYS: Final = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_LAST_MONTHS: Final = {"month": None, "quarter": "3,6,9,12", "half_year": "6,12"}
_FIRST_MONTHS: Final = {"quarter": "1,4,7,10", "half_year": "1,7"}

_N: Final = r"([一二三四五六七八九十]{1,3}|\d{1,2}|[０-９]{1,2})"
_MONTH_END: Final = late(rf"{_N}[ 　]?月[底末](?:[之以]?前)?")
_YEARLY_DAY: Final = late(rf"{_N}月{_N}[日号]")
_YEARLY_MONTH: Final = late(rf"{_N}月份?")
_MONTH_DAY: Final = late(rf"{_N}[ 　]?月[ 　]?{_N}[ 　]?[日号](?:[之以]?前)?")
_DAY: Final = late(rf"{_N}[日号](?:[之以]?前)?")
_FIRST_MONTH_DAY: Final = late(rf"([首末])月{_N}[日号](?:[之以]?前)?")
_YEAR_END: Final = late(r"(?:年?[底末]|年终|岁末)(?:[之以]?前)?")
_END: Final = late(r"月?[底末](?:[之以]?前)?")
_QUARTER: Final = late(r"第?([一二三四1-4])季度[底末](?:[之以]?前)?")
_WEEKDAYS: Final = late(
    r"(?:([一二三四五六])(?:至|到|—|-)(?:周|星期)([一二三四五六日天])|[一二三四五六日天])"
    r"(?:、(?:周|星期)?[一二三四五六日天])*(?=$|[上下早中晚清傍凌]|\d)")
_DATE_WORD: Final = late("[年月季周旬日号]")
"""每日9点 is a time of every day; a date is none."""
_NTH_WEEKDAY: Final = late(r"第?([一二三四]|最后)一?个?(?:星期|周)([一二三四五六日天])")


def rate(period: Period | None, count: Count | None) -> float | None:
    """The least number of times a year that is demanded: 每两年 → 0.5; None where the words give none."""
    if period is None or period[1] not in _PER_YEAR:
        return None
    times = 1 if count is None else count[0]
    return None if times is None else round(_PER_YEAR[period[1]] / period[0] * times, 4)


def timex(period: Period | None, count: Count | None, anchor: str | None, each: bool) -> dict[str, Any] | None:
    """The TIMEX3 SET of a period; None where there is no period."""
    if period is None:
        return None
    freq = mod = None
    if count is not None:
        low, high = count
        if low == high or high is None:
            freq, mod = f"{low}X", None if low == high else "EQUAL_OR_MORE"
        elif low is None:
            freq, mod = f"{high}X", "EQUAL_OR_LESS"
    return {"type": "SET", "value": _pattern(period, anchor) or _duration(period), "quant": "EACH" if each else None,
            "freq": freq, "mod": mod}


def _duration(period: Period) -> str | None:
    if period[1] not in _ISO:
        return None
    factor, form = _ISO[period[1]]
    return form.format(period[0] * factor)


def _pattern(period: Period, anchor: str | None) -> str | None:
    if not anchor or period[0] != 1:
        return None
    if period[1] == "week" and len(days := _days(anchor)) == 1:
        return f"XXXX-WXX-{list(_DAYS.values()).index(days[0]) + 1}"
    if period[1] == "year":
        day = _YEARLY_DAY.fullmatch(anchor)
        if day:
            return f"XXXX-{to_int(day[1]):02}-{to_int(day[2]):02}"
        month = _YEARLY_MONTH.fullmatch(anchor)
        if month:
            return f"XXXX-{to_int(month[1]):02}"
    return None


def rrule(period: Period | None, count: Count | None, anchor: str | None, vague: str | None, event: bool,
          ambiguous: bool = False) -> tuple[str | None, str | None]:
    """The RRULE and None, or None and the reason why there is none."""
    if event:
        return None, "时间取决于事件何时发生"
    if period is None:
        return None, "没有写明周期"
    if period[1] in _NO_RULE:
        return None, _NO_RULE[period[1]]
    if ambiguous:
        return None, "周期本身可以有两种理解"
    if vague == "irregular":
        return None, "写明不定期"
    if count is not None and count[0] != count[1]:
        return None, "次数不是定数"
    times = count[0] if count and count[0] else 1
    rule, days = _anchored(period, anchor) if anchor else (_free(period), 1)
    if rule is None:
        return None, f"“{anchor}”不是确定的日期"
    if times != days and (times > 1 or count is not None):
        return None, f"每期{times}次，日期没有写全"
    return rule, None


def _free(period: Period) -> str:
    factor, freq = _FREQ[period[1]]
    interval = period[0] * factor
    return f"FREQ={freq}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _days(anchor: str) -> list[str]:
    m = _WEEKDAYS.match(anchor)
    if not m:
        return []
    codes = list(_DAYS.values())[:7]
    span = codes[codes.index(_DAYS[m[1]]):codes.index(_DAYS[m[2]]) + 1] if m[1] else []
    return span or [_DAYS[c[-1]] for c in m[0].split("、")]


def _anchored(period: Period, anchor: str) -> tuple[str | None, int]:
    """The rule of a period with an anchor, and its number of occurrences a period."""
    n, unit = period
    every = f";INTERVAL={n}" if n > 1 else ""
    if unit == "week":
        days = sorted(set(_days(anchor)), key=list(_DAYS.values()).index)
        return (f"FREQ=WEEKLY{every};BYDAY={','.join(days)}", len(days)) if days else (None, 0)
    if unit in ("day", "hour"):
        return (None, 0) if _DATE_WORD.search(anchor) else (_free(period), 1)
    if unit == "year":
        return _in_year(anchor, every)
    days_of_month = [_DAY.fullmatch(day) for day in anchor.split("、")]
    if unit == "month" and n == 1 and len(days_of_month) > 1 and all(days_of_month):
        named = sorted({to_int(day[1]) or 0 for day in days_of_month if day})
        return (f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, named))}" if named[-1] <= 28 and named[0] else None,
                len(named))
    if unit in _LAST_MONTHS and n == 1:
        return _in_months(anchor, unit), 1
    return None, 0


def _in_year(anchor: str, every: str) -> tuple[str | None, int]:
    head = f"FREQ=YEARLY{every};"
    if m := _MONTH_DAY.fullmatch(anchor):
        month, day = to_int(m[1]) or 0, to_int(m[2]) or 0
        return (f"{head}BYMONTH={month};BYMONTHDAY={day}" if _exists(month, day) else None), 1
    months = [m for m in re.split(r"[、和及]", anchor) if m]
    ends = [_month_end(m) for m in months]
    if all(ends):
        unique = sorted({e for e in ends if e})
        return f"{head}BYMONTH={','.join(map(str, unique))};BYMONTHDAY=-1", len(unique)
    return None, 0


def _month_end(words: str) -> int | None:
    """The month on whose last day 3月底前, 年底前 or 第一季度末 is due."""
    if m := _MONTH_END.fullmatch(words):
        month = to_int(m[1]) or 0
        return month if 1 <= month <= 12 else None
    if _YEAR_END.fullmatch(words):
        return 12
    if m := _QUARTER.fullmatch(words):
        return 3 * (to_int(m[1]) or 0)
    return None


def _in_months(anchor: str, unit: str) -> str | None:
    last, first = _LAST_MONTHS[unit], _FIRST_MONTHS.get(unit)
    if _END.fullmatch(anchor):
        return "FREQ=MONTHLY;BYMONTHDAY=-1" if last is None else f"FREQ=YEARLY;BYMONTH={last};BYMONTHDAY=-1"
    if first and (m := _FIRST_MONTH_DAY.fullmatch(anchor)):
        day, months = to_int(m[2]) or 0, first if m[1] == "首" else last
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}" if 1 <= day <= 28 else None
    if unit == "month":
        if m := _DAY.fullmatch(anchor):
            day = to_int(m[1]) or 0
            return f"FREQ=MONTHLY;BYMONTHDAY={day}" if 1 <= day <= 28 else None
        if m := _NTH_WEEKDAY.fullmatch(anchor):
            nth = -1 if m[1] == "最后" else to_int(m[1])
            return f"FREQ=MONTHLY;BYDAY={nth}{_DAYS[m[2]]}"
    return None


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (28, 30, 31)[(month in (1, 3, 5, 7, 8, 10, 12)) + (month != 2)]
