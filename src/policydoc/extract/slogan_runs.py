"""Runs of members of equal length joined by 、 or ，: those alone whose form may make a slogan.

A text has some sixty joints in a thousand characters and one slogan in two thousand, so one pattern looks at each
joint first: the size of the member after it, and what characters stand at the places where a slogan's members have
words in common or words of conduct. It lets all through that `bond` or `couplet` could accept, and a few more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from policydoc.extract.slogan_forms import formulae, halves, idioms, verbs
from policydoc.extract.slogan_frames import ENDS_OF_CONDUCT, OPENERS, PIVOTS, RESULTS, STARTS
from policydoc.patterns import late

Run = tuple[list[str], int]
"""Members, and the offset where the first begins."""

_SIZES: Final = range(3, 9)
_NEXT: Final = late(
    r"[、，](?<=[一-鿿]{3}[、，])(?:(?:[一-鿿]{3,5}?|[以向一统人自在于为不坚][一-鿿]{5,7}?)(?=的|(?<!平)等|[^一-鿿])|"
    r"[一-鿿]{6,8}(?=[。！；])|[一-鿿]{2,3}(?:方能|才能|方可|才可|方显|造就|成就|铸就)[一-鿿]{2,3}(?![一-鿿])|"
    r"([一-鿿])\1([一-鿿])\2[一-鿿]{2}(?![一-鿿]))")
"""A joint with the member after it; a long one only where it opens as formulae do, or ends its sentence."""


def runs(text: str) -> Iterator[Run]:
    """Maximal runs of members of equal length; the first may be the end of a longer stretch of words."""
    done = 0
    known = formulae().keys() | idioms()
    for match in _glance().finditer(text):
        if (name := match.lastgroup) and name[0] == "k":
            left, right = match[0][1:], text[match.start()-int(name[5:]):match.start()]
            if left not in known and right not in known:
                continue
        if match.start() >= done and (joints := _joints(text, match.start())):
            size = joints[1] - joints[0] - 1 if len(joints) > 1 else 0
            done = joints[-1]
            first = joints[0]
            starts = [at + 1 for at in joints[:-1]]
            before = text[first - size:first]
            if len(before) == size and before.isalpha():
                starts.insert(0, first - size)
            if len(starts) > 1:
                yield [text[at:at + size] for at in starts], starts[0]


def _joints(text: str, at: int) -> list[int]:
    """The joints of the run around the one at `at`, in order, and the end of the last member."""
    match = _NEXT.match(text, at)
    if not match:
        return []
    stop = match.end()
    step = stop - at
    joints = [at]
    while (first := joints[-1] - step) >= 0 and text[first] in "、，" and (match := _NEXT.match(text, first)) \
            and match.end() == joints[-1]:
        joints.append(first)
    joints.reverse()
    while text[stop:stop + 1] in _JOINTS and (match := _NEXT.match(text, stop)) and match.end() == stop + step:
        joints.append(stop)
        stop += step
    return [*joints, stop]


_JOINTS: Final = frozenset("、，")


@cache
def _glance() -> re.Pattern[str]:
    """Walks over the member after a joint; where it may end, looks back at both members."""
    longer = ""
    for size in reversed(_SIZES):
        names = [f"c{size}{i}" for i in range(min(size, 4))]
        captures = "".join(f"(?P<{name}>.)" for name in names) + "." * (size - 4)
        signs = "|".join(_signs(size, [f"(?P={name})" for name in names]))
        looks = f"{_END}(?<={captures}[、，].{{{size}}})(?:{signs})"
        further = f"|{_LONG if size == 5 else ''}[一-鿿]{longer}" if longer else ""
        longer = f"(?:{looks}{further})"
    return re.compile(f"[、，](?<=[一-鿿]{{3}}[、，])[一-鿿]{{{_SIZES.start}}}{longer}")


_END: Final = "(?![一-\u7683\u7685-\u7b48\u7b4a-鿿])"
"""No Chinese character but 的 and 等 may follow a member."""
_LONG: Final = (
    "(?:(?=[一-鿿]{1,3}[。！；])|(?<=[以向一统人自在于为不坚]....)|(?<=[方才可造成铸]..)|(?<=[方才可造成铸].)|"
    "(?<=(?P<twin>.)....)(?<=(?P=twin)...))")
"""After five characters: what lets a member be longer."""


def _signs(size: int, left: list[str]) -> Iterator[str]:
    """What both members of this size may hold, seen from their end; `left` stands for the left one's characters."""
    def left_has(pattern: str, at: int, length: int = 1) -> str:
        return f"(?<={pattern}.{{{2 * size + 1 - at - length}}})"

    def right_has(pattern: str, at: int, length: int = 1) -> str:
        return f"(?<={pattern}.{{{size - at - length}}})"

    yield left_has(_any(OPENERS), 0) + right_has(left[0], 0)
    for i in range(1, min(size, 4)):
        yield left_has(_any(PIVOTS), i) + right_has(left[i], i)
    if size == 3:
        yield left_has(_any(verbs()), 0) + right_has(_any(verbs()), 0)
        yield left_has("[有爱]", 0) + right_has(left[0], 0)
    else:
        yield left_has(_pairs(halves()[0] | RESULTS | STARTS | {"奋力"}), 0, 2)
        yield left_has(left[0], 2)
        yield left_has(left[1], 3)
        yield left_has("[多少在于不坚为]" if size > 5 else "[多少在于]", 0)
        yield left_has("[好就则]", 1)
        yield left_has("[就则]" if size > 5 else "就", 2)
        if size == 4:
            yield left_has(_pairs(ENDS_OF_CONDUCT), 2, 2)
            yield left_has("[敢善能勤快].[敢善能会为快真]", 0, 3)
        else:
            yield left_has(left[0], 1)
            yield left_has("[方才可造成铸]", 2)
            yield left_has("[方才可造成铸]", 3)
        yield f"(?<=[。！？；：\n　”].{{{2 * size + 1}}})(?=[。！])"
    known = [word for word in (*formulae(), *idioms()) if len(word) == size]
    if known:
        places = "".join(_any({word[i] for word in known}) for i in range(size))
        yield f"(?:{left_has(places, 0, size)}|{right_has(places, 0, size)})(?P<known{size}>)"


def _any(chars: Iterable[str]) -> str:
    return f"[{''.join(sorted(chars))}]"


def _pairs(words: Iterable[str]) -> str:
    """Two classes that hold the first and the second characters of the words."""
    words = list(words)
    return _any({word[0] for word in words}) + _any({word[1] for word in words})
