"""Slogans: tests/cases/slogans.txt is the table of unquoted ones; quoted ones, invariants, the real work points."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import quotes, slogans
from policydoc.model.draft import Draft, Record

PIECES = [
    "真抓实干", "、", "，", "攻坚克难", "“", "”", "《", "》", "。", "的", "内化于心", "外化于行", "讲政治", "守规矩"]


def drafted(text: str) -> tuple[Draft, list[Record]]:
    draft = draft_of(text)
    draft.facts["quoted_terms"] = quotes.extract(draft)
    return draft, slogans.extract(draft)


@pytest.mark.parametrize("case", load("slogans.txt"), ids=label)
def test_rows(case: Case) -> None:
    assert [slogan["text"] for slogan in drafted(case.text)[1] if not slogan["quoted"]] == case.facts


@pytest.mark.parametrize(("text", "kind"), [
    ("开展“学技术、比贡献”活动", "theme"),
    ("紧扣“同心奋进新征程”这一主题", "theme"),
    ("坚持“学技术、比贡献”", "parallel"),
    ("树立“人人都是安全员”的理念", "motto"),
])
def test_quoted_slogans_are_those_quoted_terms(text: str, kind: str) -> None:
    found = drafted(text)[1]
    assert [(slogan["quoted"], slogan["kind"]) for slogan in found] == [(True, kind)]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_unquoted_ones_do_not_overlap(text: str) -> None:
    draft, found = drafted(text)
    assert_places(draft, found)
    bare = [slogan for slogan in found if not slogan["quoted"]]
    assert all(a["end"] <= b["start"] for a, b in pairwise(bare))
    assert all(len(set(map(len, slogan["text"].replace("，", "、").split("、")))) == 1 for slogan in bare)


@pytest.mark.parametrize("unit", ["、", "民", "攻坚克难、", "真改实改，全改彻改", "讲政治、"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of(unit * (HOSTILE // len(unit)))
    with no_hang():
        slogans.extract(draft)


def test_the_real_work_points(shared: Path) -> None:
    gold = json.loads((shared / "seed/gold.json").read_text(encoding="utf-8"))
    found = drafted((shared / "seed" / gold["source"]).read_text(encoding="utf-8"))[1]
    spans = {quoted: {(s["start"], s["end"]) for s in found if s["quoted"] is quoted} for quoted in (True, False)}
    optional = {(s["start"], s["end"]) for s in gold["slogans_optional"]}
    assert spans[True] == {(s["start"], s["end"]) for s in gold["slogans_quoted"]}
    assert spans[False] - optional == {(s["start"], s["end"]) for s in gold["slogans_unquoted"]}
