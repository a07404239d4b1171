"""The other members of the list that a slogan stands in: 引得进、留得住 brings 扎下根 along."""

from __future__ import annotations

from typing import Final

from policydoc.extract.slogans.joints import opens

_AFTER: Final = frozenset("的等")
"""What follows a list and is no part of its last member."""


def widened(text: str, begin: int, end: int, floor: int) -> tuple[int, int]:
    """With the members of the same length on both sides, as far as they are whole."""
    step = text.find("、", begin, end) - begin + 1
    if step < 4 or (end - begin + 1) % step or text[end - step] != "、":
        return begin, end
    while text[end:end + 1] == "、" and _whole(text[end + 1:end + step]) \
            and not _goes_on(text[end + step:end + step + 1]):
        end += step
    while begin - step >= floor and text[begin - 1] == "、" and _whole(text[begin - step:begin - 1]) \
            and opens(text, begin - step):
        begin -= step
    return begin, end


def _whole(member: str) -> bool:
    return member.isalpha() and _AFTER.isdisjoint(member)


def _goes_on(after: str) -> bool:
    return after.isalpha() and after not in _AFTER
