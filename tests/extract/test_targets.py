"""Targets: tests/cases/targets.txt is the table of rows, read as parts of a plan; the rest are invariants."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import targets
from policydoc.model.draft import Draft, Node, Record

PIECES = [
    "增长", "提高到", "降低", "控制在", "新增", "完成", "率", "比重", "就业", "力争", "目标是", "去年",
    "5", "3.5", "1,200", "%", "万", "亿元", "人", "个百分点", "左右", "以上", "以内", "至", "—", "，",
    "、", "。", "\n", "了",
]


def show(record: Record) -> str:
    """text | subject | change | comparator | value (to high) | unit."""
    high = f" to {record['high']:g}" if record["high"] is not None else ""
    subject = record["subject"]["text"] if record["subject"] else "-"
    return " | ".join([record["text"], subject, record["change"] or "-", record["comparator"],
                       f"{record['value']:.12g}{high}", record["unit"]])


def facts(text: str) -> list[str]:
    return [show(record) for record in targets.extract(draft_of(text, title="某市2025年社区工作要点", year=2025))]


@pytest.mark.parametrize("case", load("targets.txt"), ids=label)
def test_rows(case: Case) -> None:
    assert facts(case.text) == case.facts


def report(review: str, plan: str) -> Draft:
    """A report in two chapters: the year behind, and the year ahead."""
    text = f"{review}\n{plan}"
    draft = draft_of(text, title="政府工作报告", year=2025)
    past, ahead = draft.roots
    draft.roots = [Node("chapter", past.start, past.end, heading="2024年工作回顾", children=[past], id="c1"),
                   Node("chapter", ahead.start, ahead.end, heading="2025年主要任务", children=[ahead], id="c2")]
    return draft


def test_a_chapter_that_looks_back_has_results_and_no_targets() -> None:
    draft = report("地区生产总值增长6%，确保就业率达到95%以上。", "地区生产总值增长5%左右。")
    assert [show(record) for record in targets.extract(draft)] == [
        "地区生产总值增长5%左右 | 地区生产总值 | increase | about | 5 | %"]


def test_below_a_chapter_that_looks_back_a_heading_must_name_what_is_ahead() -> None:
    draft = report("粮食产量达到50亿斤。", "地区生产总值增长5%左右。")
    draft.roots[0].children[0].heading = "多重目标协同推进"
    assert [record["text"] for record in targets.extract(draft)] == ["地区生产总值增长5%左右"]
    draft.roots[0].children[0].heading = "2025年工作安排"
    assert [record["text"] for record in targets.extract(draft)] == ["粮食产量达到50亿斤", "地区生产总值增长5%左右"]


def test_elsewhere_only_a_sentence_that_says_so_has_targets() -> None:
    draft = draft_of("全市人口增长3%。力争游客量增长5%。工业增加值增长7%。", title="调研报告")
    assert [record["text"] for record in targets.extract(draft)] == ["游客量增长5%"]


@pytest.mark.parametrize(("text", "found"), [
    ("社区覆盖率达到90%以上。", ["社区覆盖率达到90%以上"]), ("社区覆盖率达到90%。", []),
    ("力争社区覆盖率达到90%。", ["社区覆盖率达到90%"]), ("去年覆盖率达到90%以上。", []),
    ("会期不超过3天，人数不少于50人。", [])])
def test_in_a_rule_a_rate_with_a_margin_is_a_target(text: str, found: list[str]) -> None:
    assert [record["text"] for record in targets.extract(draft_of(text, title="某市社区管理规定"))] == found


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join))
def test_places_and_numbers_hold_for_any_text(text: str) -> None:
    draft = draft_of(text, title="某市工作要点")
    found = targets.extract(draft)
    assert_places(draft, found)
    for before, after in pairwise(found):
        assert before["end"] <= after["start"]
    for record in found:
        assert record["high"] is None or record["high"] > record["value"] >= 0
        assert record["unit"] in record["text"].replace("％", "%")


@pytest.mark.parametrize("unit", ["增长", "新增", "力争", "增长5", "5", "增长5%", "完成就业", "1,", "率5%"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of((unit * HOSTILE)[:HOSTILE], title="某市工作要点")
    with no_hang():
        targets.extract(draft)
