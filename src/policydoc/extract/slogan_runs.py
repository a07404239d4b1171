"""Runs of members of equal length joined by 、 or ，: those alone whose form may make a slogan.

A text has sixty joints in a thousand characters and one slogan in two thousand. So one pattern walks over the member
after each joint, and where that ends it looks back at both members for the signs of a bond; `bond` then says which of
those that pass belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.extract.slogan_forms import formulae, idioms
from policydoc.extract.slogan_signs import look

Run = tuple[list[str], int]
"""Members, and the offset where the first begins."""


def runs(text: str) -> Iterator[Run]:
    """Runs of two members with a strong sign, or of three; the first may be the end of a longer stretch of words."""
    known = formulae().keys() | idioms()
    members: list[str] = []
    start = end = size = 0
    strong = False
    for match in look().finditer(text.replace("，", "、")):
        at, stop = match.span()
        step = stop - at - 1
        member, before = text[at + 1:stop], text[at - step if at > step else 0:at]
        if at != end or step != size:
            if strong and len(members) > 1 or len(members) > 2:
                yield members, start
            whole = len(before) == step and before.isalpha()
            members, start, size = ([before], at - step, step) if whole else ([], at + 1, step)
            strong = False
        sign = match.lastgroup or "weak"
        strong = strong or sign[0] == "s" or (sign[0] == "k" and (
            member in known or before in known or (step > 4 and member[:4] in known and before[:4] in known)))
        members.append(member)
        end = stop
    if strong and len(members) > 1 or len(members) > 2:
        yield members, start
