"""Runs of members of equal length joined by 、 or by ，; `bond` says which neighbours in them belong together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from policydoc.lexicon import words
from policydoc.patterns import late

Run = tuple[list[str], int]
"""Members, and the offset where the first begins."""

INSIDE: Final = "一-\u7683\u7685-\u7b48\u7b4a-鿿"
"""Chinese, but neither 的 nor 等, which may follow a member of three or more."""
_JOINTS: Final = {
    "、": late(f"、(?<=[一-鿿]{{3}}、)[一-鿿]{{3}}[{INSIDE}]{{0,5}}+(?![{INSIDE}])"),
    "，": late(f"，(?<=[一-鿿]{{3}}，)[一-鿿]{{3}}[{INSIDE}]{{0,5}}+(?![{INSIDE}、])"),
}
"""A joint with the member after it: a pattern led by one character is found fastest."""
LEADING: Final = frozenset("要须应的把将了是让使能并")
"""Characters before what one is to do."""
_AT_END: Final = "民女家地下够央"
"""Last characters of what may stand before a slogan as its subject or manner: 人民, 儿女, 国家, 坚定不移地, 上下."""


def runs(text: str, joint: str) -> Iterator[Run]:
    """Runs of two members or more; the first may be the end of a longer stretch of words, before ， only of some."""
    members: list[str] = []
    start = end = size = 0
    for match in _JOINTS[joint].finditer(text):
        at, stop = match.span()
        step = stop - at - 1
        if at != end or step != size:
            if len(members) > 1:
                yield members, start
            start, size = at - step, step
            left = text[start:at]
            whole = len(left) == step and left.isalpha() and (joint == "、" or _begins(text[start - 1:start]))
            members = [left]
            if not whole:
                members, start = [], at + 1
        members.append(text[at + 1:stop])
        end = stop
    if len(members) > 1:
        yield members, start


def _begins(before: str) -> bool:
    """Whether a clause can begin after this character: a mark, or the last one of what leads to a slogan."""
    return not before.isalpha() or before in _led()


@cache
def _led() -> frozenset[str]:
    return LEADING.union(_AT_END, (word[-1] for word in words("slogans", "leads")))
