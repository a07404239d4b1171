"""Pages of a PDF: each character with its box, as PDFium places it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policydoc.readers.layout import Glyph, Row, Size, rows

if TYPE_CHECKING:
    import pypdfium2

_NO_CHARACTERS: Final = frozenset({0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})


@dataclass(slots=True)
class Page:
    """A page: its number from 1, size in points, rows of text, and whether pictures or paths are drawn on it."""

    number: int
    size: Size
    rows: list[Row] = field(default_factory=list)
    drawn: bool = False


def page_of(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Read one page and close it."""
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            out = Page(index + 1, Size(*page.get_size()))
            out.rows = list(rows(_glyphs(text, out)))
            out.drawn = any(True for _ in page.get_objects(max_depth=2))
        finally:
            text.close()
    finally:
        page.close()
    return out


def _glyphs(text: pypdfium2.PdfTextPage, page: Page) -> Iterator[Glyph]:
    """Characters from the top down; blanks that PDFium adds by itself are left out."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code < 32 or code in _NO_CHARACTERS or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        if not (raw.FPDFText_GetLooseCharBox(text, at, box) and raw.FPDFText_GetCharOrigin(text, at, x, y)):
            continue
        em = max(abs(box.top - box.bottom), box.right - box.left)
        char = " " if code == 0xA0 else chr(code)
        yield Glyph(page.number, box.left, box.right, page.size.height - y.value, em, char)
