"""Text objects of OFD: where each character stands, from Boundary, CTM, X, Y, DeltaX and DeltaY."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policydoc.chars import CJK
from policydoc.readers.layout import Glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDE: Final = re.compile(f"[{CJK}\ue000-\uf8ff]")
_RUN_LIMIT: Final = 100_000
_IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def numbers(text: str | None) -> list[float]:
    """Numbers of an array; what is none is left out."""
    out = []
    for piece in (text or "").split():
        try:
            value = float(piece)
        except ValueError:
            continue
        if math.isfinite(value):
            out.append(value)
    return out


def deltas(text: str | None) -> list[float]:
    """Steps between characters; `g n v` stands for n times v."""
    out: list[float] = []
    pieces = iter((text or "").split())
    for piece in pieces:
        if piece.lower() == "g":
            run = numbers(f"{next(pieces, '')} {next(pieces, '')}")
            if len(run) == 2:
                out += [run[1]] * max(0, min(int(run[0]), _RUN_LIMIT))
        else:
            out += numbers(piece)
    return out


def aslant(element: _Element) -> bool:
    """Whether a TextObject does not run from left to right: a watermark, mostly."""
    ctm = numbers(element.get("CTM"))
    return len(ctm) == 6 and abs(math.atan2(ctm[1], ctm[0])) > math.radians(5)


def glyphs(element: _Element, page: int, run: int = 0) -> Iterator[Glyph]:
    """The characters of a TextObject in millimetres of its page."""
    boundary = (numbers(element.get("Boundary")) + [0.0] * 4)[:4]
    ctm = numbers(element.get("CTM"))
    a, b, c, d, e, f = ctm if len(ctm) == 6 else _IDENTITY
    size = next(iter(numbers(element.get("Size"))), 0.0) or boundary[3] or 1.0
    narrow = next(iter(numbers(element.get("HScale"))), 1.0)
    em = size * math.hypot(c, d) or size
    wide = size * narrow * math.hypot(a, b) or em
    x, y = 0.0, size
    for code in element.iter():
        if not str(code.tag).endswith("TextCode"):
            continue
        x = next(iter(numbers(code.get("X"))), x)
        y = next(iter(numbers(code.get("Y"))), y)
        text = code.text or ""
        places = _places(text, x, y, deltas(code.get("DeltaX")), deltas(code.get("DeltaY")), size * narrow)
        for char, (at_x, at_y) in zip(text, places, strict=True):
            left = boundary[0] + a * at_x + c * at_y + e
            yield Glyph(page, left, left + wide * (1.0 if _WIDE.match(char) else 0.5),
                        boundary[1] + b * at_x + d * at_y + f, em, char, run)


def _places(text: str, x: float, y: float, steps_x: list[float], steps_y: list[float], size: float
            ) -> list[tuple[float, float]]:
    """A place for each character; where steps are missing, as wide as the character is."""
    out = []
    for at, char in enumerate(text):
        out.append((x, y))
        if at < len(steps_x):
            x += steps_x[at]
        elif at >= len(steps_y):
            x += size * (1.0 if _WIDE.match(char) else 0.5)
        if at < len(steps_y):
            y += steps_y[at]
    return out
