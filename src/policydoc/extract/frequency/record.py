"""One duty as a record: its parts found one after the other, its standard forms derived from them."""

from __future__ import annotations

from sys import intern
from typing import Final

from policydoc.extract.frequency import actions, amounts, anchors, recurrence, subjects
from policydoc.extract.frequency.context import Context, Span, clause_end
from policydoc.extract.frequency.cues import Cue
from policydoc.extract.frequency.inherit import inherited
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_EVENT: Final = late(
    r"(?:周|星期)[一二三四五六日天末]|[^，。；：\n]{1,24}?(?:[之以]?前后?|期间|之?时|后|之际|之日)(?=[^，。；\n]|，)|[^，。；：\n]{1,16}(?=，)|"
    r"[^，。；：\n]{1,6}日")
_ONE_EACH: Final = late(
    r"一(?![次个场篇节堂批期届题件条份两至到—般定对户名项把家支台道种轮遍回套所周月年季天日旬])(?=[\u4e00-\u9fff]{2})")
_OTHERS: Final = late(
    r"(?:、[^，。；、每\d]{0,8}每(?:半|[一两二三\d]{1,2}个?)?(?:年|季度?|月|周|旬|日|天))+(?![、，。；底末初])")
"""市级每季度、县级每月研判一次: the others of a row share its duty."""
_ARRANGED: Final = late(r"(?:统一|集中)?(?:作出|做出)?(?:统一|具体)?(?:安排|部署)，")
"""每三年由省委统一安排，开展一次轮训: what is arranged is the duty."""
_ARRANGED_FIRST: Final = tuple("统集作做具安部")
_MEASURED: Final = ("时间", "时数", "学时", "课时", "次数", "数量")
"""每年参加培训的时间，累计不少于…: how much is said in the next clause."""
_ROW: Final = late(
    r"[一-鿿]{2}、(?:[一-鿿]{4}、[一-鿿]{4}|[一-鿿]{2,6}(?:制度|机制)(?=[，。；、）])|"
    r"(?:动态|适时|及时|随机|集中|专项|不断|持续)[一-鿿]{2}(?=[，。；、）]))")
"""定期走访、动态管理: a row of things to do, of which only the first is 定期."""
_IMPERSONAL: Final = late(r"选举|改选|换届|(?:运行|运营|开行|发行)(?=[，。；、]|$)")
"""Actions of which the subject is a thing or a body that is elected."""
_RECOMMENDED: Final = late(r"鼓励|提倡|倡导|原则上")
_BARRED: Final = late(r"不得(?!少于|低于)|不准|严禁|禁止")


def build(draft: Draft, cue: Cue, context: Context, limit: int) -> Record:
    """The record of a cue that states a duty; `limit` is where the next cue begins."""
    text = context.text
    anchor = _anchor(cue, context)
    event = _EVENT.match(text, cue.end, context.end) if cue.rule == "event" else None
    body = anchor[1] if anchor else event.end() if event else cue.body
    body += text[body:body + 1] == "的" and cue.vague == "often"
    while (anchor or event) and body < context.end and text[body] in "，, 　":
        body += 1
    if body > context.right:
        context.right = clause_end(text, body, context.end)
    others = _OTHERS.match(text, body, context.right) if text.startswith("、", body) else None
    if others:
        body, limit = others.end(), context.right
    actors, body = subjects.named(context, body)
    arranged = _ARRANGED.match(text, body, context.end) if text.startswith(_ARRANGED_FIRST, body) else None
    if arranged:
        body = arranged.end()
        context.right = clause_end(text, body, context.end)
    one = _ONE_EACH.match(text, cue.body) if cue.rule in ("each", "by") and not anchor else None
    times, quantity = _amounts(cue, context, body, max(limit, body), bool(one))
    action = actions.find(context, cue.start, one.end() if one else body,
                          subject_end=max((b for a, b in actors if a >= context.left and b <= cue.start),
                              default=context.left),
                          series=one is not None or _in_row(cue, text, body))
    if cue.rule == "bare" and cue.end - cue.start == 1:
        action = cue.end, cue.end + 2
        actors = [a for a in actors if a[0] < context.left or actors[-1][1] == cue.start]
    if action and action[0] < limit < action[1] and text[limit - 1] in "、和并":
        action = (action[0], limit - 1) if limit - 1 > action[0] else None
    return _fields(draft, cue, context, anchor, (cue.end - 1, event.end()) if event else None, actors, action,
        times, quantity)


def _in_row(cue: Cue, text: str, body: int) -> bool:
    if cue.rule == "vague":
        return text.startswith("、", body + 2) and _ROW.match(text, body) is not None
    return cue.rule == "bare" or (cue.rule == "ratio" and cue.body > cue.end)


def _anchor(cue: Cue, context: Context) -> Span | None:
    if cue.period is None or cue.times is not None:
        return None
    return anchors.find(context.text, cue.body, min(context.end, cue.body + 40), cue.period[1])


def _amounts(cue: Cue, context: Context, body: int, limit: int,
             one: bool) -> tuple[amounts.Range | None, tuple[float | None, float | None, str] | None]:
    text, stop = context.text, min(context.right, limit)
    before = text[max(context.left, cue.start - 6):cue.start]
    if cue.times or one:
        return amounts.bounded(cue.times or (1, 1), before), None
    times = amounts.count(text, body, stop, before)
    if times or cue.rule == "vague":
        return times if cue.period else None, None
    quantity = amounts.quantity(text, body, stop)
    if quantity is None and text.startswith("，", stop) and text.endswith(_MEASURED, body, stop):
        return None, amounts.quantity(text, stop + 1, clause_end(text, stop + 1, context.end))
    return None, quantity


def _fields(draft: Draft, cue: Cue, context: Context, anchor: Span | None, event: Span | None, actors: list[Span],
            action: Span | None, times: amounts.Range | None,
            quantity: tuple[float | None, float | None, str] | None) -> Record:
    text = context.text
    if action and _IMPERSONAL.match(text, action[0]):
        actors = []
    borrowed = [] if actors else inherited(context, cue.start)
    start, end = cue.start, cue.end
    for span in (anchor, event, action):
        if span:
            start, end = min(start, span[0]), max(end, span[1])
    words = text[anchor[0]:anchor[1]] if anchor else None
    rule, reason = recurrence.rrule(cue.period, _occurrences(cue, times, quantity), words, cue.vague,
                                    event is not None, cue.ambiguous)
    mention = draft.mention
    return {
        **draft.fact(intern(f"frequency.{cue.rule}"), start, end), "cue": mention(cue.start, cue.end),
        "period": {"n": cue.period[0], "unit": cue.period[1]} if cue.period else None,
        "count": {"min": times[0], "max": times[1]} if times else None,
        "quantity": {"min": _float(quantity[0]), "max": _float(quantity[1]), "unit": quantity[2]} if quantity else None,
        "anchor": mention(*anchor) if anchor else None, "vague": cue.vague,
        "event": mention(*event) if event else None,
        "actors": [{**mention(*actor), "inherited": not actors} for actor in actors or borrowed],
        "action": mention(*action) if action else None, "modality": _modality(text[context.left:context.right]),
        "rate": recurrence.rate(cue.period, times),
        "timex": recurrence.timex(cue.period, times, words, cue.rule in ("each", "by", "step", "bare")),
        "rrule": rule, "rrule_reason": reason}


def _occurrences(cue: Cue, times: amounts.Range | None,
                 quantity: tuple[float | None, float | None, str] | None) -> amounts.Range | None:
    """全年组织竞赛不少于20项: the items are the occurrences."""
    if cue.rule == "whole" and times is None and quantity and quantity[0]:
        return int(quantity[0]), None
    return times


def _float(number: float | None) -> float | None:
    return None if number is None else float(number)


def _modality(clause: str) -> str:
    if _BARRED.search(clause):
        return "prohibition"
    return "recommendation" if _RECOMMENDED.search(clause) else "obligation"
