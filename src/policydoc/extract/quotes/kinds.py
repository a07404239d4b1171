"""Which kind of term stands in quotes: rules tried in order, each with the words around the term at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from policydoc.extract.affixes import Ends
from policydoc.extract.quotes.forms import home_of, numeral_kind, proper_form
from policydoc.extract.quotes.mottos import CALLED, PLUS, UPHELD, motto, parallel, sentence
from policydoc.extract.quotes.terms import Term, headed_by
from policydoc.lexicon import table, words
from policydoc.model.kinds import QuotedKind
from policydoc.patterns import late

Span = tuple[int, int]
Verdict = tuple[QuotedKind, str]
"""A kind and the rule that gave it."""
Rule = Callable[[Term], QuotedKind | None]


class Judge:
    """Gives the kind of each quoted span of one text, and the name of the rule that decided."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.home = home_of(text)
        self.end_of = dict(spans)
        self.start_of = {end: start for start, end in spans}

    def __call__(self, content: str, start: int, end: int) -> Verdict:
        """The kind of the span and the rule; `content` is its text without white space around it."""
        if settled := _settled(content):
            return settled
        text = self.text
        before = close_before = text[start - 13 if start > 13 else 0:start - 1]
        after = close_after = text[end + 1:end + 13]
        if after[:1] in _NEXT_IN_LIST or before[-1:] in _LAST_IN_LIST:
            left, right = self._list(start, end)
            before, after = text[max(0, left - 13):left - 1], text[right + 1:right + 13]
        silent = before[-1:] not in (_speaking() if len(content) < 7 else _saying())
        if silent and not after[:1].isalpha():
            return _alone(content, self.home)
        return _judged(Term(content, before, after, close_before, close_after, self.home), silent)

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
    r"的诗|的罪名|的罪名|这句话|这一论断)")
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
    if kind := mentioned(term):
        return kind
    if before.endswith("）") and _MEANS.match(after) and _ENUMERATED.search(before):
        return "quotation"
    if len(text) > 4 and before.endswith(("所谓", "所谓的")):
        return "quotation"
    return None


def mentioned(term: Term) -> QuotedKind | None:
    """“X”一词, “X”字样, 修改为“X”."""
    return "quotation" if term.after[:1] in _MENTIONING and _MENTIONED.match(term.after) else None


def dialled(term: Term) -> QuotedKind | None:
    """A number that one calls is a name: “12345”热线."""
    if not term.text.isdecimal():
        return None
    return "name" if _NUMBER_DIALLED.search(term.after) else numeral_kind(term.text)


_NUMBER_DIALLED: Final = late(r"热线|平台|电话|便民|投诉|报警|系统|疫情|事件|专案|案件")


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


def headed(term: Term) -> QuotedKind | None:
    """What the words around the quote say it is: “X”工程, 台风“X”, “X”等金融产品, “X”紧急呼援服务系统."""
    text, after = term.text, term.after
    if len(text) < 2 or text.startswith("问题") or text.endswith("难") or (len(text) < 6 and text.endswith("企业")):
        return None
    if _APPOSED.of(term.before):
        return "name"
    if not after[:1].isalpha() or not PLUS.isdisjoint(text[:-1]):
        return None
    if headed_by("name_heads", after):
        return "name"
    if _HEAD_ENDS.isdisjoint(after):
        return None
    if _PRODUCT.match(after):
        return "name"
    head = _UNDERTAKING.match(after)
    return "name" if head and not headed_by("label_heads", head[0]) else None


_APPOSED: Final = Ends(
    "台风 电影 影片 歌剧 舞剧 话剧 电视剧 纪录片 课题 栏目 承办 承办好 举办 商标 航线 邪教 邪教组织 平台 APP 卫星 歌曲")
_PRODUCT: Final = late(
    r"等[\d一-鿿]{0,9}项目|等[一-鿿]{0,4}(?:产品|品牌|赛事|展会|平台|景区|作品|展览)|"
    r"[一-鿿]{1,6}?(?:品牌|平台|系统|APP|小程序|称号|大赛|论坛|台风)")
_HEAD_ENDS: Final = frozenset("目品牌事会台区览统P序号赛坛风程动划役奖法略演")
"""Last characters of those heads and of the ones below."""
_UNDERTAKING: Final = late(r"(?:等[一-鿿]{1,8}?|[一-鿿]{1,6}?)(?:工程|行动|计划|战役|奖|普法|战略|活动|展演)")


def said(term: Term) -> QuotedKind | None:
    """提出“…”, 宣布“…”: somebody's words, unless they are short."""
    return "quotation" if len(term.text) >= 7 and _SAID.search(term.before) else None


def long_text(term: Term) -> QuotedKind | None:
    """Too long for a label."""
    if len(term.text) > 15:
        return "label" if "+" in term.text else "quotation"
    return None


RULES: Final[tuple[Rule, ...]] = (
    cited, dialled, sentence, parallel, counted, proper, motto, headed, said, long_text)
_NAMED: Final = tuple((rule, "quote-" + rule.__name__.replace("_", "-")) for rule in RULES)
_FOR_WORDS: Final = tuple(row for row in _NAMED if row[0] not in (dialled, sentence, parallel, said, long_text))
"""The rules for a short term without digit or mark; the others concern numbers, formulae and sentences."""
_SILENT_WORDS: Final = (
    (mentioned, "quote-cited"), *(row for row in _FOR_WORDS if row[0] not in (cited, counted)))
"""Those of them that ask for the words after the term."""
_DEFAULT: Final[Verdict] = ("label", "quote-default")


@lru_cache(16384)
def _settled(text: str) -> Verdict | None:
    """The verdict on a term that needs no context: known to the lexicon, or a numeral abbreviation."""
    if known := _known().get(text):
        return known, "quote-lexicon"
    kind = numeral_kind(text)
    return (kind, "quote-numeral") if kind and not text.isdecimal() else None


@lru_cache(16384)
def _alone(text: str, home: str | None) -> Verdict:
    """The verdict on a term that no word stands around."""
    return _judged(Term(text, "", "", "", "", home), silent=True)


def _judged(term: Term, silent: bool) -> Verdict:
    """By the first rule that has a kind to give; `silent` where no rule asks for the words before the term."""
    text = term.text
    if len(text) > 6 or not text.isalpha() or text[0] == "是":
        rules = _NAMED
    else:
        rules = _SILENT_WORDS if silent else _FOR_WORDS
    for rule, name in rules:
        if kind := rule(term):
            return kind, name
    return _DEFAULT


@cache
def _speaking() -> frozenset[str]:
    """The last characters of the words before a term that the rules ask for; the words after it begin with a letter."""
    lists = (_DEFINED, _award_verbs(), CALLED, UPHELD, _APPOSED)
    return frozenset("谓的）：:").union(_COUNTING, *(words.last for words in lists))


@cache
def _saying() -> frozenset[str]:
    """The same for a long term, which may be what somebody said."""
    return _speaking() | frozenset("说出调布道为明诫导求定告确断想评答称召，")


@cache
def _known() -> dict[str, QuotedKind]:
    kinds: dict[str, QuotedKind] = {"name": "name", "label": "label", "slogan": "slogan",
                                    "numeral": "numeral_abbreviation"}
    return {word: kind for key, kind in kinds.items() for word in words("quotes", key)}
