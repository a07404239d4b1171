"""Where the items of each year went: bars and bands (a Sankey diagram) with their coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from policydoc.model.comparison import Comparison, Verdict
from policydoc.render.report.words import VERDICTS

WIDTH: Final = 920
_LEAST, _MOST, _LINE = 210, 460, 15
"""Height of the tallest bar: a line of print for each item, within bounds."""
_TOP, _LEFT, _BAR, _TAIL = 34, 46, 16, 70
_ORDER: Final[list[Verdict]] = [*(v for v in VERDICTS if v not in ("new", "dropped")), "dropped", "new"]


@dataclass(frozen=True)
class Bar:
    """The items of one edition."""

    x: float
    y: float
    width: float
    height: float
    name: str
    items: int


@dataclass(frozen=True)
class Band:
    """Rows of one verdict between two editions; `path` is SVG, the label stands at x, y."""

    verdict: Verdict
    step: int
    rows: int
    path: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Flow:
    """A picture of WIDTH by `height`."""

    height: float
    bars: list[Bar]
    bands: list[Band]


def flow(comparison: Comparison) -> Flow:
    """Bars in the order of the editions; between two, a band for each verdict, as wide as its units are many."""
    editions = comparison.editions
    tall = [_units(comparison, n) for n in range(len(editions))]
    most = max(tall, default=0) or 1
    high = min(max(_LEAST, most * _LINE), _MOST)
    scale = high / most
    gap = (WIDTH - 2 * _LEFT - _BAR) / max(1, len(editions) - 1)
    bars = [Bar(_LEFT + n * gap, _TOP, _BAR, round(max(2.0, tall[n] * scale), 1), e.name, len(e.units))
            for n, e in enumerate(editions)]
    bands = [band for step in range(len(editions) - 1)
             for band in _bands(comparison, step, bars, scale, _TOP + high + 34)]
    return Flow(_TOP + high + _TAIL, bars, bands)


def _units(comparison: Comparison, edition: int) -> int:
    """Units that the bands at a bar hold, on its wider side; one that is split and merged is in two bands."""
    sides = [[(row.verdict, unit) for row in comparison.rows if row.step == edition for unit in row.old],
             [(row.verdict, unit) for row in comparison.rows if row.step == edition - 1 for unit in row.new]]
    return max(len(set(side)) for side in sides)


def _bands(comparison: Comparison, step: int, bars: list[Bar], scale: float, base: float) -> list[Band]:
    left, right = bars[step].x + _BAR, bars[step + 1].x
    y_old = y_new = float(_TOP)
    out = []
    for verdict in _ORDER:
        rows = [row for row in comparison.rows if row.step == step and row.verdict == verdict]
        if not rows:
            continue
        old = scale * len({p for row in rows for p in row.old})
        new = scale * len({p for row in rows for p in row.new})
        path, x, y, anchor = _shape(left, right, (y_old, y_old + old), (y_new, y_new + new), base)
        out.append(Band(verdict, step, len(rows), path, x, y, anchor))
        y_old, y_new = y_old + old, y_new + new
    return out


def _shape(left: float, right: float, old: tuple[float, float], new: tuple[float, float],
           base: float) -> tuple[str, float, float, str]:
    """A band from left to right; one without an other end turns down out of the picture, or in from below."""
    if old[0] == old[1]:
        return (_tail(right, -1, new, base), round(right - 34 - (new[1] - new[0]) / 2, 1), base + 16, "middle")
    if new[0] == new[1]:
        return (_tail(left, 1, old, base), round(left + 34 + (old[1] - old[0]) / 2, 1), base + 16, "middle")
    middle = (left + right) / 2
    path = (f"M{left:.1f} {old[0]:.1f}C{middle:.1f} {old[0]:.1f} {middle:.1f} {new[0]:.1f} {right:.1f} {new[0]:.1f}"
            f"V{new[1]:.1f}C{middle:.1f} {new[1]:.1f} {middle:.1f} {old[1]:.1f} {left:.1f} {old[1]:.1f}Z")
    return path, round(middle, 1), round((sum(old) + sum(new)) / 4 + 4, 1), "middle"


def _tail(x: float, direction: int, side: tuple[float, float], base: float) -> str:
    """A quarter turn from a bar's side down to the base line, ever as wide as the band."""
    wide, near = side[1] - side[0], x + direction * 34
    far = near + direction * wide
    return (f"M{x:.1f} {side[0]:.1f}C{far:.1f} {side[0]:.1f} {far:.1f} {side[0]:.1f} {far:.1f} {base:.1f}"
            f"H{near:.1f}C{near:.1f} {side[1]:.1f} {near:.1f} {side[1]:.1f} {x:.1f} {side[1]:.1f}Z")
