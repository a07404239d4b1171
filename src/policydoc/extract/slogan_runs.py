"""Runs of members of equal length joined by 、 or by ，: those alone whose form may make a slogan.

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


def runs(text: str, joint: str) -> Iterator[Run]:
    """Runs of two members with a strong sign, or of three; the first may be the end of a longer stretch of words."""
    members: list[str] = []
    signs = ""
    start = end = size = 0
    for match in look(joint).finditer(text):
        at, stop = match.span()
        step = stop - at - 1
        member = text[at + 1:stop]
        if at != end or step != size:
            if len(signs) > 1 or signs > WEAK:
                yield members, start, signs
            start, size, signs = at - step, step, ""
            members = [text[start:at]]
        sign = match.lastgroup[0] if match.lastgroup else WEAK
        signs += WEAK if sign == KNOWN and not _set_phrase(members[-1], member) else sign
        members.append(member)
        end = stop
    if len(signs) > 1 or signs > WEAK:
        yield members, start, signs


def _set_phrase(left: str, right: str) -> bool:
    """Is one of them known as a whole, or do both begin with a set phrase?"""
    known, phrases = formulae(), idioms()
    return left in known or right in known or (
        (left in phrases or right in phrases) if len(left) == 4 else left[:4] in phrases and right[:4] in phrases)
