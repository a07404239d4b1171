"""The ends of long stretches: “十四五”末, “十五五”期间, 本世纪中叶."""

from __future__ import annotations

import re
from typing import Final

from policydoc.extract.deadlines.dates import around, calendar, past
from policydoc.model.draft import Draft, Record
from policydoc.numerals import to_int
from policydoc.patterns import late

_PLAN: Final = late(r"五[”\"]?(?:规划)?(?P<when>期?末|末期|期间|时期|规划期内)")
_PLAN_NUMBER: Final = late(r"[“\"]?(?P<plan>[一二三四五六七八九十]{1,2})\Z")
_CENTURY: Final = late(r"纪(?<=世纪)(?P<when>中叶|末|初)")
_AIM: Final = late("力争|确保|争取|努力|务必|必须|(?<![主重需])要(?!求)|将|计划(?!纲要)")


def find(draft: Draft, year: int | None) -> list[Record]:
    """Five-year plans and centuries as deadlines; `year` is the plan's."""
    out = []
    for match in _PLAN.finditer(draft.text):
        number = _PLAN_NUMBER.search(draft.text, max(0, match.start() - 3), match.start())
        record = _plan(draft, match, number, year) if number else None
        if record:
            out.append(record)
    for match in _CENTURY.finditer(draft.text):
        record = _century(draft, match, year)
        if record:
            out.append(record)
    return out


def _plan(draft: Draft, match: re.Match[str], name: re.Match[str], year: int | None) -> Record | None:
    """The end of a five-year plan, or its time: 十四五 is 2021 to 2025 (the fourth began in 1971)."""
    number = to_int(name["plan"])
    if number is None or not 4 <= number <= 30:
        return None
    first, last = 1971 + 5 * (number - 4), 1975 + 5 * (number - 4)
    before, behind = around(draft.text, name.start(), match.end())
    if past(before) or before.endswith("比") or "了" in behind or behind.startswith("的"):
        return None
    if year is not None and last < year:
        return None
    ends = match["when"] in ("末", "期末", "末期")
    near = before[-6:] + draft.text[match.end():match.end() + 10].split("\n")[0]
    if (not ends or year is None) and not _AIM.search(near):
        return None
    if ends:
        return calendar(draft, "plan-end", name.start(), match.end(), f"{last}-12-31", "by")
    return calendar(draft, "plan-period", name.start(), match.end(), f"{first}/{last}", "within")


def _century(draft: Draft, match: re.Match[str], year: int | None) -> Record | None:
    """到本世纪中叶 → 2050; without the plan's year the century is open."""
    text, start = draft.text, match.start() - 1
    which = text[start - 1:start]
    start -= 2 if text[max(0, start - 2):start] == "这个" else 1
    lead = text[start - 1:start] if start > 0 else ""
    before = around(text, start - 1, match.end())[0]
    if which not in ("本", "个", "下") or lead not in ("到", "至", "在") or past(before):
        return None
    century = None if year is None else (year - 1) // 100 + (which == "下")
    when = {"中叶": f"{century}50", "末": f"{(century or 0) + 1}00", "初": f"{century}0X"}[match["when"]]
    return calendar(draft, "century", start - (lead != "在"), match.end(), None if century is None else when, "by")
