"""Concepts through the years as a picture: the share of each year's documents, with their number N. Plain SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from policydoc.model.knowledge import TimelinePoint
from policydoc.render.table import Lang

_COLOURS: Final = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"]
"""Okabe and Ito's colours, which the colour-blind tell apart; each line has its own dashes and marks besides."""
_DASHES: Final = ["", "7 3", "2 3", "9 3 2 3", "4 4"]
_FONTS: Final = ("'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', "
                 "SimSun, sans-serif")
_STEP, _HIGH, _LEFT, _RIGHT, _TOP = 46, 260, 60, 30, 70


def as_svg(points: Sequence[TimelinePoint], lang: Lang) -> str:
    """One line a concept over the years that have documents; every year has the same room and its N below.

    Years before the first use of any are left out but one.
    """
    totals = {p.year: p.total for p in points}
    years = _shown(points)
    labels = list(dict.fromkeys(p.concept for p in points))
    width = max(_LEFT + _STEP * len(years) + _RIGHT, 420)
    height = _TOP + _HIGH + 70 + 22 * len(labels)
    title = "各年文件中出现的占比" if lang == "zh" else "Share of each year's documents"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="{_FONTS}" font-size="13" fill="#222">',
        f"<title>{escape('、'.join(labels))}</title>", f"<desc>{escape(title)}</desc>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{_LEFT}" y="32" font-size="17">{escape(title)}</text>',
        *_axes(years, totals, lang),
        *(line for n, label in enumerate(labels)
          for line in _line(n, label, {p.year: p for p in points if p.concept == label}, years)),
        "</svg>"]) + "\n"


def _shown(points: Sequence[TimelinePoint]) -> list[int]:
    years = sorted({p.year for p in points})
    first = min((p.year for p in points if p.documents), default=None)
    return years[max(years.index(first) - 1, 0):] if first is not None else years


def _x(position: int) -> float:
    return _LEFT + _STEP * (position + 0.5)


def _y(share: float) -> float:
    return round(_TOP + _HIGH * (1 - share), 1)


def _axes(years: Sequence[int], totals: dict[int, int], lang: Lang) -> Iterator[str]:
    right = _LEFT + _STEP * len(years)
    for percent in range(0, 101, 25):
        y = _y(percent / 100)
        yield f'<line x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{percent}%</text>'
    name = "文件数" if lang == "zh" else "N"
    bottom = _TOP + _HIGH
    yield f'<text x="{_LEFT - 8}" y="{bottom + 40}" text-anchor="end" font-size="11">{name}</text>'
    for position, year in enumerate(years):
        yield f'<text x="{_x(position)}" y="{bottom + 20}" text-anchor="middle">{year}</text>'
        yield (f'<text x="{_x(position)}" y="{bottom + 40}" text-anchor="middle" font-size="11" fill="#555">'
               f"N={totals[year]}</text>")


def _line(n: int, label: str, points: dict[int, TimelinePoint], years: Sequence[int]) -> Iterator[str]:
    colour, dash = _COLOURS[n % len(_COLOURS)], _DASHES[n % len(_DASHES)]
    style = f'stroke="{colour}" stroke-width="2" fill="none"' + (f' stroke-dasharray="{dash}"' if dash else "")
    places = " ".join(f"{_x(at)},{_y(points[year].share)}" for at, year in enumerate(years))
    yield f'<polyline points="{places}" {style}/>'
    for at, year in enumerate(years):
        point = points[year]
        yield f'<g fill="{colour}"><title>{escape(label)} {year}: {point.documents}/{point.total}</title>' \
              f"{_mark(n, _x(at), _y(point.share))}</g>"
    y = _TOP + _HIGH + 66 + 22 * n
    held, total = sum(p.documents for p in points.values()), sum(p.total for p in points.values())
    yield f'<line x1="{_LEFT}" y1="{y - 4}" x2="{_LEFT + 34}" y2="{y - 4}" {style}/>'
    yield f'<g fill="{colour}">{_mark(n, _LEFT + 17, y - 4)}</g>'
    yield f'<text x="{_LEFT + 42}" y="{y}">{escape(label)}（{held}/{total}）</text>'


def _mark(n: int, x: float, y: float) -> str:
    """A circle, a square or a triangle."""
    if n % 3 == 0:
        return f'<circle cx="{x}" cy="{y}" r="4"/>'
    if n % 3 == 1:
        return f'<rect x="{x - 4}" y="{y - 4}" width="8" height="8"/>'
    return f'<path d="M{x} {y - 5}L{x + 5} {y + 4}H{x - 5}Z"/>'
