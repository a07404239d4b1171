"""The rules that ask for the words around a quoted term, and which words may speak to which of them.

A set of rules is a number with a bit for each, so that to leave out those that the words around say nothing to
costs one `&`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from policydoc.extract.affixes import Ends
from policydoc.extract.quotes import mottos
from policydoc.extract.quotes.forms import proper_form
from policydoc.extract.quotes.terms import Around, firsts, headed_by
from policydoc.lexicon import table
from policydoc.model.kinds import QuotedKind
from policydoc.patterns import late

Rule = Callable[[str, Around], QuotedKind | None]

_DEFINED: Final = Ends(
    "以下简称 以下统称 以下合称 下称 所称 所称的 改为 修正为 删去 删除 表述为 标明 标注 注明 写明 加盖 盖有 印有 系指 "
    "说什么 应为 读作 记作 误为 此处之 设置 填写 标有 写着 写道 刻有 书写")
_MENTIONED: Final = late(
    r"等?的?(?:一词|字样|[二两三四五六七八]?字(?![一-鿿]{0,2}[当头型])|一语|一句|之误|修改为|改为|"
    r"等?(?:征求意见)?栏目|的规定|的表述|的说法|的论断|的判断|的指示|的著名|"
    r"的诗|的罪名|这句话|这一论断)")
_MEANS: Final = late(r"，?(?:分别|均|都)?(?:是指|系指|分别指|应当?理解为)")
_ENUMERATED: Final = late(r"（[一二三四五六七八九十]+）$")
"""An item of a law's list of definitions; the numbered lines of a glossary are no such thing."""
_SAID: Final = late(
    r"(?:说|指出|强调|宣布|提出|写道|认为|声明|告诫|教导|要求|规定|宣告|公告|明确|判断|思想|断言|批评|"
    r"回答|声称|号召)[：:，]?$")


def defined(text: str, around: Around) -> QuotedKind | None:
    """Words cited as words: a definition, an amendment, “X”是指 in a list of definitions, 所谓“X”."""
    close_before, before = around.close_before, around.before
    if _DEFINED.of(close_before) and not (close_before.endswith("设置") and proper_form(text)):
        return "quotation"
    if before.endswith("）") and _MEANS.match(around.after) and _ENUMERATED.search(before):
        return "quotation"
    return "quotation" if len(text) > 4 and before.endswith(("所谓", "所谓的")) else None


def mentioned(_text: str, around: Around) -> QuotedKind | None:
    """“X”一词, “X”字样, 修改为“X”."""
    return "quotation" if _MENTIONED.match(around.after) else None


def dialled(_text: str, around: Around) -> QuotedKind | None:
    """A number that one calls is a name: “12345”热线."""
    return "name" if _NUMBER_DIALLED.search(around.after) else None


_NUMBER_DIALLED: Final = late(r"热线|平台|电话|便民|投诉|报警|系统|疫情|事件|专案|案件")


def counted(_text: str, around: Around) -> QuotedKind | None:
    """五个“X”, 热门“X”: one of several, so the word for a sort of thing."""
    return "label" if _SEVERAL.search(around.close_before) else None


_SEVERAL: Final = late(r"(?:(?<!第)[一二两三四五六七八九十\d多几]个|热门)$")


def local(text: str, _around: Around) -> QuotedKind | None:
    """The place that the document is of stands in the term."""
    return "name" if proper_form(text, local=True) else None


def awarded(_text: str, around: Around) -> QuotedKind | None:
    """荣获“X”."""
    return "name" if _award_verbs().of(around.before) and not around.close_after.startswith("的重要") else None


def winning(_text: str, around: Around) -> QuotedKind | None:
    """“X”获评全国先进."""
    return "name" if _WINS.match(around.after) else None


@cache
def _award_verbs() -> Ends:
    return Ends(table("quotes")["award_verbs"])


_WINS: Final = late(r"荣?获(?:评|批|颁|全国|国家|中国)|首飞")


def apposed(_text: str, around: Around) -> QuotedKind | None:
    """台风“X”, 举办“X”."""
    return "name" if _APPOSED.of(around.before) else None


def headed(_text: str, around: Around) -> QuotedKind | None:
    """“X”工程, “X”为主题活动: the head stands behind it."""
    return "name" if headed_by("name_heads", around.after) else None


def widely_headed(_text: str, around: Around) -> QuotedKind | None:
    """“X”等金融产品, “X”紧急呼援服务系统: the head stands some words behind it."""
    after = around.after
    if _PRODUCT.match(after):
        return "name"
    head = _UNDERTAKING.match(after)
    return "name" if head and not headed_by("label_heads", head[0]) else None


_APPOSED: Final = Ends(
    "台风 电影 影片 歌剧 舞剧 话剧 电视剧 纪录片 课题 栏目 承办 承办好 举办 商标 航线 邪教 邪教组织 平台 APP 卫星 歌曲")
_MADE: Final = "产品|品牌|赛事|展会|平台|景区|作品|展览"
_BRANDS: Final = "品牌|平台|系统|APP|小程序|称号|大赛|论坛|台风"
_UNDERTAKINGS: Final = "工程|行动|计划|战役|奖|普法|战略|活动|展演"
_PRODUCT: Final = late(rf"等[\d一-鿿]{{0,9}}项目|等[一-鿿]{{0,4}}(?:{_MADE})|[一-鿿]{{1,6}}?(?:{_BRANDS})")
_UNDERTAKING: Final = late(f"(?:等[一-鿿]{{1,8}}?|[一-鿿]{{1,6}}?)(?:{_UNDERTAKINGS})")
WIDE_HEADS: Final = late(f"项目|{_MADE}|{_BRANDS}|{_UNDERTAKINGS}")
"""The heads that stand there: nearly always none does."""


def said(_text: str, around: Around) -> QuotedKind | None:
    """提出“…”, 宣布“…”: somebody's words."""
    return "quotation" if _SAID.search(around.before) else None


(DEFINED, MENTIONED, DIALLED, PARALLEL, COUNTED, LOCAL, WINNING, AWARDED, UPHELD, VOICED, VOWED, SCENE, CHANTED, CLAUSE,
 APPOSED, HEADED, WIDELY_HEADED, SAID) = (1 << n for n in range(18))

_RULES: Final[dict[int, tuple[Rule, str]]] = {
    DEFINED: (defined, "quote-cited"),
    MENTIONED: (mentioned, "quote-cited"),
    DIALLED: (dialled, "quote-dialled"),
    PARALLEL: (mottos.parallel, "quote-parallel"),
    COUNTED: (counted, "quote-counted"),
    LOCAL: (local, "quote-proper"),
    WINNING: (winning, "quote-proper"),
    AWARDED: (awarded, "quote-proper"),
    UPHELD: (mottos.upheld, "quote-motto"),
    VOICED: (mottos.no_programme, "quote-motto"),
    VOWED: (mottos.vowed, "quote-motto"),
    SCENE: (mottos.scene, "quote-motto"),
    CHANTED: (mottos.no_programme, "quote-motto"),
    CLAUSE: (mottos.no_label, "quote-motto"),
    APPOSED: (apposed, "quote-headed"),
    HEADED: (headed, "quote-headed"),
    WIDELY_HEADED: (widely_headed, "quote-headed"),
    SAID: (said, "quote-said"),
}
"""In the order in which they are tried, each with the name that it goes by."""
_ANYWHERE: Final = PARALLEL | VOICED | CHANTED | CLAUSE
"""The rules that have a kind to give whatever stands around the term."""


@lru_cache(1024)
def chosen(rules: int) -> tuple[tuple[Rule, str], ...]:
    """The rules of a set, in their order."""
    return tuple(rule for bit, rule in _RULES.items() if rules & bit)


@lru_cache(8192)
def before(char: str) -> int:
    """The rules that words which end with this character may speak to, a number's among them."""
    found = sum(bit for bit, chars in _last_characters().items() if char in chars)
    return found | DIALLED if found & ~SAID else found


@lru_cache(8192)
def behind(char: str) -> int:
    """The rules that words which begin with this character may speak to, and those that always give a kind."""
    found = sum(bit for bit, chars in _first_characters().items() if char in chars)
    return found | _ANYWHERE | (WIDELY_HEADED | DIALLED if char.isalpha() else 0)


@cache
def _last_characters() -> dict[int, frozenset[str]]:
    return {
        DEFINED: _DEFINED.last | frozenset("）谓的"),
        COUNTED: frozenset("个门"),
        AWARDED: _award_verbs().last,
        UPHELD: mottos.CALLED.last | mottos.UPHELD.last | frozenset("：:"),
        APPOSED: _APPOSED.last,
        SAID: frozenset("说出调布道为明诫导求定告确断想言评答称召：:，"),
    }


@cache
def _first_characters() -> dict[int, frozenset[str]]:
    return {
        MENTIONED: frozenset("等的一字二两三四五六七八句之修改征栏诗这"),
        WINNING: frozenset("荣获首"),
        VOWED: firsts("slogan_heads"),
        SCENE: frozenset("的"),
        HEADED: firsts("name_heads"),
    }
