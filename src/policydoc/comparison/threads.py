"""One row for each line of work through all the years: the strongest link carries it on.

What splits off starts a thread of its own, what is merged ends one; every unit stands in exactly one thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.model.comparison import Edition, LineOfWork, Row, Thread

Link = tuple[str, str, float]
"""(old id, new id, score)"""


@dataclass(slots=True)
class _Open:
    """A thread in the making."""

    part: str
    cells: list[list[str]]
    rows: list[int] = field(default_factory=list)
    unit: LineOfWork | None = None


def threads(editions: Sequence[Edition], rows: Sequence[Row], links: Sequence[Sequence[Link]]) -> list[Thread]:
    """`links[step]` are all links between editions[step] and the next. Threads go by first edition, then by place."""
    out: list[_Open] = []
    current: dict[str, _Open] = {}
    for year, edition in enumerate(editions):
        heir = _heirs(links[year - 1]) if year else {}
        following: dict[str, _Open] = {}
        for unit in edition.units:
            thread = current.get(heir.get(unit.provision, ""))
            if thread is None:
                thread = _Open(unit.part, [[] for _ in editions])
                out.append(thread)
            thread.cells[year] = [unit.provision]
            thread.unit = unit
            following[unit.provision] = thread
        _note_rows(rows, year, current, following)
        current = following
    return [Thread(heading=_heading(thread.unit), part="review" if thread.part == "review" else "plan",
                   cells=thread.cells, rows=thread.rows) for thread in out]


def _note_rows(rows: Sequence[Row], year: int, before: dict[str, _Open], after: dict[str, _Open]) -> None:
    """Enter the rows of the step into `year` with each thread that they touch."""
    for at, row in enumerate(rows):
        if row.step == year - 1:
            touched = [before[unit] for unit in row.old] + [after[unit] for unit in row.new]
            for thread in {id(thread): thread for thread in touched}.values():
                thread.rows.append(at)


def _heirs(links: Sequence[Link]) -> dict[str, str]:
    """new id → the old id whose thread it carries on: best links first, each unit once."""
    heir: dict[str, str] = {}
    taken: set[str] = set()
    order = sorted(range(len(links)), key=lambda at: (-links[at][2], at))
    for old, new, _ in (links[at] for at in order):
        if old not in taken and new not in heir:
            heir[new] = old
            taken.add(old)
    return heir


def _heading(unit: LineOfWork | None) -> str:
    if unit is None:
        return ""
    return unit.heading or (unit.chapter[-1] if unit.chapter else "") or unit.label
