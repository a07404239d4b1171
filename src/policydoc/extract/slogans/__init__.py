"""口号: quoted ones are the quoted terms of that kind; unquoted ones are parallel formulae.

An unquoted slogan is a run of members of equal length, joined by 、 or ，, of which each two neighbours belong
together: both set phrases of conduct (真抓实干、攻坚克难), members of one known formula, or of one inner form
(抓在日常、严在经常); or a whole sentence in two equal halves of poetic words. Besides the runs there are known
formulae that other words follow at once (`formulae`) and rows of longer members that begin alike (`rows`).
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from sys import intern
from typing import Final

from policydoc.extract.slogans.forms import couplet, deeds_of_three, strong_bond, weak_bond
from policydoc.extract.slogans.formulae import Stretch, known
from policydoc.extract.slogans.joints import opens, runs
from policydoc.extract.slogans.neighbours import halves, one_list, widened
from policydoc.extract.slogans.principles import HOLDING, principle
from policydoc.extract.slogans.rows import rows
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_THEME: Final = late(
    r"”?(?:这一|为)?(?:大型|系列)?(?:主题|为主题|(?:实践|教育|专题|大讨论|群众性)*活动|主题教育|专题教育|"
    r"专项整治)")
_BY_FORM: Final = frozenset(("slogan-frame", "slogan-echo", "slogan-idiom"))
Slogan = tuple[str, int, int]
"""Rule, start and end."""
_OPENING: Final = frozenset("。！？；：\n　”")
_CLOSING: Final = frozenset("。！")
_ENDING: Final = frozenset("，。；！：\n")
"""Marks after two deeds in three characters that make a clause alone: 补短板、强弱项。"""


def extract(draft: Draft) -> list[Record]:
    """Quoted and unquoted slogans in the order of the text."""
    text = draft.text
    terms = draft.facts.get("quoted_terms", [])
    records = [{"text": term["text"], "start": term["start"], "end": term["end"], "provision": term["provision"],
                "rule": "slogan-quoted", "quoted": True, "kind": _kind(text, term)}
               for term in terms if term["kind"] == "slogan"]
    found = _outside(text, _unquoted(text), terms)
    provisions = draft.provisions_at([start for _, start, _ in found])
    records += [{"text": intern(text[start:end]), "start": start, "end": end, "provision": provision, "rule": rule,
                 "quoted": False, "kind": "parallel"}
                for (rule, start, end), provision in zip(found, provisions, strict=True)]
    records.sort(key=itemgetter("start"))
    return records


def _kind(text: str, term: Record) -> str:
    if _THEME.match(text, term["end"]):
        return "theme"
    return "parallel" if "、" in term["text"] or "，" in term["text"] else "motto"


def _outside(text: str, found: list[Slogan], terms: list[Record]) -> list[Slogan]:
    """Those that stand neither in quotes (the last three terms that begin before one tell) nor in a title."""
    if not found:
        return found
    starts = [term["start"] for term in terms]
    free = []
    for slogan in found:
        start = slogan[1]
        at = bisect_right(starts, start)
        quoted = [term for term in terms[at - 3 if at > 3 else 0:at] if term["end"] > start]
        if not quoted and not _in_title(text, start):
            free.append(slogan)
    return free


def _in_title(text: str, at: int) -> bool:
    opening = text.rfind("《", max(0, at - 60), at)
    return opening >= 0 and text.find("》", opening, at) < 0


def _unquoted(text: str) -> list[Slogan]:
    """Rule, start and end of each unquoted slogan; none overlap."""
    stretches = known(text) + rows(text) + _in_runs(text)
    stretches.sort(key=lambda stretch: (stretch[0], -stretch[1], stretch[2]))
    found: list[Slogan] = []
    last = 0
    for begin, end, rule in stretches:
        # 放心家政、安心托幼等项目: examples of something
        if begin < last or (text[end:end + 1] == "等" and rule in _BY_FORM):
            continue
        begin, end = widened(text, begin, end, last)
        if found and begin == last + 1 and (one_list(text, begin, last) or (
                found[-1][0] == rule and halves(text, found[-1][1], last, end))):
            rule, begin, _ = found.pop()
        found.append((rule, begin, end))
        last = end
    return found


def _in_runs(text: str) -> list[Stretch]:
    """Stretches of members of equal length that belong together."""
    stretches: list[Stretch] = []
    for joint in "、，":
        listed = joint == "、"
        for members, start, end in runs(text, joint):
            if listed and (lead := text[start - 2:start]) in HOLDING and principle(members, lead, text[end:end + 6]):
                stretches.append((start, end, "slogan-principle"))
                continue
            if len(members) > 2:
                stretches += _stretches(members, listed, text, start)
                continue
            left, right = members
            if rule := strong_bond(left, right, listed):
                rule = _at_start(rule, left, right, listed, text, start)
            elif text[end:end + 1] in _CLOSING and (before := text[start - 1:start]) in _OPENING and (
                    couplet(left, right, before == "！")):
                rule = "slogan-couplet"
            if not rule and listed and len(left) == 3 and text[end:end + 1] in _ENDING and left[0] != "全" \
                    and opens(text, start) and deeds_of_three(left, right):
                rule = "slogan-verbs"
            if rule:
                stretches.append((start, end, rule))
    return stretches


_WHOLE: Final = frozenset(("slogan-formula", "slogan-conduct"))
"""Rules that know the members as whole phrases; by the others a long clause may end like one before ，."""


def _at_start(rule: str, left: str, right: str, listed: bool, text: str, start: int) -> str:
    """The rule of the first two members of a run, of which the first may be the end of something longer.

    Before ， a long clause may end like a member: that it begins like the next one shows that it is one.
    """
    if rule == "slogan-formula" or opens(text, start):
        return rule
    if listed:
        return strong_bond(left, right, listed=False)
    return rule if rule in _WHOLE or left[0] == right[0] else ""


def _stretches(members: list[str], listed: bool, text: str, start: int) -> list[Stretch]:
    """The stretches of a run of three or more whose neighbours belong together: start, end, rule.

    A weak bond (strength 1) needs two in a row.
    """
    step, last = len(members[0]) + 1, len(members) - 1
    out: list[Stretch] = []
    first, best, total, rule, strong = 0, 0, 0, "", ""
    for i in range(1, last + 1):
        before, strong = strong, strong_bond(members[i - 1], members[i], listed)
        strength, name = 2, strong
        if strong and i == 1:
            name = _at_start(strong, members[0], members[1], listed, text, start)
        # what stands alone so far and has no pair after it needs a strong bond
        if not name and (listed or not strong) and (total or i < last):
            strength, name = 1, weak_bond(members, i, before)
            if name and i == 1 and not listed:
                name = _at_start(name, members[0], members[1], listed, text, start)
        if name:
            total += strength
            if strength > best:
                best, rule = strength, name
            continue
        if total > 1:
            out.append((start + first * step, start + i * step - 1, rule))
        first, best, total, rule = i, 0, 0, ""
    if total > 1:
        out.append((start + first * step, start + (last + 1) * step - 1, rule))
    return out
