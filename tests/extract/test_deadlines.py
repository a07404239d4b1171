"""Deadlines: tests/cases/deadlines.txt is the table of rows, read as a plan of 2025; the rest are invariants."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import deadlines
from policydoc.model.draft import Record

YEAR = 2025
PIECES = [
    "2025年", "今年", "明年", "年", "6月", "十二月", "30日", "底", "末", "上旬", "前", "之前", "内",
    "以内", "起", "施行", "到", "至", "力争", "每年", "“十五五”", "期间", "本世纪", "中叶", "自", "之日",
    "收到", "申请", "后", "十五", "个工作日", "三个月", "，", "。", "\n", "国庆节", "第三季度", "上半年",
    "将于",
]
VALUE = re.compile(r"(?:\d{4}|XXXX|\d\d0X)(?:-\d\d(?:-\d\d)?|-Q\d|-H\d)?|\d{4}/\d{4}|PT?\d+(?:\.\d)?[YMWDHQ]")


def show(record: Record) -> str:
    """text | value | comparator | anchor | working or calendar | inferred."""
    parts = [record["text"], str(record["value"]), record["comparator"]]
    if record["anchor"]:
        parts.append(record["anchor"]["text"])
    if record["day_kind"]:
        parts.append(record["day_kind"])
    if record["inferred_year"]:
        parts.append("inferred")
    return " | ".join(parts)


def facts(text: str) -> list[str]:
    return [show(record) for record in deadlines.extract(draft_of(text, year=YEAR))]


@pytest.mark.parametrize("case", load("deadlines.txt"), ids=label)
def test_rows(case: Case) -> None:
    assert facts(case.text) == case.facts


@pytest.mark.parametrize(("text", "fact"), [
    ("6月底前完成整改", "6月底前 | XXXX-06-30 | by"), ("年底前完成整改", "年底前 | XXXX-12-31 | by"),
    ("力争年内建成", "年内 | XXXX | within"), ("到2035年，力争基本建成", "到2035年 | 2035 | by"),
    ("2024年底前报送方案", "2024年底前 | 2024-12-31 | by"), ("到本世纪中叶", "到本世纪中叶 | None | by")])
def test_without_a_plan_year_the_year_stays_open(text: str, fact: str) -> None:
    assert [show(record) for record in deadlines.extract(draft_of(text))] == [fact]


def test_without_a_plan_year_a_year_in_a_story_is_no_deadline() -> None:
    assert deadlines.extract(draft_of("到1953年底，全国有社区五百个。1958年以前多为平房。")) == []


@pytest.mark.parametrize(("text", "words"), [
    ("6月31日前报送方案", "6月31日前"), ("到2024年4月31日完成验收", "到2024年4月31日"),
    ("2023年2月29日前完成验收", "2023年2月29日前"), ("13月底前完成验收", "13月底前")])
def test_a_date_that_does_not_exist_is_trouble(text: str, words: str) -> None:
    draft = draft_of(text, year=YEAR)
    assert [show(record) for record in deadlines.extract(draft)] == [f"{words} | None | by"]
    assert [(d["code"], text[d["start"]:d["end"]]) for d in draft.diagnostics] == [("date-impossible", words)]


@pytest.mark.parametrize("text", [
    "2024年2月29日前完成", "6月30日前完成", "每年6月31日前报送", "出生到36月龄止", "36月前的幼儿"])
def test_other_dates_are_no_trouble(text: str) -> None:
    draft = draft_of(text, year=YEAR)
    deadlines.extract(draft)
    assert draft.diagnostics == []


def test_a_chronicle_has_no_year_of_its_own() -> None:
    draft = draft_of("到1947年1月10日，运动扩展到14个省。从1932年起，组织了队伍。", title="某地百年大事记", year=1921)
    assert deadlines.extract(draft) == []


def test_the_year_comes_from_the_date_where_the_plan_has_none() -> None:
    (found,) = deadlines.extract(draft_of("6月底前完成整改", date="2024-03-05"))
    assert (found["value"], found["inferred_year"]) == ("2024-06-30", True)


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join), st.sampled_from([None, 2025]))
def test_places_and_values_hold_for_any_text(text: str, year: int | None) -> None:
    draft = draft_of(text, year=year)
    found = deadlines.extract(draft)
    assert_places(draft, found)
    for before, after in pairwise(found):
        assert before["end"] <= after["start"]
    for record in found:
        assert record["value"] is None or VALUE.fullmatch(record["value"]), record
        assert not (record["inferred_year"] and record["value"] and record["value"].startswith("XXXX"))


@pytest.mark.parametrize("unit", [
    "2025年", "年底前", "自", "自收到后", "三个月内", "到2030年", "之日起", "前", "内", "五末", "每年3月底前"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of((unit * HOSTILE)[:HOSTILE], year=YEAR)
    with no_hang():
        deadlines.extract(draft)
