"""Deadlines on the calendar: 2025年底前, 6月30日前, 到2030年, 年内, 自2025年1月1日起施行, 国庆节前."""

from __future__ import annotations

import re
from typing import Final

from policydoc.extract.deadlines.values import DATE, impossible, value
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_DATE_END: Final = late(rf"(?=[\d〇一二三四五六七八九十今本当明后年上下第])(?<!\d){DATE}(?:之|以)?\Z")
_DATE_NEXT: Final = late(rf"\s?(?:在)?(?P<date>(?=[\d二今本明年]){DATE})")
_FEAST: Final = late(
    r"(?P<feast>春节|元旦|国庆节?|中秋节?|“?[五七八]一”?|汛期|入汛|入冬|冬季来临|供暖季|"
    r"开学)(?:到来)?(?:之|以)?\Z")
_FEASTS: Final = {"国庆": "10-01", "元旦": "01-01", "五一": "05-01", "七一": "07-01", "八一": "08-01"}
_AIM_END: Final = late(r"(?:力争|确保|争取|计划|预计|拟|将)(?:在|到|至|于)?\s?\Z")
_LAW: Final = late("正?式?(?:施行|实施|执行|生效|试行|废止|启用)")
_YEAR_WORD: Final = late(r"(?:今|本|明|当)年?\Z")
_BEFORE_YEAR: Final = ("力争", "确保", "争取", "要", "将", "在", "于", "拟", "可", "望", "计划", "预计", "并", "再",
                       "务必", "全部", "到")
_FARTHEST: Final = 40
"""No plan looks farther ahead; where a date is farther the year of the document is in doubt (a chronicle)."""

_NO_DATE: Final = ("的", "来", "间", "以来", "前", "内", "起", "之前", "以前")

_RECURRING: Final = late(
    r"(?:每(?:年|月|季|季度|半年|学年|个?[一-鿿]{0,2}年)?度?的?|次年|翌年|第二年|逐年|历年)\s?\Z")
_PAST: Final = late(r"截至|截止|去年|已|曾|早在|上年|过去|以来|共有")
_RANGE: Final = late(r"[年月日\d至—去上前当每历-]\Z")
_GOAL: Final = late("力争|确保|争取|目标|规划|应当|务必|必须|努力|要(?!求)")
_TASK: Final = late("完成|报送|上报|报|建立|出台|印发|制定|公布|落实|整改")
_CLAUSE: Final = late(r"[，。；;！？\n：:（）()]")
_SENTENCE: Final = late(r"[。；！？\n]")
_STOP: Final = late(r"[。；\n]")
_TIMES: Final = late(r"[\d一二三四五六七八九十两几]+(?:至|-|—)?[\d一二三四五六七八九十]*(?:次|轮|场|期|堂)")


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind in the same clause, at most 24 and 40 characters."""
    cut = _CLAUSE.search(text[max(0, start - 24):start][::-1])
    low = start - cut.start() if cut else max(0, start - 24)
    stop = _CLAUSE.search(text, end, end + 40)
    return text[low:start], text[end:stop.start() if stop else end + 40]


def _ahead(text: str, start: int) -> str:
    """The rest of the sentence, at most 40 characters."""
    stop = _STOP.search(text, start, start + 40)
    return text[start:stop.start() if stop else start + 40]


def recurring(text: str, start: int) -> bool:
    """每年3月底前: the anchor of a frequency and no deadline."""
    return _RECURRING.search(text, max(0, start - 12), start) is not None


def _yearly(text: str, start: int) -> bool:
    """每年1月底前报送，3月底前审核: the sentence goes on in the same year after year."""
    each = text.rfind("每年", max(0, start - 60), start)
    return each >= 0 and _SENTENCE.search(text, each, start) is None


def past(before: str) -> bool:
    """Whether the words before a date tell of the past."""
    return _PAST.search(before) is not None


def calendar(draft: Draft, rule: str, start: int, end: int, value: str | None, comparator: str,
             inferred: bool = False) -> Record:
    """The record of a deadline that has a place in the calendar."""
    return {**draft.fact(rule, start, end), "value": value, "comparator": comparator, "anchor": None,
            "day_kind": None, "inferred_year": inferred}


def before_date(draft: Draft, at: int, year: int | None) -> Record | None:
    """2025年底前, whose 前 or 止 stands at `at`. A year before the plan's is the past and no deadline."""
    text = draft.text
    low = max(0, at - 20)
    match = _DATE_END.search(text, low, at)
    if match is None or match.start() == match.end():
        feast = _FEAST.search(text, low, at)
        return _feast(draft, feast, at, year) if feast else None
    if impossible(match, year) and not recurring(text, match.start()):
        return _not_a_date(draft, match.start(), at + 1)
    found = value(match, year)
    before, behind = around(text, match.start(), at + 1)
    if found is None or recurring(text, match.start()) or past(before) or _RANGE.search(before) or "了" in behind:
        return None
    written, known, inferred = found
    if year is not None and known is not None and known < year:
        return None
    if not (match["year"] or match["rel"]) and _yearly(text, match.start()):
        return None
    unsure = year is None or (known is not None and known > year + _FARTHEST)
    ahead = _ahead(text, at + 1)
    if unsure and match["year"] and ("已" in ahead or not (_GOAL.search(before + ahead) or _TASK.search(behind))):
        return None
    bare = match["end"] and not (match["year"] or match["rel"])
    if bare and (match["end"][0] != "年" or match["end"] == "年中"):
        return None
    return calendar(draft, "date-before", match.start(), at + 1, written, "by", inferred)


def _not_a_date(draft: Draft, start: int, end: int) -> Record:
    draft.trouble("date-impossible", "warning",
                  f"“{draft.text[start:end]}”里的日期在日历上不存在，请核对原文后改为实际日期", start, end)
    return calendar(draft, "date-before", start, end, None, "by")


def _feast(draft: Draft, match: re.Match[str], at: int, year: int | None) -> Record | None:
    """国庆节前; New Year's Day is the coming one, the day of a lunar feast is left open."""
    before, behind = around(draft.text, match.start(), at + 1)
    if "了" in behind or past(before) or re.search("[逢每]", before):
        return None
    day = _FEASTS.get(match["feast"].strip("“”节"))
    known = year + (match["feast"] == "元旦") if year is not None else None
    written = f"{known or 'XXXX'}-{day}" if day else None
    return calendar(draft, "feast-before", match.start(), at + 1, written, "by", bool(day and known))


def until_date(draft: Draft, at: int, year: int | None) -> Record | None:
    """到2030年, whose 到 or 至 stands at `at`; 将于2025年6月, whose 于 does."""
    match = _DATE_NEXT.match(draft.text, at + 1)
    if match is None or not match["date"] or recurring(draft.text, at):
        return None
    if draft.text[at] != "于":
        return _aimed(draft, "date-until", at, match, year, "by")
    return _aimed(draft, "date-at", match.start("date"), match, year, "at") if match["year"] else None


def end_of_year(draft: Draft, at: int, year: int | None) -> Record | None:
    """力争2027年底, 确保12月底, whose 底 stands at `at`."""
    match = _DATE_END.search(draft.text, max(0, at - 16), at + 1)
    if match is None or not _AIM_END.search(draft.text, max(0, match.start() - 5), match.start()):
        return None
    return _aimed(draft, "date-until", match.start(), match, year, "by")


def _aimed(draft: Draft, rule: str, start: int, match: re.Match[str], year: int | None,
           comparator: str) -> Record | None:
    text = draft.text
    if impossible(match, year):
        return _not_a_date(draft, start, match.end()) if comparator == "by" else None
    found = value(match, year)
    if found is None:
        return None
    written, known, inferred = found
    if known is None or (year is not None and known < year) or match["rel"] == "当年":
        return None
    named = match["year"] or match["part"] or match["end"] in ("年底", "年末")
    if not named and not (match["rel"] and (match["month"] or match["end"])):
        return None
    before, behind = around(text, start, match.end())
    if past(before) or _RANGE.search(before) or behind.startswith(_NO_DATE):
        return None
    if "已" in text[match.end():match.end() + 14]:
        return None
    unsure = year is None or known > year + _FARTHEST
    ahead = _ahead(text, match.end())
    if unsure and (not _GOAL.search(before + ahead) or "了" in ahead):
        return None
    return calendar(draft, rule, start, match.end(), written, comparator, inferred)


def within_year(draft: Draft, at: int, year: int | None) -> Record | None:
    """年内, 今年内, whose 内 stands at `at`; with a number of times it is a frequency."""
    text = draft.text
    word = _YEAR_WORD.search(text, max(0, at - 2), at)
    start = word.start() if word else at - 1
    before, behind = around(text, start, at + 1)
    if text[start] == "当" or recurring(text, start):
        return None
    if not word and before and not before.endswith(_BEFORE_YEAR):
        return None
    if past(before) or "了" in behind or "已" in behind or _TIMES.search(behind):
        return None
    known = year + (text[start] == "明") if year is not None else None
    return calendar(draft, "year-within", start, at + 1, str(known or "XXXX"), "within", known is not None)


def from_date(draft: Draft, at: int, year: int | None) -> Record | None:
    """自2025年1月1日起施行, whose 起 stands at `at`; without such a verb only ahead of the plan's year."""
    text = draft.text
    match = _DATE_END.search(text, max(0, at - 16), at)
    found = value(match, year) if match else None
    if match is None or found is None or not (match["year"] or match["rel"]) or match["rel"] == "当年":
        return None
    written, known, inferred = found
    start = match.start()
    said = text[start - 1:start] in ("自", "从")
    behind = around(text, start, at + 1)[1]
    law = _LAW.match(text, at + 1)
    ahead = year is not None and known is not None and year <= known <= year + _FARTHEST
    if not law and (not ahead or "了" in behind or not said):
        return None
    return calendar(draft, "date-from", start - said, at + 1, written, "from", inferred)
