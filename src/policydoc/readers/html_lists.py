"""The numbers that a browser sets before the items of <ol>: part of what the reader sees, not of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policydoc.numerals import to_chinese

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE: Final = re.compile(
    r"list-style(?:-type)?\s*:[^;]{0,40}?(none|decimal|cjk-ideographic|[a-z-]*chinese[a-z-]*|[a-z]+-(?:alpha|latin|roman))",
    re.I)
_OWN_LABEL: Final = re.compile(
    r"[（(]?[\d一二三四五六七八九十百]+[）)、.．]|第[\d一二三四五六七八九十百]+[条章节]|[①-⑳]")
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                 (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Counters:
    """The next number of each list that is open."""

    def __init__(self) -> None:
        self._next: dict[_Element, int] = {}

    def label(self, item: _Element) -> str:
        """The label of an <li>, empty where it has none; counts on."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number = _number(item.get("value"), self._next.get(parent, _number(parent.get("start"), 1)))
        self._next[parent] = number + 1
        return _written(number, _style(item) or _style(parent) or parent.get("type") or "1")


def with_label(label: str, text: str) -> str:
    """The line of an item; its own label, where it begins with one, stands alone."""
    return label + text if label and not _OWN_LABEL.match(text) else text


def _number(written: str | None, default: int) -> int:
    try:
        return max(0, min(int(written or ""), 99_999))
    except ValueError:
        return default


def _style(element: _Element) -> str:
    found = _STYLE.search(element.get("style") or "")
    return found[1].lower() if found else ""


def _written(number: int, style: str) -> str:
    if style == "none":
        return ""
    if "chinese" in style or style == "cjk-ideographic":
        return f"{to_chinese(number)}、"
    if number and (style in ("a", "A") or "alpha" in style or "latin" in style):
        letters = _alphabetic(number)
        return f"{letters.upper() if style == 'A' or style.startswith('upper') else letters}. "
    if number and (style in ("i", "I") or "roman" in style):
        letters = _roman(number)
        return f"{letters.upper() if style == 'I' or style.startswith('upper') else letters}. "
    return f"{number}. "


def _alphabetic(number: int) -> str:
    out = ""
    while number:
        number, digit = divmod(number - 1, 26)
        out = chr(97 + digit) + out
    return out


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out
