"""What a slogan takes along: other members of its list (引得进、留得住、扎下根), a second half in the same breath."""

from __future__ import annotations

from typing import Final

from policydoc.extract.slogans.forms import phrase
from policydoc.extract.slogans.joints import opens

_AFTER: Final = frozenset("的等")
"""What follows a list and is no part of its last member."""
_INNER: Final = {"，": "、", "；": "，"}
"""The mark between members by the one between the halves."""


def widened(text: str, begin: int, end: int, floor: int) -> tuple[int, int]:
    """With the other members of the same length in the list, as far as they are whole.

    以工促农、以城带乡 brings 工农互惠、城乡一体 along; of four characters a thing or ordinary work is none.
    """
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
    return member.isalpha() and _AFTER.isdisjoint(member) and (len(member) != 4 or phrase(member))


def _goes_on(after: str) -> bool:
    return after.isalpha() and after not in _AFTER


def one_list(text: str, begin: int, middle: int) -> bool:
    """Are a slogan that ends at `middle` and the one that begins behind it, of members of four, one list?"""
    return text[middle] == "、" == text[begin + 4] and text[middle - 4:middle].isalpha()


def halves(text: str, begin: int, middle: int, end: int) -> bool:
    """Are two slogans that a mark at `middle` parts one of as many members, of one length, on each side of it?

    摸实情、出实招，重实干、求实效; a weaker mark stands between the members than between the halves.
    """
    inner = _INNER.get(text[middle])
    if not inner:
        return False
    left, right = text[begin:middle].split(inner), text[middle + 1:end].split(inner)
    return 1 < len(left) == len(right) and len({*map(len, left), *map(len, right)}) == 1
