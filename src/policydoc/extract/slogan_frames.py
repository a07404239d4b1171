"""Frames: whether two members of equal length share one inner form, and four characters that sound like conduct."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late

_WEAK: Final = late(r"不[足够强高快优多力实深大齐全明清严紧同]")
OPENERS: Final = frozenset("以向靠能不统自尊人事处时一严为坚")
ACTS: Final = frozenset("建强兴治安睦控固惠富立促护美优旺靓绿稳活润修铸育培塑凝聚资守卫为执用爱敬")
"""Verbs before the one character that the members end in: 改革强军、科技兴军."""
PIVOTS: Final = frozenset("政于在乎有化往要为不之则是全更实事促带兴聚补养哺进保固塑彰引强富育稳创护扶治")
"""What members of one inner form share: at the start, or inside."""
_PREFIXES: Final = frozenset((
    "统一", "自我", "尊重", "人人", "事事", "处处", "时时", "一手", "严以",
    "不负", "不忘", "永不", "决不", "绝不"))


def framed(left: str, right: str) -> bool:
    """One inner form: 抓在/严在, 化于, 有所, 以X促Y, 真改实改, 统一X."""
    if (_repeats(left) and _repeats(right)) or _one_mould(left, right):
        return True
    same = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a == b]
    if not same or len(same) == len(left):
        return same == [] and {left[0], right[0]} == {"多", "少"} and len(left) > 3
    if same[0] == 0:
        return _same_start(left, right, same)
    return _same_inside(left, right, same) if len(left) > 3 else _same_short(left, right, same)


def _same_start(left: str, right: str, same: list[int]) -> bool:
    if len(left) == 3:
        return same == [0, 2] and left[0] == "不" and left[1] in _MODALS and right[1] in _MODALS
    if left[0] in "以向靠" and len(left) <= 8:
        return any(left[i] in _LIFTS for i in same[1:-1] or same[1:]) or (
            len(left) == 4 and left[2] in _LIFTS and right[2] in _LIFTS)
    if left[0] == "能" and "不能" in left and "不能" in right:
        return True
    return left[:2] == right[:2] and left[:2] in _PREFIXES


def _same_short(left: str, right: str, same: list[int]) -> bool:
    char = left[same[0]]
    if same == [1]:
        return char in "更实"
    return same == [2] and char == "事" and left[0] in _MODALS and right[0] in _MODALS


def _same_inside(left: str, right: str, same: list[int]) -> bool:
    """Members of four or more characters that share characters after the first one."""
    size, second, third = len(left), left[same[0]], left[2] if 2 in same else ""
    if size <= 6 and same[0] <= 2:
        if second in "于在乎" and size - same[0] <= 3:
            return not {left[0], right[0]} & _PLACED
        if left[same[0]:same[0] + 2] == right[same[0]:same[0] + 2] in ("有所", "化于", "往一", "要实"):
            return True
    if size == 4 and third == "为":
        return left[3] in _ENDS and right[3] in _ENDS
    if size == 5 and third == "不":
        return not _WEAK.search(left) and not _WEAK.search(right)
    if (size == 4 and third == "之") or "则" in [left[i] for i in same if i < size - 1]:
        return True
    if second == "全":
        return "之" in left[-2:]
    if second == "是":
        return any(left[i] == "之" for i in same) or (
            len(same) > 1 and left[-1] == right[-1] and left[-1] in "人者力" and left[0] not in "一二三这其都")
    return size == 4 and same == [3] and left[:2] in RESULTS and right[:2] in RESULTS


_MOULD: Final = late(
    r"(?P<must>[一-鿿]{2,3}(?:方能|才能|方可|才可|方显|造就|成就|铸就)[一-鿿]{2,3}$)|"
    r"(?P<amid>[在于].{1,3}中[^国央小共期心间].{1,2}$)|"
    r"(?P<double>(.)\4(.)\5..$)|(?P<unless>不.{2,4}不.{2,3}$)|(?P<firm>坚定.{2,6}不[^断].$)|"
    r"(?P<doer>为(..)者\9)|(?P<deed>[办做干谋解][实好难大正善][事题]$)|(?P<affair>..(?<!行使|国家)[行理施勤从执议]政$)|"
    r"(?P<task>.[^上动][办干做]事$)|(?P<play>.好..[棋仗牌拳局战]$)|(?P<dare>不[信怕畏惧避退松推拖绕][一-鿿]{1,2}$)|"
    r"(?P<then>(.)[就则]\16.$|.(.)就\17$)")
"""Moulds of speech that say as much as words in common: 唯X方能Y, 在X中谋Y, 堂堂正正干事, 不X不Y, 为X者X."""


def _one_mould(left: str, right: str) -> bool:
    if left == right or not (match := _MOULD.match(left)):
        return False
    other = _MOULD.match(right)
    return other is not None and match.lastgroup == other.lastgroup


_PLACED: Final = frozenset("位处设存建关由对基鉴属至低高优大小多少")
_LIFTS: Final = frozenset("要促带兴聚补养哺进保固塑彰引强富育稳创护扶治")
_ENDS: Final = frozenset("公民本先要基重大主荣耻上")
_MODALS: Final = frozenset("想能会敢愿干不谋善肯")
RESULTS: Final = frozenset((
    "作出", "做出", "形成", "取得", "务求", "抓出", "干出", "创出", "确保", "见到", "讲求", "注重", "提高"))


_MANNER: Final = frozenset("真实全彻立即尽快应宜能可早常敢善必唯知有不如共同边再苦巧")


def _repeats(member: str) -> bool:
    """真改实改, 唯干唯实唯先, 应保尽保: a character comes back at every second place, beside a word of manner."""
    if len(member) not in (4, 6) or len(set(member)) <= 2:
        return False
    if len(set(member[::2])) == 1:
        return member[0] in _MANNER
    return len(set(member[1::2])) == 1 and not _MANNER.isdisjoint(member[::2])


STARTS: Final = frozenset((
    "勇于", "敢于", "善于", "甘于", "乐于", "勤于", "勇当", "勇创", "勇争", "勇挑", "勇立", "勇闯", "勇攀", "勇担",
    "永不", "决不", "绝不", "奋勇", "奋发", "实干", "苦干", "廉洁", "勤政", "勤俭", "齐心", "顶压", "躬身", "昂首",
    "逆势"))
ENDS_OF_CONDUCT: Final = frozenset((
    "为民", "前行", "奋进", "竞进", "笃行", "实干", "苦干", "担当", "拼搏", "争先", "赶超", "用权", "克难"))
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
    return first[0] in "敢善能勤快" and second[0] in "敢善能会为快真"
