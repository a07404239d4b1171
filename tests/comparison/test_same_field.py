"""Headings of one field: an item whose text is all new goes with the one whose heading names the same field of work."""

from __future__ import annotations

import pytest
from small_plans import ITEMS, plan

from policydoc import Document, compare, parse_text
from policydoc.comparison.fields import fields

SAME = [(name, ITEMS[name]) for name in ("学习教育", "财务管理", "民主管理")]
OTHER = [(name, ITEMS[name]) for name in ("走访慰问", "技能竞赛", "安全检查")]
OLD = ("坚持尽心履职", "主动接受各方评议，答复提案件件有回音，遇到急事敢拍板。")
NEW = ("勇于担当实干", "开展能力提升年，把蓝图画成实景，让想做事的人有舞台。")


def partners(old: list[list[tuple[str, str]]], new: list[list[tuple[str, str]]]) -> list[str]:
    """Headings of the old items that the item NEW stands with, and what its heading shares with theirs."""
    comparison = compare(plan(old), plan(new, 2024))
    names = [{unit.provision: unit.heading or "" for unit in edition.units} for edition in comparison.editions]
    (row,) = (row for row in comparison.rows if NEW[0] in [names[1][at] for at in row.new])
    shared = [text for why in row.reasons if why.signal == "heading" for text in why.shared]
    return [names[0][at] for at in row.old] + shared


def test_the_field_links_and_is_the_reason() -> None:
    assert partners([[*SAME, OLD]], [[*SAME, NEW]]) == [OLD[0], "担当"]


def test_without_chapters_the_field_links_too() -> None:
    def flat(items: list[tuple[str, str]]) -> Document:
        rows = zip("一二三四", items, strict=True)
        return parse_text("\n".join(f"{label}、{heading}。{body}" for label, (heading, body) in rows))

    assert [len(row.new) for row in compare(flat([*SAME, OLD]), flat([*SAME, NEW])).rows] == [1, 1, 1, 1]


def test_another_chapter_is_another_line_of_work() -> None:
    assert partners([[*SAME, OLD], OTHER], [SAME, [*OTHER, NEW]]) == []


def test_another_field_is_new() -> None:
    assert partners([[*SAME, ("坚持清正廉洁", OLD[1])]], [[*SAME, NEW]]) == []


@pytest.mark.parametrize(("heading", "named"), [
    ("毫不放松防范化解风险，努力筑牢安全发展基石", {"风险", "安全"}),
    ("严格依法行政", {"法治"}),
    ("加快新型城镇化，推进乡村振兴", {"城镇", "三农"}),
    ("办好十件事", set()),
])
def test_fields_of_headings(heading: str, named: set[str]) -> None:
    assert fields(heading) == named
