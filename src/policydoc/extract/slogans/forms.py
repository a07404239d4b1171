"""Whether two neighbours of a parallel run belong together, and what makes a couplet."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.extract.slogans.echoes import resounds
from policydoc.extract.slogans.frames import echoed, framed
from policydoc.extract.slogans.moulds import BRAVE, ENDS_OF_CONDUCT, STARTS, spirited
from policydoc.lexicon import table, words
from policydoc.patterns import late


def strong_bond(left: str, right: str, listed: bool) -> str:
    """The rule by which two members alone belong together, or none."""
    known, sayings, openings = _lore()
    if left in known and known[left] & known.get(right, frozenset()):
        return "slogan-formula"
    size = len(left)
    if size == 4:
        if (right in sayings or left[:2] in openings or left[2:] in ENDS_OF_CONDUCT or left[0] in BRAVE) and (
                rule := _by_conduct(left, right, listed)):
            return rule
    elif size == 3:
        if right[0] == "促" and left[0] in _URGING:
            return "slogan-verbs"
    elif left[:2] in openings and (listed and _resolved(left) and _resolved(right) if size == 6 else (
            left[:4] in sayings and right[:4] in sayings)):
        return "slogan-conduct"
    alike = framed(left, right) or ((size != 4 or left[0] == right[0]) and resounds(left, right))
    return "slogan-frame" if alike or (size > 4 and right[:2] in _AGAINST and left[:2] in _FOR) else ""


_FOR: Final = frozenset(("支持", "提倡", "倡导", "弘扬", "坚持", "树立", "崇尚", "厉行", "发扬", "鼓励", "尊崇"))
_AGAINST: Final = frozenset(("反对", "破除", "抵制", "摒弃", "克服", "防止", "拒绝"))
"""What one is for and what against: 提倡新道德、反对旧道德."""


def _by_conduct(left: str, right: str, listed: bool) -> str:
    """The rule by which two members of four are phrases of conduct, or stand beside one."""
    if _conduct(left) and _conduct(right):
        return "slogan-conduct"
    if left in idioms() or right in idioms():
        if left[0] == right[0]:
            return "slogan-conduct"
        if listed and (_beside(left, right) or _beside(right, left)):
            return "slogan-idiom"
    return ""


def weak_bond(members: list[str], i: int, before: str) -> str:
    """The rule by which members `i - 1` and `i` belong together beside such as do; `before` of the two before."""
    left, right = members[i - 1], members[i]
    if len(left) == 3:
        return "slogan-verbs" if deeds_of_three(left, right) else ""
    if len(left) == 4 and (left in idioms() or right in idioms()) and (
            (_conduct(left) and i + 1 < len(members) and _conduct(members[i + 1])) or (
            _conduct(right) and i > 1 and _conduct(members[i - 2]))):
        return "slogan-conduct"
    if before and len(set(left) & set(right)) >= 2 and framed(members[i - 2], left):
        return "slogan-frame"
    return "slogan-echo" if echoed(left, right) else ""


def deeds_of_three(left: str, right: str) -> bool:
    """转方式、调结构; 大学习、真落实; 全覆盖、零容忍: a verb or a word of manner begins each, none names a thing."""
    if left[0] == right[0]:
        return left[0] in "有爱不" or (left[0] == "高" and left[1] != right[1]) or (
            left[0] in _verbs() and left[2] != right[2]) or (
            left[0] == "大" and {left[1:], right[1:]} <= words("slogans", "campaigns"))
    if left[2] == right[2] != "事" and left[1] != right[1]:
        return left[2] not in _NO_OBJECTS and left[0] in _verbs() and right[0] in _verbs()
    if left[2] in _THINGS and right[2] in _THINGS:
        return False
    return (left[0] in _verbs() and right[0] in _verbs()) or (left[2] in _BRIGHT and right[2] in _BRIGHT)


_URGING: Final = frozenset("抓强稳保转调治惠优提")
"""抓创新、促转型: what begins the first of two acts, of which the second furthers something."""
_BRIGHT: Final = frozenset("强优富美绿蓝清旺畅净安乐齐兴")
"""How one wishes things to be: 产业强、百姓富、生态美."""
_THINGS: Final = frozenset(
    "力性化度区县市镇村者权链感型率院校馆园网会业部委办厅站河湖江城队组员户品料材油电水菜果茶车船器税款费金额")
"""Last characters of words for things, bodies and properties."""
_NO_OBJECTS: Final = frozenset("性化率力难路者感型度")
"""What verbs of three characters in a row do not have as their common object: 开工率、建成率; 治污水、防洪水 do."""


@cache
def idioms() -> frozenset[str]:
    return words("slogans", "idioms") | words("slogans", "common")


@cache
def _lore() -> tuple[dict[str, frozenset[int]], frozenset[str], frozenset[str]]:
    """Known formulae; set phrases; the first two characters of any phrase of conduct or resolve."""
    return formulae(), idioms(), STARTS.union(("奋力",), _ends_of(), _deeds()[0], (idiom[:2] for idiom in idioms()))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("slogans")["verbs"])


@cache
def formulae() -> dict[str, frozenset[int]]:
    """Each member with the numbers of the formulae that it belongs to."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(table("slogans")["formulae"].split("\n")):
        for member in filter(None, line.split("、")):
            lines.setdefault(member, set()).add(number)
    return {member: frozenset(numbers) for member, numbers in lines.items()}


def _conduct(member: str) -> bool:
    """A set phrase that characterises conduct, or made of the halves of such."""
    if member in idioms():
        return True
    first, second = member[:2], member[2:]
    ends = _ends_of().get(first)
    return (ends is not None and second in ends and first != second) or spirited(member)


@cache
def _ends_of() -> dict[str, frozenset[str]]:
    """Each first half of a phrase of conduct with the second halves that go with it."""
    openings, endings = words("slogans", "first_halves"), words("slogans", "second_halves")
    deeds, objects = _deeds()
    both = endings | objects
    return dict.fromkeys(openings, endings) | dict.fromkeys(deeds, objects) | dict.fromkeys(openings & deeds, both)


def _beside(idiom: str, other: str) -> bool:
    """A set phrase beside a phrase that names no ordinary work."""
    return idiom in idioms() and other[2:] not in _plain()


def phrase(member: str) -> bool:
    """May it stand beside a slogan as one more member? It names neither a thing nor ordinary work."""
    return member[0] == "一" or (member[-1] not in _THINGS and member[2:] not in _plain())


def _resolved(member: str) -> bool:
    """筑牢思想根基, 一心一意谋划: a verb of attitude with its object, or a set phrase of conduct, in six characters."""
    deeds, objects = _deeds()
    return member[:4] in idioms() or (member[:2] in deeds and member[4:] in objects)


@cache
def _plain() -> frozenset[str]:
    return words("slogans", "plain")


@cache
def _deeds() -> tuple[frozenset[str], frozenset[str]]:
    return words("slogans", "deeds"), words("slogans", "objects")


def couplet(left: str, right: str, called: bool) -> bool:
    """Two equal halves of a sentence without particle: `called` out after an address, or with words of rhetoric."""
    if not 4 <= len(left) <= 8 or _PARTICLE.search(left + right):
        return False
    if called:
        return True
    rhetoric = _rhetoric()
    return bool(rhetoric.search(left) and rhetoric.search(right))


_PARTICLE: Final = late(
    r"[的了着在和与及]|^(?:推进|加强|加快|提高|建设|完善|深化|强化|推动|实施|坚持)|(?:工作|管理|建设|"
    r"水平)$")


@cache
def _rhetoric() -> re.Pattern[str]:
    return re.compile("|".join(words("slogans", "rhetoric")))
