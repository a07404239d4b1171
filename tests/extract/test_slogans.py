"""Slogans: tests/cases/slogans.txt is the table of unquoted ones; quoted ones, invariants, the real work points."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import quotes, slogans
from policydoc.extract.slogans import frames, moulds
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


MOULDS = """
both 严管厚爱结合 激励约束并重 | must 唯改革方能突围 唯实干才能致远 | amid 在实干中成长 于磨砺中成才
double 堂堂正正做人 踏踏实实做事 | unless 不获全胜不收兵 不达目的不罢休 | firm 坚定信念不动摇 坚定方向不偏移
doer 为担当者担当 为负责者负责 | deed 办实事 解难题 | affair 依法行政 廉洁从政 | one 一年接着一年干 一件接着一件办
twice 人人尽责 事事落实 | along 与时代同行 与人民同心 | step 干劲不松懈 脚步不停歇 | verb 走出去 引进来
people 聚民心 暖人心 | manage 实事办扎实 好事办圆满 | stay 摘帽不摘责任 离任不离职责 | run 数据多跑路 群众少跑腿
words 干净不干净 满意不满意 | none 攻无不克 战无不胜 | each 各司其职 各尽其责 | always 有案必查 应收尽收
good 好事办好 实事办实 | first 质量第一 效益优先 | task 用心办事 干净干事 | play 打好攻坚战 下好先手棋
dare 不怕困难 不畏艰险 | then 干就干好 做就做实
"""


def test_no_mould_is_hidden_by_the_look_that_comes_first() -> None:
    rows = [row.split() for row in MOULDS.strip().replace("\n", "|").split("|")]
    names = re.compile(moulds._MOULD.pattern).groupindex
    assert [name for name, *_ in rows] == [name for name in names if len(name) > 1]
    for name, left, right in rows:
        assert [match and match.lastgroup for match in map(moulds._MOULD.match, (left, right))] == [name, name]
        assert moulds.one_mould(left, right)
        assert frames.framed(left, right)


def test_the_real_work_points(shared: Path) -> None:
    gold = json.loads((shared / "seed/gold.json").read_text(encoding="utf-8"))
    found = drafted((shared / "seed" / gold["source"]).read_text(encoding="utf-8"))[1]
    spans = {quoted: {(s["start"], s["end"]) for s in found if s["quoted"] is quoted} for quoted in (True, False)}
    optional = {(s["start"], s["end"]) for s in gold["slogans_optional"]}
    assert spans[True] == {(s["start"], s["end"]) for s in gold["slogans_quoted"]}
    assert spans[False] - optional == {(s["start"], s["end"]) for s in gold["slogans_unquoted"]}
