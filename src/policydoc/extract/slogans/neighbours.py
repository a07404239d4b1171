"""What a slogan takes along: other members of its list (引得进、留得住、扎下根), a second half in the same breath."""

from __future__ import annotations

from typing import Final

from policydoc.extract.slogans.forms import phrase
from policydoc.extract.slogans.joints import INSIDE, opens
from policydoc.patterns import late

_AFTER: Final = frozenset("的等")
"""What follows a list and is no part of its last member."""
_INNER: Final = {"，": "、", "；": "，"}
"""The mark between members by the one between the halves."""


def spread(text: str, begin: int, end: int, floor: int) -> tuple[int, int]:
    """With the other members of the list, of four characters: 以工促农、以城带乡 brings 工农互惠、城乡一体 along."""
    while text[end:end + 1] == "、" and _MEMBER.match(text, end + 1) and phrase(text[end + 1:end + 5]):
        end += 5
    while begin - 5 >= floor and text[begin - 1] == "、" and (left := text[begin - 5:begin - 1]).isalpha() \
            and opens(text, begin - 5) and phrase(left):
        begin -= 5
    return begin, end


_MEMBER: Final = late(f"[{INSIDE}]{{4}}(?![{INSIDE}])")


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


def halves(text: str, begin: int, middle: int, end: int) -> bool:
    """Are two slogans that a mark at `middle` parts one of as many members, of one length, on each side of it?

    摸实情、出实招，重实干、求实效; a weaker mark stands between the members than between the halves.
    """
    inner = _INNER.get(text[middle])
    if not inner:
        return False
    left, right = text[begin:middle].split(inner), text[middle + 1:end].split(inner)
    return 1 < len(left) == len(right) and len({*map(len, left), *map(len, right)}) == 1
