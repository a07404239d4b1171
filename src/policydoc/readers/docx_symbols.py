"""Characters of symbol fonts (Wingdings, Symbol), which have no Unicode number of their own in a .docx."""

from __future__ import annotations

import re
from typing import Final

_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0x76: "◆",
    0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "■", 0xA8: "□", 0xAB: "★",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", **{0x81 + at: chr(0x2460 + at) for at in range(10)}, **{0x8C + at: chr(0x2776 + at) for at in range(10)},
}
_WINGDINGS_2: Final = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "●", 0x97: "●",
                       0xA1: "■", 0xA2: "■", 0xA3: "□"}
_SYMBOL: Final = {0xA7: "♣", 0xA8: "♦", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•",
                  0xB8: "÷", 0xB9: "≠", 0xD7: "·", 0xDE: "⇒", 0xAE: "→", 0x2D: "−"}
_FONTS: Final = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}

_PRIVATE: Final = range(0xF000, 0xF100)
_CIRCLE: Final = re.compile(r"\\o\s*\\ac\s*\(\s*[○〇□△◇]\s*[,，;；]\s*(\d{1,2}|\w)\s*\)", re.I)


def symbol(text: str, font: str) -> str:
    """The text in Unicode; unknown private-use characters become a bullet."""
    table = _FONTS.get(font.lower(), {})
    return "".join(_one(ord(c), c, table) for c in text)


def _one(code: int, char: str, table: dict[int, str]) -> str:
    private = code in _PRIVATE
    known = table.get(code - _PRIVATE.start if private else code)
    return known or ("•" if private else char)


def enclosed(instruction: str) -> str:
    """What an EQ field shows that lays a circle round a number (带圈字符, `EQ \\o\\ac(○,21)`): ㉑; else nothing."""
    match = _CIRCLE.search(instruction)
    if match is None or not match[1].isdecimal():
        return match[1] if match else ""
    number = int(match[1])
    for first, start, last in ((1, 0x2460, 20), (21, 0x3251, 35), (36, 0x32B1, 50)):
        if first <= number <= last:
            return chr(start + number - first)
    return f"（{number}）"
