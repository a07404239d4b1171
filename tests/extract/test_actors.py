"""Responsible units: tests/cases/actors.txt is the table of rows, the rest are invariants."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import actors
from policydoc.model.draft import Record

PIECES = [
    "牵头单位", "责任单位", "配合单位", "：", "、", "，", "；", "（", "）", "(", ")", "市教育局",
    "各县（市）区人民政府", "等", "有关部门", "和", "由", "牵头", "配合", "负责", "按职责分工", "\n", "\t",
    "。", "下同", "列第一位者为牵头单位",
]


def show(record: Record) -> str:
    """role | units | the whole span."""
    units = " ".join(unit["text"] for unit in record["units"])
    return f"{record['role']} | {units} | {record['text']}"


def facts(text: str) -> list[str]:
    return [show(record) for record in actors.extract(draft_of(text))]


@pytest.mark.parametrize("case", load("actors.txt"), ids=label)
def test_rows(case: Case) -> None:
    assert facts(case.text) == case.facts


def test_a_table_ends_where_the_reader_says() -> None:
    draft = draft_of("任务\t责任单位\n种树\t市园林局\n修路\t市交通局")
    draft.source.tables.append((0, draft.text.index("修路")))
    assert [show(record) for record in actors.extract(draft)] == ["responsible | 市园林局 | 市园林局"]


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join))
def test_places_hold_for_any_text(text: str) -> None:
    draft = draft_of(text)
    found = actors.extract(draft)
    assert_places(draft, found)
    for record in found:
        assert record["units"]
        assert all(record["start"] <= unit["start"] < unit["end"] <= record["end"] for unit in record["units"])
    for before, after in pairwise(found):
        assert before["end"] <= after["start"]


@pytest.mark.parametrize("unit", [
    "责任单位：", "责任单位：市教育局、", "（负责", "负责）", "（", "）", "牵头，", "市教育局牵头，",
    "任务\t责任单位\n", "、市教育局和"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of((unit * HOSTILE)[:HOSTILE])
    with no_hang():
        actors.extract(draft)
