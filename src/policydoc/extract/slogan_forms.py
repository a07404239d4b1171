"""Whether two neighbours of a parallel run belong together, and what makes a couplet."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from policydoc.extract.slogan_frames import framed, spirited
from policydoc.lexicon import table, words
from policydoc.patterns import late

Bond = tuple[int, str]
"""Strength (0 none, 1 weak, 2 strong) and the name of the rule."""

_NONE: Final[Bond] = (0, "")


def bond(members: list[str], i: int) -> Bond:
    """How members `i - 1` and `i` of a run belong together."""
    left, right = members[i - 1], members[i]
    known = formulae()
    if left in known and known[left] & known.get(right, frozenset()):
        return 2, "slogan-formula"
    if len(left) == 4:
        a, b = _conduct(left), _conduct(right)
        if a and b:
            return 2, "slogan-conduct"
        if (a and not b and i + 1 < len(members) and _conduct(members[i + 1])) or \
                (b and not a and i > 1 and _conduct(members[i - 2])):
            return 1, "slogan-conduct"
    if framed(left, right):
        return 2, "slogan-frame"
    if len(left) == 3 and left != right and not (left[2] == right[2] and left[2] in "力性化度") and (
            (left[0] in verbs() and right[0] in verbs()) or left[0] == right[0] in "有爱"):
        return 1, "slogan-verbs"
    if len(members) > 2 and len(set(left) & set(right)) >= 2 and i > 1 and framed(members[i - 2], left):
        return 1, "slogan-frame"
    return _NONE


@cache
def idioms() -> frozenset[str]:
    return words("slogans", "idioms")


@cache
def halves() -> tuple[frozenset[str], frozenset[str]]:
    return words("slogans", "first_halves"), words("slogans", "second_halves")


@cache
def verbs() -> frozenset[str]:
    return frozenset(table("slogans")["verbs"])


@cache
def formulae() -> dict[str, frozenset[int]]:
    """Each member with the numbers of the formulae that it belongs to."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(table("slogans")["formulae"].split("\n")):
        for member in filter(None, line.split("、")):
            lines.setdefault(member, set()).add(number)
    return {member: frozenset(numbers) for member, numbers in lines.items()}


@lru_cache(4096)
def _conduct(member: str) -> bool:
    """A set phrase that characterises conduct, or made of the halves of such."""
    if member in idioms():
        return True
    first, second = halves()
    return spirited(member) or (member[:2] in first and member[2:] in second and member[:2] != member[2:])


def couplet(left: str, right: str) -> bool:
    """Two equal halves of a sentence, each with a word of rhetoric and no particle."""
    if not 4 <= len(left) <= 8 or _PARTICLE.search(left + right):
        return False
    rhetoric = _rhetoric()
    return bool(rhetoric.search(left) and rhetoric.search(right))


_PARTICLE: Final = late(
    r"[的了着在和与及]|^(?:推进|加强|加快|提高|建设|完善|深化|强化|推动|实施|坚持)|(?:工作|管理|建设|"
    r"水平)$")


@cache
def _rhetoric() -> re.Pattern[str]:
    return re.compile("|".join(words("slogans", "rhetoric")))
