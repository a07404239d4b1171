"""Standard forms: rates, TIMEX3, and RRULEs that are expanded and counted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from policydoc.extract.frequency import recurrence
from policydoc.extract.frequency.recurrence import Count, Period

STEPS = {
    "hour": relativedelta(hours=1), "day": relativedelta(days=1), "week": relativedelta(weeks=1),
    "month": relativedelta(months=1), "quarter": relativedelta(months=3), "half_year": relativedelta(months=6),
    "year": relativedelta(years=1),
}
UNITS = [*STEPS, "workday", "xun", "semester", "term"]
ANCHORS = [
    "3月底前", "11月底前", "3月1日前", "12月31日前", "2月底前", "6月底前和12月底前", "年底前", "底前", "末",
    "月底前", "15日前", "5日",
    "31日", "2月30日前", "13月底前", "首月15日前", "第一季度", "四季度", "上半年", "下半年", "年初", "年初、年中",
    "一", "五下午",
    "二、周四", "一、三、五", "末上午", "第一个星期一", "最后一个星期五", "最后一周", "第一周", "开学前",
    "上午8点", "下午", "汛期",
]

counts = st.one_of(st.none(), st.tuples(st.integers(1, 4), st.integers(1, 4)).filter(lambda c: c[0] <= c[1]),
                   st.tuples(st.integers(1, 4), st.none()), st.tuples(st.none(), st.integers(1, 4)))
periods = st.tuples(st.integers(1, 6), st.sampled_from(UNITS))


@given(periods, counts, st.one_of(st.none(), st.sampled_from(ANCHORS)), st.integers(2023, 2031))
@example((1, "hour"), None, "6月底前和12月底前", 2023)
def test_every_rule_occurs_as_often_as_the_words_say(period: Period, count: Count | None, anchor: str | None,
    year: int) -> None:
    rule, reason = recurrence.rrule(period, count, anchor, None, event=False)
    assert (rule is None) != (reason is None)
    if rule is None:
        return
    start = datetime(year, 1, 1)
    if period[1] == "week":
        start -= timedelta(days=start.weekday())
    expected = len(anchor.split("、")) if anchor and period[1] == "week" else 1 if count is None else count[0]
    if anchor == "6月底前和12月底前":
        expected = 2
    step = STEPS[period[1]] * period[0]
    expanded = rrulestr(rule, dtstart=start)
    for i in range(4):
        begin, end = start + step * i, start + step * (i + 1)
        assert len(expanded.between(begin, end - timedelta(seconds=1), inc=True)) == expected, (rule, begin)


@given(periods, st.sampled_from(["regular", "irregular", None]))
def test_at_least_and_at_most_have_no_rule(period: Period, vague: str | None) -> None:
    for count in ((1, None), (None, 2), (1, 2)):
        rule, reason = recurrence.rrule(period, count, None, vague, event=False)
        assert rule is None
        assert reason


@pytest.mark.parametrize(("period", "count", "rate"), [
    ((1, "month"), None, 12), ((1, "month"), (1, 1), 12), ((2, "year"), (1, 1), 0.5), ((1, "quarter"), (2, None), 8),
    ((1, "year"), (1, 2), 1), ((3, "month"), (1, None), 4), ((5, "year"), None, 0.2), ((1, "week"), (2, 2), 104),
    ((1, "semester"), (2, None), 4), ((1, "term"), (1, 1), None), ((1, "year"), (None, 1), None), (None, None, None),
    ((1, "half_year"), None, 2), ((1, "xun"), None, 36), ((1, "day"), (3, 3), 1095),
])
def test_rate(period: Period | None, count: Count | None, rate: float | None) -> None:
    assert recurrence.rate(period, count) == rate


def test_a_month_is_more_than_a_quarter() -> None:
    rates = [recurrence.rate((1, u), None) or 0
        for u in ("day", "week", "xun", "month", "quarter", "half_year", "year")]
    assert rates == sorted(rates, reverse=True)
    assert len(set(rates)) == len(rates)


@pytest.mark.parametrize(("period", "count", "anchor", "value", "freq", "mod"), [
    ((1, "month"), (2, 2), None, "P1M", "2X", None),
    ((1, "quarter"), (1, None), None, "P3M", "1X", "EQUAL_OR_MORE"),
    ((1, "half_year"), None, None, "P6M", None, None),
    ((2, "year"), (None, 1), None, "P2Y", "1X", "EQUAL_OR_LESS"),
    ((1, "week"), None, "五下午", "XXXX-WXX-5", None, None),
    ((1, "week"), None, "二、周四", "P1W", None, None),
    ((1, "year"), None, "10月", "XXXX-10", None, None),
    ((1, "year"), None, "9月3日", "XXXX-09-03", None, None),
    ((1, "year"), None, "3月底前", "P1Y", None, None),
    ((1, "workday"), None, None, None, None, None),
    ((1, "xun"), None, None, None, None, None),
    ((1, "year"), (1, 2), None, "P1Y", None, None),
])
def test_timex(period: Period, count: Count | None, anchor: str | None, value: str | None, freq: str | None,
               mod: str | None) -> None:
    assert recurrence.timex(period, count, anchor, each=True) == {
        "type": "SET", "value": value, "quant": "EACH", "freq": freq, "mod": mod}


def test_no_period_no_timex() -> None:
    assert recurrence.timex(None, None, None, each=False) is None


@pytest.mark.parametrize(("period", "count", "anchor", "rule"), [
    ((1, "month"), None, None, "FREQ=MONTHLY"),
    ((1, "quarter"), (1, 1), None, "FREQ=MONTHLY;INTERVAL=3"),
    ((2, "year"), None, None, "FREQ=YEARLY;INTERVAL=2"),
    ((1, "week"), None, "五下午", "FREQ=WEEKLY;BYDAY=FR"),
    ((1, "week"), (2, 2), "二、周四", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ((1, "year"), None, "3月底前", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    ((1, "year"), None, "4月1日之前", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1"),
    ((1, "quarter"), None, "首月15日前", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"),
    ((1, "quarter"), None, "末", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    ((1, "month"), None, "底前", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ((1, "month"), None, "第一个星期一", "FREQ=MONTHLY;BYDAY=1MO"),
    ((1, "month"), (2, 2), None, None), ((1, "month"), None, "31日前", None), ((1, "year"), None, "年初", None),
    ((1, "year"), None, "3月", None), ((1, "year"), None, "第一季度", None), ((1, "year"), None, "上半年", None),
    ((1, "year"), None, "第一季度末", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    ((1, "workday"), None, None, None), ((1, "term"), None, None, None), ((1, "year"), None, "2月29日前", None),
])
def test_rrule(period: Period, count: Count | None, anchor: str | None, rule: str | None) -> None:
    assert recurrence.rrule(period, count, anchor, None, event=False)[0] == rule


def test_reasons_are_for_clerks() -> None:
    assert recurrence.rrule(None, None, None, "regular", event=False)[1] == "没有写明周期"
    assert recurrence.rrule(None, None, None, None, event=True)[1] == "时间取决于事件何时发生"
    assert recurrence.rrule((3, "day"), None, None, None, event=False, ambiguous=True)[0] is None


@pytest.mark.parametrize(("unit", "anchor", "rule"), [
    ("week", "一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("week", "六到周日", "FREQ=WEEKLY;BYDAY=SA,SU"),
    ("month", "5日、15日、25日", "FREQ=MONTHLY;BYMONTHDAY=5,15,25"), ("month", "5日、31日", None),
    ("quarter", "末月20日前", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20")])
def test_several_days(unit: str, anchor: str, rule: str | None) -> None:
    assert recurrence.rrule((1, unit), None, anchor, None, event=False)[0] == rule
