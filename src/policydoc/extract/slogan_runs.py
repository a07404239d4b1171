"""Runs of members of equal length joined by 、 or ，: those alone whose form may make a slogan.

A text has sixty joints in a thousand characters and one slogan in two thousand. So one pattern walks over the member
after each joint, and where that ends it looks back at both members for the signs of a bond; `bond` then says which of
those that pass belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.extract.slogan_forms import formulae, idioms
from policydoc.extract.slogan_signs import KNOWN, WEAK, look

Run = tuple[list[str], int, str]
"""Members, the offset where the first begins, and the sign of each joint."""


def runs(text: str) -> Iterator[Run]:
    """Runs of two members with a strong sign, or of three; the first may be the end of a longer stretch of words."""
    known = formulae().keys() | idioms()
    members: list[str] = []
    signs = ""
    start = end = size = 0
    for match in look().finditer(text.replace("，", "、")):
        at, stop = match.span()
        step = stop - at - 1
        member, before = text[at + 1:stop], text[at - step if at > step else 0:at]
        sign = (match.lastgroup or WEAK)[0]
        if sign == KNOWN and member not in known and before not in known and not (
                step > 4 and member[:4] in known and before[:4] in known):
            sign = WEAK
        if at != end or step != size:
            if len(signs) > 1 or signs > WEAK:
                yield members, start, signs
            signs, size = "", step
            members, start = ([before], at - step) if len(before) == step and before.isalpha() else ([], at + 1)
        if members:
            signs += sign
        members.append(member)
        end = stop
    if len(signs) > 1 or signs > WEAK:
        yield members, start, signs
