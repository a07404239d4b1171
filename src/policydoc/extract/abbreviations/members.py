"""The members of a numeral abbreviation, where the document itself lists them: as many as the numeral says."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from policydoc.patterns import late

Source = Literal["sentence", "definition", "glossary"]


class Found(NamedTuple):
    """Members, and where they stand."""

    members: list[str]
    source: Source


_CLOSING: Final = frozenset("”’」』")
_DEFINES: Final = late(
    r"[，,（(]?(?:即|是指|指的是|系指|指(?![挥标数导示引向])|包括|分别是|分别为|就是)[：:]?|"
    r"[：:—]{1,2}(?:即|是?指(?:的是)?[：:]?)?|[一-鿿]{1,6}[，,（(](?:即|包括|分别是|分别为)[：:]?|[（(]")
_POINTING: Final = frozenset("即是指系包分就（(：:—")
"""How those words begin; a comma, or one to six characters and a mark, may stand before them."""
_APPOSED: Final = late(r"[一-鿿]{1,6}[，,（(](?:即|包括|分别是|分别为)[：:]?")
_LONGEST: Final = 20
"""Characters of a listed member."""
_REACH: Final = 400
"""A definition ends within this many characters."""
_BRACKET: Final = late("[）)]")
_INTRODUCTION: Final = late(r"^[^、；。]{4,60}(?:包括|内容为|即|分别是|分别为)[：:]?")
_OPEN_ENDS: Final = (
    "的", "等", "这", "实现", "达到", "开展", "推进", "坚持", "统筹", "连续", "带动", "一致", "提出", "落实", "完成")
_STOP: Final = late(r"[。\n]|；(?=[“「])")
_NUMBERED: Final = late(
    r"[\s　]*(?:[（(〔\[【]?\d+[）)〕\]】]?[.．、]?|[①-⑳]|[一二三四五六七八九十]+、)?[\s　]*[“‘「『]?")
_TRIM: Final = late(
    r"^(?:[\s　“‘「]|\d+[.．、）)]|[（(]?[一二三四五六七八九十\d]+[）)]、?|[一二三四五六七八九十]+是|"
    r"第[一二三四五六七八九十]+，|即|指|和|与|及|以及|或者?)+|[\s　”’」等]+$")
_JOINT: Final = late(r"、|以及|和|与|及")
_CLAUSE: Final = late(r"[，。；：！？\n”“》]")
_VERB: Final = late(
    r"^.{0,12}?(?:坚持以|以|围绕|实施|推进|抓好|开展|做好|深化|聚焦|突出|构建|打造|建设|形成|落实|建立|"
    r"提升|强化|推动|着力|完善|加快|坚持|做强|培育|发展|解决|实现|统筹|把|将|对|在|为|是|的)")


def defined(text: str, end: int, count: int) -> Found | None:
    """Members after the term: “四个意识”：…, 即…, 是指…, （…）; `count` (two or more) of them, or none."""
    if _POINTING.isdisjoint(text[end:end + 9]):
        return None
    at = end + 1 if text[end:end + 1] in _CLOSING else end
    first = text[at:at + 1]
    if first in _POINTING or (first in "，," and text[at + 1:at + 2] in _POINTING):
        match = _DEFINES.match(text, at)
    else:
        match = _APPOSED.match(text, at)
    if not match:
        return None
    start = match.end()
    stop = _end_of(_STOP, text, start, min(len(text), start + _REACH))
    if "（" in match[0] or "(" in match[0]:
        stop = _end_of(_BRACKET, text, start, stop)
    body = _INTRODUCTION.sub("", text[start:stop])
    for joint in ("；", "，", "、"):
        if body.count(joint) >= count - 1:
            members = _clean(body.split(joint), joint)
            if len(members) == count and all(map(_whole, members)):
                return Found(members, _where(text, end))
    members = _clean(_JOINT.split(body), "、")
    even = len(members) == count and _even(members) and all(map(_whole, members))
    return Found(members, _where(text, end)) if even else None


def _end_of(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    match = pattern.search(text, start, stop)
    return match.start() if match else stop


def _where(text: str, end: int) -> Source:
    """A definition whose term opens its line is a glossary's."""
    floor = max(0, end - 60)
    line = text.rfind("\n", floor, end) + 1
    if not line and floor:
        return "definition"
    start = max(line, *(text.rfind(mark, line, end) for mark in "“‘「『"))
    return "glossary" if _NUMBERED.fullmatch(text, line, start) else "definition"


_NO_LIST: Final = frozenset("，。；：！？\n（")


def listed(text: str, start: int, count: int) -> Found | None:
    """Members right before the term: 甲、乙、丙“三大行动”."""
    end = start - 1 if text[start - 1:start] in "“‘「『" else start
    if end < 1 or text[end - 1] in _NO_LIST:
        return None
    if text[end - 1] == "”":
        return _quoted(_window(text, end, count), min(count, 20))
    joint = text.rfind("、", end - _NEAR if end > _NEAR else 0, end)
    if joint < 0 or _CLAUSE.search(text, joint, end) or text.endswith(_OPEN_ENDS, 0, end):
        return None
    clause = _CLAUSE.split(_window(text, end, count))[-1]
    members = [part for part in _JOINT.split(clause) if part]
    if len(members) != count:
        return None
    if count == 2 and (min(map(len, members)) < 3 or len(members[0]) != len(members[1])):
        return None
    members[0] = _first(members)
    return Found(members, "sentence") if _even(members) else None


_NEAR: Final = 2 * _LONGEST + 3
"""The last joint of a list stands so near to its end."""


def _window(text: str, end: int, count: int) -> str:
    """What may hold so many members."""
    return text[max(0, end - min(25 * count, _REACH)):end]


def _quoted(window: str, count: int) -> Found | None:
    """The last so many quoted terms of the window, where nothing but joints stands between them and behind."""
    chain = _CHAIN.search(window) if window.count("“") >= count else None
    members = _QUOTED.findall(chain[0])[-count:] if chain else []
    return Found(members, "sentence") if len(members) == count else None


_CHAIN: Final = late(r"(?:“[^“”\n]{1,30}”[、和与及]?)+$")
_QUOTED: Final = late("“([^“”]+)”")


def _even(members: list[str]) -> bool:
    """Members of one list: nearly of one length, and exactly so or with one last character."""
    sizes = [len(member) for member in members]
    alike = max(sizes) == min(sizes) or len({member[-1] for member in members}) == 1
    return alike and max(sizes) - min(sizes) <= 4 and min(sizes) >= 2 and max(sizes) <= _LONGEST


def _whole(member: str) -> bool:
    return 1 < len(member) <= 60 and (_PAIRED.isdisjoint(member) or all(
        member.count(a) == member.count(b) for a, b in ("“”", "（）", "《》")))


_PAIRED: Final = frozenset("“”（）《》")


def _first(members: list[str]) -> str:
    """The first member without the words that lead to the list: 坚持以能力素质 → 能力素质."""
    sizes = {len(member) for member in members[1:]}
    if len(sizes) == 1 and len(members[0]) > (size := sizes.pop()):
        return members[0][-size:]
    longest = max(map(len, members[1:]))
    first = members[0]
    while len(first) > longest and (match := _VERB.match(first)) and match.end() < len(first):
        first = first[match.end():]
    return first


def _clean(parts: list[str], joint: str) -> list[str]:
    if joint == "、" and len(parts) > 1:
        parts = [parts[0].rsplit("，", 1)[-1], *parts[1:-1], parts[-1].split("，", 1)[0]]
    return [whole for part in parts if (whole := _untailed(_TRIM.sub("", part)))]


def _untailed(part: str) -> str:
    return part if _TAILING.isdisjoint(part) else _TAIL.sub("", part)


_TAIL: Final = late(r"(?:等?的(?:统称|总称|简称)|[^“]?于一体的.*|“[^”]*$)$")
_TAILING: Final = frozenset("称体“")
"""One of them stands in every tail."""
