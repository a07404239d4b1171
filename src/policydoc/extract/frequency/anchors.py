"""The words that fix when in the period: 11月底前, 五下午 of 每周五下午, 第一季度, 首月15日前."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late

_C: Final = "一二三四五六七八九十"
_D: Final = rf"(?:\d{{1,2}}|[０-９]{{1,2}}|[{_C}]{{1,3}})"
_TAIL: Final = r"(?:前后|[之以]?前|[之以]?后|期间|左右|开始|起)?"
_O_CLOCK: Final = rf"{_D}(?:点半?|时|[:：]\d{{2}})"
_DAYTIME: Final = (
    rf"(?:[上下]午|早[上晨]|中午|晚[上间]|清晨|傍晚|凌晨)?(?:{_O_CLOCK}(?:[至到—-](?:[上下]午|晚上)?{_O_CLOCK})?)?")
_PART: Final = r"(?:上旬|中旬|下旬|[底末初中](?!级|心|共|央|等|小)|月底|月初|份)"
_MONTHS: Final = (
    rf"{_D}[ 　]?月(?:{_PART}|[ 　]?{_D}[ 　]?[日号](?:[ 　]?[—－～~至到-]+{_D}?月?{_D}?日)?|"
    rf"份)?(?:至{_D}月(?:{_PART}|{_D}日)?)?")
_DAYS: Final = rf"(?:首月|末月)?{_D}[日号]"
_QUARTER: Final = rf"第?[{_C}1-4]季度(?:[末初底])?"
_YEARLY: Final = (
    r"(?:年[初中底末终]|岁末年初|岁末|[底末](?=前|[要对将向应须进开组报，])|[上下]半年|"
    r"[春夏秋冬][、]?[春夏秋冬]?[季两]季?|汛期|[七八]一|年度终了|年度结束)")
_ORDINAL: Final = (
    rf"(?:第[{_C}1-9](?:个)?(?:工作日|(?:星期|周)[{_C}日天]?|月)|(?:[首前头][{_C}1-9]?|最后[{_C}1-9]?|首|"
    rf"末)个?(?:工作日|星期[{_C}日天]?|周[{_C}日天]?|月|日|天|旬)"
                   r"|月?[底末初](?![级心央共等小线数层子位端])|中(?=[前之以召开要对将向应须进组报，。举集])|"
                   r"月[初底末中]|上旬|中旬|下旬|[上中下]旬末)")
_OPENING: Final = r"(?:开学|放假|学期|寒假|暑假|寒暑假)[前后初末]?"
_FEAST: Final = (
    r"“?(?:(?:元旦|春节|清明节?|五一|端午节?|七一|八一|十一|中秋节?|国庆节?|重阳节?|重大节日|节假日|"
    r"双休日)[”、]?“?)+[”]?")
_OVER: Final = rf"(?:结束|终了|届满)[前后](?:的?{_D}个?(?:工作日|日|天|月)(?:之|以)?内)?"
_USE: Final = r"投入使用前|上班前|下班前|营业前|作业前"

_IN_USE: Final = late(_USE)
_FREE: Final = rf"(?:{_MONTHS}|{_QUARTER}|{_YEARLY}|{_DAYS}|{_ORDINAL}|{_OPENING}|{_USE}|{_OVER}|{_FEAST})"
_BEHIND: Final = late(rf"(?:的|[ 　])?(?:{_ORDINAL}的?)?{_FREE}{_TAIL}{_DAYTIME}(?!的[^日周月工前后])")
_FURTHER: Final = late(rf"(?:、|和|及|或者?)(?:次年|翌年)?{_FREE}{_TAIL}(?!的[^日周月工前后])")
_JOINTS: Final = frozenset("、和及或")
_WEEKDAY: Final = late(
    rf"(?:[{_C[:6]}](?:至|到|—|-)(?:周|星期)[{_C[:6]}日天]|[{_C[:6]}日天末])"
    rf"(?:、(?:周|星期)?[{_C[:6]}日天])*{_DAYTIME}")
_HOUR: Final = rf"{_D}(?:点半?|时(?!段|刻)|[:：]\d{{2}})"
_UNTIL: Final = rf"(?:前|以前|[至到—-](?:[上下]午|晚上)?{_HOUR})?"
_CLOCK: Final = late(rf"(?:[上下]午|早[上晨]|中午|晚[上间]|清晨|傍晚)(?:{_HOUR}{_UNTIL})?|{_HOUR}{_UNTIL}")
_LEADS: Final = frozenset("于在到")
_LATER: Final = late(rf"(?P<lead>[^，。；]{{0,6}}?(?:于|在|到))(?P<anchor>{_FREE}{_TAIL})")
_NO_WEEKDAY: Final = late(
    r"一(?:调度|例会|通报|督查|研判|汇总|点评|协调|梳理|会商|推进|小结|总结|调研|检查|排名)(?=[、，。”；）]|$)|"
    r"一(?:次|个|场|期|篇|节|堂|件|条|小|大)|[一二三四五六](?:次|个|场|期|篇|节|堂|件|(?:至|到|—)(?!周|星期))")


def find(text: str, start: int, end: int, unit: str) -> tuple[int, int] | None:
    """The anchor behind a cue that ends at `start`, not beyond `end`."""
    if unit == "week" and not _NO_WEEKDAY.match(text, start, end):
        day = _WEEKDAY.match(text, start, end)
        if day:
            return day.span()
    if unit in ("day", "workday", "hour", "term"):
        clock = _CLOCK.match(text, start, end) or _IN_USE.match(text, start, end)
        return clock.span() if clock else None
    near = _BEHIND.match(text, start, end)
    if near:
        first, last = start + (text[start] in "的 　"), near.end()
        while text[last:last + 1] in _JOINTS and (further := _FURTHER.match(text, last, end)):
            last = further.end()
        return first, last
    later = None if _LEADS.isdisjoint(text[start:start + 7]) else _LATER.match(text, start, end)
    return later.span("anchor") if later else None
