"""Rows to paragraphs: by indent, by how full a row is, by the distance and size of rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from policydoc.readers.layout import Margins, Row, Size, joined, leading, margins

_INDENT: Final = 1.2
"""Ems from the left edge that begin a paragraph (GB/T 9704 has 2)."""

_CENTRED: Final = 2.6
"""Ems from the left edge beyond which a row is not the first of a paragraph of text."""

_FAR: Final = 5.0
"""Ems from the left edge beyond which a row is centred or set to the right."""

_NEARLY: Final = 4.0
"""Ems before the right edge where a row may end because a long word came next."""

_STEPS: Final = 1.8
_APART: Final = 3.2
"""Usual distances of rows, and ems, beyond which a row stands apart."""

_LEADERS: Final = re.compile(r"[.·…．]{4,}\s*[-—]?\s*\d*\s*[-—]?$")
_LABEL: Final = re.compile(
    r"[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第[一二三四五六七八九十百\d]{1,6}[编章节条部]|附件|[①-⑳]|——|[●◆■]"
    r"|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]{1,3}是|首先|其次|再次|最后[，、]")
_CLOSED: Final = ("。", "！", "？", "；", "：", "…", "”", "）")


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph, and the rows it was made of with their offsets in it."""

    text: str
    rows: list[tuple[int, Row]]

    def add(self, row: Row) -> None:
        self.text = joined(self.text, row.text)
        self.rows.append((len(self.text) - len(row.text), row))


def paragraphs(body: list[Row], sizes: dict[int, Size]) -> list[Paragraph]:
    """The paragraphs of the text, in order."""
    if not body:
        return []
    edges = _edges(body, sizes)
    step = leading(body)
    indented = _is_indented(body, edges)
    out = [Paragraph(body[0].text, [(0, body[0])])]
    for last, row in pairwise(body):
        goes_on = indented and _unfinished(last, edges)
        if _breaks(last, row, edges, step, goes_on) or (not indented and _labelled(last, row)):
            out.append(Paragraph(row.text, [(0, row)]))
        else:
            out[-1].add(row)
    return out


def _edges(body: list[Row], sizes: dict[int, Size]) -> dict[int, Margins]:
    """Margins by page; a page of few rows takes those of the document, where it keeps within them."""
    pages: dict[int, list[Row]] = {}
    for row in body:
        pages.setdefault(row.page, []).append(row)
    fullest = max(pages, key=lambda page: len(pages[page]))
    whole = margins(pages[fullest], sizes[fullest].width)
    out = {}
    for page, rows in pages.items():
        own = margins(rows, sizes[page].width)
        shift = 3 * rows[0].size
        few = len(rows) < 5 or own.right < whole.right - shift
        out[page] = Margins(min(own.left, whole.left), max(own.right, whole.right)) if few else own
    return out


def _indent(row: Row, edges: dict[int, Margins]) -> float:
    return (row.x0 - edges[row.page].left) / row.size if row.size else 0.0


def _is_indented(body: list[Row], edges: dict[int, Margins]) -> bool:
    """Whether paragraphs of this document begin with an indent: half of the rows after a short one do."""
    starts = [row for last, row in pairwise(body) if not _full(last, row, edges[last.page].right)]
    return 2 * sum(_INDENT <= _indent(row, edges) < _FAR for row in starts) >= len(starts) > 0


def _breaks(last: Row, row: Row, edges: dict[int, Margins], step: float, goes_on: bool) -> bool:
    """Whether `row` begins a paragraph; `goes_on` where `last` ended in the midst of a sentence."""
    if last.columns or row.columns or _LEADERS.search(last.text):
        return True
    if abs(last.size - row.size) > 0.15 * max(last.size, row.size):
        return True
    if row.page == last.page and row.base - last.base > min(_STEPS * step, _APART * row.size):
        return True
    if _indent(row, edges) >= _INDENT and not _centred_on(last, row, edges):
        return True
    return _indent(last, edges) >= _FAR or not (goes_on or _full(last, row, edges[last.page].right))


def _centred_on(last: Row, row: Row, edges: dict[int, Margins]) -> bool:
    """Whether a row continues a centred title above it: both have the same middle, this one a wide margin."""
    edge = edges[row.page]
    middle = (edge.left + edge.right) / 2
    return (last.page == row.page and all(abs((line.x0 + line.x1) / 2 - middle) < line.size for line in (last, row))
            and _indent(row, edges) > max(_indent(last, edges), _CENTRED))


def _full(last: Row, row: Row, right: float) -> bool:
    """Whether a row ended because what comes next did not fit."""
    return row.head > right - last.x1 - 0.3 * last.size


def _unfinished(last: Row, edges: dict[int, Margins]) -> bool:
    """Whether a row of text ended in the midst of a sentence, a few characters before the edge."""
    return (edges[last.page].right - last.x1 < _NEARLY * last.size and _indent(last, edges) < _CENTRED
            and not last.text.endswith(_CLOSED))


def _labelled(last: Row, row: Row) -> bool:
    return last.text.endswith(_CLOSED) and _LABEL.match(row.text) is not None
