"""Whether two neighbours of a parallel run belong together, and what makes a couplet."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.lexicon import table, words
from policydoc.patterns import late

Bond = tuple[int, str]
"""Strength (0 none, 1 weak, 2 strong) and the name of the rule."""

_NONE: Final[Bond] = (0, "")


def related(left: str, right: str) -> bool:
    """A quick look, so that most neighbours cost little: may `bond` find anything at all?"""
    known, starts, verbs = _quick()
    a, b, c, x = left[0], left[1], left[2], right[0]
    if (a == x and a in _OPENERS) or (b in _PIVOTS and b == right[1]) or (c in _PIVOTS and c == right[2]):
        return True
    if left in known or right in known:
        return True
    if len(left) == 3:
        return a in verbs and x in verbs
    d = left[3]
    return left[:2] in starts or a == c or b == d or a in "多少" or (d == right[3] and d in _PIVOTS)


@cache
def _quick() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return _idioms() | _formulae().keys(), _halves()[0] | _RESULTS, _verbs()


def bond(members: list[str], i: int) -> Bond:
    """How members `i - 1` and `i` of a run belong together."""
    left, right = members[i - 1], members[i]
    formulae = _formulae()
    if left in formulae and formulae[left] & formulae.get(right, frozenset()):
        return 2, "slogan-formula"
    if len(left) == 4:
        a, b = _conduct(left), _conduct(right)
        if a and b:
            return 2, "slogan-conduct"
        if (a and not b and i + 1 < len(members) and _conduct(members[i + 1])) or \
                (b and not a and i > 1 and _conduct(members[i - 2])):
            return 1, "slogan-conduct"
    if _framed(left, right):
        return 2, "slogan-frame"
    if len(left) == 3 and left[0] in _verbs() and right[0] in _verbs() and left != right:
        return 1, "slogan-verbs"
    if len(members) > 2 and len(set(left) & set(right)) >= 2 and i > 1 and _framed(members[i - 2], left):
        return 1, "slogan-frame"
    return _NONE


@cache
def _idioms() -> frozenset[str]:
    return words("slogans", "idioms")


@cache
def _halves() -> tuple[frozenset[str], frozenset[str]]:
    return words("slogans", "first_halves"), words("slogans", "second_halves")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("slogans")["verbs"])


@cache
def _formulae() -> dict[str, frozenset[int]]:
    """Each member with the numbers of the formulae that it belongs to."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(table("slogans")["formulae"].split("\n")):
        for member in filter(None, line.split("、")):
            lines.setdefault(member, set()).add(number)
    return {member: frozenset(numbers) for member, numbers in lines.items()}


def _conduct(member: str) -> bool:
    """A set phrase that characterises conduct, or made of the halves of such."""
    if member in _idioms():
        return True
    first, second = _halves()
    return member[:2] in first and member[2:] in second and member[:2] != member[2:]


_WEAK: Final = late(r"不[足够强高快优多力实深大齐全明清严紧同]")
_OPENERS: Final = frozenset("以向靠能不统自尊人事处时一严")
_PIVOTS: Final = frozenset("于在乎有化往要为不之则是全更实事促带兴聚补养哺进保固塑彰引强富育稳创护扶治")
"""What members of one inner form share: at the start, or inside."""
_PREFIXES: Final = frozenset(("统一", "自我", "尊重", "人人", "事事", "处处", "时时", "一手", "严以"))


def _framed(left: str, right: str) -> bool:
    """One inner form: 抓在/严在, 化于, 有所, 以X促Y, 真改实改, 统一X."""
    if _repeats(left) and _repeats(right):
        return True
    same = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a == b]
    if not same or len(same) == len(left):
        return same == [] and {left[0], right[0]} == {"多", "少"} and len(left) > 3
    if same[0] == 0:
        return _same_start(left, right, same)
    return _same_inside(left, right, same) if len(left) > 3 else _same_short(left, right, same)


def _same_start(left: str, right: str, same: list[int]) -> bool:
    if len(left) == 3:
        return same == [0, 2] and left[0] == "不" and left[1] in _MODALS and right[1] in _MODALS
    if left[0] in "以向靠" and len(left) <= 8:
        return any(left[i] in _LIFTS for i in same[1:-1] or same[1:]) or (
            len(left) == 4 and left[2] in _LIFTS and right[2] in _LIFTS)
    if left[0] == "能" and "不能" in left and "不能" in right:
        return True
    return left[:2] == right[:2] and left[:2] in _PREFIXES


def _same_short(left: str, right: str, same: list[int]) -> bool:
    char = left[same[0]]
    if same == [1]:
        return char in "更实"
    return same == [2] and char == "事" and left[0] in _MODALS and right[0] in _MODALS


def _same_inside(left: str, right: str, same: list[int]) -> bool:
    """Members of four or more characters that share characters after the first one."""
    size, second, third = len(left), left[same[0]], left[2] if 2 in same else ""
    if size <= 6 and same[0] <= 2:
        if second in "于在乎" and size - same[0] <= 3:
            return not {left[0], right[0]} & _PLACED
        if left[same[0]:same[0] + 2] == right[same[0]:same[0] + 2] in ("有所", "化于", "往一", "要实"):
            return True
    if size == 4 and third == "为":
        return left[3] in _ENDS and right[3] in _ENDS
    if size == 5 and third == "不":
        return not _WEAK.search(left) and not _WEAK.search(right)
    if (size == 4 and third == "之") or "则" in [left[i] for i in same]:
        return True
    if second == "全":
        return "之" in left[-2:]
    if second == "是":
        return any(left[i] == "之" for i in same)
    return size == 4 and same == [3] and left[:2] in _RESULTS and right[:2] in _RESULTS


_PLACED: Final = frozenset("位处设存建关由对基鉴属至低高优大小多少")
_LIFTS: Final = frozenset("要促带兴聚补养哺进保固塑彰引强富育稳创护扶治")
_ENDS: Final = frozenset("公民本先要基重大主荣耻上")
_MODALS: Final = frozenset("想能会敢愿干不谋善肯")
_RESULTS: Final = frozenset((
    "作出", "做出", "形成", "取得", "务求", "抓出", "干出", "创出", "确保", "见到", "讲求", "注重", "提高"))


_MANNER: Final = frozenset("真实全彻立即尽快应宜能可早常敢善必唯知有不如共同边再苦巧")


def _repeats(member: str) -> bool:
    """真改实改, 唯干唯实唯先, 应保尽保: a character comes back at every second place, beside a word of manner."""
    if len(member) not in (4, 6) or len(set(member)) <= 2:
        return False
    if len(set(member[::2])) == 1:
        return member[0] in _MANNER
    return len(set(member[1::2])) == 1 and not _MANNER.isdisjoint(member[::2])


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
