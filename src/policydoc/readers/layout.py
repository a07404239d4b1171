"""Pages of placed glyphs to lines of text: visual rows, what is page furniture, and rows joined to paragraphs.

Shared by formats that say where text stands and not what it is (pdf, ofd). Units are those of the page, y grows
downwards; an em is the size of a Chinese character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

_LATIN: Final = re.compile(r"[A-Za-z0-9]")
_WORD: Final = re.compile("[A-Za-z0-9\u3400-\u9fff]{2}")
_SINGLE: Final = re.compile("[0-9\u3400-\u9fff]")
_COLUMN: Final = 1.5
"""Ems between two glyphs of a row that set columns apart."""

_WORD_LIKE: Final = "[A-Za-z0-9.%％:/,;‰℃°+-]+"
_UNIT: Final = re.compile(
    rf"[（《〈‘「『【〔\[(“”’]*(?:{_WORD_LIKE}|——|……|.)"
    rf"(?:[！？!?）》〉」』】〕\])…]|[，。、；：,.;:](?:{_WORD_LIKE})?|[“”‘’]+(?:[《（]*(?:{_WORD_LIKE}|.))?)*")
"""What typesetting keeps together: words and numbers with their marks. As LibreOffice breaks lines, quotation marks
hold what stands on either side of them (UAX #14, class QU), and a mark holds the number behind it."""

_LONGEST: Final = 30
_HANGING: Final = tuple("，。、；：！？,.;:")


class Size(NamedTuple):
    """Width and height of a page."""

    width: float
    height: float


class Glyph(NamedTuple):
    """A character with its place: left and right edge, baseline, em; `run` numbers the text object, 0 for none."""

    page: int
    x0: float
    x1: float
    base: float
    size: float
    text: str
    run: int = 0


@dataclass(slots=True)
class Row:
    """A visual line. `columns` is true where wide gaps stand inside of it.

    `head` is the width of what stands at its beginning and must not be broken: it had no room in the row above.
    """

    page: int
    x0: float
    x1: float
    base: float
    size: float
    text: str
    columns: bool = False
    head: float = 0.0


def rows(glyphs: Iterable[Glyph]) -> Iterator[Row]:
    """Glyphs to rows, page by page, from top to bottom and from left to right.

    Glyphs share a row when their baselines are closer than the smaller of them is high.
    """
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.page, glyph.base)):
        if line and (glyph.page != line[0].page
                     or glyph.base - line[0].base > 0.6 * min(glyph.size, line[0].size)):
            yield from _row(line)
            line = []
        line.append(glyph)
    yield from _row(line)


def _row(line: list[Glyph]) -> Iterator[Row]:
    line = _across(_without_shadows(sorted(line, key=lambda glyph: glyph.x0)))
    seen = [at for at, glyph in enumerate(line) if not glyph.text.isspace()]
    if not seen:
        return
    line = line[seen[0]:seen[-1] + 1]
    size = sorted(glyph.size for glyph in line)[len(line) // 2]
    gaps = [(glyph.x0 - last.x1) / (size or 1.0) for last, glyph in pairwise(line)]
    usual = max(0.0, sorted(gaps)[len(gaps) // 2]) if gaps else 0.0
    text = [line[0].text, *(_between(last, glyph, gap, usual) + glyph.text
                            for (last, glyph), gap in zip(pairwise(line), gaps, strict=True))]
    yield Row(line[0].page, min(glyph.x0 for glyph in line), max(glyph.x1 for glyph in line),
              max(glyph.base for glyph in line), size, "".join(text).strip(), max(gaps, default=0.0) >= _COLUMN,
              _head(line))


def _head(line: list[Glyph]) -> float:
    """The width of the first word or character of a row, with its marks."""
    unit = _UNIT.match("".join(glyph.text[:1] for glyph in line[:_LONGEST]))
    return line[unit.end() - 1].x1 - line[0].x0 if unit else 0.0


def _across(line: list[Glyph]) -> list[Glyph]:
    """Glyphs from left to right; where text objects lie over each other, object by object."""
    over = sum(1 for last, glyph in pairwise(line)
               if glyph.run != last.run and glyph.x0 < last.x1 - 0.3 * glyph.size)
    if over < 2:
        return line
    starts: dict[int, float] = {}
    for glyph in line:
        starts.setdefault(glyph.run, glyph.x0)
    return sorted(line, key=lambda glyph: (starts[glyph.run], glyph.run))


def _without_shadows(line: list[Glyph]) -> list[Glyph]:
    """Without the second print of a glyph, slightly aside, which makes it look bold."""
    out: list[Glyph] = []
    for glyph in line:
        if not any(_shadows(glyph, other) for other in out[-2:]):
            out.append(glyph)
    return out


def _shadows(glyph: Glyph, other: Glyph) -> bool:
    """Marks and letters in exactly the same place are one ligature (—— is one glyph in many fonts), no shadow."""
    return (glyph.text == other.text and glyph.x0 - other.x0 < 0.2 * glyph.size and not glyph.text.isspace()
            and (glyph.x0 != other.x0 or _SINGLE.match(glyph.text) is not None))


def _between(last: Glyph, glyph: Glyph, gap: float, usual: float) -> str:
    """What a gap of so many ems says, in a row whose gaps are usually so wide.

    A blank stands between words, and between Chinese characters that are further apart than those around them.
    Between Chinese and Latin letters a gap says nothing: typesetting adds it by itself.
    """
    left, right = last.text, glyph.text
    if left.isspace() or right.isspace():
        return ""
    if gap >= 0.9:
        return "　"
    if gap <= usual + 0.2 or 0 < last.run == glyph.run:
        return ""
    return " " if bool(_LATIN.match(left)) == bool(_LATIN.match(right)) and _WORD.match(left + right) else ""


def joined(left: str, right: str) -> str:
    """Two rows of one paragraph: a blank only between words of Latin letters or numbers."""
    words = _LATIN.match(left[-1:]) and _LATIN.match(right)
    broken_number = left[-1:].isdigit() and right[:1].isdigit()
    return f"{left} {right}" if words and not broken_number else left + right


@dataclass(slots=True, frozen=True)
class Margins:
    """Left and right edge of the text of a page."""

    left: float
    right: float


def margins(page: list[Row], width: float) -> Margins:
    """The edges that the rows of a page keep: the leftmost start and the rightmost end that are not alone.

    A mark at the end of a row is not counted: it may hang over the edge. Text fills four fifths of the width that
    is right of its left edge, even where all rows of a page are short.
    """
    starts = sorted(row.x0 for row in page)
    ends = sorted((row.x1 - row.size * row.text.endswith(_HANGING) for row in page), reverse=True)
    em = page[0].size if page else 1.0
    left = next((x for x, after in pairwise(starts) if after - x < 0.3 * em), starts[0])
    right = next((x for x, after in pairwise(ends) if x - after < 0.6 * em), ends[0])
    return Margins(left, max(right, 0.8 * (width - left)))


def leading(body: list[Row]) -> float:
    """The usual distance of baselines, 0 where there is none."""
    steps = sorted(after.base - row.base for row, after in pairwise(body) if after.page == row.page)
    return steps[len(steps) // 2] if steps else 0.0
