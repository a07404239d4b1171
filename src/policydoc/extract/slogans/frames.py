"""Frames: whether two members of equal length share one inner form: 抓在/严在, 以X促Y, 统一X, 政治建军/改革强军."""

from __future__ import annotations

from typing import Final

from policydoc.extract.slogans.moulds import ENDS, MARKS, one_mould
from policydoc.lexicon import words
from policydoc.patterns import late

_LIFTS: Final = frozenset("增添求谋要促带兴聚补养哺进保固塑彰引强富育稳创护扶治率换代铸润导")
"""What one thing does to the other in 以X促Y."""
_ACTS: Final = frozenset("建强兴治安睦控固惠富立促护美优旺靓绿稳活润修铸育培塑凝聚资守卫为执用爱敬识应求")
"""Verbs before the one character that the members end in: 改革强军、科技兴军."""
_DEEDS: Final = _ACTS | _LIFTS
_PLACED: Final = "位处设存建关由对基鉴属至低高优大小多少"

_AROUND: Final = {
    "如": late(r"..如[^何果同今下]$"),
    "坚": late(r"..坚[定决强韧]$"),
    "抓": late(r".{2,5}抓..$"),
    "变": late(r"[把将].{2}变.{1,3}$|..变[^化动更成].$"),
    "于": late(rf"不.于..$|[^{_PLACED}]于.{{1,4}}$|[^{_PLACED}].于.{{1,2}}$|..于.{{1,3}}$|.化于"),
    "在": late(rf"[^{_PLACED}]在.{{1,4}}$|[^{_PLACED}].在.{{1,3}}$"),
    "乎": late(r".{1,2}乎.{1,2}$"),
    "所": late(r".{0,2}有所.{1,2}$|.{2,4}所.$"),
    "必": late(r"..?必.$"),
    "求": late(r".[中里]求.$"),
    "时": late(r"[平急战闲忙]时..$"),
    "一": late(r".一[件项个步行]$|.一方..$|.往一.|..一[张条盘股把本].{0,2}$"),
    "实": late(r".要实|.实.$"),
    "更": late(r"..?更.$"),
    "其": late(r".其.$"),
    "再": late(r".{1,2}再.{1,2}$"),
    "得": late(r"[^值取获]得[^到]$|[^值取获]得.{2,3}$"),
    "者": late(r".者.$|.者常.$|..者..$"),
    "事": late(r"[想能会敢愿干不谋善肯快办成]..?$"),
    "要": late(r"..要.{1,3}$"),
    "有": late(r"[幼学劳病老住弱业困行居]有..$|.[中里上]有.$|..有[道规方度序据法力效章循责理节底味感]$|..有..$"),
    "不": late(r"..不[松减变动摇停断乱散懈怠退让歇弱偏丢忘移息倒垮滑降慢缓误]$|"
              r"[^并也从]不..$|..不[^足够强高快优多力实深大齐全明清严紧同].$|"
              r".{3,5}不[^足够健深完到规平协合适明充全高强快优均彻扎严科].$"),
    "零": late(r"..零..$"),
    "靠": late(r"..靠..$"),
    "则": late(r".{1,5}则."),
    "就": late(r".{1,5}就[^业近地职诊读学]"),
    "而": late(r".而.{1,2}$"),
    "全": late(r"..?全.?之|..全之"),
    "硬": late(r"..过硬$"),
    "之": late(r".之[即能必则].$|..之[^间外内后前一中初际时余类上下家]$|"
              r"[铸扬筑守补把聚凝塑谋解立行走开扛尽燃创固强].{2}之.$|常.{3}之.$|.{3,5}之[心志力智弦堤策举风气情责基本魂源魄要路帆翼]$"),
    "是": late(r"..是(?:动力|目的|前提|关键|根本|基础|保证|核心|灵魂|生命|底线|导向|方向)$|"
              r".{1,4}是.*之|(?![一二三这其都]).{1,4}是.*[人者力]$"),
    "敢": late(r"..敢.$"),
    "严": late(r"..严[防管惩治控打查审把守]$"),
    "同": late(r"..上同心..$|..上?同[心向行步力频题德]$"),
    "相": late(r"..相[依亲融连通守助望知]$"),
    "字": late(r".字"),
    "心": late(r"[安放专舒用精细潜真静倾暖尽热]心..$"),
    "下": late(r"[沉扑俯静放]下..$"),
    "为": late(r"[化变转].{2}为.{2}$|以.为[^主期限例]$|以.{2,4}为[荣耻]$|..为[公民本先要基重大主荣耻上王]$"),
}
"""Characters that members share after the first one, each with the form of the member around it."""


def framed(left: str, right: str) -> bool:
    """Do the members share one inner form? A look at their ends and at single characters comes first: few do."""
    if left.strip(right) != left:
        if left[0] == right[0]:
            if left == right:
                return False
            if _same_start(left, right):
                return True
        if left[-1] == right[-1] and _same_end(left, right):
            return True
    if len(left) > 4 and left[2] == right[2] and _same_inside(left, right):
        return True
    if left[1] in right and _crossed(left, right):
        return True
    if (sign := _SIGN.search(left)) and _SIGN.search(right):
        return _around(left, right, sign.start() or 1) or _opposed(left, right) or (
            _repeats(left) and _repeats(right)) or one_mould(left, right)
    return (left[0] == left[1] or (left[-1] in ENDS and right[-1] in ENDS)) and one_mould(left, right)


def _agreeing(left: str, right: str) -> list[int]:
    """The places of the characters that the members have in common."""
    return [i for i, char in enumerate(left) if char == right[i]]


def _around(left: str, right: str, at: int) -> bool:
    """Is one of the characters from `at` on the same in both, and the middle of the same form?"""
    for i in range(at, len(left)):
        if left[i] == right[i] and (form := _AROUND.get(left[i])) and form.match(left) and form.match(right):
            return True
    return False


def _opposed(left: str, right: str) -> bool:
    """多予少取, 既要…又要: the first characters are a pair."""
    return left[0] in "多少既不" and left[0] + right[0] in _OPPOSED and left[1] != "数" and (
        left[0] != "不" or left[1] == right[1])


def _same_inside(left: str, right: str) -> bool:
    """Five characters or more of which all inside is the same, or what two begin with that say towards whom."""
    if len(left) > 5:
        return left[0] != right[0] and left[1] != right[1] and left[2:-1] == right[2:-1] and left[-1] != right[-1]
    return left[1] == right[1] and ((left[0] in _TOWARDS and right[0] in _TOWARDS) or (
        left[0] != right[0] and left[3] == right[3] and left[4] != right[4]))


_OPPOSED: Final = frozenset(("多少", "少多", "既又", "不只", "不但"))
_TOWARDS: Final = frozenset("为对受向靠由")


def echoed(left: str, right: str) -> bool:
    """A weak sign, good for three members in a row: a character comes back inside, or a word of one's stance begins.

    One word in common at the start, at the end or before the object makes a list of things or tasks:
    绿色金融、绿色能源; 文明城市、卫生城市; 强化服务意识、提升服务能力.
    """
    size = len(left)
    if size < 4 or left == right:
        return False
    same = [i for i, char in enumerate(left) if char == right[i] and char not in _DULL]
    if not same or (size == 6 and same == [2, 3] and left[2] != "更"):
        return False
    if same[-1] == size - 1 and same[0] == size - 2:
        return left[-2] == "一" or left[-2:] in words("slogans", "deeds_at_end")
    if same[0] == 0 and size > 4 and same[:2] != [0, 1] and left[0] in _STANCES:
        return True
    if same[0] == 0 and (len(same) == 1 or same[:2] == [0, 1]):
        return (left[0] in _STANCES and left[:2] not in _BEFORE_NOUNS) or (same == [0, 1, 2] and size > 4) or (
            size == 4 and left[:2] in _HOW)
    if same == [2] and size == 4:
        return left[2] in _MOVES and left[3] != right[3]
    return same[0] < size - 2 and same != [0, 1] and 2 * len(same) <= size and (
        size == 4 or any(left[i] in _TURNS for i in same))


_DULL: Final = frozenset("的了和与及或不年月日市省区县州部局委业氧")
"""Characters that come back in any list."""
_BEFORE_NOUNS: Final = frozenset(("在线", "不同", "有关", "无线", "高新", "高校", "同类", "同等"))
"""These begin with such a character and tell of no stance."""
_HOW: Final = frozenset(("全面", "依法", "科学", "从严", "有序", "积极", "及时"))
"""How one does each of three things in a row: 全面学习、全面把握、全面落实."""
_TURNS: Final = frozenset("新更要在是不成为有大无好强实真同共化中上下进出到")
"""What comes back inside longer members where they are said for the sound, not for a thing they share."""
_MOVES: Final = frozenset("换同出有无当成见增提减做敢争民")
"""What comes back before the last of four characters: 腾笼换鸟、机器换人、空间换地; 顺应民心，尊重民意，关注民情."""
_STANCES: Final = frozenset("统倍尽以用靠在从把让对为有是更既要能敢真多少不无与因按凭借抓促强讲看高同")


def _crossed(left: str, right: str) -> bool:
    """扬长避短、化短为长; 抓具体、具体抓: what one member ends in the other takes up, and the other way round."""
    if len(left) == 4:
        if left[1] == right[1] and left[0] in _DEEDS and _DEEDS.issuperset((left[2], right[0], right[2])):
            return True
        if left[1] == right[3] and left[3] == right[1]:
            return left[0] not in _PLACED
    return right[0] in left and left[0] != right[0] and _same_characters(left, right)


def _same_start(left: str, right: str) -> bool:
    first, size = left[0], len(left)
    if left[1] == right[1] and (left[:2] in words("slogans", "prefixes") or left[1] == "而"):
        return True
    if first not in _STARTS:
        return size > 3 and _same_characters(left, right)
    if size == 3:
        return first in "早谁" or (
            first == "不" and left[2] == right[2] and left[1] in _MODALS and right[1] in _MODALS) or (
            first in "在学干" and _crossed(left[1:] + first, right[1:] + first))
    if first == "不":
        parts = {left[1:3], left[2:], right[1:3], right[2:]}
        return size == 4 and left[1] not in "能可同" and parts.isdisjoint(words("slogans", "faults"))
    if size > 4 and ((first == "从" and left[-1] == right[-1]) or (first in "把为" and left[-2:] == right[-2:])):
        return True
    if first == "敢" and size > 3:
        return True
    if (first == "向" and size == 4 and left[1] == right[1]) or (
            first == "以" and size > 5 and left[1:3] in right[3:] and right[1:3] in left[3:]):
        return True
    if first in "以向靠从":
        same = _agreeing(left, right)
        return any(left[i] in _LIFTS for i in same[1:-1] or same[1:]) or (
            any(a in _LIFTS and b in _LIFTS for a, b in zip(left[2:-1], right[2:-1], strict=True))) or (
            size > 4 and left[-2:] == right[-2:] and left[-2] in "学看问求要想")
    if first == "能":
        return "不能" in left and "不能" in right
    if first == "争":
        return size == 5 and left[2:4] == right[2:4]
    if first == "对":
        return (size == 5 and left[1:3] == right[1:3]) or (size == 6 and left[3] == right[3])
    if first == "为":
        return left[1] in "党国民企群" if size == 4 else any(left[i] in "谋办解做" for i in _agreeing(left, right))
    if first == "于":
        return size == 4 and left[2] == right[2]
    if first == "用":
        return size > 5 and left[:2] not in NOUNS
    return (first == "让" and size > 4) or _same_characters(left, right)


_STARTS: Final = frozenset("早谁不在学干从把为敢向以靠能争对于用让")
"""First characters that tell of a form by themselves."""
NOUNS: Final = frozenset(("用于", "用水", "用电", "用工", "用地", "用能", "用户", "用人", "用药", "用气"))
"""用水总量控制、用电总量控制: with these 用 tells of no means."""


def _same_characters(left: str, right: str) -> bool:
    return left[-1] in right and right[-1] in left and sorted(left) == sorted(right)


_MODALS: Final = frozenset("想能会敢愿干不谋善肯")


def _same_end(left: str, right: str) -> bool:
    """改革强军、科技兴军; 为人民出政绩、以实干出政绩."""
    if len(left) == 4:
        return left[2:] == right[2:] in _ONE_BY_ONE or (
            left[2] in _ACTS and right[2] in _ACTS and left[3] in _REALMS and left[:2] != right[:2]
            and left[2:] not in _STRONG) or (
            left[:2] in (results := words("slogans", "results")) and right[:2] in results)
    return len(left) > 5 and left[-3:] == right[-3:] and (
        ({left[0], right[0]} <= _MEANS and left[:2] not in NOUNS) or (left[-4] == right[-4] and left[-4] in "永无不没"))


_ONE_BY_ONE: Final = frozenset(("一个", "一起", "一件"))
"""成熟一个、发展一个; 发现一起、查处一起."""
_STRONG: Final = frozenset(("强国", "强省", "强市", "强县", "强区"))
"""制造强国、质量强国 name what is to be built."""
_REALMS: Final = frozenset("国省市区县州镇村乡城边疆藏军农教民企校院党业海山水林园贸商旅文体变才")
_MEANS: Final = frozenset("为以用靠凭")


_MANNER: Final = frozenset("真实全彻立即随边该尽快应宜能可早常敢善必唯知有不如共同边再苦巧")


def _repeats(member: str) -> bool:
    """真改实改, 唯干唯实唯先, 应保尽保: a character comes back at every second place, beside a word of manner."""
    if len(member) not in (4, 6) or (member[0] != member[2] and member[1] != member[3]) or len(set(member)) <= 2:
        return False
    if len(set(member[::2])) == 1:
        return member[0] in _MANNER
    return len(set(member[1::2])) == 1 and not _MANNER.isdisjoint(member[::2])


_SIGN: Final = late(f"[{''.join(sorted(_MANNER.union(_AROUND, '多少既不又只但', MARKS)))}]")
"""Stands in each of two members whose form needs more than a look at their ends and first three characters."""
