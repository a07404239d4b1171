"""Deadlines that count from an event: 自发布之日起30日内, 收到申请后15个工作日内, 三个月内."""

from __future__ import annotations

import re
from typing import Final

from policydoc.model.draft import Draft, Record
from policydoc.numerals import COUNTING, to_int
from policydoc.patterns import late

_UNITS: Final = {"工作日": "P{}D", "自然日": "P{}D", "日": "P{}D", "天": "P{}D", "月": "P{}M", "年": "P{}Y",
                 "周": "P{}W", "星期": "P{}W", "季度": "P{}Q", "小时": "PT{}H", "分钟": "PT{}M"}
_NUMBER: Final = rf"(?<![\d.年月第近每{COUNTING}至到—-])(?P<n>\d{{1,4}}(?:\.\d)?|[{COUNTING}]{{1,4}})\s?"
_SPAN: Final = late(_NUMBER + r"(?P<unit>个?工作日|个?自然日|日|天|个月|年|周|个?星期|个?小时|分钟|"
    r"个季度)(?:之|以)?\Z")
_AHEAD: Final = late(
    rf"(?:在|于)(?P<anchor>[一-鿿]{{2,16}}?)(?:的)?(?P<n>\d{{1,3}}|[{COUNTING}]{{1,3}})\s?"
    r"(?P<unit>个?工作日|日|天|个月|小时)(?:之|以)?\Z")
_SINCE: Final = late(r"自(?P<anchor>[^，。；：！？\n（）()]{1,40}?)起(?:的|计算|，)?\s?\Z")
_BEHIND: Final = late(
    r"(?P<anchor>[^，。；：、！？\n（）()]{1,30}?)(?:起|(?<!最)之?后|以后|结束)(?:的|计算|，|起)?\s?\Z")
_DUTY: Final = late(
    "应当|必须|可以|不得|(?<![反响相供适对效])应(?![用急对诉])|须|(?<![所存正现])在|(?<![属关由对等位高低])于")
_DAY_OF: Final = late(r"自\s?(?P<anchor>[^，。；：\n自]{1,30}?(?:之日|之次日|次日))\Z")
_LAW: Final = late("正?式?(?:施行|实施|执行|生效|试行)")
_NOT_AHEAD: Final = late(
    r"的|有效|有(?![关效])|所(?!在)|发生|取得的|连续|平均|提拔|参加|[^，。；\n]{0,6}?(?:不得|禁止|不受理|不予|"
    r"不再|未(?!成年)|被|再次|重新|仍|累计|"
    rf"[\d{COUNTING}]+次)")
_NOT_BEFORE: Final = late(
    r"(?:过去|近|前|每|这|最近|以来|在此|上述|以|任意|连续|超过|不足|曾在|仅用|用|其|历时|已|各|任何|控制在|压缩[至到在]|缩短[至到]|压减[至到])\s?\Z")


def from_event(draft: Draft, at: int) -> Record | None:
    """自公布之日起施行, whose 起 stands at `at`."""
    match = _DAY_OF.search(draft.text, max(0, at - 34), at) if _LAW.match(draft.text, at + 1) else None
    if match is None:
        return None
    return _record(draft, "from-event", match.start(), at + 1, None, "from", None, match.span("anchor"))


def ahead_of(draft: Draft, at: int) -> Record | None:
    """在举行听证的7日前, whose 前 stands at `at`."""
    match = _AHEAD.search(draft.text, max(0, at - 26), at)
    if match is None:
        return None
    return _record(draft, "span-before", match.start("anchor"), at + 1, _duration(match), "by", match["unit"],
                   match.span("anchor"))


def _duration(match: re.Match[str]) -> str | None:
    form = _UNITS.get(match["unit"].removeprefix("个"))
    if match["unit"] == "年" and len(match["n"]) > 2:
        return None
    number = match["n"] if "." in match["n"] else to_int(match["n"])
    return form.format(number) if form and number is not None else None


def _record(draft: Draft, rule: str, start: int, end: int, value: str | None, comparator: str, unit: str | None,
            anchor: tuple[int, int] | None) -> Record:
    kind = None
    if unit and unit.endswith(("日", "天")):
        kind = "working" if "工作" in unit else "calendar"
    return draft.fact(rule, start, end, value=value, comparator=comparator,
                      anchor=draft.mention(*anchor) if anchor else None, day_kind=kind, inferred_year=False)


def within(draft: Draft, at: int) -> Record | None:
    """三个月内, 收到申请后15个工作日内, whose 内 stands at `at`."""
    text = draft.text
    match = _SPAN.search(text, max(0, at - 12), at)
    if match is None or _duration(match) is None or _NOT_AHEAD.match(text[at + 1:at + 25]):
        return None
    if "了" in text[at + 1:at + 10]:
        return None
    since = _since(text, max(0, match.start() - 44), match.start())
    if since:
        start, anchor = since
        return _record(draft, "span-since", start, at + 1, _duration(match), "within", match["unit"], anchor)
    if _NOT_BEFORE.search(text, max(0, match.start() - 6), match.start()):
        return None
    return _record(draft, "span-within", match.start(), at + 1, _duration(match), "within", match["unit"], None)


def _since(text: str, low: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """自收到申请之日起 and 收到申请后 that end here: where they start, and the event."""
    self_at = text.rfind("自", low, end)
    while self_at >= 0:
        match = _SINCE.match(text, self_at, end)
        if match:
            return match.start(), match.span("anchor")
        self_at = text.rfind("自", low, self_at)
    low = max(low, end - 31)
    clause = max(text.rfind(mark, low, end - 1) for mark in "，。；：、！？\n（）()") + 1
    match = _BEHIND.match(text, max(clause, low), end)
    if match is None:
        return None
    duties = [duty.end() for duty in _DUTY.finditer(text, match.start(), match.end("anchor") - 1)]
    start = duties[-1] if duties else match.start()
    return (start, (start, match.end("anchor"))) if start < match.end("anchor") else None
