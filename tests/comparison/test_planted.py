"""The four plans of corpus/, whose changes are known one by one (planted.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import pytest

from conftest import CORPUS
from policydoc import Document, compare, parse
from policydoc.model.comparison import Comparison, Row

GOLD = tomllib.loads((CORPUS / "planted.toml").read_text(encoding="utf-8"))
FACTS = {"frequency": {"frequency", "count"}, "count": {"count", "quantity", "target"}, "deadline": {"deadline"},
         "target": {"target"}, "modality": {"modality"}}
"""Kinds of `Change` that stand for a fact of the gold: 不少于20项 is a count a year or a target."""


@cache
def plan(year: int) -> Document:
    return parse(CORPUS / f"{year}-work-points.txt")


@cache
def compared(old: int, new: int) -> Comparison:
    return compare(plan(old), plan(new))


def rows_by_number(old: int, new: int) -> dict[tuple[tuple[int, ...], tuple[int, ...]], Row]:
    """Rows of items by the numbers of their labels."""
    numbers = [{node.id: node.number for node in plan(year).walk() if node.kind == "item"} for year in (old, new)]
    out = {}
    for row in compared(old, new).rows:
        if all(unit in numbers[0] for unit in row.old) and all(unit in numbers[1] for unit in row.new):
            key = tuple(numbers[0][unit] or 0 for unit in row.old), tuple(numbers[1][unit] or 0 for unit in row.new)
            out[key] = row
    return out


CASES = [pytest.param(pair["old_year"], pair["new_year"], row, id=f"{pair['old_year']}-{row['old']}-{row['new']}")
         for pair in GOLD["pair"] for row in pair["row"]]


@pytest.mark.parametrize(("old", "new", "gold"), CASES)
def test_every_planted_change(old: int, new: int, gold: dict[str, Any]) -> None:
    row = rows_by_number(old, new)[tuple(gold["old"]), tuple(gold["new"])]
    assert row.verdict == gold["verdict"]
    fact = gold.get("fact", "scope")
    if fact == "scope":
        assert not row.decided_by
        return
    assert {change.kind for change in row.decided_by} <= FACTS[fact]
    for change in row.decided_by:
        sentences = [plan(year).text[place.sentence.start:place.sentence.end]
                     for year, place in ((old, change.old), (new, change.new))]
        assert gold["old_text"] in sentences[0] or change.old.text in gold["old_text"]
        assert gold["new_text"] in sentences[1] or change.new.text in gold["new_text"]


@pytest.mark.parametrize("pair", GOLD["pair"], ids=lambda pair: str(pair["new_year"]))
def test_nothing_else(pair: dict[str, Any]) -> None:
    """No further row, and nothing else called stronger or weaker."""
    old, new = pair["old_year"], pair["new_year"]
    assert set(rows_by_number(old, new)) == {(tuple(row["old"]), tuple(row["new"])) for row in pair["row"]}
    others = [row for row in compared(old, new).rows if row not in rows_by_number(old, new).values()]
    assert not [row for row in others if {row.verdict, *row.also} & {"strengthened", "weakened"}]


def test_chain_of_four_years() -> None:
    """One row for each line of work through the years: 厂务公开 in all, 助力乡村振兴 in the first only."""
    chain = compare(*[plan(year) for year in (2021, 2022, 2023, 2024)])
    assert chain.years == ["2021", "2022", "2023", "2024"]
    threads = {thread.heading: [len(cell) for cell in thread.cells] for thread in chain.threads}
    assert threads["健全民主管理制度"] == [1, 1, 1, 1]
    assert threads["助力乡村全面振兴"] == [1, 0, 0, 0]
    assert threads["维护新就业形态劳动者权益"] == [0, 1, 1, 1]
    for step, pair in enumerate(GOLD["pair"]):
        alone = compared(pair["old_year"], pair["new_year"])
        assert [row.verdict for row in chain.rows if row.step == step] == [row.verdict for row in alone.rows]


def test_cross_references() -> None:
    chain = compare(*[plan(year) for year in (2021, 2022, 2023, 2024)])
    citations = {row.title: row for row in chain.citations}
    assert citations["信访工作条例"].older_names == ["信访条例"]
    assert citations["澜州市工会联系服务职工工作办法"].older_names == ["澜州市工会联系服务职工工作暂行办法"]
    duties = {row.cells[0].place.text: row for row in chain.obligations if row.cells[0]}
    ideology = next(row for text, row in duties.items() if "半年" in text and "意识形态" in row.what)
    assert ideology.change == "stronger"
    assert [cell and cell.rate for cell in ideology.cells] == [2, 4, 12, 12]
    concepts = {row.label: row for row in chain.concepts}
    assert concepts["两个确立"].trend == "new"
    assert concepts["两个确立"].first == "2022"
    assert concepts["六大行动"].counts == [0, 1, 1, 1]
    units = {row.unit: row for row in chain.responsible}
    assert units["产业工人工作部"].trend == "new"
    assert units["经济技术部"].trend in ("fallen", "gone")
