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
from policydoc.extract.slogan_frames import ACTS, OPENERS, PIVOTS
from policydoc.extract.slogan_moulds import ENDS_OF_CONDUCT, FIRSTS, STARTS
from policydoc.lexicon import words

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
        if match.lastgroup in _BY_WORDS and member not in known and before not in known and not (
                step > 4 and member[:4] in known and before[:4] in known):
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
        shown = {*range(min(size, 4)), max(size - 3, 0)}
        captures = "".join(f"(?P<c{size}{i}>.)" if i in shown else "." for i in range(size))
        signs = "|".join(_signs(size, {i: f"(?P=c{size}{i})" for i in shown}))
        members.append(f"(?<=、.{{{size}}})(?<={captures}、.{{{size}}})(?:{signs})")
    return re.compile(f"、(?<=[一-鿿]{{3}}、)[一-鿿]{{3}}{_INSIDE}{{0,5}}+(?!{_INSIDE})(?:{'|'.join(members)})")


def _signs(size: int, left: dict[int, str]) -> Iterator[str]:
    """What two members of this size may hold, seen from the end of the second; `left` stands for characters of the
    first."""
    def first(pattern: str, at: int, length: int = 1) -> str:
        return f"(?<={pattern}.{{{2 * size + 1 - at - length}}})"

    def second(pattern: str, at: int, length: int = 1) -> str:
        return f"(?<=(?:{pattern}).{{{size - at - length}}})"

    yield first(_any(OPENERS), 0) + second(left[0], 0)
    for i in sorted(left)[1:]:
        yield first(_any(PIVOTS), i) + second(left[i], i)
    if size > 3:
        no_word = f"(?<!{left[0]}{'.' * (size - 1)})"
        yield second(left[1], 1) + no_word
        yield second(left[2], 2) + (f"(?<!{left[3]})" if size == 4 else no_word)
        yield "".join(second(left[i], i) for i in range(3))
        yield first(_pairs(words("slogans", "deeds_at_end")), size - 2, 2) + second(left[3], 3) if size == 4 else "(?!)"
    if size == 3:
        yield first(_any(verbs()), 0) + second(_any(verbs()), 0)
        yield first("[多少]", 0) + second("[多少]", 0)
        yield first("[有爱]", 0) + second(left[0], 0)
        yield second(f"[去来]|{left[0]}", 2)
        yield first("[强优富美绿蓝清旺畅净安乐齐]", 2) + second("[强优富美绿蓝清旺畅净安乐齐]", 2)
    else:
        yield first("[多少既]", 0) + second("[多少又]", 0)
        yield second(left[1], 3) + second(left[3], 1)
        yield f"(?<=[。！？；：\n　”].{{{2 * size + 1}}})(?=[。！])"
    if size == 4:
        conduct = [(_pairs(halves()[0] | STARTS | words("slogans", "deeds") | {"奋力"}), 0, 2),
                   (_pairs(ENDS_OF_CONDUCT | FIRSTS), 2, 2),
                   ("".join(_any({word[i] for word in idioms()}) for i in range(4)), 0, 4)]
        yield "".join(f"(?:{'|'.join(place(*form) for form in conduct)})" for place in (first, second))
        yield first(_pairs(words("slogans", "results")), 0, 2) + second(left[3], 3)
        yield first("[有无逢遇应凡]", 0) + second("[有无逢遇应凡]", 0)
        yield first("[敢善能勤快].[敢善能会为快真]", 0, 3)
        yield first(left[0], 2)
        yield first(left[1], 3)
        yield first(_any(ACTS), 2) + second(_any(ACTS), 2) + second(left[3], 3)
    if size > 4:
        yield first(left[0], 1)
        for i in (2, 3):
            yield first("[方才可造成铸]", i) + second("[方才可造成铸]", i)
    known = [word for word in (*formulae(), *idioms()) if len(word) == size or len(word) == 4 < size]
    if size > 5:
        yield first("[为以用靠凭]", 0) + second("[为以用靠凭]", 0)
    if size == 6:
        yield first(left[0], 2)
        yield first(_pairs(words("slogans", "deeds")), 0, 2) + second(_pairs(words("slogans", "deeds")), 0, 2)
    if known:
        shown = min(size, 4)
        places = "".join(_any({word[i] for word in known}) for i in range(shown))
        both = (first(places, 0, shown), second(places, 0, shown))
        yield f"{''.join(both) if size > 4 else f'(?:{both[0]}|{both[1]})'}(?P<known{size}>)"


def _any(chars: Iterable[str]) -> str:
    return f"[{''.join(sorted(chars))}]"


def _pairs(words: Iterable[str]) -> str:
    """Two classes that hold the first and the second characters of the words."""
    words = list(words)
    return _any({word[0] for word in words}) + _any({word[1] for word in words})
