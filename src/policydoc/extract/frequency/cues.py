"""Period words and vague adverbs (周期词): 每年, 按月, 一年两次, 全年…次, 每逢…, 定期, 常态化.

One pass a family of words, each behind a literal so that text without it costs almost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from policydoc.extract.frequency.words import MODAL
from policydoc.numerals import to_int
from policydoc.patterns import late

_D: Final = "0-9０-９一二两三四五六七八九十"
_NUM: Final = rf"[{_D}]{{1,3}}"
_TO: Final = r"(?:至|到|或|[—－～~-]{1,2})"

_EACH: Final = late(
    rf"每[ 　]?(?:(?P<other>间?隔)|个|"
    rf"一(?![至到或—{_D}]))?[ 　]?(?:(?P<num>双|{_NUM})(?:{_TO}(?P<high>{_NUM}))?)?[ 　]?个?"
    r"(?P<unit>半年(?!度)|半个?月|年度?|学年|季度?|月|星期|礼拜|周(?![岁边围期转])|旬|工作日|日(?![常程期])|"
    r"天(?![然])|晚|早|学期|届|小时)"
    r"(?![级龄薪嫂])")
_MEETING: Final = (late("每逢"), late("凡逢"))
_BY: Final = late(
    r"按(?P<unit>半年|年度|年(?!度)|季度|季(?!度)|月度|月(?!度)|周|旬|日|"
    r"学期)(?![龄限薪级份期节常程历照均轮转产内处计额工岁标租利末底初])")
_STEP: Final = late(r"逐(?P<unit>年|季度?|月|周|旬|日)")
_RATIO: Final = late(
    rf"(?P<unit>年|季度?|月|周|旬|日|天|星期|学期)(?P<least>至少|不少于)?(?:(?P<k>{_NUM})次|"
    rf"一(?P<verb>[\u4e00-\u9fff]{{1,2}}))")
_RATIO_N: Final = late(rf"(?<![第年月日零〇\d{_D}每])(?P<num>[{_D}]{{1,2}}|半)个?$")
_RATIO_VERB: Final = late(
    "调度|督查|督办|通报|研判|研究|协调|梳理|推动|推进|例会|汇总|算账|会商|观摩|点评|考核|考评|评估|评议|评比|"
    "排名|小结|总结|体检|"
    "分析|报告|检查|巡查|排查|对接|走访|复盘|盘点|清单|主题|活动|演练|培训|轮训|报|查|测|考|评|议|结|访|晒|会")
_DOING: Final = "(?:组织|举办|开展|推出|推送|刊发|编发|编印|讲授|宣讲|走访|接访|发布)"
_ITEMS: Final = rf"[ 　]?[{_D}]{{1,4}}[ 　]?(?:项|期|堂|节|篇|批|课时|学时|户|个)(?!百分)"
_ACT: Final = (
    rf"[^，。；、\n\d]{{0,4}}{_DOING}[^，。；、\n\d]{{0,14}}(?:不少于|至少|不低于){_ITEMS}|"
    rf"[^，。；、\n\d]{{0,3}}(?:至少|不少于){_DOING}[^，。；、\n\d]{{0,8}}{_ITEMS}")
"""A repeatable act with its least number of things: 全年组织竞赛不少于20项; 新建300家 is a one-off result."""
_WHOLE: Final = tuple(late(
    rf"{word}(?=[^。，；、\n]{{0,24}}?[{_D}][ 　]?(?:次(?!数(?![据字学])|产(?!品))|[余多]?场)|{_ACT})")
    for word in ("全年", "年内", "年度内?", "当年", "本年"))
_VAGUE: Final = tuple(late(p) for p in (
    r"定期地?(?![限间满内])", r"经常(?:性地?)?地?(?!化|委)", r"时常", r"随时(?!随地)",
    r"常态(?:化|长效)?(?:长效化?)?地?"))
_KIND: Final = {"定": "regular", "经": "often", "时": "often", "随": "anytime", "常": "standing"}

_BARE_VERB: Final = (
    r"(?:调度|督查|督办|通报|研判|研究|会商|观摩|点评|考核|考评|评估|评价|排名|小结|总结|分析|报告|检查|"
    r"巡查|排查|监测|复盘|推进|晾晒|拉练)")
_BARE: Final = rf"[日周旬月季年]{_BARE_VERB}"
_SECOND_BARE: Final = tuple(late(rf"{unit}(?<=、{unit}){_BARE_VERB}") for unit in "周旬月季")
_NEXT_BARE: Final = late(rf"、(?={_BARE})")
_LAST_BARE: Final = late(rf"(?<![每一两二三四五六七八九十半\d]){_BARE}\Z")
_DOUBLE: Final = late(r"双(?<!每双)(?P<unit>周|月)(?=召开|举行|调度|研判|通报|例会|报告|报送|检查|会商)")
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
    for m in _EACH.finditer(text):
        word = m["unit"]
        n = 2 if m["num"] == "双" else (to_int(m["num"]) or 1) if m["num"] else 1
        if m["high"]:
            n = max(n, to_int(m["high"]) or 1)
        half = word in ("半月", "半个月")
        unclear = bool(m["other"] and n > 1)
        if m["other"] and n == 1 and not half and word not in ("半年", "小时"):
            n = 2
        period = (15 * n, "day") if half else (n, _UNITS[word])
        found.append(Cue(m.start(), m.end(), "each", period, body=m.end(),
                         ambiguous=bool(unclear or m["high"] or half)))
    return found


def _events(text: str) -> list[Cue]:
    return [Cue(m.start(), m.end(), "event", body=m.end()) for pattern in _MEETING
            for m in pattern.finditer(text)]


def _by(text: str) -> list[Cue]:
    return [Cue(m.start(), m.end(), rule, (1, _UNITS[m["unit"]]), body=m.end())
            for rule, pattern in (("by", _BY), ("step", _STEP)) for m in pattern.finditer(text)]


def _ratios(text: str) -> list[Cue]:
    found = []
    for m in _RATIO.finditer(text):
        number = _RATIO_N.search(text, max(0, m.start() - 4), m.start())
        if number is None or (m["verb"] and not _RATIO_VERB.match(m["verb"])):
            continue
        half = number["num"] == "半"
        if half and m["unit"] != "年":
            continue
        n = 1 if half else to_int(number["num"]) or 1
        times = to_int(m["k"]) or 1 if m["k"] else 1
        found.append(Cue(number.start(), m.end("unit"), "ratio", (n, "half_year" if half else _UNITS[m["unit"]]),
                         times=(times, None if m["least"] else times),
                         body=m.start("verb") if m["verb"] else m.end()))
    return found


def _whole(text: str) -> list[Cue]:
    return [Cue(m.start(), m.end(), "whole", (1, "year"), body=m.end()) for pattern in _WHOLE
        for m in pattern.finditer(text)]


def _bare(text: str) -> list[Cue]:
    """周调度、月通报: period words by themselves, two in a row at least; 双周例会."""
    found = [Cue(m.start(), m.end(), "bare", (2, _UNITS[m["unit"]]), body=m.end()) for m in _DOUBLE.finditer(text)]
    for m in (m for pattern in _SECOND_BARE for m in pattern.finditer(text)):
        before = _LAST_BARE.search(text, max(0, m.start() - 4), m.start() - 1)
        if before:
            third = _NEXT_BARE.match(text, m.end())
            found += [Cue(at, at + 1, "bare", (1, _UNITS[text[at]]), body=at + 1)
                      for at in (before.start(), m.start(), *([m.end() + 1] if third else []))]
    return found


def _vague(text: str) -> list[Cue]:
    found = []
    for pattern in _VAGUE:
        for m in pattern.finditer(text):
            start, kind = m.start(), _KIND[m[0][0]]
            if kind == "regular" and start and text[start - 1] == "不":
                start, kind = start - 1, "irregular"
            found.append(Cue(start, m.end(), "vague", vague=kind, body=m.end()))
    return found
