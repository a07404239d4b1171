"""How many times, and how much, in a period: 至少2次, 1至2次, 不超过3次; 2—3个, 不少于20小时, 几件."""

from __future__ import annotations

from typing import Final

from policydoc.numerals import to_int
from policydoc.patterns import late

_N: Final = r"(?:\d{1,3}(?:[ ,，]\d{3})+|\d{1,9})(?:\.\d{1,3})?|[０-９]{1,6}|[一二两三四五六七八九十百千零]{1,6}"
_TO: Final = r"(?:至|到|或|[—－～~-]{1,2})"
_LEAST: Final = late(
    r"至少|不少于|不低于|不得少于|不得低于|不能少于|最少|不小于|超过(?<!不超过)|(?<!不)多于")
_MOST: Final = late(r"不超过|不得超过|至多|最多|不多于|不高于")
_COUNT: Final = late(
    rf"(?<![第首再本人每多场首\d])(?P<low>{_N})(?:{_TO}(?P<high>{_N}))?[ 　]?(?P<unit>次|回(?=[，。；、）]|$)|"
    rf"届(?=[的，。；、）]|$)|遍|轮(?![换训岗值]))(?!数(?![据字学量])|产(?!品)|序|日(?!常))"
    r"(?P<more>[（(]?含[）)]?)?(?P<side>以上|以内|以下|及以上)?")
_COUNTS: Final = late("[次回届遍轮]")
_UNITS: Final = (
    "个月 个小时 个工作日 个 小时 学时 课时 学分 天 项 家 户次 户 件 人次 株 棵 头 "
    "人(?![次均民大员才口]) 名 篇 场次 场(?![馆所]) "
    "期 亩 公顷 公里 平方米 平方公里 套 所 堂 "
                 "节 条(?![例件]) 份 只 支 座 处(?![理置级]) 种(?![植]) 部(?![门署分]) 台(?![阶]) 辆 吨 亿元 "
                 "元 例 幅 宗 班 站 对 周(?![年边期])")
_QUANTITY: Final = late(
    rf"(?<![第\d%％每前上下])(?P<low>几|{_N})(?P<few>几|余|"
    rf"多)?[ 　]?(?P<scale1>[万亿千百])?(?:{_TO}(?P<high>{_N}))?[ 　]?(?P<scale>[万亿])?(?P<plus>余|多)?[ 　]?"
    rf"(?P<unit>{'|'.join(_UNITS.split(' '))})(?P<side>以上|以内|以下|及以上|左右)?")
_NAMED: Final = late(r"规定|意识|自信|维护|确立|全面|清单|建设|要求|制度|原则|纪律|本领|机制")
"""八项规定, 四个意识: the numeral belongs to a name."""
_LEAST_BEFORE: Final = late("(?:至少|最少|不少于)(?:应当?|必须|须|要)?\\Z")
_MOST_BEFORE: Final = late("(?:不超过|至多|最多)\\Z")
"""至少每年…, 至少须两月一次: the bound stands before the cue."""
_MARKS: Final = late("[ ,，]")
_PAIR: Final = late(r"[一二两三四五六七八]{2}")
_SCALE: Final = {"万": 10_000, "亿": 100_000_000, "千": 1000, "百": 100, None: 1, "": 1}

Range = tuple[int | None, int | None]


def count(text: str, start: int, end: int, before: str) -> Range | None:
    """The number of times that `text[start:end]` demands; `before` is what stands before the cue (至少每年…)."""
    m = _COUNT.search(text, start, end) if _COUNTS.search(text, start, end) else None
    if m is None:
        return None
    low, high = _pair(m["low"], m["high"])
    return _bounded(text[start:m.start()], before, m["side"], low, high)


def bounded(times: Range, before: str) -> Range:
    """The times that the cue itself says (两月一次), with the bound before it."""
    if times[1] is None:
        return times
    if _LEAST_BEFORE.search(before):
        return times[0], None
    return (None, times[1]) if _MOST_BEFORE.search(before) else times


def quantity(text: str, start: int, end: int) -> tuple[float | None, float | None, str] | None:
    """The number of things or hours; a Chinese numeral counts only right behind the verb (八项规定 is a name)."""
    for m in _QUANTITY.finditer(text, start, end):
        low = m["low"]
        plain = not low[0].isdigit()
        lead = text[start:m.start()]
        compared = bool(_LEAST.search(lead) or _MOST.search(lead))
        if plain and not compared and (len(lead) > 5
            or lead.endswith(("执行", "落实", "贯彻", "实现", "推进", "这", "那", "“", "固定"))):
            continue
        if plain and _NAMED.match(text, m.end()):
            continue
        if m["unit"] in ("元", "亿元") and text[m.end():m.end() + 1] == "的":
            continue
        if low == "几":
            return None, None, m["unit"]
        first, second = _pair(low, m["high"])
        scale = _SCALE[m["scale"]] * _SCALE[m["scale1"]]
        unit = m["unit"]
        if unit == "亿元":
            scale, unit = scale * _SCALE["亿"], "元"
        bounds = _bounded(lead, "", m["side"], first, second)
        return _times(bounds[0], scale), _times(bounds[1], scale), unit
    return None


def _pair(low: str, high: str | None) -> tuple[float, float]:
    if high:
        return _value(low), _value(high)
    if _PAIR.fullmatch(low):
        return _value(low[0]), _value(low[1])
    value = _value(low)
    return value, value


def _value(numeral: str) -> float:
    digits = _MARKS.sub("", numeral)
    return float(digits) if "." in digits else to_int(digits) or 0


def _bounded(lead: str, before: str, side: str | None, low: float, high: float) -> tuple[int | None, int | None]:
    first, second = _whole(low), _whole(high)
    if side in ("以上", "及以上"):
        return first, None
    if side in ("以内", "以下") or _MOST.search(lead) or _MOST_BEFORE.search(before):
        return None, second
    if _LEAST.search(lead) or _LEAST_BEFORE.search(before):
        return first, None
    return first, second


def _whole(value: float) -> int:
    return int(value) if value == int(value) else value  # type: ignore[return-value]


def _times(value: float | None, scale: int) -> float | None:
    return None if value is None else _whole(value * scale)
