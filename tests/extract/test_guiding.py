"""Guiding formulae: 以 theme 为 role."""

from __future__ import annotations

import pytest
from fact_cases import HOSTILE, assert_places, draft_of
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import guiding

PIECES = ["以", "为", "指导", "重点", "抓手", "职工", "、", "，", "。", "“", "”", "可以", "核心", "的", "\n"]


@pytest.mark.parametrize(("text", "formulae"), [
    ("以职工需求为导向，以数字化转型为牵引", [("职工需求", "导向"), ("数字化转型", "牵引")]),
    ("以素质提升、技能竞赛“双轮工程”为总抓手", [("素质提升、技能竞赛“双轮工程”", "总抓手")]),
    ("坚持以党的建设为统领推进工作", [("党的建设", "统领")]),
    ("以服务职工为出发点和落脚点", [("服务职工", "出发点和落脚点")]),
    ("可以认为重点突出", []),
    ("以来访职工为重点", []),
    ("以某某同志为核心的领导集体", []),
    ("以农业为主导产业", []),
    ("以理服人，为重点工作", []),
    ("以" + "长" * 61 + "为重点", []),
    ("以会员\n为重点", []),
])
def test_rows(text: str, formulae: list[tuple[str, str]]) -> None:
    assert [(f["theme"]["text"], f["role"]) for f in guiding.extract(draft_of(text))] == formulae


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_places_hold_for_any_text(text: str) -> None:
    draft = draft_of(text)
    found = guiding.extract(draft)
    assert_places(draft, found)
    assert all(f["text"] == f"以{f['theme']['text']}为{f['role']}" for f in found)


@pytest.mark.parametrize("unit", ["以", "以民", "以为", "以民为"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of(unit * (HOSTILE // len(unit)))
    with no_hang():
        guiding.extract(draft)
