"""Moulds of speech, and four characters that sound like conduct."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late

_FIRSTS: Final = frozenset((
    "至上", "优先", "第一", "先行", "为先", "为本", "为要", "为王", "为基", "为重", "为大", "为主", "为上"))
"""What puts one thing before all others: 质量第一、效益优先."""
_BALANCED: Final = frozenset(("结合", "并重", "并举", "兼顾", "兼治", "共进"))
"""What brings two things together: 严管厚爱结合、激励约束并重."""
_MOULD: Final = late(
    rf"(?P<both>[^与和]{{2,4}}(?:{'|'.join(sorted(_BALANCED))})$)|"
    r"(?P<must>[一-鿿]{2,3}(?:方能|才能|方可|才可|方显|造就|成就|铸就)[一-鿿]{2,3}$)|"
    r"(?P<amid>[在于].{1,3}[中上][^国央小共期心间海级层].{1,2}$)|"
    r"(?P<double>(?P<a>.)(?P=a)(?P<b>.)(?P=b)..$)|(?P<unless>不.{2,4}不.{2,3}$)|(?P<firm>坚定.{2,6}不[^断].$)|"
    r"(?P<doer>为(?P<c>..)者(?P=c))|(?P<deed>[办做干谋解][实好难大正善][事题]$)|(?P<affair>..(?<!行使|国家)[行理施勤从执议]政$)|"
    r"(?P<one>(?P<g>一.).{0,2}(?P=g).{0,2}$)|(?P<twice>(?P<h>[人事处时件层户天年步环代])(?P=h).{1,4}$)|"
    r"(?P<along>与.{1,3}[同共].{1,2}$)|(?P<step>.{2,4}不[停止歇松断].$)|(?P<verb>.[出进起过][去来]$)|"
    r"(?P<people>.[民人]心$|.民[情意生智忧困声]$)|(?P<manage>.事办..$)|(?P<stay>(?P<k>.).不(?P=k)..$)|"
    r"(?P<run>.{2,3}[多少]跑[路腿]$)|(?P<words>(?P<i>..)不(?P=i)$)|(?P<none>.无不.$)|(?P<each>各.其.$)|(?P<always>[有逢遇应凡].[必尽].$|无.不.$)|(?P<good>(?P<d>[好实难大])事办(?P=d)$)|"
    rf"(?P<first>..(?:{'|'.join(sorted(_FIRSTS))})$|以.为[本先重要]$)|"
    r"(?P<task>.[^上动][办干做]事$)|(?P<play>.好..[棋仗牌拳局战人路卷考关]$)|(?P<dare>不[信怕畏惧避退松推拖绕][一-鿿]{1,2}$)|"
    r"(?P<then>(?P<e>.)[就则](?P=e).$|.(?P<f>.)就(?P=f)$)")
"""Moulds of speech that say as much as words in common: 唯X方能Y, 在X中谋Y, 堂堂正正干事, 不X不Y, 为X者X."""


MARKS: Final = frozenset("能可显就在于不坚为一与各有无逢遇应凡好则事")
"""One of these stands in every member of a mould that neither its end nor its doubled first character tells."""
ENDS: Final = frozenset("事题政去来心情意生智忧困声路腿" + "".join(phrase[1] for phrase in _FIRSTS | _BALANCED))
"""What the members of the other moulds end in."""


def one_mould(left: str, right: str) -> bool:
    if (MARKS.isdisjoint(left) or MARKS.isdisjoint(right)) and not (left[-1] in ENDS and right[-1] in ENDS) and not (
            left[0] == left[1] and right[0] == right[1]):
        return False
    if left == right or not (match := _MOULD.match(left)):
        return False
    other = _MOULD.match(right)
    return other is not None and match.lastgroup == other.lastgroup


STARTS: Final = frozenset((
    "勇于", "敢于", "善于", "甘于", "乐于", "勤于", "勇当", "勇创", "勇争", "勇挑", "勇立", "勇闯", "勇攀", "勇担",
    "永不", "决不", "绝不", "奋勇", "奋发", "实干", "苦干", "廉洁", "勤政", "勤俭", "齐心", "顶压", "躬身", "昂首",
    "逆势"))
ENDS_OF_CONDUCT: Final = frozenset((
    "为民", "前行", "奋进", "竞进", "笃行", "实干", "苦干", "担当", "拼搏", "争先", "赶超", "用权", "克难"))
BRAVE: Final = "敢善能勤快"
_HEADS: Final = frozenset(("合力", "精神", "实绩", "作风", "意识", "品格"))
_BARE: Final = frozenset(("政治", "责任", "干净", "历史", "使命", "履职", "树立", "产业", "经济"))
"""Before an end of conduct these make a noun, or a verb with half of its object: 政治担当, 树立为民."""


def spirited(member: str) -> bool:
    """Four characters that open or end as words of conduct do: 勇于X, 敢X善Y, X为民, X奋进."""
    first, second = member[:2], member[2:]
    if first in STARTS:
        return second not in _HEADS
    if second in ENDS_OF_CONDUCT:
        return first not in _BARE
    if first == "奋力":
        return second[0] in "崛闯前赶追拼攻"
    return first[0] in BRAVE and second[0] in "敢善能会为快真"
