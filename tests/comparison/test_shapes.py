"""Splits, merges, moves and careless texts: which units share a row."""

from __future__ import annotations

import pytest
from small_plans import ITEMS, plan

from policydoc import Document, compare, parse_text

Chapters = list[list[str]]
WHOLE = "技能竞赛"
FIRST, SECOND = [sentence + "。" for sentence in ITEMS[WHOLE].rstrip("。").split("。")]


def document(chapters: Chapters, **bodies: str) -> Document:
    return plan([[(name, bodies.get(name, ITEMS.get(name, ""))) for name in names] for names in chapters])


def shapes(old: Document, new: Document) -> set[tuple[str, str, str]]:
    """(verdict, old headings, new headings) of the rows that are not kept."""
    comparison = compare(old, new)
    names = [{unit.provision: unit.heading or "" for unit in edition.units} for edition in comparison.editions]
    return {(row.verdict, "+".join(names[0][i] for i in row.old), "+".join(names[1][i] for i in row.new))
            for row in comparison.rows if row.verdict != "kept"}


BASE: Chapters = [["学习教育", "信息宣传"], [WHOLE, "走访慰问"], ["财务管理", "民主管理"]]
CASES: list[tuple[str, Chapters, dict[str, str], set[tuple[str, str, str]]]] = [
    ("dropped", [["学习教育", "信息宣传"], [WHOLE, "走访慰问"], ["财务管理"]], {}, {("dropped", "民主管理", "")}),
    ("new", [["学习教育", "信息宣传"], [WHOLE, "走访慰问"], ["财务管理", "民主管理", "志愿服务"]], {},
     {("new", "", "志愿服务")}),
    ("moved", [["学习教育", "信息宣传", "民主管理"], [WHOLE, "走访慰问"], ["财务管理"]], {},
     {("moved", "民主管理", "民主管理")}),
    ("order within a chapter is no move",
     [["信息宣传", "学习教育"], [WHOLE, "走访慰问"], ["财务管理", "民主管理"]], {}, set()),
    ("split", [["学习教育", "信息宣传"], [WHOLE, "优胜表扬", "走访慰问"], ["财务管理", "民主管理"]],
     {WHOLE: FIRST, "优胜表扬": SECOND}, {("split", WHOLE, f"{WHOLE}+优胜表扬")}),
]


@pytest.mark.parametrize(("new", "bodies", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_shapes(new: Chapters, bodies: dict[str, str], expected: set[tuple[str, str, str]]) -> None:
    assert shapes(document(BASE), document(new, **bodies)) == expected


def test_merged() -> None:
    _, chapters, bodies, _ = CASES[-1]
    assert shapes(document(chapters, **bodies), document(BASE)) == {("merged", f"{WHOLE}+优胜表扬", WHOLE)}


def test_the_same_item_thrice_goes_by_order() -> None:
    old, new = (parse_text("\n".join(f"（{n}）学习。每月学习一次。{more}" for n in "一二三"))
                for more in ("", "做好笔记。"))
    assert [(row.old, row.new) for row in compare(old, new).rows] == [([f"item_{n}"], [f"item_{n}"]) for n in (1, 2, 3)]


@pytest.mark.parametrize("text", ["学习", "一、学习", "学习。\n\n工作。", "（一）\n（二）"])
def test_small_texts(text: str) -> None:
    document = parse_text(text)
    assert {row.verdict for row in compare(document, document).rows} <= {"kept"}


def test_lookups() -> None:
    comparison = compare(document(BASE), document(CASES[0][1]))
    dropped = next(row for row in comparison.rows if row.verdict == "dropped")
    assert comparison.unit(0, dropped.old[0]).heading == "民主管理"
    assert comparison.counts(0)["dropped"] == 1
    with pytest.raises(KeyError):
        comparison.unit(1, "nowhere")
