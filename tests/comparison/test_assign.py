"""The assignment is the best there is: held against all others on small cases."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from policydoc.comparison.assign import assign

Gains = list[dict[int, float]]


@st.composite
def gains(draw: st.DrawFn) -> tuple[Gains, int]:
    columns = draw(st.integers(1, 5))
    row = st.dictionaries(st.integers(0, columns - 1), st.integers(1, 30).map(lambda value: value / 10))
    return draw(st.lists(row, min_size=1, max_size=5)), columns


def best(rows: Gains, columns: int) -> float:
    slots = [*range(columns), *[-1] * len(rows)]
    return max(sum(row.get(column, 0.0) for row, column in zip(rows, order, strict=False))
               for order in set(permutations(slots, len(rows))))


@given(gains())
def test_no_other_assignment_gains_more(case: tuple[Gains, int]) -> None:
    rows, columns = case
    chosen = assign(rows, columns)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert abs(sum(rows[row][column] for row, column in chosen) - best(rows, columns)) < 1e-9


def test_nothing_to_choose_from() -> None:
    assert assign([{}, {}], 3) == []
    assert assign([], 0) == []
