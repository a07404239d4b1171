"""Is the sentence a report of what was done, or a promise of what is to come?

Results speak in round-off figures (1,598 projects, growth of 9.4 %), in 了, in 累计 and 以来; a plan in 要, 将, 确保.
"""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency.context import Context
from policydoc.patterns import late

_PAST: Final = late(
    r"年来(?<=[一二三四五六七八九十两几\d这]年来)|过去[一二三四五六七八九十两几\d]{0,3}年|去年(?<!截至去年)(?!同期)|"
    r"上年(?!度)|以来(?!的)|累计(?![^，。；]{0,8}?不[少低得]|一般|达到|参加|时间)|完成了|解决了|取得了|确定了|获得|荣获|获评|"
    r"先后|曾经|同比|此前|此后|从此|这几年|这些年|历年|近[一二两三四五几\d]{1,2}年(?!内)|"
    r"我们(?:(?<=，我们)|(?<=\A我们))(?:始终|坚持|尽力|深入|大力|全力|牢固|着力|聚焦|统筹|强化|深刻)|得到了|"
    r"实现了|做了|起到了|发挥了|形成了|创造了|推动了|促进了|圆满|顺利(?:完成|实现)|成效(?:明显|显著|突出)|首次|"
    r"位居|稳居|位列|蝉联|创[^，。；造新建]{0,6}新高|事事有|亲自批阅")
"""Every branch begins with a character of its own, so that the search is quick; so too below."""
_FIGURES: Final = r"(?:\d+\.\d+|\d{3,}[1-9]|\d[\d,，]*\d{2}[1-9])"
_RESULT: Final = late(
    rf"{_FIGURES}[ 　]?[余多]?[万亿]?[余多]?(?:[%％件个家户项场人名元]|亿元|个百分点)(?!以[上内下]|左右)"
    r"|(?:办理|办结|解决|整治|排查|化解|惠及|资助|接待|受理|服务|"
    r"集中开[（(]?竣?[）)]?工)[^，。；以超不\d]{0,12}\d{3,}[ 　]?(?:余|多|万)*(?:件|个|项|家|户|人|场)(?!以|"
    r"左右)"
    r"|[增下提降](?:长|降|高|升|低)[ 　]?\d+[%％](?!以|左右)|满意率|办[结复]率|全部完成|更加有力|正在加快解决|"
    r"正在形成|创\d+个月新高")
_PROMISE: Final = late(
    r"应当|必须|须|务必|要(?:(?<=[，。；、们府委员门级]要)|(?<=\A要))(?!求|素|闻)|将(?!军|下|上|本|有|在)|力争|争取|确保|今后|"
    r"计划|从今年起|打造|进一步|继续|不得")
_PUSHED: Final = late("，(?:推动|促进|带动)(?!了)")
"""推动产值增长7%: what is done in order that the figure comes about."""
_AIMED: Final = late("确保|力争|争取|务必|必须|应当")


def past(context: Context) -> bool:
    """Whether the sentence reports results; a clause that promises (确保累计建成, 力争圆满完成) reports none."""
    sentence = context.text[context.start:context.end]
    for told in _PAST.finditer(sentence):
        clause = max(sentence.rfind(mark, 0, told.start()) for mark in "，；：") + 1
        if not _AIMED.search(sentence, clause, told.start()):
            return True
    if _PROMISE.search(sentence):
        return False
    rest = context.text[context.right:context.end]
    result = _RESULT.search(rest)
    return result is not None and not _PUSHED.search(rest, 0, result.start())


def promised(words: str) -> bool:
    """Whether a modal of duty or plan stands in the words."""
    return _PROMISE.search(words) is not None
