"""F05: “六大行动” with five members listed, or 三会一课 with three of the four that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.facts import NumeralAbbreviation
from policydoc.numerals import to_int

_TERM: Final = r"“(?P<count>[两二三四五六七八九十]{1,2})(?:[大个项条类种张])(?P<head>[一-鿿]{1,8})”"
_MEMBER: Final = r"[^，。；：、“”（）()\n]{1,14}"
_COUNTED: Final = re.compile(_TERM)
_LISTED: Final = re.compile(
    rf"{_TERM}[，：]?(?:[一-鿿]{{2,4}})?(?:推进|推动|抓好|做好|开展|实施|落实|包括|涵盖|即)"
    rf"(?P<list>{_MEMBER}(?:、{_MEMBER}){{1,11}}?)(?P<said>[两二三四五六七八九十]{{1,2}})"
    r"(?:个方面(?=[，。；]|的?(?:工作|任务|内容|举措|重点))|[个大项](?P=head))")
_BRACKET: Final = re.compile(rf"{_TERM}（(?:即|包括|指)?[：，]?(?P<list>{_MEMBER}(?:、{_MEMBER}){{1,11}})）")
_AFTER: Final = re.compile(rf"[”’]?（(?:即|包括|指)?[：，]?(?P<list>{_MEMBER}(?:、{_MEMBER}){{1,11}})）")
_OPEN: Final = re.compile(r"等|[和与及以]|部门|单位|：")


def _find(subject: Subject) -> Iterator[Hit]:
    for found in _LISTED.finditer(subject.text):
        count, said = to_int(found["count"]), to_int(found["said"])
        if count and said and said != count and said == found["list"].count("、") + 1:
            yield _hit(found, count, said)
    for found in _BRACKET.finditer(subject.text):
        count, members = to_int(found["count"]), found["list"].count("、") + 1
        if count and members != count and not _OPEN.search(found["list"]):
            yield _hit(found, count, members)


    for term in subject.document.abbreviations:
        missing = _left_out(subject.text, term)
        if missing:
            yield Hit(term.start, term.end, (f"“{term.text}”缺少“{missing}”", f"{term.text}: {missing} is missing"))


def _left_out(text: str, term: NumeralAbbreviation) -> str | None:
    """The first member that a list in brackets lacks, where all that it has are members of a sense in the lexicon."""
    found = _AFTER.match(text, term.end) if term.senses and not _COUNTED.match(text, term.start - 1) else None
    if found is None or _OPEN.search(found["list"]):
        return None
    listed = set(found["list"].split("、"))
    senses = [sense.members for sense in term.senses if listed <= set(sense.members)]
    if any(listed == set(members) for members in senses):
        return None
    return next((member for members in senses for member in members if member not in listed), None)


def _hit(found: re.Match[str], count: int, members: int) -> Hit:
    term = found[0][:found[0].index("”") + 1]
    return Hit(found.start(), found.start() + len(term), (
        f"{term}列出的是{members}项，不是{count}项", f"{term} promises {count}, but {members} are listed"))


RULE = Rule(
    code="F05", name="member-count", severity="error", title=("数目与列举不符", "number and list differ"),
    reason=("数字缩略语的数目应当与所列各项一致", "a numeral abbreviation promises as many members as it has"),
    advice=("补上漏列的项，或改正数目", "add the missing member or correct the number"), find=_find)
