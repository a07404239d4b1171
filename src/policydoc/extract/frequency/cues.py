"""Period words and vague adverbs (周期词): 每年, 按月, 一年两次, 全年…次, 每逢…, 定期, 常态化.

Each family of words begins from the places of one rare character that all of them hold, and looks at its neighbours
before any pattern is tried: text without it costs almost nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from policydoc.extract.frequency.words import MODAL
from policydoc.numerals import to_int
from policydoc.patterns import late, places

_D: Final = "0-9０-９一二两三四五六七八九十"
_NUM: Final = rf"[{_D}]{{1,3}}"
_TO: Final = r"(?:至|到|或|[—－～~-]{1,2})"

_EACH: Final = late(
    rf"每[ 　]?(?:(?P<other>间?隔)|满|个|"
    rf"一(?![至到或—{_D}]))?[ 　]?(?:(?P<num>双|{_NUM})(?:{_TO}(?P<high>{_NUM}))?)?[ 　]?个?"
    r"(?P<unit>半年(?!度)|半个?月|年度?|学年|季度?|月|星期|礼拜|周(?![岁边围期转])|旬|工作日|日(?![常程期])|"
    r"天(?![然])|晚|早|学期|届|小时)"
    r"(?![级龄薪嫂])")
_CLAUSE_ENDS: Final = ("", "，", "。", "；", "\n")
_FEAST: Final = late("[^，。；]{0,6}(?:节|节日|节假日|汛期|周[一二三四五六日末]|学期)")
_BY: Final = late(
    r"按(?P<unit>半年|年度|年(?!度)|季度|季(?!度)|月度|月(?!度)|周|旬|日|"
    r"学期)(?![龄限薪级份期节常程历照均轮转产内处计额工岁标租利末底初])")
_STEP: Final = late(r"逐(?P<unit>年|季度?|月|周|旬|日)")
_BY_NEXT: Final = frozenset("半年季月周旬日学")
_RATIO: Final = late(
    rf"(?<![第年月日零〇\d{_D}每])(?P<num>[{_D}]{{1,2}}|半)个?(?P<unit>年|季度?|月|周|旬|日|天|星期|学期)"
    rf"(?P<least>至少|不少于)?(?P<times>{_NUM})?\Z")
"""What stands before the 次 of 一年两次, and before the verb's 一 of 一年一报."""
_NUMERALS: Final = "0123456789０１２３４５６７８９一二两三四五六七八九十"
_BEFORE_TIMES: Final = frozenset("年季度月周旬日天期少于")
_ONE_VERB: Final = late(
    r"一(?<=[年季度月周旬日天期少于]一)(?=调度|督查|督办|通报|研判|研究|协调|梳理|推动|推进|例会|汇总|算账|会商|观摩|"
    r"点评|考核|考评|评估|评议|评比|排名|小结|总结|体检|分析|报告|检查|巡查|排查|对接|走访|复盘|盘点|清单|主题|活动|演练|"
    r"培训|轮训|[报查测考评议结访晒会])")
_DOING: Final = "(?:组织|举办|开展|推出|推送|刊发|编发|编印|讲授|宣讲|走访|接访|发布)"
_ITEMS: Final = rf"[ 　]?[{_D}]{{1,4}}[ 　]?(?:项|期|堂|节|篇|批|课时|学时|户|个)(?!百分)"
_ACT: Final = (
    rf"[^，。；、\n\d]{{0,4}}{_DOING}[^，。；、\n\d]{{0,14}}(?:不少于|至少|不低于){_ITEMS}|"
    rf"[^，。；、\n\d]{{0,3}}(?:至少|不少于){_DOING}[^，。；、\n\d]{{0,8}}{_ITEMS}")
"""A repeatable act with its least number of things: 全年组织竞赛不少于20项; 新建300家 is a one-off result."""
_YEAR: Final = late("年(?:(?<=[全当本]年)|(?=[内度]))")
_WHOLE: Final = late(
    rf"(?:[全当本]年|年内|年度内?)"
    rf"(?=[^，。；、\n]{{0,24}}?[{_D}][ 　]?(?:次(?!数(?![据字学])|产(?!品))|[余多]?场)|{_ACT})")
_HOW_OFTEN: Final = late("次|场|不[少低]于|至少")
"""What no duty of a whole year is without."""
_REGULAR: Final = late(r"期(?<=定期)地?(?![限间满内])")
_OFTEN: Final = late(r"经常(?:性地?)?地?(?!化|委)|时常")
_STANDING: Final = late(r"常态(?:化|长效)?(?:长效化?)?地?")
_ANYTIME: Final = late(r"随时(?!随地)")

_BARE_VERB: Final = (
    r"(?:调度|督查|督办|通报|研判|研究|会商|观摩|点评|考核|考评|评估|评价|评比|评议|排名|小结|总结|分析|报告|检查|"
    r"巡查|排查|监测|复盘|推进|晾晒|拉练)")
_BARE: Final = rf"[日周旬月季年]{_BARE_VERB}"
_NEXT_BARE: Final = late(rf"、{_BARE}")
_LAST_BARE: Final = late(rf"(?<![每一两二三四五六七八九十半\d]){_BARE}\Z")
_DOUBLE: Final = late(
    r"(?<!每)(?:双[周月]|(?<!间)隔[周月年天日])"
    r"(?=召开|举行|举办|开展|组织|安排|进行|调度|研判|通报|例会|报告|报送|检查|会商|巡查|轮换|更换|轮流)")
_DOUBLED: Final = frozenset("周月年天日")
_JOINED: Final = late(
    rf"(?:[^，。；]{{0,12}}?由[^，。；]{{1,24}}|(?:{MODAL}|于|并)*|"
    rf"[^，。；]{{0,12}}?[前后底初度日月]，?)(?:{MODAL})*")

_UNITS: Final = {"年": "year", "学年": "year", "年度": "year", "半年": "half_year", "季": "quarter",
    "季度": "quarter", "月": "month",
                 "月度": "month", "周": "week", "星期": "week", "礼拜": "week", "旬": "xun", "工作日": "workday",
                 "日": "day",
                 "天": "day", "晚": "day", "早": "day", "学期": "semester", "届": "term", "小时": "hour"}


@dataclass(slots=True)
class Cue:
    """A recurrence expression: its span and what it says by itself.

    `times` is the count of 一年两次 and the 1 of 每月一调度; `body` is where the rest of the clause begins.
    `ambiguous` marks 每隔三天 and 每三至五年: the period is a reading, not exact.
    """

    start: int
    end: int
    rule: str
    period: tuple[int, str] | None = None
    vague: str | None = None
    times: tuple[int, int | None] | None = None
    body: int = 0
    ambiguous: bool = False


def find(text: str) -> list[Cue]:
    """All candidates in the order of the text; what stands inside a longer one is left out."""
    cues = [*_each(text), *_events(text), *_by(text), *_ratios(text), *_whole(text), *_bare(text), *_vague(text)]
    cues.sort(key=lambda c: (c.start, -c.end))
    kept: list[Cue] = []
    for cue in cues:
        if kept and cue.start < kept[-1].end:
            continue
        if kept and _joins(text, kept[-1], cue):
            kept[-1].vague = kept[-1].vague or cue.vague
        else:
            kept.append(cue)
    return kept


def _joins(text: str, period: Cue, cue: Cue) -> bool:
    """每半年由执行委员会定期召集: the vague word belongs to the period before it."""
    return (cue.rule == "vague" and period.period is not None and cue.start - period.body <= 30
            and _JOINED.fullmatch(text, period.body, cue.start) is not None)


def _each(text: str) -> list[Cue]:
    found = []
    for at in places(text, "每"):
        m = _EACH.match(text, at)
        if m is None:
            continue
        other, num, high, word = m.groups()
        n = 2 if num == "双" else (to_int(num) or 1) if num else 1
        if high:
            n = max(n, to_int(high) or 1)
        half = word in ("半月", "半个月")
        unclear = bool(other and n > 1)
        if other and n == 1 and not half and word not in ("半年", "小时"):
            n = 2
        period = (15 * n, "day") if half else (n, _UNITS[word])
        end = m.end()
        found.append(Cue(at, end, "each", period, body=end, ambiguous=bool(unclear or high or half)))
    return found


def _events(text: str) -> list[Cue]:
    """每逢, 凡逢, and 逢 at the beginning of a clause."""
    found = []
    for at in places(text, "逢"):
        before = text[at - 1:at]
        if before in ("每", "凡"):
            found.append(Cue(at - 1, at + 1, "event", body=at + 1))
        elif before in _CLAUSE_ENDS and _FEAST.match(text, at + 1):
            found.append(Cue(at, at + 1, "event", body=at + 1))
    return found


def _by(text: str) -> list[Cue]:
    found = []
    for mark, rule, pattern in (("按", "by", _BY), ("逐", "step", _STEP)):
        for at in places(text, mark):
            m = pattern.match(text, at) if text[at + 1:at + 2] in _BY_NEXT else None
            if m:
                found.append(Cue(at, m.end(), rule, (1, _UNITS[m["unit"]]), body=m.end()))
    return found


def _ratios(text: str) -> list[Cue]:
    found = []
    for at in places(text, "次"):
        if text[at - 1] not in _NUMERALS or text[max(0, at - 4):at].rstrip(_NUMERALS)[-1:] not in _BEFORE_TIMES:
            continue
        m = _RATIO.search(text, max(0, at - 12), at)
        if m and m["times"]:
            times = to_int(m["times"]) or 1
            found.append(_ratio(m, (times, None if m["least"] else times), at + 1))
    for verb in _ONE_VERB.finditer(text):
        m = _RATIO.search(text, max(0, verb.start() - 9), verb.start())
        if m and not m["times"]:
            found.append(_ratio(m, (1, None if m["least"] else 1), verb.end()))
    return [cue for cue in found if cue]


def _ratio(m: re.Match[str], times: tuple[int, int | None], body: int) -> Cue | None:
    half = m["num"] == "半"
    if half and m["unit"] != "年":
        return None
    period = (1, "half_year") if half else (to_int(m["num"]) or 1, _UNITS[m["unit"]])
    return Cue(m.start(), m.end("unit"), "ratio", period, times=times, body=body)


def _whole(text: str) -> list[Cue]:
    found = []
    for year in _YEAR.finditer(text):
        at = year.start()
        if not _HOW_OFTEN.search(text, at, at + 40):
            continue
        m = (_WHOLE.match(text, at - 1) if text[at - 1:at] in ("全", "当", "本") else None) or _WHOLE.match(text, at)
        if m:
            found.append(Cue(m.start(), m.end(), "whole", (1, "year"), body=m.end()))
    return found


def _bare(text: str) -> list[Cue]:
    """周调度、月通报: period words by themselves, two in a row at least; 双周例会, 隔年举办."""
    found = []
    for at in [at for mark in "双隔" for at in places(text, mark) if text[at + 1:at + 2] in _DOUBLED]:
        if _DOUBLE.match(text, at):
            found.append(Cue(at, at + 2, "bare", (2, _UNITS[text[at + 1]]), body=at + 2))
    for m in _NEXT_BARE.finditer(text):
        before = _LAST_BARE.search(text, max(0, m.start() - 3), m.start())
        if before:
            found += [Cue(at, at + 1, "bare", (1, _UNITS[text[at]]), body=at + 1)
                      for at in (before.start(), m.start() + 1)]
    return found


def _vague(text: str) -> list[Cue]:
    found = []
    for m in _REGULAR.finditer(text):
        irregular = text.startswith("不", max(0, m.start() - 2))
        found.append(Cue(m.start() - 1 - irregular, m.end(), "vague", vague="irregular" if irregular else "regular",
                         body=m.end()))
    for at in places(text, "常"):
        if text[at - 1:at] in ("经", "时"):
            found += _adverb(_OFTEN.match(text, at - 1), "often")
        if text[at + 1:at + 2] == "态":
            found += _adverb(_STANDING.match(text, at), "standing")
    for at in places(text, "随"):
        found += _adverb(_ANYTIME.match(text, at), "anytime")
    return found


def _adverb(m: re.Match[str] | None, kind: str) -> list[Cue]:
    return [Cue(m.start(), m.end(), "vague", vague=kind, body=m.end())] if m else []
