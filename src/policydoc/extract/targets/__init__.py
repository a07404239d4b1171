"""Numeric targets: 增长5%左右, 达到90%以上, 控制在3%以内, 新增就业1万人以上. Goals only, no results."""

from __future__ import annotations

import re
from sys import intern
from typing import Final

from policydoc.extract.targets.mood import BEFORE, Mood, told
from policydoc.extract.targets.values import change, comparator, number
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late, places

_AMOUNT_REST: Final = (
    r"[\d,]{0,11}(?:\.\d+)?)\s?(?P<scale>[十百千万亿]{0,2})(?:[%％]?\s?[-—－~～至到]\s?(?P<high>\d+(?:\.\d+)?)"
    r"(?P<highscale>[十百千万亿]{0,2}))?\s?"
    r"(?P<unit>%|％|‰|个百分点|百分点|个?工作日|个月|个小时|分钟|美元|欧元|元|人次|人|户次|户|家次|家|平方公里|平方米|立方米|公里|千米|米|"
    r"亩|公顷|吨标准煤|吨|"
    r"千瓦时|千瓦|度|斤|公斤|套|所|座|张|辆|条|处|岁|小时|学时|微克/立方米|微克|标箱|标准箱|床|头|株|种|台|门|"
    r"位|分|名|对|间|只|件|项|个|倍|棵|盏|艘|架|宗|例|班|组|天)\s?(?P<tail>左右|上下|以上|以内|之内|以下)?")
_DIRECT: Final = late(
    "(?P<num>[0-9](?<=[长高升加低少减缩增降达制持定破过超多于约到至在率幅速例重比为是争建 ][0-9])" + _AMOUNT_REST)
"""An amount behind a verb or a rate."""
_LONGEST: Final = 40
_WIDEST: Final = 40
"""The most characters that a subject may begin before its verb."""
_AMOUNT: Final = late(r"(?P<num>\d" + _AMOUNT_REST)
_NOUNED: Final = tuple(late(f"{verb}[一-鿿]{{1,14}}(?=[0-9])") for verb in ("完成", "实现", "增(?<=[新净]增)", "新建"))
"""Where one stands behind 新增 and a noun."""
_CN: Final = "(?:[零〇一二两三四五六七八九十百]{1,5}(?:点[零〇一二三四五六七八九]{1,3})?|\\d{1,3}(?:\\.\\d{1,3})?)"
_PERCENT: Final = late(
    rf"百分之(?P<num>{_CN})(?P<scale>)(?:[至到—](?:百分之)?(?P<high>{_CN})(?P<highscale>))?(?P<unit>)"
    r"(?P<tail>左右|上下|以上|以内|之内|以下)?")
_VERB: Final = late(
    r"(?P<verb>增长|提高|提升|上升|增加|下降|降低|减少|压减|缩减|压缩|增|降|达到|达|控制|保持|稳定|突破|超过|"
    r"不低于|不少于|不高于|不超过|至少|低于|高于|力争|完成|实现|新增|净增|新建)(?P<to>到|至|在)?"
    r"(?P<noun>(?<=完成|实现|新增|净增|新建|增加)(?!值)[一-鿿]{0,14}?)?"
    r"(?P<hedge>约|大约|不低于|不少于|至少|不高于|不超过|不多于|超过|突破|高于|低于|力争|控制在)?\s?\Z")
_HOW: Final = ("年均", "比上年", "同比", "可比", "平均", "分别", "累计", "均", "也", "都")
"""What may stand before the verb and is part of neither verb nor subject."""
_HOW_LAST: Final = frozenset(how[-1] for how in _HOW)
_RATE: Final = late(
    r"(?P<verb>)(?P<to>)(?P<noun>涨幅|增幅|增速|比例|比重|占比|[一-鿿]率)(?P<hedge>)(?:为|在|是)?约?\s?\Z")
_MARGIN: Final = late("不[低少高超多]|至少|控制|约|力争")
_CUT: Final = late(r"[，。；;、：,！？\n（）()“”\s]")
_LEAD: Final = late(
    r"(?:20\d\d年(?!\d{1,2}月|[底末前])|\d{1,2}[.．]|当年|其中|特别是|末|期末|期间|底|力争|确保|争取|努力|预期|预计|目标|计划|今年|全年|到|"
    r"使|推动|促进|带动|并|要|将|力促|务必|年内|实现|完成|主要|是|的|在|让)+")
_LEAD_FIRST: Final = frozenset("0123456789当其特末期底力确争努预目计今全到使推促带并要将务年实完主是的在让")
_BEHIND: Final = late(
    r"(?:(?:分别|均)?将?比(?![例重率])[^，。]{1,14}|应|要|将|须|(?:平均)?每年|(?:\d{4})?年|(?<!\d)\d{4})\Z")
_BEHIND_LAST: Final = frozenset("应要将须年0123456789")
_MADE: Final = late(r"[一-鿿]{2,16}(?=[，。；、\n])")
_BETTERS: Final = ("提升", "提高")
_THINGS: Final = ("个", "座", "条", "处", "所", "家", "套")
"""建设提升10个园区: so many things are built, not grown by so many."""
_DONE: Final = ("完成", "实现")
_RATES: Final = ("%", "％", "‰", "个百分点", "")
_RATE_NOUN: Final = late("(?:预期|总体|年度)?目标|有|水平|要求|增长|增速|速度|增幅|比例|标准|规模")
_GROWS: Final = ("新增", "净增", "新建", "增加")


def extract(draft: Draft) -> list[Record]:
    """Targets in the order of the text."""
    text, mood = draft.text, Mood(draft)
    out: list[Record] = []
    reached, last = 0, None
    for start, stop, margin in mood.stretches():
        for at, low, amount in _amounts(text, start, stop):
            words = _words(text, max(start, low), at, amount) if at >= reached else None
            if words is None or (margin and not (_is_rate(words, amount) or mood.cued(at))):
                continue
            first, end = words.start(), amount.end()
            if first and text[first - 1] in _HOW_LAST:
                first = _first(text, first)
            back = text[max(0, first - BEFORE):first][::-1]
            if ((words["noun"] or "一" <= text[end:end + 1] <= "鿿") and _is_name(text, words, amount)) or told(
                    text, first, back, end, stop):
                continue
            record = _target(draft, text, words, first, back, amount, last)
            if record:
                reached, last = end, record
                out.append(record)
    return out


def _amounts(text: str, start: int, stop: int) -> list[tuple[int, int, re.Match[str]]]:
    """Each amount that may be a target: its place, the offset from which on its verb may stand, its match."""
    direct = [(at := amount.start(), at - 12, amount) for amount in _DIRECT.finditer(text, start, stop + _LONGEST)]
    while direct and direct[-1][0] >= stop:
        direct.pop()
    others = {noun.end(): (noun.end(), noun.start() - 1, amount) for nouned in _NOUNED
              for noun in nouned.finditer(text, start, stop) if (amount := _AMOUNT.match(text, noun.end()))}
    for at in places(text, "百", start, stop):
        percent = _PERCENT.match(text, at) if text.startswith("分之", at + 1) else None
        if percent:
            others[at] = at, at - 12, percent
    if not others:
        return direct
    return sorted([*(found for found in direct if found[0] not in others), *others.values()])


def _words(text: str, low: int, at: int, amount: re.Match[str]) -> re.Match[str] | None:
    """What makes a number a target: the verb before it, or a rate with a margin (失业率5%以内)."""
    verb = _VERB.search(text, low, at)
    if verb is None and amount["tail"] and amount["unit"] in ("%", "％", "‰", ""):
        return _RATE.search(text, low, at)
    return verb


def _first(text: str, verb: int) -> int:
    """Where the words begin whose verb stands at this offset: 年均 and 同比 belong to it."""
    if text.endswith(_HOW, 0, verb) and not text.endswith("人均", 0, verb):
        return verb - next(len(how) for how in _HOW if text.endswith(how, 0, verb))
    return verb


def _is_rate(words: re.Match[str], amount: re.Match[str]) -> bool:
    """A rate with a margin (达到90%以上): what a rule aims at, where 不超过3天 is a limit."""
    return amount["unit"] in _RATES and bool(amount["tail"] or _MARGIN.search(words[0]))


def _is_name(text: str, words: re.Match[str], amount: re.Match[str]) -> bool:
    """完成大兴20万吨水厂, 新增财力的80%, 力争36个企业达标: the number belongs to a thing and is no amount to reach."""
    verb, noun = words.group("verb", "noun")
    after = text[amount.end():amount.end() + 1]
    if noun:
        return bool(noun.endswith("的")) or (verb in _DONE and after != "的" and "一" <= after <= "鿿")
    if verb == "力争":
        return "一" <= after <= "鿿" and amount["unit"] not in _RATES and not amount["tail"]
    if after == "的":
        return bool(amount["tail"] or verb.endswith("过")) and not _RATE_NOUN.match(text, amount.end() + 1)
    return False


def _target(draft: Draft, text: str, words: re.Match[str], first: int, back: str, amount: re.Match[str],
            last: Record | None) -> Record | None:
    """The record of words and amount, written out, for documents hold thousands.

    `back` is the text before `first`, turned round; `last` the target before.
    """
    digits, scale, high_digits, high_scale, unit, tail = amount.groups()
    value = number(digits, scale or (high_scale or ""))
    high = number(high_digits, high_scale or scale) if high_digits else None
    if high is not None and high <= value:
        return None
    verb, to, _, hedge = words.groups()
    if verb in _BETTERS and unit in _THINGS and not to:
        verb = "新建"
    end = amount.end()
    start, subject = _subject(draft, text, words, verb, first, back, end, last)
    return {"text": intern(text[start:end]), "start": start, "end": end, "provision": draft.provision_at(start),
            "rule": "target-verb" if verb else "target-rate", "subject": subject, "change": change(verb, to),
            "comparator": comparator(tail, (hedge or "") + verb), "value": value, "high": high,
            "unit": "%" if unit in ("％", "") else unit}


def _subject(draft: Draft, text: str, words: re.Match[str], verb: str, first: int, back: str, amount_end: int,
             last: Record | None) -> tuple[int, Record | None]:
    """What is to change: the words before the verb in its clause, with the noun behind it (城镇新增就业).

    An empty clause takes the subject of the target before it (总产值达到1000亿元、增长6%).
    """
    cut = _CUT.search(back, 0, _WIDEST)
    start = first - (cut.start() if cut else min(len(back), _WIDEST))
    if text[start] in _LEAD_FIRST:
        lead = _LEAD.match(text, start, first)
        start = lead.end() if lead else start
    if words["noun"]:
        return start, draft.mention(start if not verb or verb in _GROWS else words.start("noun"), words.end("noun"))
    made = _MADE.match(text, amount_end) if verb == "新建" else None
    if made:
        return start, draft.mention(*made.span())
    piece = text[start:first]
    behind = _BEHIND.search(text, start, first) if piece[-1:] in _BEHIND_LAST or "比" in piece else None
    end = behind.start() if behind else first
    if start < end:
        return start, {"text": intern(text[start:end]), "start": start, "end": end}
    near = last is not None and not text[last["end"]:first].strip("、，, ")
    return first, last["subject"] if near and last is not None else None
