"""Optimal assignment on candidates: the pairs of greatest total gain, each row and column at most once.

Shortest augmenting paths with potentials (Jonker-Volgenant, sparse): a row may stay alone at gain 0. With a bounded
number of candidates a row the cost stays below rows times columns; scipy would be faster by 0.5 s less of import.
"""

from __future__ import annotations

from heapq import heappop, heappush


def assign(gains: list[dict[int, float]], columns: int) -> list[tuple[int, int]]:
    """`gains[row][column]` > 0 for each candidate; returns the chosen (row, column) in the order of the rows."""
    best = max((gain for row in gains for gain in row.values()), default=0.0)
    # Column c < columns is real, column `columns + row` is that row's own place to stay alone.
    costs = [{**{c: best - gain for c, gain in sorted(row.items())}, columns + r: best}
             for r, row in enumerate(gains)]
    price: dict[int, float] = {}
    owner: dict[int, int] = {}
    holds: dict[int, int] = {}
    for row in range(len(gains)):
        _augment(row, costs, price, owner, holds)
    return [(row, column) for row, column in sorted(holds.items()) if column < columns]


def _augment(start: int, costs: list[dict[int, float]], price: dict[int, float],
             owner: dict[int, int], holds: dict[int, int]) -> None:
    """Give `start` a column by the cheapest chain of reassignments, and set the prices right."""
    reached: dict[int, float] = {}
    came_from: dict[int, int] = {}
    done: dict[int, float] = {}
    heap: list[tuple[float, int]] = []
    row, spent = start, 0.0
    while True:
        held = holds.get(row)
        base = spent if held is None else spent - costs[row][held] + price.get(held, 0.0)
        for column, cost in costs[row].items():
            distance = base + cost - price.get(column, 0.0)
            if column not in done and distance < reached.get(column, float("inf")):
                reached[column] = distance
                came_from[column] = row
                heappush(heap, (distance, column))
        spent, column = heappop(heap)
        while column in done:
            spent, column = heappop(heap)
        done[column] = spent
        if column not in owner:
            break
        row = owner[column]
    for seen, distance in done.items():
        price[seen] = price.get(seen, 0.0) + distance - spent
    end: int | None = column
    while end is not None:
        row = came_from[end]
        owner[end] = row
        holds[row], end = end, holds.get(row)
