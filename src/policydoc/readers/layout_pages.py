"""Page numbers and running heads: rows that belong to the pages and not to the document."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, Literal, NamedTuple

from policydoc.readers.layout import Row, Size

_NUMBER: Final = re.compile(
    r"[-—–－―_·•\s　]*(?:第\s*)?(?:\d{1,4}|[ivxlcdmIVXLCDM]{1,7})(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?"
    r"(?:[\s，,（(/]*共\s*\d{1,4}\s*页[)）]?)?[-—–－―_·•\s　]*")
_ZONE: Final = 0.14
"""The part of the height of a page, at its top and at its bottom, where heads and feet stand."""


class Piece(NamedTuple):
    """A row taken off a page."""

    kind: Literal["header", "footer", "page_number"]
    row: Row


def take_off(rows: list[Row], sizes: dict[int, Size]) -> tuple[list[Row], list[Piece]]:
    """The rows of the text, and those of the pages.

    A page number is the first or last row of a page that is nothing but a number. A running head or foot is a row
    near the edge that comes, but for its digits, at the same height on more than half of the pages, and on two at
    least.
    """
    off: dict[int, Piece] = {}
    edges = [entry for page in _by_page(rows) for entry in _edges(page, rows, sizes)]
    for at, _ in edges:
        if _NUMBER.fullmatch(rows[at].text):
            off[at] = Piece("page_number", rows[at])
    pages = len(sizes)
    seen = Counter(_key(rows[at], place) for at, place in edges if at not in off)
    for at, place in edges:
        if at not in off and 2 * seen[_key(rows[at], place)] > pages >= 2:
            off[at] = Piece(place, rows[at])
    return [row for at, row in enumerate(rows) if at not in off], [off[at] for at in sorted(off)]


def _by_page(rows: list[Row]) -> list[list[int]]:
    pages: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        pages.setdefault(row.page, []).append(at)
    return list(pages.values())


def _edges(page: list[int], rows: list[Row], sizes: dict[int, Size]
           ) -> list[tuple[int, Literal["header", "footer"]]]:
    """The rows of a page that stand in the zones of heads and feet: three at most at either end."""
    height = sizes[rows[page[0]].page].height
    top: list[tuple[int, Literal["header", "footer"]]] = [
        (at, "header") for at in page[:3] if rows[at].base < _ZONE * height]
    return top + [(at, "footer") for at in page[-3:] if rows[at].base > (1 - _ZONE) * height]


def _key(row: Row, place: str) -> tuple[str, str, int]:
    return place, re.sub(r"\d+", "0", row.text), round(row.base / max(row.size, 1e-6))
