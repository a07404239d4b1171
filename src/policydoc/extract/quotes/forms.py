"""What the form of a term alone says: numeral abbreviation, name, members of a formula."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.extract.affixes import Ends, Starts
from policydoc.lexicon import table, words
from policydoc.model.kinds import QuotedKind
from policydoc.patterns import late

_SPLIT: Final = late(r"[、，,；\s　]+")

_PERIOD: Final = late(
    r"(?:十?[一二三四五六七八九]五|十五)(?:时期|规划|期间|计划|以来|末|期末)?$|"
    r"十[一二三四五六七八九]?[运冬]会?$")
_DAY: Final = late(
    r"(?:\d{1,2}[·•.．・]\d{1,2}|[一二三四五六七八九十]{1,3}[·•.．・][一二三四五六七八九十]{1,3})")
_CODE: Final = late(r"[\d０-９+＋NnXxYy\-×]+$")
_NUMERAL: Final = late(r"[一二两三四五六七八九十双]")
_MEASURE: Final = late(
    r"(?:[零一二两三四五六七八九十百千万亿几半]+|[\d.]+)(?:多|余)?(?:年|天|日|月|周|小时|分钟|秒|公里|米|"
    r"亩|元|亿|斤|吨|度|点|步(?!走)|次|级|星|甲|期(?!..$)|号|流|线城市|手|代|十条|分[^之]|\d+条|位数|%|％)")
_COUNTED: Final = late(r"[一二两三四五六七八九十]{1,3}[个大项条种类位张件篇类型支座方](?!腿)")
_DIGITS_COUNTED: Final = late(r"\d+(?:[个大]|[项条](?:政策)?(?:措施|举措|任务|政策|指标|要求|制度|机制|清单)$)")
_UNDERTAKING: Final = Ends("工程 行动 计划 战略 规划 方案 活动 会战 攻坚 攻坚战")
_NO_LIST: Final = (
    "双方 双边 双向 双重 双月 双刃 两岸 两面 两者 两国 两地 两条腿 三角 三番 三维 四周 四处 四季 二手 二维 五湖 七夕 "
    "九曲 十足 ")
"""Words that begin with a numeral and stand for no list."""
_SERIES: Final = late(r"(?:[一二两三四五六七八九十]+[^一二两三四五六七八九十、，]{1,2}){2,}$")
"""两纵五横八辐射: a numeral with its head again and again, however long."""
_DEEDS: Final = late(r".{0,6}[一二两三四五六七八九十百\d][件项][一-鿿]{0,4}实事$")
_THRICE: Final = late(
    r"[二两双三四五六七八九](?!十)(?:[^、，一二两双三四五六七八九十]{1,2}[一二两双三四五六七八九](?![一二三四五六七八九十])){2,4}"
    r"[^、，一二三四五六七八九十]{1,3}$")
"""五点双享两救助: three numerals, each with its head."""
_RINGS: Final = late(r"[二三四五六]环$")
_WATERS: Final = late(r"[二三四五六七八九十][河江湖]$")


def members(text: str) -> list[str]:
    """The members of a formula: 、 ， and spaces divide."""
    return [part for part in _SPLIT.split(text) if part]


@cache
def _no_lists() -> Starts:
    return Starts(_NO_LIST + table("quotes")["numeral_places"])


def numeral_kind(text: str) -> QuotedKind | None:
    """numeral_abbreviation for a numeral with a head that stands for a list; other kinds that begin like one."""
    if text[-2:] == "实事" and _DEEDS.match(text):
        return "numeral_abbreviation"
    first = text[0]
    if first in _NUMERALS:
        return None if "就是" in text else _chinese(text)
    if first.isdecimal():
        return None if "就是" in text else _arabic(text)
    return "numeral_abbreviation" if text[2:3] in _NUMERALS and _TAILED.match(text) else None


_NUMERALS: Final = frozenset("一二两三四五六七八九十双百千万")


_TAILED: Final = late(r"[^第][^第\d][三四五六七八九][包防清改化查定治创减]$")
"""门前三包: the numeral with its head stands last."""


def _arabic(text: str) -> QuotedKind | None:
    if _DAY.match(text):
        return "name"
    return "numeral_abbreviation" if _CODE.match(text) or _DIGITS_COUNTED.match(text) else None


def _chinese(text: str) -> QuotedKind | None:
    first, size, plain = text[0], len(text), text.isalnum()
    if ((first == "十" or text[1:2] == "五") and _PERIOD.match(text)) or (not plain and _DAY.match(text)):
        return "name"
    if _COUNTED.match(text):
        return "numeral_abbreviation" if size > 2 and (plain or len(members(text)) <= 4) else None
    if size > 5 and _THRICE.match(text):
        return "numeral_abbreviation"
    if size == 2:
        if _RINGS.match(text):
            return "name"
        if _WATERS.match(text):
            return "numeral_abbreviation"
    if first in "百千万" or _no_lists().of(text) or _MEASURE.match(text):
        return None
    if not plain and len(parts := members(text)) > 1:
        return _formula_kind(parts)
    if first == "一":
        return _one(text)
    if _UNDERTAKING.of(text):
        return "name"
    return "numeral_abbreviation" if (len(text) <= 7 or _SERIES.match(text)) and text[1:2] != "连" else None


def _one(text: str) -> QuotedKind | None:
    """一岗双责 and 一核一带一区 count, 一村一品 and 一刀切 do not."""
    others = _NUMERAL.findall(text, 1)
    return "numeral_abbreviation" if len(others) >= 2 or (others and others[0] != "一") else None


def _formula_kind(parts: list[str]) -> QuotedKind:
    short = all(_NUMERAL.match(part) and len(part) <= 5 for part in parts)
    return "numeral_abbreviation" if short and not any(part[1:2] in "要手不产" for part in parts) else "slogan"


_ARTICLES: Final = late(
    r"(?:\d+|[一二三四五六七八九十]{2,}|[^一二三四五六七八九十][一二三四五六七八九十]+)条$")
_UNDERTAKINGS: Final = Ends(
    "工程 行动 计划 战略 规划 方案 大赛 大会 论坛 博览会 展览会 峰会 平台 杯 奖 节 里办 心办 e办 快办 卫视 频道 精神 "
    "企业家日 接待日 宣传日 纪念日 攻势 大会战 战役 热线 攻坚战 示范企业 好人 音乐会 展览 基金 研究院 实验室 大学 公司 "
    "集团 银行 日报 公约 宣言 协定")
_SHORT_ENDS: Final = Ends("贷 保 码 洽会 交会 博会 商会 展会 赛 走廊 专项")
_TITLES: Final = Ends(
    "示范区 示范市 示范县 监控网 监测网 城市 单位 集体 之都 之乡 百强 强县 强市 基地 试验区")
_LAST: Final = frozenset("年号条") | _UNDERTAKINGS.last | _SHORT_ENDS.last | _TITLES.last
_TRANSFER: Final = late(
    r"^.{1,2}[电气水煤粮油][入济送].$|^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁疆蓉穗杭甬榕筑邕锡徐厦莞郑昆汉].{1,2}[办通码]$|"
    r"^引[江河汉黄大洮滦]?.[济入补]..?$|^.{1,2}[电气水煤粮][东西南北外入][送调运供输]$")
"""引大济湟, 皖电东送: undertakings that carry water, power or coal."""


def _carried(text: str) -> bool:
    """Has it a sign of such an undertaking at one of its ends?"""
    return text[-1] in "办通码送调运供输" or text[-2] in "入济送" or text[0] == "引"


@cache
def _place_names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("quotes", "places"), key=len, reverse=True)))


def proper_form(text: str, local: bool = False) -> bool:
    """A series of articles, an institution's or undertaking's ending, a place name in it (`local`: that of the
    place that the document is of)."""
    size = len(text)
    if "+" in text or (size < 6 and text[0] == "以"):
        return False
    if (text[-1] in _LAST and _ended(text)) or (2 < size < 7 and _carried(text) and _TRANSFER.match(text)):
        return True
    return (size > 3 or text[0] == "爱") and text[-2:] not in _MADE_HERE and (
        local or _place_names().search(text) is not None)


_MADE_HERE: Final = frozenset(("制造", "创造", "智造", "速度", "质量"))
"""陕西制造, 深圳速度: how things are done at a place, a sort of thing and no name."""


def _ended(text: str) -> bool:
    """An ending that makes a name, with at least so many characters before it."""
    if _UNDERTAKINGS.of(text[1:]) or _SHORT_ENDS.of(text[2:]) or _TITLES.of(text[4:]):
        return True
    match text[-1]:
        case "年":
            return len(text) > 3
        case "号":
            return text[-2:-1] not in ("", "字")
        case "条":
            return _ARTICLES.search(text) is not None
    return False


_HOME: Final = late(
    r"(?:日在|，在| 在|—在|（在|(?:\n|^)(?:\d{4}年)?(?![我在各关一]))([一-鿿]{2})[一-鿿]{0,10}?(?:省|市|"
    r"州|自治区|县|区)(?:第|人民|政府|委|总工会|人大|政协)")


def home_of(text: str) -> str | None:
    """The first two characters of the place that the document's head names: 在宁德市第五届…会议上 → 宁德."""
    match = _HOME.search(text, 0, 400)
    return match[1] if match and match[1] not in ("全国", "中国", "中共", "自治") else None
