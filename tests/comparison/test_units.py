"""Which provisions get a row, and which parts report on the past."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from conftest import SHARED
from policydoc import parse_text
from policydoc.comparison.units import plan_year, units

LEVELS = [
    ("章下有条目",
     "计划\n一、思想建设\n（一）学习。每月学习。\n（二）宣讲。每季宣讲。\n二、组织建设\n（三）换届。按期换届。",
     ["（一）", "（二）", "（三）"]),
    ("条目下的列项不另起行",
     "计划\n一、思想建设\n（一）学习。安排如下：\n1.读书。每月读书。\n2.研讨。每季研讨。\n（二）宣讲。每季宣讲。",
     ["（一）", "（二）"]),
    ("没有条目的章自成一行", "计划\n一、思想建设\n每月学习。\n二、组织建设\n按期换届。", ["一、", "二、"]),
    ("条文",
     "规定\n第一章 总则\n第一条 为了规范管理，制定本规定。\n第二条 适用本市。\n第二章 附则\n第三条 自发布之日起施行。",
     ["第一条", "第二条", "第三条"]),
]


@pytest.mark.parametrize(("text", "labels"), [case[1:] for case in LEVELS], ids=[case[0] for case in LEVELS])
def test_levels(text: str, labels: list[str]) -> None:
    assert [unit.nodes[0].label.strip() for unit in units(parse_text(text)) if not unit.lead] == labels


def test_text_before_the_items_is_a_lead() -> None:
    found = units(parse_text("某市2023年工作计划\n一、重点工作\n全年目标是增长5%。抓好以下工作：\n"
                             "（一）学习。每月学习。\n（二）宣讲。每季宣讲。"))
    assert [(unit.lead, unit.text[-5:]) for unit in found if "5%" in unit.text] == [(True, "以下工作：")]


PARTS = [
    ("2022年工作回顾", "review"), ("过去五年和2022年工作回顾", "review"), ("“十三五”目标任务完成情况", "review"),
    ("2022年的主要工作", "review"), ("2023年的主要工作", "plan"), ("2023年工作安排", "plan"),
    ("今后五年的奋斗目标", "plan"), ("2023年各项工作务求新成效", "plan"), ("全面加强政府自身建设", "plan"),
    ("2022年工作总结和2023年工作计划", "plan"),
]


@pytest.mark.parametrize(("heading", "part"), PARTS)
def test_parts(heading: str, part: str) -> None:
    """By words and years; the document plans 2023."""
    text = (f"某市2023年政府工作报告\n一、总体要求\n（一）方向。稳中求进。\n二、{heading}\n"
            "（一）就业。做好就业服务。\n三、2023年重点\n（一）住房。改造老旧小区。")
    found = {unit.chapter[0].label: unit.part for unit in units(parse_text(text)) if unit.chapter}
    assert found["二、"] == part


def test_first_division_told_by_its_tone() -> None:
    text = ("某市2023年政府工作报告\n一、砥砺奋进，发展迈上新台阶\n（一）产业。建成了园区，产值同比增长，位居前列。\n"
            "二、乘势而上，谱写发展新篇章\n（一）产业。要加快建设两个园区，着力引进龙头企业。")
    assert [unit.part for unit in units(parse_text(text)) if not unit.lead] == ["review", "plan"]


def test_a_report_of_december_plans_the_next_year() -> None:
    document = parse_text("某市政府工作报告\n（2024年12月28日）\n一、2024年工作回顾\n（一）就业。稳步增长。\n"
                          "二、2025年工作安排\n（一）就业。再创佳绩。")
    assert plan_year(document) == 2025


@pytest.mark.parametrize("path", sorted((SHARED / "docs").glob("政府工作报告-*.txt"))[::12], ids=lambda path: path.stem)
def test_units_hold_the_text_once(path: Path) -> None:
    document = parse_text(path.read_text(encoding="utf-8"))
    found = units(document)
    assert found
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len({unit.id for unit in found}) == len(found)
