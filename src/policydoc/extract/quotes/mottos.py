"""Quoted terms that are said as a whole: sentences, parallel formulae, calls and mottos."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from policydoc.extract.affixes import Ends
from policydoc.extract.quotes.forms import members, proper_form
from policydoc.extract.quotes.terms import Term, headed_by
from policydoc.model.kinds import QuotedKind
from policydoc.patterns import late

PLUS: Final = frozenset("+＋")


def sentence(term: Term) -> QuotedKind | None:
    """A whole sentence, or what somebody is said to have said."""
    text = term.text
    if text.isalnum():
        return "quotation" if text.startswith("是否") else None
    if (text[-1] in "。！？；!?" and len(text) > 6) or "。" in text or text.startswith("是否"):
        return "slogan" if "！" in text and len(text) < 16 else "quotation"
    return None


def parallel(term: Term) -> QuotedKind | None:
    """Members of equal or nearly equal length, or any short text with a comma."""
    if term.text.isalnum():
        return None
    parts = members(term.text)
    if len(parts) < 2 or "+" in term.text:
        return _joined(term)
    if all(part[-1] in "难慢贵乱" for part in parts):
        return "label"
    if all(_MYRIADS.match(part) for part in parts):
        return "name"
    sizes = [len(part) for part in parts]
    if max(sizes) == 1:
        return "slogan" if _STATE.match(term.after) else "label"
    if max(sizes) == 2 and _COUNT.match(term.close_after):
        return "label"
    if max(sizes) - min(sizes) <= 2 or max(sizes) <= 9:
        return "slogan"
    return "slogan" if len(term.text) <= 24 and not _QUOTING.match(term.after) else "quotation"


def _joined(term: Term) -> QuotedKind | None:
    """清朗·彭城净网 is a name, a long one with · or —— a theme, a chain with — a label."""
    if "·" in term.text:
        return "slogan" if len(term.text) >= 12 and not proper_form(term.text[-4:]) else "name"
    return "label" if "—" in term.text[:-1].replace("——", "") and not proper_form(term.text) else None


_MYRIADS: Final = late(r"[十百千万][村镇乡县企户校园店厂团城]")
"""千村示范、万村整治: how large an undertaking is."""
_STATE: Final = late(r"的?(?:工作)?(?:状态|精神|作风|劲头|态度|氛围|要求|方针|理念)")
_COUNT: Final = late(r"[等这]?[一二两三四五六七八九十]{1,2}[个项大种方类]")
_QUOTING: Final = late(r"的?(?:规定|错误|论断|指示|方式|判断|观点)")


def motto(term: Term) -> QuotedKind | None:
    """A call or motto without punctuation: somebody's voice, or what 理念 方针 主题 say it is."""
    text, before, after, _, _, _ = term
    size = len(text)
    if size < 3:
        return None
    if before and CALLED.of(before.rstrip("：:")):
        return "slogan"
    link, voice, plain, chant, clause = _tone(text)
    if link or (size > 5 and plain and UPHELD.of(before) and text[-1] != "制" and not headed_by("label_heads", after)):
        return "slogan"
    if voice and not _PROGRAMME.match(after):
        return "slogan"
    if size > 3 and plain and (headed_by("slogan_heads", after) or (after.startswith("的") and _SPIRIT.match(after))) \
            and not _NO_VOW.match(text):
        return "slogan"
    if size in (5, 7) and after.startswith("的") and _SCENE.match(after):
        return "quotation"
    if (chant and not _PROGRAMME.match(after)) or (clause and not headed_by("label_heads", after)):
        return "slogan"
    return None


@lru_cache(16384)
def _tone(text: str) -> tuple[bool, bool, bool, bool, bool]:
    """How a term sounds: a key link, somebody's voice, no sum of two things, a chant, a clause."""
    size = len(text)
    return (_KEY_LINK.match(text) is not None, size > 4 and _VOICE.search(text) is not None,
            PLUS.isdisjoint(text), size > 5 and _CHANT.search(text) is not None,
            size > 6 and _CLAUSE.match(text) is not None)


_NO_VOW: Final = late(r"一[^一]{1,3}一.$|[零无大以]|互联网")
_KEY_LINK: Final = late(r"以.+为纲$|以.{3,}为[本先要主]$")
_SCENE: Final = late(r"的[一-鿿]{0,2}(?:美景|意境|诗意|诗句|佳句|景象)")
_CHANT: Final = late(r"([讲爱学比做])[^讲]{1,3}\1[^讲]{1,3}|[一-鿿]{2}让[一-鿿]{2,}更[一-鿿]{1,2}$")
UPHELD: Final = Ends("坚持 秉持 秉承 践行 弘扬 发扬")
CALLED: Final = Ends("高呼 高喊 喊出 响起 呼喊 口号 口号是 口号为")
_SPIRIT: Final = late(r"的[一-鿿]{0,7}(?:精神|理念|意识|作风|口号|方针|原则|要求)")
_VOICE: Final = late(
    r"^(?:我[为们是要和家的]|让|把|请|人人|不忘|争[当做创]|誓|为了|与|向[^前上下]|爱|做[^强优大]|"
    r"学[^校生科习术位历]|感党恩|听党话|永远|坚决)|"
    r"跟着|不求|办实事|见成效|过上|就是|不是|必须|不能|才能|才是|没有|为人民|跟党走|要[^素闻点塞求件客约]")
_PROGRAMME: Final = late(
    r"(?:等)?(?:重大|重点|专项)?(?:工程|计划|平台|项目|品牌|系统|APP|景区|赛|奖|演出|节目)")
_CLAUSE: Final = late(
    r"(?:建设|发扬|弘扬|深化|推进|推动|强化|提升|打造|促进|加快|坚持|保持|践行|守护|拥抱|奋进|奋斗|建功|"
    r"赋能|聚焦|创建|喜迎|致敬|牢记|传承|敢于|善于|勇于|投资|打倒|废除|拥护|"
    r"反对|武装|保卫|高水平|高质量|大干|决战|奋战)")
