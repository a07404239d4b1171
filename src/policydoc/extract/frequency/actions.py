"""What is to be done: the verb with its object, as one stretch of the text, without the cue where that is possible."""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency import subjects
from policydoc.extract.frequency.context import Context, Span, clause_end
from policydoc.extract.frequency.words import FOLLOW, HEAD, MODAL, VERBS, alternation, firsts, lasts
from policydoc.patterns import late

_AUX: Final = MODAL.replace("将(?!军)|", "")
_SKIP: Final = late(
    rf"(?:{_AUX}|、?及时地|[ 　，,、]|(?<=[期常性化时])地(?![方区])|分别|只|最多|至多|"
    rf"大约?|或者?(?=不?定期)|或(?:者按|按)?(?:年|半年|季度?|月|周)[度份]?(?=视|按|根据|召|开|组织|进行)|不?定期地?|一律|必要时|"
    rf"(?:制度|长效|规范|精细)化|为?一个?周期|任期内|于)+(?<!不得)(?<!不准)")
_SKIP_FIRST: Final = frozenset(firsts(_AUX) + "、及 　，,地分只最大或不定一必制长规精为周任于")
_TIMES: Final = late(rf"[一两二三四五六\d]{{1,2}}次(?=(?:专题|集中|{alternation(VERBS)})[一-鿿]{{2}})")
"""每年至少两次专题研究…: how many times is no part of what is done."""
_PLACE: Final = late(
    rf"(?:在|结合|按照?|根据|围绕|带着|利用|通过|"
    rf"以)[^，。；]{{1,36}}?(?=(?:{alternation(VERBS)})[^，。；]{{2}})")
_ADJUNCT: Final = late(
    r"(?:结合|根据|按照|围绕|针对|通过|依托|聚焦|利用)[^，。；]{1,60}(?<!公[开布示告])(?<!发布)(?=，)")
_ONLY_COUNT: Final = late(
    rf"(?:{MODAL}|不得|不少于|不低于|不超过|不多于|最多|至多|为|"
    rf"[ 　])*(?:[一两二三四五六七八九十\d]{{1,3}}(?:[至到—-][一两二三四五六七八九十\d]{{1,3}})?[次遍回](?:以上|"
    rf"以内)?)?的?(?:或[一两二三四五半]{{1,2}}[年月]\w次)?$")
_ONLY_COUNT_LAST: Final = lasts(MODAL) | frozenset("得于过多为 　次遍回上内的")
_LEVEL: Final = late(
    r"(?:时间|必须|应当|应|要|一般|原则上|累计|总共|共|总计|均)+(?:在|不少于|不低于|不超过|达到?|"
    r"至少)[ 　]?\d[^，用]{0,12}$")
_OTHER_CUE: Final = late(rf"(?:{MODAL})*每[^，。；]{{0,3}}?(?:半年|学期|季度?|年|月|周|旬|日|天)")
_INSTITUTION: Final = late(r"(?:的)?(?:工作)?(?:和[^，。；]{1,6})?(?:制度|机制|任务)(?:，|$)")
_INSTITUTIONS: Final = ("制度", "机制", "任务")
_OPEN: Final = late(r"(?:完成|建立|健全|完善|落实|实行|推行|坚持|执行|形成|制定|探索)")
_SERIES: Final = late(r"[、，”）]")
_ENACT: Final = late(r"(?:实行|实施|开展)$")
_EXCEPT: Final = late(r"[^，。；]{2,60}，除[^，。；]{1,40}(?:的|外)，(?=应|必须|须|要|一律)")
"""Behind the cue a thing and its exceptions before the modal: 年度报告，除涉密的，应当公开."""
_PERIODIC: Final = late(r"每半?[年季月周旬日天][^，。；]{0,8}次$")
_TAILS: Final = (
    rf"{MODAL}|[ 　，：:、“（]|于|的|不少于|不超过|至多|最多|[一二两三四五半]{{1,2}}[年月][一二三两]次或者?")
_TAIL: Final = late(rf"(?:{_TAILS})+\Z")
_TAIL_LAST: Final = lasts(_TAILS)
_COUNTED: Final = late("[一两二三四][次届场期]的")
"""What stands behind the cue of 办好每年一届的…, 结合每季度一次的…，…."""
_BESIDE: Final = ("结合", "利用", "借助", "依托", "围绕", "通过")
_HOLDS: Final = ("办好", "开好", "办", "举办", "组织", "开展", "召开", "参加", "筹备", "承办", "抓好", "用好")
_REMARK: Final = late(r"（[^（）]*[，；。][^（）]*）\Z")
"""A bracket that says more than a name."""
_LIGHT: Final = late(
    r"(?:对|把|将|就|与|同|和)[^，。；]{1,60}(?:进行|开展|实行|实施|予以|加以)$|(?:组织)?(?:开展|举办|实行|"
    r"进行)$")


def find(context: Context, start: int, body: int, subject_end: int, series: bool) -> Span | None:
    """The action of the cue at `start`; `body` is where the words behind cue, anchor and actor begin.

    `subject_end` is where the actor before the cue ends (or the clause begins); `series` ends the action at 、.
    """
    text = context.text
    head = _trimmed(text, max(context.left, subject_end), start)
    counted = _of_counted(context, head, body) if head and _COUNTED.match(text, body) else None
    if counted:
        return counted
    light = _LIGHT.search(text[head[0]:head[1]]) if head else None
    if light and head and not _is_institution(context, head, body) and text[body:body + 1] not in "，。；、的":
        return _trimmed(text, head[0] + light.start(), context.right)
    span = _behind(context, body, series) if body < context.right else None
    if span and not _only_counts(text, span):
        return span
    if head and not _only_counts(text, head):
        return head
    return _earlier(context) or span or _behind(context, body, series)


def _of_counted(context: Context, head: Span, body: int) -> Span | None:
    """办好每年一届的展演 as a whole; of 结合每季度一次的活动，开展谈心 what the next clause says."""
    text, right = context.text, context.right
    if text.endswith(_HOLDS, *head):
        return _trimmed(text, head[0], right)
    if text.endswith(_BESIDE, *head) and text.startswith("，", right):
        return _trimmed(text, right + 1, clause_end(text, right + 1, context.end))
    return None


def _is_institution(context: Context, head: Span, body: int) -> bool:
    """实行定期报告制度: what is to be done stands in the name of the institution."""
    return _ENACT.search(context.text, *head) is not None and (
        _INSTITUTION.search(context.text[body:context.right]) is not None)


def _behind(context: Context, at: int, series: bool) -> Span | None:
    text, right = context.text, context.right
    exempt = _EXCEPT.match(text, at, context.end) if "，除" in text[at:at + 64] else None
    at = exempt.end() if exempt else at
    for _ in range(3):
        at = _skipped(text, at, context.end)
        if at >= right:
            right = clause_end(text, at, context.end)
        adjunct = _ADJUNCT.match(text, at, context.end)
        if adjunct is None:
            break
        at = adjunct.end()
    times = _TIMES.match(text, at, right)
    at = times.end() if times else at
    place = _PLACE.match(text, at, right)
    if place and not (text.startswith("通过", at) and text[place.end()] == "向"):
        at = place.end()
    if series:
        stop = _SERIES.search(text, at, right)
        right = stop.start() if stop else right
    named = text.endswith(_INSTITUTIONS, at, right) or text.find("，", at, right) >= 0
    institution = _INSTITUTION.search(text[at:right]) if named else None
    if institution and institution.start() and (series or _OPEN.search(text, context.left, at)):
        right = at + institution.start()
    level = _LEVEL.search(text[at:right])
    if level and level.start() >= 4:
        right = at + level.start()
    return _trimmed(text, at, right)


def _earlier(context: Context) -> Span | None:
    """What an earlier clause or the words before the bracket say: 免费为…接种疫苗（一年一次）."""
    if context.outer:
        span = _trimmed(context.text, *context.outer)
        if span:
            return _after_subject(context.text, span)
    for left, right in reversed(context.clauses[:-1]):
        if _PERIODIC.search(context.text, left, right):
            continue
        agent = subjects.agent_in(context.text, left, right)
        span = _trimmed(context.text, agent[1] if agent else left, right)
        if span:
            return _after_subject(context.text, span)
    return None


def _after_subject(text: str, span: Span) -> Span:
    for head in HEAD.finditer(text, span[0], min(span[1], span[0] + 40)):
        follow = FOLLOW.match(text, head.end(), span[1])
        if follow:
            other = _OTHER_CUE.match(text, head.end(), span[1])
            return _skipped(text, other.end() if other else head.end(), span[1]), span[1]
    return span


def _skipped(text: str, at: int, end: int) -> int:
    """Where the words behind modals, adverbs and marks begin."""
    skipped = _SKIP.match(text, at, end) if text[at:at + 1] in _SKIP_FIRST else None
    return skipped.end() if skipped else at


def _only_counts(text: str, span: Span) -> bool:
    return text[span[1] - 1] in _ONLY_COUNT_LAST and _ONLY_COUNT.fullmatch(text[span[0]:span[1]]) is not None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    start = _skipped(text, start, end)
    remark = _REMARK.search(text, start, end) if text.endswith("）", start, end) else None
    end = remark.start() if remark else end
    tail = _TAIL.search(text[start:end]) if text[end - 1] in _TAIL_LAST else None
    end = start + tail.start() if tail else end
    return (start, end) if end - start > 1 or (end > start and text[start] in "报学讲") else None
