"""What holds for any two plans: a plan is itself, a comparison has a mirror image, texts come back exactly."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import ITEMS, plan

from policydoc import Document, compare
from policydoc.model.comparison import Comparison, Row, Verdict

MIRROR: dict[Verdict, Verdict] = {
    "new": "dropped", "dropped": "new", "strengthened": "weakened", "weakened": "strengthened", "extended": "narrowed",
    "narrowed": "extended", "merged": "split", "split": "merged",
}
CHANGES = [("每月", "每季度"), ("每半年", "每月"), ("每年", "每两年"), ("不少于6场", "不少于9场"),
           ("9月底前", "6月底前"), ("应当", "必须"), ("力争", "确保"), ("，", "、"), ("职工", "员工"),
           ("。", "。做好总结推广。"), ("组织", "举办")]


Items = list[tuple[str, str]]


def _once(name: str, body: str) -> Items:
    return [(name, body)]


def _twice(name: str, body: str) -> Items:
    """The same item twice, as in careless plans."""
    return [(name, body), (name, body)]


def _halved(name: str, body: str) -> Items:
    """Its sentences on two items: a split or a merge against the whole."""
    first, _, rest = body.partition("。")
    return [(name, first + "。"), (f"{name}保障", rest)] if rest else [(name, body)]


@st.composite
def plans(draw: st.DrawFn) -> Document:
    """A choice of items in any order over the chapters, some of them changed."""
    names = draw(st.lists(st.sampled_from(sorted(ITEMS)), min_size=1, max_size=8, unique=True))
    chapters: list[list[tuple[str, str]]] = [[], [], []]
    for name in names:
        body = ITEMS[name]
        for old, new in draw(st.lists(st.sampled_from(CHANGES), max_size=2)):
            body = body.replace(old, new, 1)
        chapters[draw(st.integers(0, 2))] += draw(st.sampled_from([_once, _twice, _halved]))(name, body)
    return plan([items for items in chapters if items], draw(st.sampled_from([2022, 2023])))


def mirrored(row: Row) -> tuple[object, ...]:
    return (MIRROR.get(row.verdict, row.verdict), sorted(MIRROR.get(v, v) for v in row.also), row.new, row.old,
            row.score, sorted((c.kind, c.new.start, c.old.start, c.new_value, c.old_value) for c in row.decided_by))


def plain(row: Row) -> tuple[object, ...]:
    return (row.verdict, sorted(row.also), row.old, row.new, row.score,
            sorted((c.kind, c.old.start, c.new.start, c.old_value, c.new_value) for c in row.decided_by))


def texts(comparison: Comparison, row: Row) -> tuple[str, str]:
    """What a reader gets who rejects all changes, and who accepts them."""
    old, new = (comparison.editions[row.step + side].text for side in (0, 1))
    rejected = [old[op.old.start:op.old.end] for op in row.redline
                if op.old and (op.op in ("equal", "delete") or op.at == "old")]
    accepted = [new[op.new.start:op.new.end] for op in row.redline
                if op.new and (op.op in ("equal", "insert") or op.at == "new")]
    return "".join(rejected), "".join(accepted)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_compared_with_itself_all_is_kept(document: Document) -> None:
    comparison = compare(document, document)
    assert {row.verdict for row in comparison.rows} == {"kept"}
    assert all(row.old == row.new and row.score == 1 for row in comparison.rows)
    assert {op.op for row in comparison.rows for op in row.redline} == {"equal"}


@settings(max_examples=100, deadline=None)
@given(plans(), plans())
def test_mirror(old: Document, new: Document) -> None:
    there, back = compare(old, new), compare(new, old)
    assert sorted(map(mirrored, there.rows), key=str) == sorted(map(plain, back.rows), key=str)


@settings(max_examples=100, deadline=None)
@given(plans(), plans())
def test_exact_and_deterministic(old: Document, new: Document) -> None:
    comparison = compare(old, new)
    assert comparison.model_dump_json() == compare(old, new).model_dump_json()
    assert Comparison.model_validate(json.loads(comparison.model_dump_json())) == comparison
    for row in comparison.rows:
        assert texts(comparison, row) == tuple(
            "".join(edition.text[unit.start:unit.end] for unit in edition.units if unit.provision in ids)
            for edition, ids in zip(comparison.editions, (row.old, row.new), strict=True))
    for side, edition in enumerate(comparison.editions):
        named = [unit for row in comparison.rows for unit in (row.old, row.new)[side]]
        assert {unit.provision for unit in edition.units} == set(named)
    for place in [place for row in comparison.rows for change in row.decided_by for place in (change.old,)]:
        assert comparison.editions[0].text[place.start:place.end] == place.text
        assert place.sentence.start <= place.start < place.end <= place.sentence.end
