"""Quoted terms that are said as a whole: sentences, parallel formulae, calls and mottos."""

from __future__ import annotations

from typing import Final

from policydoc.extract.affixes import Ends, Starts
from policydoc.extract.quotes.forms import members, proper_form
from policydoc.extract.quotes.terms import Around, headed_by
from policydoc.model.kinds import QuotedKind
from policydoc.patterns import late


def sentence(text: str) -> QuotedKind | None:
    """A whole sentence, or what somebody is said to have said."""
    if "。" in text or text.startswith("是否") or (text[-1] in "！？；!?" and len(text) > 6):
        return "slogan" if "！" in text and len(text) < 16 else "quotation"
    return None


def formula(parts: list[str]) -> QuotedKind | None:
    """Members of equal or nearly equal length; None where the words around them have to tell."""
    if parts[0][-1] in _PLIGHTS and all(part[-1] in _PLIGHTS for part in parts):
        return "label"
    if parts[0][0] in "十百千万" and all(_MYRIADS.match(part) for part in parts):
        return "name"
    sizes = list(map(len, parts))
    longest = max(sizes)
    if longest > 2 and (longest <= 9 or longest - min(sizes) <= 2):
        return "slogan"
    return None


def parallel(text: str, around: Around) -> QuotedKind | None:
    """Members of one or two characters, or a short text with a comma."""
    longest = max(map(len, members(text)))
    if longest == 1:
        return "slogan" if _STATE.match(around.after) else "label"
    if longest == 2:
        return "label" if _COUNT.match(around.close_after) else "slogan"
    return "slogan" if len(text) <= 24 and not _QUOTING.match(around.after) else "quotation"


def joined(text: str) -> QuotedKind | None:
    """清朗·彭城净网 is a name, a long one with · or —— a theme, a chain with — a label."""
    if "·" in text:
        return "slogan" if len(text) >= 12 and not proper_form(text[-4:]) else "name"
    return "label" if "—" in text[:-1].replace("——", "") and not proper_form(text) else None


_PLIGHTS: Final = frozenset("难慢贵乱")
_MYRIADS: Final = late(r"[十百千万][村镇乡县企户校园店厂团城]")
"""千村示范、万村整治: how large an undertaking is."""
_STATE: Final = late(r"的?(?:工作)?(?:状态|精神|作风|劲头|态度|氛围|要求|方针|理念)")
_COUNT: Final = late(r"[等这]?[一二两三四五六七八九十]{1,2}[个大项种方类]")
_QUOTING: Final = late(r"的?(?:规定|错误|论断|指示|方式|判断|观点)")


def summed(text: str) -> bool:
    """党建+服务: a sum of two things."""
    return "+" in text or "＋" in text


def key_link(text: str) -> bool:
    """以粮为纲, 以人为本: what comes first."""
    return text[0] == "以" and _KEY_LINK.match(text) is not None


def voiced(text: str) -> bool:
    """Does somebody speak?"""
    return (text[0] in _SPEAKING and _VOICE.match(text) is not None) or _VOICE_WITHIN.search(text) is not None


def chanted(text: str) -> bool:
    """A verb said twice (比质量比服务), 让城市更宜居."""
    return len(text) > 5 and (
        _CHANT.search(text) is not None or ("让" in text and _MAKING.search(text) is not None))


def clause(text: str) -> bool:
    """A verb with its object, too long for a word."""
    return len(text) > 6 and _CLAUSE.of(text)


def upheld(text: str, around: Around) -> QuotedKind | None:
    """高呼“X”, 坚持“X”."""
    before = around.before
    if before and CALLED.of(before.rstrip("：:")):
        return "slogan"
    if UPHELD.of(before) and len(text) > 5 and text[-1] != "制" and not summed(text) \
            and not headed_by("label_heads", around.after):
        return "slogan"
    return None


def no_programme(_text: str, around: Around) -> QuotedKind | None:
    """A call, unless it names an undertaking."""
    return None if _PROGRAMME.match(around.after) else "slogan"


def no_label(_text: str, around: Around) -> QuotedKind | None:
    """A clause, unless it says of what kind a thing is."""
    return None if headed_by("label_heads", around.after) else "slogan"


def vowed(text: str, around: Around) -> QuotedKind | None:
    """“X”理念, “X”的方针: what the words behind it say it is."""
    after = around.after
    if (headed_by("slogan_heads", after) or _SPIRIT.match(after)) and not summed(text) and not _NO_VOW.match(text):
        return "slogan"
    return None


def scene(_text: str, around: Around) -> QuotedKind | None:
    """A line of a poem: “X”的意境."""
    return "quotation" if _SCENE.match(around.after) else None


_NO_VOW: Final = late(r"一[^一]{1,3}一.$|[零无大以]|互联网")
_KEY_LINK: Final = late(r"以.+为纲$|以.{3,}为[本先要主]$")
_SCENE: Final = late(r"的[一-鿿]{0,2}(?:美景|意境|诗意|诗句|佳句|景象)")
_CHANT: Final = late(r"([讲爱学比做])[^讲]{1,3}\1[^讲]{1,3}")
_MAKING: Final = late("[一-鿿]{2}让[一-鿿]{2,}更[一-鿿]{1,2}$")
UPHELD: Final = Ends("坚持 秉持 秉承 践行 弘扬 发扬")
CALLED: Final = Ends("高呼 高喊 喊出 响起 呼喊 口号 口号是 口号为")
_SPIRIT: Final = late(r"的[一-鿿]{0,7}(?:精神|理念|意识|作风|口号|方针|原则|要求)")
_VOICE: Final = late(
    r"我[为们是要和家的]|让|把|请|人人|不忘|争[当做创]|誓|为了|与|向[^前上下]|爱|做[^强优大]|"
    r"学[^校生科习术位历]|感党恩|听党话|永远|坚决")
_SPEAKING: Final = frozenset("我让把请人不争誓为与向爱做学感听永坚")
"""How those words begin."""
_VOICE_WITHIN: Final = late(
    r"跟着|不求|办实事|见成效|过上|就是|不是|必须|不能|才能|才是|没有|为人民|跟党走|要[^素闻点塞求件客约]")
_PROGRAMME: Final = late(
    r"(?:等)?(?:重大|重点|专项)?(?:工程|计划|平台|项目|品牌|系统|APP|景区|赛|奖|演出|节目)")
_CLAUSE: Final = Starts(
    "建设 发扬 弘扬 深化 推进 推动 强化 提升 打造 促进 加快 坚持 保持 践行 守护 拥抱 奋进 奋斗 建功 "
    "赋能 聚焦 创建 喜迎 致敬 牢记 传承 敢于 善于 勇于 投资 打倒 废除 拥护 "
    "反对 武装 保卫 高水平 高质量 大干 决战 奋战")
