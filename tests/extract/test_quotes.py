"""Quoted terms: tests/cases/quotes.txt is the table of rows; diagnostics, invariants, the sample of real terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import quotes
from policydoc.model.draft import Node

PIECES = ["“", "”", "‘", "’", "「", "」", '"', "三会一课", "工程", "、", "，", "。", "\n", "求真务实", "的理念", "5"]


@pytest.mark.parametrize("case", load("quotes.txt"), ids=label)
def test_rows(case: Case) -> None:
    assert [f"{term['kind']} | {term['text']}" for term in quotes.extract(draft_of(case.text))] == case.facts


@pytest.mark.parametrize(("text", "lost"), [
    ("落实“首问负责制度。", [2]),
    ("落实首问负责”制度。", [6]),
    ("落实“首问负责制度，用好“连心卡”。", [2]),
    ("落实“首问负责”制度。", []),
    ("一、落实“首问\n二、负责”制度", [4, 12]),
    ("I don’t know know’s 5\" 屏幕，办好’99运动会", []),
    ("修改为：\n“第一款应当公开。\n第二款及时更新。”", []),
])
def test_a_mark_without_partner_is_a_diagnostic(text: str, lost: list[int]) -> None:
    draft = draft_of(text)
    quotes.extract(draft)
    assert [trouble["start"] for trouble in draft.diagnostics] == lost
    assert {trouble["code"] for trouble in draft.diagnostics} <= {"quote-unbalanced"}


def test_hard_wrapped_lines_of_one_leaf_pair() -> None:
    draft = draft_of("解决服务职工“最后\n一公里”问题")
    draft.roots = [Node("paragraph", 0, len(draft.text), id="p")]
    assert [term["text"] for term in quotes.extract(draft)] == ["最后\n一公里"]
    assert not draft.diagnostics


def test_the_place_of_the_document_makes_a_name() -> None:
    head = "——2024年1月5日在松涛市第九届人民代表大会上\n"
    assert quotes.extract(draft_of(head + "建设“健康松涛”。"))[0]["kind"] == "name"
    assert quotes.extract(draft_of("建设“健康松涛”。"))[0]["kind"] == "label"


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_gives_terms_in_order_that_nest_or_stand_apart(text: str) -> None:
    draft = draft_of(text)
    found = quotes.extract(draft)
    assert_places(draft, found)
    open_ends: list[int] = []
    for term in found:
        while open_ends and open_ends[-1] < term["start"]:
            open_ends.pop()
        assert not open_ends or term["end"] <= open_ends[-1]
        open_ends.append(term["end"])
        assert term["end"] - term["start"] <= quotes.LONGEST
        assert "\n" not in term["text"]


@pytest.mark.parametrize("unit", ["“", "”", '"', "“两个”", "“‘", "”“", "“两个”："])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of(unit * (HOSTILE // len(unit)))
    with no_hang():
        quotes.extract(draft)


def test_the_sample_of_real_terms(shared: Path) -> None:
    rows = [json.loads(row) for row in (shared / "quotes/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    found = right = 0
    for row in rows:
        terms = quotes.extract(draft_of((shared / row["doc"]).read_text(encoding="utf-8")))
        kind = {(term["start"], term["end"]): term["kind"] for term in terms}.get(tuple(row["span"]))
        found += kind is not None
        right += kind == row["kind"]
    assert found >= 0.99 * len(rows)
    assert right >= 0.85 * found
