"""What runs through the years: concepts, duties, citations, units, each with its places."""

from __future__ import annotations

import pytest
from small_plans import one

from policydoc import compare
from policydoc.comparison.trend import trend
from policydoc.model.comparison import Comparison, Place

BODIES = [
    "落实“三会一课”制度。办公室每半年召开一次通气会。执行《会费管理暂行规定》。",
    "落实“三会一课”制度，建好“暖心驿站”。办公室每季度召开一次通气会。执行《会费管理规定》。",
    "建好“暖心驿站”，用活“暖心驿站”。落实好三会一课。组织部每年举办一期训练班。执行《会费管理规定》。",
]


@pytest.fixture(scope="module")
def chain() -> Comparison:
    return compare(*[one(body, 2021 + year) for year, body in enumerate(BODIES)])


def test_places_are_exact(chain: Comparison) -> None:
    cells: list[tuple[int, Place]] = []
    rows = [row.places for row in chain.concepts] + [row.places for row in chain.citations]
    for row in [*rows, *[row.places for row in chain.responsible]]:
        cells += [(year, place) for year, places in enumerate(row) for place in places]
    cells += [(year, cell.place) for duty in chain.obligations for year, cell in enumerate(duty.cells) if cell]
    assert cells
    for year, place in cells:
        text = chain.editions[year].text
        assert text[place.start:place.end] == place.text
        assert place.sentence.start <= place.start < place.end <= place.sentence.end
        assert place.provision


def test_concepts(chain: Comparison) -> None:
    """Counted where they stand, in quotes or not."""
    rows = {row.label: row for row in chain.concepts}
    assert (rows["三会一课"].counts, rows["三会一课"].trend) == ([1, 1, 1], "steady")
    assert (rows["暖心驿站"].counts, rows["暖心驿站"].trend) == ([0, 1, 2], "new")
    assert (rows["暖心驿站"].first, rows["暖心驿站"].last) == ("2022", "2023")


def test_obligations(chain: Comparison) -> None:
    rows = {row.what: row for row in chain.obligations}
    meeting = next(row for what, row in rows.items() if "通气会" in what)
    assert [cell and cell.rate for cell in meeting.cells] == [2, 4, None]
    assert meeting.change == "gone"
    assert [cell and cell.who for cell in meeting.cells] == [["办公室"], ["办公室"], None]
    training = next(row for what, row in rows.items() if "训练班" in what)
    assert training.change == "new"


def test_citations(chain: Comparison) -> None:
    row = next(row for row in chain.citations if row.title == "会费管理规定")
    assert [len(places) for places in row.places] == [1, 1, 1]
    assert row.older_names == ["会费管理暂行规定"]


@pytest.mark.parametrize(("counts", "expected"), [
    ([1, 1], "steady"), ([1, 3], "risen"), ([3, 1], "fallen"), ([0, 2], "new"), ([2, 0], "gone"), ([0, 2, 0], "gone"),
    ([2, 0, 2], "returned"),
])
def test_trend(counts: list[int], expected: str) -> None:
    assert trend(counts) == expected


def test_years() -> None:
    documents = [one(body, 2022) for body in BODIES]
    assert compare(*documents, years=[2001, 2002, 2003]).years == ["2001", "2002", "2003"]
    assert compare(*documents).years == ["2022", "2022 (2)", "2022 (3)"]
    with pytest.raises(ValueError, match="3 documents but 2 years"):
        compare(*documents, years=[2001, 2002])
