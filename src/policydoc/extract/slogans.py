"""口号: quoted ones are the quoted terms of that kind; unquoted ones are parallel formulae.

An unquoted slogan is a run of members of equal length, joined by 、 or ，, of which each two neighbours belong
together: both set phrases of conduct (真抓实干、攻坚克难), members of one known formula, or of one inner form
(抓在日常、严在经常); or a whole sentence in two equal halves of poetic words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from policydoc.extract.slogan_forms import bond, couplet, phrase
from policydoc.extract.slogan_runs import runs
from policydoc.extract.slogan_signs import WEAK
from policydoc.lexicon import words
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_THEME: Final = late(
    r"”?(?:这一|为)?(?:大型|系列)?(?:主题|为主题|(?:实践|教育|专题|大讨论|群众性)*活动|主题教育|专题教育|"
    r"专项整治)")
_OPENING: Final = frozenset("。！？；：\n　”")
_CLOSING: Final = frozenset("。！")


def extract(draft: Draft) -> list[Record]:
    """Quoted and unquoted slogans in the order of the text."""
    records = [_quoted(draft, term) for term in draft.facts.get("quoted_terms", ()) if term["kind"] == "slogan"]
    terms = [(term["start"], term["end"]) for term in draft.facts.get("quoted_terms", ())]
    starts = [start for start, _ in terms]
    for rule, start, end in _unquoted(draft.text):
        at = bisect_right(starts, start) - 1
        if not any(start < stop for _, stop in terms[max(0, at - 2):at + 1]) and not _in_title(draft.text, start):
            records.append(draft.fact(rule, start, end, quoted=False, kind="parallel"))
    records.sort(key=lambda record: (record["start"], -record["end"]))
    return records


def _quoted(draft: Draft, term: Record) -> Record:
    start, end = term["start"], term["end"]
    if _THEME.match(draft.text, end):
        kind = "theme"
    else:
        kind = "parallel" if "、" in term["text"] or "，" in term["text"] else "motto"
    return draft.fact("slogan-quoted", start, end, quoted=True, kind=kind)


def _in_title(text: str, at: int) -> bool:
    opening = text.rfind("《", max(0, at - 60), at)
    return opening >= 0 and text.find("》", opening, at) < 0


def _unquoted(text: str) -> list[tuple[str, int, int]]:
    """Rule, start and end of each unquoted slogan; none overlap."""
    found: list[tuple[str, int, int]] = []
    last = 0
    for members, start, signs in runs(text):
        step = len(members[0]) + 1
        stop = start + len(members) * step - 1
        joints = text[start + step - 1:stop:step]
        bonded = list(_bonded(members, signs, joints, text, start))
        if not bonded and len(members) == 2 and text[start - 1:start] in _OPENING \
                and text[stop:stop + 1] in _CLOSING and couplet(*members):
            bonded = [("slogan-couplet", 0, 2)]
        for rule, first, after in bonded:
            for begin, end in _breaths(joints[first:after - 1], start + first * step, step):
                if begin < last:
                    continue
                if step == 5:
                    begin, end = _spread(text, begin, end, last)
                    if begin == last + 1 and text[last] == "、" and text[last - 4:last].isalpha():
                        rule, begin, _ = found.pop()
                found.append((rule, begin, end))
                last = end
    return found


def _spread(text: str, begin: int, end: int, floor: int) -> tuple[int, int]:
    """With the other members of the same list: 以工促农、以城带乡 brings 工农互惠、城乡一体 along."""
    while text[end:end + 1] == "、" and _MEMBER.match(text, end + 1) and phrase(text[end + 1:end + 5]):
        end += 5
    while begin - 5 >= floor and text[begin - 1] == "、" and (left := text[begin - 5:begin - 1]).isalpha() \
            and _opens(text, begin - 5) and phrase(left):
        begin -= 5
    return begin, end


_MEMBER: Final = late("[一-\u7683\u7685-\u7b48\u7b4a-鿿]{4}(?![一-\u7683\u7685-\u7b48\u7b4a-鿿])")


def _opens(text: str, start: int) -> bool:
    """Is the first member whole? A mark stands before it, or a word that leads to what one is to do."""
    before = text[start - 2 if start > 1 else 0:start]
    return not before[-1:].isalpha() or before in words("slogans", "leads") or before[-1:] in _LEADING


_LEADING: Final = frozenset("要须应的把将了是让使能并")
_WHOLE: Final = frozenset(("slogan-formula", "slogan-conduct"))
"""Rules that know the members as whole phrases; by the others a long clause may end like one before ，."""


def _breaths(joints: str, start: int, step: int) -> list[tuple[int, int]]:
    """What is said in one breath: where 、 joins some members and ， others, ， divides."""
    if "，" not in joints or "、" not in joints:
        return [(start, start + (len(joints) + 1) * step - 1)]
    parts = []
    for part in joints.split("，"):
        if part:
            parts.append((start, start + (len(part) + 1) * step - 1))
        start += (len(part) + 1) * step
    return parts


def _bonded(members: list[str], signs: str, joints: str, text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Stretches of a run whose neighbours belong together: rule, first member, the one after the last.

    A weak bond (strength 1) needs two in a row, so three members.
    """
    first, best, rule = 0, 0, ""
    total = 0
    for i in range(1, len(members) + 1):
        strength, name = 0, ""
        if i < len(members):
            listed = joints[i - 1] == "、" and (i > 1 or _opens(text, start))
            strength, name = bond(members, i, listed, signs[i - 1] > WEAK)
            if i == 1 and name not in _WHOLE and joints[0] == "，" and members[0][0] != members[1][0] \
                    and not _opens(text, start):
                strength = 0
        if strength:
            total += strength
            if strength > best:
                best, rule = strength, name
            continue
        if total >= 2:
            yield rule, first, i
        first, best, total, rule = i, 0, 0, ""
