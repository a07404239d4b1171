"""Runs of members of equal length joined by 、 or by ，; `strong_bond` says which neighbours belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from policydoc.lexicon import words
from policydoc.patterns import late

Run = tuple[list[str], int, int]
"""Members, and the offsets where the first begins and the last ends."""

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
    listed, led = joint == "、", _led()
    start = end = step = 0
    paired = False
    for at, stop in map(re.Match.span, _JOINTS[joint].finditer(text)):
        if at == end and stop - at == step:
            end, paired = stop, True
            continue
        if paired:
            yield text[start:end].split(joint), start, end
        step, end = stop - at, stop
        start = at - step + 1
        paired = (listed or not (before := text[start - 1:start]).isalpha() or before in led) and (
            text[start:at].isalpha())
        if not paired:
            start = at + 1
    if paired:
        yield text[start:end].split(joint), start, end


@cache
def _led() -> frozenset[str]:
    """Characters after which a clause can begin: the last ones of what leads to a slogan."""
    return LEADING.union(_AT_END, (word[-1] for word in words("slogans", "leads")))


def opens(text: str, start: int) -> bool:
    """Is the first member whole? A mark stands before it, or a word that leads to what one is to do."""
    before = text[start - 2 if start > 1 else 0:start]
    return not before[-1:].isalpha() or before in words("slogans", "leads") or before[-1:] in LEADING
