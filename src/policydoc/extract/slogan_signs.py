"""Signs of a bond: what the members on both sides of a joint may hold, as one pattern.

It lets all through that `bond` or `couplet` could accept, and some more: each class of characters costs a third of a
millisecond when the pattern is made, so one that turns little away is left out. The group that closes last says which sign:
`STRONG` is enough for two members, `KNOWN` where these are set phrases, `WEAK` for three members in a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from policydoc.extract.slogan_forms import BRIGHT, URGING, formulae, halves, idioms, verbs
from policydoc.extract.slogan_frames import ACTS, LIFTS, MEANS, OPENERS, PIVOTS, STANCES
from policydoc.extract.slogan_moulds import BALANCED, ENDS_OF_CONDUCT, FIRSTS, STARTS
from policydoc.lexicon import words

WEAK, KNOWN, STRONG = "a", "k", "s"
"""First letters of the groups, the stronger the later."""
_SIZES: Final = (4, 5, 3, 6, 8, 7)
"""Sizes of members, the frequent ones first."""
_INSIDE: Final = "[一-\u7683\u7685-\u7b48\u7b4a-鿿]"
"""A character of a member: Chinese, but neither 的 nor 等, which may follow a member of three or more."""

Place = Callable[[str, int], str]
"""A pattern for some characters of a member, from an offset on."""


@cache
def look(joint: str) -> re.Pattern[str]:
    """A joint with the member after it: a pattern led by one character is found fastest."""
    members = "|".join(_members(joint, size) for size in _SIZES)
    after = _INSIDE if joint == "、" else f"{_INSIDE[:-1]}、]"
    return re.compile(f"{joint}(?<=[一-鿿]{{3}}{joint})[一-鿿]{{3}}{_INSIDE}{{0,5}}+(?!{after})(?:{members})")


def _members(joint: str, size: int) -> str:
    """Looks back from the end of the second member at both."""
    def first(pattern: str, at: int) -> str:
        return f"(?<={pattern}.{{{2 * size + 1 - at - _length(pattern)}}})"

    def second(pattern: str, at: int) -> str:
        return f"(?<={pattern}.{{{size - at - _length(pattern)}}})"

    shown = {*range(min(size, 4)), *range(max(size - 3, 0), size - 1)}
    captures = "".join(f"(?P<{WEAK}{size}{i}>.)" if i in shown else "." for i in range(size))
    left = {i: f"(?P={WEAK}{size}{i})" for i in sorted(shown)}
    kinds = (_strong, _known, _weak) if joint == "、" else (_clauses, _known)
    strong, known, *weak = ("|".join(signs(size, left, first, second)) for signs in kinds)
    signs = "|".join([f"(?:{strong})(?P<{STRONG}{size}>)", f"(?:{known})(?P<{KNOWN}{size}>)", *weak])
    whole = "" if joint == "、" else f"(?<!{_within()}.{{{2 * size + 1}}})"
    return f"(?<=[一-鿿]{{{size}}}{joint}.{{{size}}}){whole}(?<={captures}.{{{size + 1}}})(?:{signs})"


LEADING: Final = frozenset("要须应的把将了是让使能并")
"""Characters before what one is to do."""
_AT_END: Final = "民女家地下够央"
"""Last characters of what may stand before a slogan as its subject or manner: 人民, 儿女, 国家, 坚定不移地, 上下."""


@cache
def _within() -> str:
    """Characters after which no clause begins: all but the last ones of words that lead to a slogan."""
    leading = {word[-1] for word in words("slogans", "leads")} | LEADING | set(_AT_END)
    marks = sorted(map(ord, leading))
    gaps = zip([0x4e00 - 1, *marks], [*marks, 0x9fff + 1], strict=True)
    return "[" + "".join(f"{chr(low + 1)}-{chr(high - 1)}" for low, high in gaps if high - low > 1) + "]"


def _length(pattern: str) -> int:
    """Characters that the pattern stands for: classes, dots and names of groups."""
    return len(re.findall(r"\[[^\]]*\]|\(\?P=\w+\)|.", pattern))


def _clauses(size: int, left: dict[int, str], first: Place, second: Place) -> Iterator[str]:
    """Whole clauses of equal length: where they are short, any character in common will do."""
    for i in left:
        yield second(left[i], i)
    yield second(_any({*_ANSWERS, *"在于从"} if size > 5 else _ANSWERS), 0)
    yield first(left[0], 1)
    if size == 3:
        yield first(_any(URGING), 0) + second("促", 0)
        yield second("[去来心]", 2)
        return
    yield _SENTENCE.format(2 * size + 1)
    if size == 4:
        yield _conduct(first, second)
        yield first("[有无逢遇应凡]", 0) + second("[有无逢遇应凡]", 0)


_ANSWERS: Final = frozenset("多少又只但")
"""First characters of what answers 多, 少, 既 and 不."""
_SENTENCE: Final = r"(?<!\w.{{{}}})(?:(?=。)|(?=！))"


def _conduct(first: Place, second: Place) -> str:
    forms = [(_pairs(halves()[0] | STARTS | words("slogans", "deeds") | {"奋力"}), 0),
             (_pairs(ENDS_OF_CONDUCT | FIRSTS), 2), (_places(idioms(), 4), 0)]
    return "".join(f"(?:{'|'.join(place(*form) for form in forms)})" for place in (first, second))


def _strong(size: int, left: dict[int, str], first: Place, second: Place) -> Iterator[str]:
    yield (first(_any(OPENERS), 0) if size < 5 else "") + second(left[0], 0)
    for i in range(1, size - 1):
        if i in left:
            yield (first(_any(PIVOTS), i) if size < 5 else "") + second(left[i], i)
    if size == 3:
        yield first("[多少]", 0) + second("[多少]", 0)
        yield first(_any(URGING), 0) + second("促", 0)
        yield second("[去来心]", 2)
        yield first("民", 1) + second("民", 1)
        yield first("[事题]", 2) + second("[事题]", 2)
        yield second(left[0], 1) + second(left[1], 0)
        yield second(left[0], 2) + f"(?:{second(left[1], 0)}|{second(left[1], 1)})"
        return
    yield second(_any({*_ANSWERS, *MEANS} if size > 5 else _ANSWERS), 0)
    yield second(_any({word[-1] for word in BALANCED}), size - 1)
    yield _SENTENCE.format(2 * size + 1)
    if size == 4:
        yield _conduct(first, second)
        yield first(_pairs(words("slogans", "results")), 0) + second(left[3], 3)
        yield first("[有无逢遇应凡]", 0) + second("[有无逢遇应凡]", 0)
        yield first("[敢善能勤快].[敢善能会为快真]", 0)
        yield second(left[1], 1) + first(_any(ACTS | LIFTS), 2) + second(_any(ACTS | LIFTS), 2)
        yield first("[政事硬]", 3) + second("[政事硬]", 3)
        yield second(left[1], 3) + second(left[3], 1)
        yield first(_any(ACTS), 2) + second(_any(ACTS), 2) + second(left[3], 3)
    else:
        yield first(left[0], 1)
        yield from (second("[方才可造成铸]", i) for i in (2, 3))
    if size in (4, 6):
        again = "|".join(f"(?<=(?P<again{size}{i}>.).{{{size - 1 - i}}})" + second(f"(?P=again{size}{i})", i + 2)
                         for i in (0, 1))
        yield f"(?:{first(left[0], 2)}|{first(left[1], 3)})(?:{again})"
    if size == 6:
        deeds, objects = _pairs(words("slogans", "deeds")), _pairs(words("slogans", "objects"))
        whole = _places(idioms(), 4)
        yield "".join(f"(?:{place(deeds, 0)}{place(objects, 4)}|{place(whole, 0)})" for place in (first, second))


def _known(size: int, left: dict[int, str], first: Place, second: Place) -> Iterator[str]:
    if size > 4:
        heads = _pairs({*idioms(), *(word for word in formulae() if len(word) == size)})
        yield second(heads, 0)
        return
    places = _places([word for word in (*formulae(), *idioms()) if len(word) == size], size)
    yield from (first(places, 0), second(places, 0))


def _weak(size: int, left: dict[int, str], first: Place, second: Place) -> Iterator[str]:
    if size == 3:
        yield first(_any(verbs()), 0) + second(_any(verbs()), 0)
        yield first(_any(BRIGHT), 2) + second(_any(BRIGHT), 2)
        return
    other_start = f"(?<!{left[0]}{'.' * (size - 1)})"
    yield first(_any(STANCES), 0) + second(left[0], 0)
    yield second(left[1], 1) + other_start
    yield second(left[2], 2) + (f"(?<!{left[3]})" if size == 4 else other_start)
    yield "".join(second(left[i], i) for i in range(3))
    if size == 4:
        yield first(_pairs(words("slogans", "deeds_at_end")), 2) + second(left[3], 3)


def _any(chars: Iterable[str]) -> str:
    return f"[{''.join(sorted(chars))}]"


def _places(words: Iterable[str], length: int) -> str:
    """Classes that hold the first characters of the words, the second ones …"""
    words = list(words)
    return "".join(_any({word[i] for word in words}) for i in range(length))


def _pairs(words: Iterable[str]) -> str:
    return _places(words, 2)
