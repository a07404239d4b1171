"""Which kind of term stands in quotes: rules tried in order, each with the words around the term at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

from policydoc.extract.affixes import Ends, Starts
from policydoc.extract.quote_forms import home_of, members, numeral_kind, proper_form
from policydoc.lexicon import table, words
from policydoc.model.kinds import QuotedKind
from policydoc.patterns import late

Span = tuple[int, int]


class Term(NamedTuple):
    """A quoted term with what stands before the quote and after it.

    `before` and `after` look over the other terms of the same list: in “甲”“乙”和“丙”工程 the words after each
    are 工程.
    """

    text: str
    before: str
    after: str
    close_before: str
    close_after: str
    home: str | None = None


class Judge:
    """Gives the kind of each quoted span of one text, and the name of the rule that decided."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.known = _known()
        self.home = home_of(text)
        self.end_of = dict(spans)
        self.start_of = {end: start for start, end in spans}

    def __call__(self, content: str, start: int, end: int) -> tuple[QuotedKind, str]:
        """The kind of the span and the rule; `content` is its text without white space around it."""
        if known := self.known.get(content):
            return known, "quote-lexicon"
        if (kind := numeral_kind(content)) and not content.isdecimal():
            return kind, "quote-numeral"
        text = self.text
        before = close_before = text[start - 13 if start > 13 else 0:start - 1]
        after = close_after = text[end + 1:end + 13]
        if after[:1] in _NEXT_IN_LIST or before[-1:] in _LAST_IN_LIST:
            left, right = self._list(start, end)
            before, after = text[max(0, left - 13):left - 1], text[right + 1:right + 13]
        term = Term(content, before, after, close_before, close_after, self.home)
        for rule, name in _RULES:
            if kind := rule(term):
                return kind, name
        return "label", "quote-default"

    def _list(self, start: int, end: int) -> Span:
        """The span from the first to the last of the coordinated quoted terms around this one (six each way)."""
        text = self.text
        for _ in range(6):
            at = end + 1
            if text[at:at + 1] in _JOINTS:
                at += 1
            if text[at:at + 1] != "“" or at + 1 not in self.end_of:
                break
            end = self.end_of[at + 1]
        for _ in range(6):
            at = start - 2
            if text[at:at + 1] in _JOINTS:
                at -= 1
            if text[at:at + 1] != "”" or at not in self.start_of:
                break
            start = self.start_of[at]
        return start, end


_JOINTS: Final = frozenset("、和与及暨或")
_NEXT_IN_LIST: Final = _JOINTS | {"“"}
_LAST_IN_LIST: Final = _JOINTS | {"”"}

_DEFINED: Final = Ends(
    "以下简称 以下统称 以下合称 下称 所称 所称的 改为 修正为 删去 删除 表述为 标明 标注 注明 写明 加盖 盖有 印有 系指 "
    "说什么 应为 读作 记作 误为 此处之 设置 填写 标有 写着 写道 刻有 书写")
_MENTIONED: Final = late(
    r"等?的?(?:一词|字样|[二两三四五六七八]?字(?![一-鿿]{0,2}[当头型])|一语|一句|之误|修改为|改为|"
    r"等?(?:征求意见)?栏目|的规定|的表述|的说法|的论断|的判断|的指示|的著名|"
    r"的诗|的罪名|的帽子|的罪名|的帽子|这句话|这一论断)")
_MENTIONING: Final = frozenset("等的一字二两三四五六七八句之修改征栏诗这")
"""How those words begin."""
_MEANS: Final = late(r"，?(?:分别|均|都)?(?:是指|系指|分别指|应当?理解为)")
_ENUMERATED: Final = late(r"（[一二三四五六七八九十]+）$")
"""An item of a law's list of definitions; the numbered lines of a glossary are no such thing."""
_SAID: Final = late(
    r"(?:说|指出|强调|宣布|提出|写道|认为|声明|告诫|教导|要求|规定|宣告|公告|明确|判断|思想|断言|批评|"
    r"回答|声称|号召)[：:，]?$")

def cited(term: Term) -> QuotedKind | None:
    """Words cited as words: a definition, an amendment, 一词, 字样."""
    text, before, after, close_before, _, _ = term
    if _DEFINED.of(close_before) and not (close_before.endswith("设置") and proper_form(text)):
        return "quotation"
    if after[:1] in _MENTIONING and _MENTIONED.match(after):
        return "quotation"
    if before.endswith("）") and _MEANS.match(after) and _ENUMERATED.search(before):
        return "quotation"
    if len(text) > 4 and before.endswith(("所谓", "所谓的")):
        return "quotation"
    return None


def dialled(term: Term) -> QuotedKind | None:
    """A number that one calls is a name: “12345”热线."""
    if not term.text.isdecimal():
        return None
    return "name" if _NUMBER_DIALLED.search(term.after) else numeral_kind(term.text)


_NUMBER_DIALLED: Final = late(r"热线|平台|电话|便民|投诉|报警|系统|疫情|事件|专案|案件")


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


_STATE: Final = late(r"的?(?:工作)?(?:状态|精神|作风|劲头|态度|氛围|要求|方针|理念)")
_COUNT: Final = late(r"[等这]?[一二两三四五六七八九十]{1,2}[个项大种方类]")
_QUOTING: Final = late(r"的?(?:规定|错误|论断|指示|方式|判断|观点)")


def proper(term: Term) -> QuotedKind | None:
    """The form of a name: a series of articles (十条), a place, 杯 奖 节 号 工程 at the end."""
    if proper_form(term.text, term.home) or _awarded(term):
        return "name"
    return None


def counted(term: Term) -> QuotedKind | None:
    """五个“X”, 热门“X”: one of several, so the word for a sort of thing."""
    if term.close_before[-1:] not in _COUNTING or len(term.text) > 5 or term.text[-1] in "条送":
        return None
    return "label" if _SEVERAL.search(term.close_before) else None


_COUNTING: Final = frozenset("个门")


_SEVERAL: Final = late(r"(?:(?<!第)[一二两三四五六七八九十\d多几]个|热门)$")


def _awarded(term: Term) -> bool:
    if term.after[:1] in _WINNING and _WINS.match(term.after):
        return True
    return _award_verbs().of(term.before) and len(term.text) >= 4 and not term.close_after.startswith("的重要")


_WINNING: Final = frozenset("荣获首")


@cache
def _award_verbs() -> Ends:
    return Ends(table("quotes")["award_verbs"])


_WINS: Final = late(r"荣?获(?:评|批|颁|全国|国家|中国)|首飞")


def motto(term: Term) -> QuotedKind | None:
    """A call or motto without punctuation: somebody's voice, or what 理念 方针 主题 say it is."""
    text, before, after, _, _, _ = term
    size = len(text)
    if size < 3:
        return None
    if _CALLED.of(before.rstrip("：:")):
        return "slogan"
    if size >= 6 and _KEY_LINK.match(text):
        return "slogan"
    if size >= 5 and _VOICE.search(text) and not _PROGRAMME.match(after):
        return "slogan"
    if size >= 4 and (_heads("slogan_heads", after) or (after.startswith("的") and _SPIRIT.match(after))) \
            and not text.startswith(("零", "无", "大", "互联网", "以")) and not _EACH.match(text) and _PLUS.isdisjoint(text):
        return "slogan"
    if size in (5, 7) and after.startswith("的") and _SCENE.match(after):
        return "quotation"
    if size >= 6 and _CHANT.search(text) and not _PROGRAMME.match(after):
        return "slogan"
    if size >= 7 and _CLAUSE.match(text) and not _heads("label_heads", after):
        return "slogan"
    return None


_EACH: Final = late(r"一.一.$")
_PLUS: Final = frozenset("+＋")
_KEY_LINK: Final = late(r"以.{2,}为[纲本先要主]$")
_SCENE: Final = late(r"的[一-鿿]{0,2}(?:美景|意境|诗意|诗句|佳句|景象)")
_CHANT: Final = late(r"([讲爱学比做])[^讲]{1,3}\1[^讲]{1,3}|[一-鿿]{2}让[一-鿿]{2,}更[一-鿿]{1,2}$")
_CALLED: Final = Ends("高呼 高喊 喊出 响起 呼喊 口号 口号是 口号为")
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


def headed(term: Term) -> QuotedKind | None:
    """What the words around the quote say it is: “X”工程, 台风“X”, “X”等金融产品, “X”紧急呼援服务系统."""
    text, after = term.text, term.after
    if len(text) < 2 or text.startswith("问题") or text.endswith(("难", "企业", "经济", "家庭")) or not _PLUS.isdisjoint(text):
        return None
    if _APPOSED.of(term.before):
        return "name"
    if not after[:1].isalpha():
        return None
    if _heads("name_heads", after) or _PRODUCT.match(after):
        return "name"
    if (head := _UNDERTAKING.match(after)) and not _heads("label_heads", head[0]):
        return "name"
    return None


_APPOSED: Final = Ends(
    "台风 电影 影片 歌剧 舞剧 话剧 电视剧 纪录片 课题 栏目 承办 承办好 举办 商标 航线 邪教 邪教组织 平台 APP 卫星 歌曲")
_PRODUCT: Final = late(
    r"等[\d一-鿿]{0,9}项目|等[一-鿿]{0,4}(?:产品|品牌|赛事|展会|平台|景区|作品|展览)|"
    r"[一-鿿]{1,6}?(?:品牌|平台|系统|APP|小程序|称号|大赛|论坛|台风)")
_UNDERTAKING: Final = late(r"(?:等[一-鿿]{1,8}?|[一-鿿]{1,6}?)(?:工程|行动|计划|战役|奖|普法|战略|活动|展演)")


def said(term: Term) -> QuotedKind | None:
    """提出“…”, 宣布“…”: somebody's words, unless they are short."""
    return "quotation" if len(term.text) >= 7 and _SAID.search(term.before) else None


def long_text(term: Term) -> QuotedKind | None:
    """Too long for a label."""
    if len(term.text) > 15:
        return "label" if "+" in term.text else "quotation"
    return None


RULES: Final[tuple[Callable[[Term], QuotedKind | None], ...]] = (
    cited, dialled, sentence, parallel, counted, proper, motto, headed, said, long_text)


_RULES: Final = tuple((rule, "quote-" + rule.__name__.replace("_", "-")) for rule in RULES)


@cache
def _known() -> dict[str, QuotedKind]:
    kinds: dict[str, QuotedKind] = {"name": "name", "label": "label", "slogan": "slogan",
                                    "numeral": "numeral_abbreviation"}
    return {word: kind for key, kind in kinds.items() for word in words("quotes", key)}


def _heads(key: str, after: str) -> bool:
    """Does one of the heads follow, at once or after 的, 这一, 这个, 为?"""
    heads = _starts(key)
    if heads.of(after):
        return True
    if after[:1] not in _LINK_FIRST:
        return False
    return any(after.startswith(link) and heads.of(after[len(link):]) for link in _LINKS)


_LINKS: Final = ("的", "这一", "这个", "为")
_LINK_FIRST: Final = frozenset("的这为")


@cache
def _starts(key: str) -> Starts:
    return Starts(table("quotes")[key])
