"""Echoes: a word that comes back inside each member, or that one member hands on to the next."""

from __future__ import annotations

from typing import Final

_WIDE: Final = frozenset("广从")
"""What begins both of two members in four characters: 广开言路、广纳良策."""
_AGAIN: Final = frozenset("新一又百做好越真敢管所")
"""What opens a member and comes back in it: 一周一协调、一月一调度."""
_PERIODS: Final = frozenset("日周旬月季年")
"""日研究、周调度、月点评: each by its own period."""
_NUMERALS: Final = "一二三四五六"
_RANKS: Final = frozenset("级期等类是批号年楼环线审层院组队")
"""What a numeral counts or ranks: 一号线工程、二号线工程 are things; 一看作风、二查实效 are deeds."""
_MEASURES: Final = frozenset("性率量值")
"""日均值、年均值; 周期性、季节性."""


def resounds(left: str, right: str) -> bool:
    """Do two members of equal length sound alike?"""
    first = left[0]
    if first in _PERIODS and right[0] in _PERIODS and first != right[0]:
        return len(left) == 3 and left[2] not in _MEASURES
    if first == left[1] and right[0] == right[1]:
        return len(left) == 5 and left[2] == right[2]
    if first == right[0]:
        if len(left) == 4:
            return (first in _WIDE and left[1] != right[1] and left[2:] != right[2:]) or first == left[2] == right[2]
        if first in _AGAIN:
            again = left.find(first, 2)
            return again > 0 and right.find(first, 2) == again
        return (left[1] == "出" and left[:3] == right[:3]) or (first == "既" and "又" in left and "又" in right)
    if len(left) < 5:
        return False
    if left[1] == right[1]:
        return len(left) < 8 and first + right[0] in _NUMERALS and left[1] not in _RANKS
    if left[-1] == right[-1]:
        if left[-1] == "化":
            return left[-3:-1] == right[:2]
        return left[-3] == right[-3] == "着" and left[-2] == right[-2]
    return len(left) == 6 and left[3] == right[3] == "于"
