"""Facts in a few words, for a cell of a table: 每季度至少1次, 2023-08, ≥90%."""

from __future__ import annotations

from typing import Final

from policydoc.model.facts import Target
from policydoc.model.frequency import Count, FrequencyObligation, Quantity

_UNITS: Final = {"day": "天", "workday": "工作日", "week": "周", "xun": "旬", "month": "月", "quarter": "季度",
                 "half_year": "半年", "semester": "学期", "year": "年", "term": "届"}
_MEASURED: Final = frozenset({"month", "quarter", "semester"})
_VAGUE: Final = {"regular": "定期", "irregular": "不定期", "often": "经常", "standing": "常态化", "anytime": "随时"}
_COMPARATORS: Final = {"at_least": "≥", "at_most": "≤", "about": "约", "more_than": ">", "less_than": "<",
                       "exactly": ""}
_MYRIADS: Final = ((10**8, "亿"), (10**4, "万"))
_CHANGES: Final = {"increase": "增", "decrease": "减", "reach": ""}


def how_often(duty: FrequencyObligation) -> str:
    """每两年1次, 每年≥20项, 定期, 逢重大节日前."""
    parts = [duty.event.text] if duty.event else []
    if duty.period:
        number = "" if duty.period.n == 1 else str(duty.period.n)
        each = "个" if number and duty.period.unit in _MEASURED else ""
        parts.append(f"每{number}{each}{_UNITS[duty.period.unit]}")
    if duty.vague:
        parts.append(_VAGUE[duty.vague])
    if duty.count:
        parts.append(f"{span(duty.count)}次")
    if duty.quantity:
        parts.append(f"{span(duty.quantity)}{duty.quantity.unit}")
    return "".join(parts) or duty.cue.text


def span(amount: Count | Quantity) -> str:
    """≥2, ≤2, 1–2, 2."""
    low, high = amount.min, amount.max
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"≥{number(low)}" if low is not None else f"≤{number(high)}" if high is not None else ""


def target(goal: Target) -> str:
    """增≥5%, ≤3.5%."""
    high = f"–{number(goal.high)}" if goal.high is not None else ""
    change = _CHANGES[goal.change] if goal.change else ""
    return f"{change}{_COMPARATORS[goal.comparator]}{number(goal.value)}{high}{goal.unit}"


def number(value: float) -> str:
    """Without the .0 of a whole number, from 10,000 in 万 and 亿."""
    for size, name in _MYRIADS:
        if abs(value) >= size:
            return f"{value / size:.15g}{name}"
    return f"{value:.15g}"
