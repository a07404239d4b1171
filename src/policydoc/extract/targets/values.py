"""What a target's words say: its value, whether it grows or is reached, and how it is compared."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from policydoc.numerals import to_int

_UP: Final = ("增长", "提高", "提升", "上升", "增加", "新增", "净增", "增")
_DOWN: Final = ("下降", "降低", "减少", "压减", "缩减", "压缩", "降")
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


@lru_cache(maxsize=4096)
def number(digits: str, scale: str) -> float:
    """1,200 with 万 → 12000000.0."""
    value = float(digits.replace(",", "")) if digits.isascii() else _chinese(digits)
    for unit in scale:
        value *= _SCALES[unit]
    return round(value, 6)


def _chinese(digits: str) -> float:
    """五点五 → 5.5."""
    whole, _, part = digits.partition("点")
    return (to_int(whole) or 0) + (float(f"0.{''.join(str(to_int(c) or 0) for c in part)}") if part else 0.0)


@lru_cache(maxsize=256)
def change(verb: str, to: str | None) -> str | None:
    """increase, decrease or reach, by the verb and 到, 至 or 在 behind it; None for a bare rate."""
    if not verb:
        return None
    if verb.endswith(_UP) and not to:
        return "increase"
    return "decrease" if verb.endswith(_DOWN) and not to else "reach"


@lru_cache(maxsize=1024)
def comparator(tail: str | None, hedge: str) -> str:
    """How the value binds, by the words behind the amount and before it."""
    if tail in ("左右", "上下") or "约" in hedge:
        return "about"
    if tail == "以上" or any(word in hedge for word in ("不低于", "不少于", "至少")):
        return "at_least"
    if tail in ("以内", "之内", "以下") or any(word in hedge for word in ("不高于", "不超过", "不多于", "控制")):
        return "at_most"
    if any(word in hedge for word in ("超过", "突破", "高于")):
        return "more_than"
    return "less_than" if "低于" in hedge else "exactly"
