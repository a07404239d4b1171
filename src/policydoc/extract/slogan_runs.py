"""Runs of members of equal length joined by 、 or ，: those alone whose form may make a slogan.

A text has sixty joints in a thousand characters and one slogan in two thousand. So one pattern walks over the member
after each joint, and where that ends it looks back at both members for the signs of a bond: one character in common at
a place where slogans have it, words of conduct, verbs. `bond` then says which of those that pass belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from policydoc.extract.slogan_forms import formulae, halves, idioms, verbs
from policydoc.extract.slogan_frames import ACTS, ENDS_OF_CONDUCT, OPENERS, PIVOTS, RESULTS, STARTS

Run = tuple[list[str], int]
"""Members, and the offset where the first begins."""

_SIZES: Final = (4, 5, 3, 6, 8, 7)
"""Sizes of members, the frequent ones first."""
_BY_WORDS: Final = frozenset(f"known{size}" for size in _SIZES)
"""Groups of the last sign: characters as the set phrases have them, so perhaps one of these."""
_INSIDE: Final = "[一-\u7683\u7685-\u7b48\u7b4a-鿿]"
"""A character of a member: Chinese, but neither 的 nor 等, which may follow a member of three or more."""


def runs(text: str) -> Iterator[Run]:
    """Runs of at least two members; the first may be the end of a longer stretch of words."""
    known = formulae().keys() | idioms()
    members: list[str] = []
    start = end = size = 0
    for match in _look().finditer(text.replace("，", "、")):
        at, stop = match.span()
        step = stop - at - 1
        member, before = text[at + 1:stop], text[at - step if at > step else 0:at]
        if match.lastgroup in _BY_WORDS and member not in known and before not in known:
            continue
        if at != end or step != size:
            if len(members) > 1:
                yield members, start
            whole = len(before) == step and before.isalpha()
            members, start, size = ([before], at - step, step) if whole else ([], at + 1, step)
        members.append(member)
        end = stop
    if len(members) > 1:
        yield members, start


@cache
def _look() -> re.Pattern[str]:
    """A joint with the member after it, for a text with 、 for ，: a pattern led by one character is found fastest."""
    members = []
    for size in _SIZES:
        names = [f"c{size}{i}" for i in range(min(size, 4))]
        captures = "".join(f"(?P<{name}>.)" for name in names) + "." * (size - 4)
        signs = "|".join(_signs(size, [f"(?P={name})" for name in names]))
        members.append(f"(?<=、.{{{size}}}){_long(size) if size > 5 else ''}(?<={captures}、.{{{size}}})(?:{signs})")
    return re.compile(f"、(?<=[一-鿿]{{3}}、)[一-鿿]{{3}}{_INSIDE}{{0,5}}+(?!{_INSIDE})(?:{'|'.join(members)})")


def _long(size: int) -> str:
    """A member of more than five characters ends its sentence, opens as formulae do, or has their pivot."""
    opening = f"(?<=[以向一统人自在于为不坚用从].{{{size - 1}}})"
    pivot = f"(?<=[方才可造成铸].{{{size - 3}}})|(?<=[方才可造成铸].{{{size - 4}}})"
    twins = f"(?<=(?P<twin{size}>.).{{{size - 1}}})(?<=(?P=twin{size}).{{{size - 2}}})"
    return f"(?:(?=[。！；])|{opening}|{pivot}|{twins})"


def _signs(size: int, left: list[str]) -> Iterator[str]:
    """What two members of this size may hold, seen from the end of the second; `left` stands for the first one's
    characters."""
    def first(pattern: str, at: int, length: int = 1) -> str:
        return f"(?<={pattern}.{{{2 * size + 1 - at - length}}})"

    def second(pattern: str, at: int, length: int = 1) -> str:
        return f"(?<={pattern}.{{{size - at - length}}})"

    yield first(_any(OPENERS), 0) + second(left[0], 0)
    for i in range(1, len(left)):
        yield first(_any(PIVOTS), i) + second(left[i], i)
    known = [word for word in (*formulae(), *idioms()) if len(word) == size]
    if size == 3:
        yield first(_any(verbs()), 0) + second(_any(verbs()), 0)
        yield first("[有爱]", 0) + second(left[0], 0)
    else:
        yield first("[多少在于不坚为]" if size > 5 else "[多少在于]", 0)
        yield first("[好就则]", 1)
        yield first("[就则]", 2)
        yield second(left[1], 3) + second(left[3], 1)
        yield f"(?<=[。！？；：\n　”].{{{2 * size + 1}}})(?=[。！])"
    if size == 4:
        conduct = _pairs(halves()[0] | RESULTS | STARTS | {"奋力"})
        yield from (first(conduct, 0, 2), second(conduct, 0, 2))
        conduct = _pairs(ENDS_OF_CONDUCT)
        yield from (first(conduct, 2, 2), second(conduct, 2, 2))
        yield first("[敢善能勤快].[敢善能会为快真]", 0, 3)
        yield first(left[0], 2)
        yield first(left[1], 3)
        yield first(_any(ACTS), 2) + second(_any(ACTS), 2) + second(left[3], 3)
    if size > 5:
        yield first(left[0], 1)
        yield first("[方才可造成铸]", 2)
        yield first("[方才可造成铸]", 3)
    if known:
        places = "".join(_any({word[i] for word in known}) for i in range(size))
        yield f"(?:{first(places, 0, size)}|{second(places, 0, size)})(?P<known{size}>)"


def _any(chars: Iterable[str]) -> str:
    return f"[{''.join(sorted(chars))}]"


def _pairs(words: Iterable[str]) -> str:
    """Two classes that hold the first and the second characters of the words."""
    words = list(words)
    return _any({word[0] for word in words}) + _any({word[1] for word in words})
