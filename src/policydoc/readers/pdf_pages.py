"""Pages of a PDF: each character with its box, as PDFium places it, turned the way it is read."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from policydoc.readers.layout import Glyph, Row, Size, rows

if TYPE_CHECKING:
    import pypdfium2

_NO_CHARACTERS: Final = frozenset({0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})
_QUARTER: Final = 90


class Char(NamedTuple):
    """A character in the coordinates of the file: box, origin, and its angle in degrees, clockwise."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    angle: float


@dataclass(slots=True)
class Page:
    """A page: its number from 1, size in points, rows of text, and whether pictures or paths are drawn on it.

    `aslant` is the text that runs in another direction than the rest: a watermark, mostly.
    """

    number: int
    size: Size
    rows: list[Row] = field(default_factory=list)
    aslant: str = ""
    drawn: bool = False


def page_of(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Read one page and close it."""
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            chars = list(_chars(text))
        finally:
            text.close()
        left, bottom, right, top = page.get_mediabox()
        turn = _turn(chars)
        size = Size(right - left, top - bottom) if turn in (0, 180) else Size(top - bottom, right - left)
        upright = [char for char in chars if _off(char.angle, turn) < 5]
        out = Page(index + 1, size, drawn=any(True for _ in page.get_objects(max_depth=2)))
        out.rows = list(rows(_glyph(char, turn, (left, bottom, right, top), out.number) for char in upright))
        out.aslant = "".join(char.text for char in chars if _off(char.angle, turn) >= 5).strip()
    finally:
        page.close()
    return out


def _chars(text: pypdfium2.PdfTextPage) -> Iterator[Char]:
    """The characters of a page; blanks that PDFium adds by itself are left out."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code < 32 or code in _NO_CHARACTERS or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        if raw.FPDFText_GetLooseCharBox(text, at, box) and raw.FPDFText_GetCharOrigin(text, at, x, y):
            yield Char(" " if code == 0xA0 else chr(code), (box.left, box.bottom, box.right, box.top),
                       (x.value, y.value), math.degrees(raw.FPDFText_GetCharAngle(text, at)))


def _turn(chars: list[Char]) -> int:
    """The quarter turn, in degrees clockwise, at which most characters stand upright."""
    quarters = Counter(round(char.angle / _QUARTER) % 4 for char in chars)
    return (4 - quarters.most_common(1)[0][0]) % 4 * _QUARTER if quarters else 0


def _off(angle: float, turn: int) -> float:
    """Degrees between a character and the horizontal, after the turn."""
    off = (angle + turn) % 360
    return min(off, 360 - off)


def _glyph(char: Char, turn: int, media: tuple[float, float, float, float], page: int) -> Glyph:
    _, y = _turned(char.origin, turn, media)
    (x0, y0), (x1, y1) = (_turned(corner, turn, media) for corner in (char.box[:2], char.box[2:]))
    return Glyph(page, min(x0, x1), max(x0, x1), y, max(abs(x1 - x0), abs(y1 - y0)), char.text)


def _turned(point: tuple[float, float], turn: int, media: tuple[float, float, float, float]) -> tuple[float, float]:
    """A point of the file as seen on the page, y downwards from its top."""
    left, bottom, right, top = media
    x, y = point
    if turn == 90:
        return y - bottom, x - left
    if turn == 180:
        return right - x, y - bottom
    if turn == 270:
        return top - y, right - x
    return x - left, top - y
