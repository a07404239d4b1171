"""Does a recurrence expression state a duty? Statistics, results, sums, levels, conditions and permissions do not.

Each rule looks at the clause of the cue (`head` before it, `tail` behind it) or at the sentence; the first that
holds decides. What no rule turns away is a duty: rules and plans speak in the plain present.
"""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency import tense
from policydoc.extract.frequency.behind import STANDING, is_state
from policydoc.extract.frequency.context import Context
from policydoc.extract.frequency.cues import Cue
from policydoc.extract.frequency.words import VERBS, alternation
from policydoc.patterns import late

_RATE: Final = late(
    r"(?:[每月年][人户亩名吨台套岗生]|[人户亩]均|平均|年均|人均|标准|补助|由|从|达|[高加大升低整减达]到|至|"
    r"低于|增至|金(?<![资基]金)|水平|[费额]|减少到|形成|享受到|发挥|制定|如果|如)$")
_PERMITTED: Final = late(
    r"(?:可以?|得以?|有权|可能|允许|能够|能|方可)(?:根据[^，。；]{1,20})?$|可以(?:根据|按|"
    r"视)?[^，。；]{0,14}，?$|有权")
_FIXED_BEFORE: Final = ("稳", "固", "预", "待", "确")
_COUNTED_AS: Final = ("纳入", "列入", "作为", "属于", "是")
_OFTEN_VERB: Final = late(
    r"(?:进行|开展|实行|组织|举办|做好|加强|建立|健全)[^，。；]{0,12}$")
_STANDING_NOUN: Final = ("抓好", "抓实", "抓细", "好", "落实", "实现", "恢复", "为", "成", "新", "建立", "健全", "强化")
_RUN_DONE: Final = late(r"(?:实现|已|了|成功|双向)$|实现[^，。；]{0,20}$")
_CONDITION: Final = late(
    r"(?:^|[，。；）])(?:未|不|拒不|没有|逾期|违反)[^，。；]{0,20}$|未$|(?:凡|如|若|因)[^，。；]{0,12}$")
_OMITTED: Final = late(r"未(?:按|经|依|对|建立|开展|定期|进行|能)[^，。；]{0,40}$|未$")
_OFFENCE: Final = late("违反|有下列|未(?!成年|来)|不按|拒不")
_BASIS: Final = late(
    r"作为$|所称$|是指$|主要(?:根据|依据)[^，。；]{0,24}$|(?:提出|接到|持有|办理|申报|经|是)$|情况，$|名录|制定$")
_NEGATED: Final = late(r"(?:不得|不准|严禁|禁止|不许|不再|避免|防止|不要|不能|仍不能)[^，。；]{0,8}$")
_ACTED: Final = late(rf"(?:{alternation(VERBS)})")
_MANY: Final = r"(?:至少|不少于)?[\d一二两三四五六七八九十]{1,3}(?:[至到—-]\d{1,3})?[件次个项名户篇场堂天]"
_SHARE: Final = late(
    rf"应当?|必须|须|要|至少|不少于|不得少于|原则上|(?!只|仅|给予?|发|补|享受|投入|增加|安排|为|将|把|提供|缴纳|交纳|完成|支持)"
    rf"(?:(?:{alternation(VERBS)})|[一-鿿]{{2,4}}?{_MANY})")
_TOLD: Final = late(r"[一-鿿]了(?!解)|均完成|全部完成|成功(?!率)")
"""周调度 in a sentence of what was done."""
_WHOLE_TIMES: Final = late(r"(?:接待|吞吐|旅客|游客|演唱会|人次)")
_CASE: Final = late("的[，；]")
_PENALTY: Final = late("的，|受到|违法|处罚|未参加")
_NUMERALS: Final = tuple("一两二三四五六七八九十0123456789")
_LIMITED: Final = late(r"至少|不少于|不低于|不超过|以上|以内|最少")


def holds(cue: Cue, context: Context) -> bool:
    """Whether a cue states a duty that what stands behind it does not rule out."""
    text = context.text
    head, tail = text[context.left:cue.start], text[cue.end:context.right]
    if context.bracket == "《" or _rejected_by_kind(cue, context, head, tail):
        return False
    if _is_permitted(context, head) or (head and _rejected_by_head(cue, context, head)):
        return False
    if text.startswith("，未", context.right) and _is_condition(context):
        return False
    if _OFFENCE.match(text, context.start):
        return False
    if not head and not tail and cue.rule != "ratio" and context.right >= context.end:
        return False
    return tense.promised(head) or tense.promised(tail[:12]) or not tense.past(context)


def _rejected_by_head(cue: Cue, context: Context, head: str) -> bool:
    if _BASIS.search(head) or _OMITTED.search(head) or (_NEGATED.search(head) and cue.rule != "whole"):
        return True
    return _CONDITION.search(head) is not None and _is_condition(context)


def _is_permitted(context: Context, head: str) -> bool:
    if not head and context.text.find("有权", context.start, context.left) >= 0:
        return True
    return _PERMITTED.search(head or context.text[max(context.start, context.left - 12):context.left]) is not None


def _is_condition(context: Context) -> bool:
    """……的； or ……的，处…: a condition or an element of an offence."""
    text = context.text
    return text[context.right - 1:context.right] == "的" or text[context.end - 1:context.end] == "的" or bool(
        _CASE.search(text, context.right - 1, context.end))


def _rejected_by_kind(cue: Cue, context: Context, head: str, tail: str) -> bool:
    if cue.rule == "vague":
        return _vague_is_none(cue, context.text, head, tail)
    if cue.rule == "each":
        return _RATE.search(head) is not None and not _is_share(head, tail) and not _is_limit(head, tail)
    if cue.rule == "by":
        return "已" in head
    if cue.rule == "bare":
        return _TOLD.search(context.text, context.start, context.end) is not None
    if cue.rule == "whole":
        return _whole_is_none(context, head, tail)
    return cue.rule == "ratio" and head.endswith(("五年", "三年"))


def _is_share(head: str, tail: str) -> bool:
    """每人每年应当参加一个以上: each one's duty; 每人每年补助300元 is a rate."""
    return head.endswith(("每人", "每名")) and _SHARE.match(tail) is not None


def _is_limit(head: str, tail: str) -> bool:
    """平均每月接受检查不超过两次: an average that must not be passed."""
    return head.endswith("平均") and _LIMITED.search(tail) is not None


def _whole_is_none(context: Context, head: str, tail: str) -> bool:
    if _WHOLE_TIMES.search(tail) or not _LIMITED.search(tail):
        return "次" not in tail or bool(_WHOLE_TIMES.search(tail)) or not tense.promised(head + tail)
    return bool(_PENALTY.search(context.text, context.left, context.end)) or head[-1:] in _NUMERALS


def _vague_is_none(cue: Cue, text: str, head: str, tail: str) -> bool:
    if cue.vague == "regular":
        return text[max(0, cue.start - 1):cue.start] in _FIXED_BEFORE
    if cue.vague == "often":
        if "性" in text[cue.start:cue.end]:
            return head.endswith(_COUNTED_AS) or (
                bool(head) and not (_OFTEN_VERB.search(head) or _ACTED.match(tail.removeprefix("的"))))
        return is_state(tail) or head.endswith("在")
    if cue.vague == "anytime":
        return head.endswith(("可", "得", "可以", "有权", "能"))
    if cue.vague == "standing":
        if STANDING.match(tail) or STANDING.match(tail.removeprefix("长效")):
            return head.endswith(_STANDING_NOUN)
        return _RUN_DONE.search(head) is not None
    return False
