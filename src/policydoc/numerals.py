"""Chinese and Arabic numerals to int and back, up to 万 (99,999,999 in text)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

DIGITS: Final = {c: i for i, row in enumerate(
    ("〇○零Ｏ", "一壹弌", "二贰两貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")) for c in row}
UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
MYRIAD: Final = "万萬"

COUNTING: Final = "〇○零一二三四五六七八九十百千万两廿卅"
"""The everyday numerals: what labels, counts and terms are written with."""

_NAMES: Final = "零一二三四五六七八九"


@lru_cache(maxsize=4096)
def to_int(numeral: str) -> int | None:
    """The value of a numeral: `十二` → 12, `一百二十` → 120, `二〇二三` → 2023, `１２` → 12; None if it is none.

    Circled and parenthesised numbers (①, ⑴, ㈠) count too.
    """
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else None
    if len(numeral) == 1 and numeral not in DIGITS and numeral not in UNITS:
        value = unicodedata.numeric(numeral, None)
        return int(value) if value is not None and value == int(value) else None
    if numeral.isdecimal():
        return int(numeral)
    if all(c in DIGITS for c in numeral):
        return int("".join(str(DIGITS[c]) for c in numeral))
    return _compound(numeral)


def _compound(numeral: str) -> int | None:
    total = section = digit = 0
    for c in numeral:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in TENS:
            section += TENS[c]
        elif c in UNITS:
            section += (digit or 1) * UNITS[c]
            digit = 0
        elif c in MYRIAD:
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            return None
    return total + section + digit


def to_chinese(number: int) -> str:
    """The counting form: 12 → `十二`, 101 → `一百零一`, 10010 → `一万零一十`; for 0 ≤ number < 10⁸."""
    if not 0 <= number < 100_000_000:
        raise ValueError(f"no Chinese numeral for {number}: give 0 to 99,999,999")
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        joint = "零" if 0 < low < 1000 else ""
        return to_chinese(high) + "万" + (joint + _section(low) if low else "")
    text = _section(number) if number else "零"
    return text[1:] if text.startswith("一十") else text


def _section(number: int) -> str:
    out, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            out += ("零" if gap and out else "") + _NAMES[digit] + unit
            gap = False
        else:
            gap = True
    return out
