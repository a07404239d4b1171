"""Who is to act (责任主体): the noun phrase before the modal, behind 由, or at the head of an earlier clause."""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency.context import LABEL, Context, Span
from policydoc.extract.frequency.coordination import kind_of, split
from policydoc.extract.frequency.words import (
    EMBEDDING,
    FOLLOW,
    HEAD,
    HELD,
    LEAD,
    MODAL,
    PASSIVE,
    SITS,
    lasts,
)
from policydoc.patterns import late, places

_CAUSED: Final = late(r"(?:组织|督促|引导|要求|教育)(?P<actor>[^，。；]{1,20}?)(?=参加|完成|接受)")
"""组织党员参加培训，完成每年轮训任务: the one that is made to act goes on acting in 完成."""
_PIVOT: Final = late(r"让|使(?<![大公特]使)(?![用命馆者])|引导|督促|促使|推动|要求")
_DIGIT: Final = late(r"\d")
_COMMA: Final = late("[，：:]")
_CLAUSES: Final = 8
"""Clauses looked at before the cue, besides the first of the sentence."""
_TRAILS: Final = (
    rf"{MODAL}|于|在|一律|主动|认真|严格|按规定|按要求|按照规定|根据需要|依法|适时|今后|全年|平均|等|[ 　，]")
_TRAIL: Final = late(rf"(?:{_TRAILS})+$")
_TRAIL_LAST: Final = lasts(_TRAILS)
_PREPOSITION: Final = late(
    r"(?:分别)?(?:向|对|就|从|依据|按照?|结合|根据|围绕|针对|通过|与|同(?!志)|以(?![上下及内外])|至少|"
    r"为(?!主))[^，]{1,50}$")
_BY: Final = late(rf"(?:{MODAL}|[ 　，]|分别)*由(?!于|此|来)")
_AGENT_VERB: Final = late(
    r"(?:负责|统一|定期|具体|会同[^，。；]{1,20}|随时)?(?:召集|主持|组织|召开|牵头|负责|实施|安排|作出|开展|"
    r"进行|举办)")
_ACTS: Final = late("按照|根据|依据|依法|作为|设置|建立|制定|组织|开展|研究")
_AFTER: Final = late(r"辞去|离职|离开|退休|因|领导(?:本|全|下|所)")
_BEFORE_FOLLOW: Final = late(r"(?:[“”]?一把手[”]?|（[^（）]{1,40}）)?")
_IN_BRACKETS: Final = late(r"（[^（）]{1,30}）\Z")
_BARE_REGION: Final = late("[省市县区乡镇]{1,2}（[省市县区旗乡镇街道、]{1,9}）")
_EACH_REGION: Final = late(
    r"(?:^|、|和)(?:各[^，、。；]{0,6}|每个)(?:省|市|县|区|州|旗|乡|镇|街道|村|社区|县区|市县|地|方|级|地区|地方)\Z"
    r"|(?:^|、|和)[省市县区乡镇村州]级\Z")
_REGION_LAST: Final = frozenset("省市县区州旗乡镇道村地方级")
_NO_NAME: Final = late(
    r"了|(?<!特别)是|应当|新建|引进|必须|可以|根据|依据|通过|推进|推动|加强|开展|实施|提高|做好|建立|健全|完善")


def named(context: Context, cue_end: int) -> tuple[list[Span], int]:
    """The actors that the sentence names, each apart, and where the action can begin behind the cue."""
    text = context.text
    agent = _agent(text, cue_end, min(context.right, cue_end + 40))
    if agent:
        return split(text, *agent), agent[1]
    last = len(context.clauses) - 1
    for index in [*range(last, max(last - _CLAUSES, -1), -1), *([0] if last >= _CLAUSES else [])]:
        left, right = context.clauses[index]
        phrase = _before_cue(text, left, right) if right == context.clauses[-1][1] else None
        phrase = phrase or _caused(context, index) or _in_clause(text, left, right)
        if phrase is None or (text.startswith("会同", phrase[1]) and not _ACTS.search(text, phrase[1] + 2, right)):
            phrase = _names_alone(context, index) or phrase
        if phrase:
            return split(text, *_widened(context, index, phrase)), cue_end
    behind = None if FOLLOW.match(text, cue_end) else leading(text, cue_end, context.right)
    if behind and not _DIGIT.search(text, *behind):
        return split(text, *behind), behind[1]
    for later in places(text, "由", context.right, min(context.end, context.right + 80)):
        agent = _agent(text, later, context.end)
        if agent and _AGENT_VERB.match(text, agent[1]):
            return split(text, *agent), cue_end
    return [], cue_end


def _names_alone(context: Context, index: int) -> Span | None:
    """基层党委、党支部负责人，每年…: a clause that is nothing but the subject."""
    text, (left, right) = context.text, context.clauses[index]
    if index == len(context.clauses) - 1 or not _ends_with_head(text, left, right):
        return None
    after, end = context.clauses[index + 1]
    follows = (after == end or text.startswith("除", after) or FOLLOW.match(text, after, end)
               or _TRAIL.fullmatch(text[after:end]))
    return _valid(text, left, right) if follows else None


def _caused(context: Context, index: int) -> Span | None:
    if index == len(context.clauses) - 1 or not context.text.startswith("完成", context.left):
        return None
    caused = _CAUSED.match(context.text, *context.clauses[index])
    return caused.span("actor") if caused and _ends_with_head(context.text, *caused.span("actor")) else None


def in_sentence(text: str, start: int, end: int) -> list[Span]:
    """The subject at the head of a sentence: what the next sentence inherits."""
    label = LABEL.match(text, start, end)
    at = label.end() if label else start
    comma = _COMMA.search(text, at, end)
    phrase = None if FOLLOW.match(text, at) else leading(text, at, comma.start() if comma else end)
    return split(text, *phrase) if phrase else []


def leading(text: str, left: int, right: int) -> Span | None:
    """The noun phrase that begins at `left` and is followed by a modal or a verb."""
    if left >= right or LEAD.match(text, left, right):
        return None
    for head in HEAD.finditer(text, left, min(right, left + 70)):
        at = _BEFORE_FOLLOW.match(text, head.end(), right).end()  # type: ignore[union-attr]
        if (FOLLOW.match(text, at, right) and not HEAD.match(text, at, right)) or _AFTER.match(text, at, right):
            return _valid(text, left, at)
    return None


def _agent(text: str, left: int, right: int) -> Span | None:
    by = _BY.match(text, left, right) if text.find("由", left, right) >= 0 else None
    if by is None:
        return None
    for head in HEAD.finditer(text, by.end(), min(right, by.end() + 60)):
        if FOLLOW.match(text, head.end(), right) and not HEAD.match(text, head.end(), right):
            return by.end(), head.end()
    return None


def _in_clause(text: str, left: int, right: int) -> Span | None:
    return agent_in(text, left, right) or leading(text, left, right)


def agent_in(text: str, left: int, right: int) -> Span | None:
    """The actor that 由 names in a clause."""
    by = text.find("由", left, right)
    return _agent(text, by, right) if by >= 0 else None


def _before_cue(text: str, left: int, right: int) -> Span | None:
    each = text.rfind("每", left, right)
    left = max(left, text.find("、", each, right) + 1) if each >= 0 else left
    end = _without_trail(text, left, right)
    by = text.rfind("由", left, end)
    if by >= 0 and text[by + 1:by + 2] not in ("于", "此") and _ends_with_head(text, by + 1, end):
        return _valid(text, by + 1, end)
    pivot = _pivot(text, left, end)
    if pivot:
        return pivot
    embedded = EMBEDDING.match(text, left, end)
    if embedded and embedded.end() < end:
        if PASSIVE.match(text,
            right + len(text[right:right + 8]) - len(text[right:right + 8].lstrip("每年月定期季度周经常"))):
            return None
        left = embedded.end()
    if _ends_with_head(text, left, end):
        return _valid(text, left, end)
    phrase = leading(text, left, end)
    if phrase:
        return phrase
    before = _PREPOSITION.search(text[left:end])
    if before and before.start():
        end = _without_trail(text, left, left + before.start())
        if _ends_with_head(text, left, end):
            return _valid(text, left, end)
    return None


def _without_trail(text: str, left: int, end: int) -> int:
    """Where the words before modals and adverbs end."""
    trail = _TRAIL.search(text[left:end]) if text[end - 1] in _TRAIL_LAST else None
    return left + trail.start() if trail else end


def _pivot(text: str, left: int, end: int) -> Span | None:
    """让党员干部经常接受政治体检: who is made to act, acts."""
    for pivot in _PIVOT.finditer(text, max(left, end - 40), end):
        if _ends_with_head(text, pivot.end(), end):
            return _valid(text, pivot.end(), end)
    return None


def _ends_with_head(text: str, left: int, end: int) -> bool:
    if end - left > 80:
        return False
    piece = text[left:end]
    if piece.endswith("）"):
        if _BARE_REGION.fullmatch(piece):
            return True
        piece = _IN_BRACKETS.sub("", piece)
    if piece.endswith(HELD):
        return SITS.match(text, end) is not None
    return kind_of(piece)[0] is not None or (
        piece[-1:] in _REGION_LAST and _EACH_REGION.search(piece) is not None)


def _valid(text: str, left: int, end: int) -> Span | None:
    while left < end and text[left] in " 　\t“":
        if text[left] == "“" and "”" in text[left:end]:
            break
        left += 1
    phrase = text[left:end]
    if not phrase or phrase[0] in "、，" or LEAD.match(phrase) or _is_held(text, left, end) or phrase.startswith(("的",
        "了", "上述")):
        return None
    if _NO_NAME.search(phrase[:-2]) and not phrase.startswith(("负责", "从事")):
        return None
    return left, end


def _is_held(text: str, left: int, end: int) -> bool:
    return text.endswith(HELD, left, end) and not SITS.match(text, end)


def _widened(context: Context, index: int, phrase: Span) -> Span:
    """基层党委、纪委，党总支、党支部负责人，每年…: clauses that are nothing but names belong to the phrase."""
    text, (left, end) = context.text, phrase
    while index and left == context.clauses[index][0]:
        a, b = context.clauses[index - 1]
        if not _ends_with_head(text, a, b) or LEAD.match(text, a, b) or b - a > 30 or FOLLOW.search(text, a, b):
            break
        left, index = a, index - 1
    return left, end
