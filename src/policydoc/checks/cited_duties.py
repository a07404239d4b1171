"""D02, D03: what the rules that a plan cites demand, and the plan has less often or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, NamedTuple

from policydoc.checks.duties import alike, core
from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.document import Document
from policydoc.model.frequency import FrequencyObligation

_LOWER: Final = re.compile(r"^(?:县级(?!以上)|县（|乡镇|镇|街道|社区|村|基层|企业|车间|班组)")
_HIGHER: Final = re.compile(r"^(?:中共)?(?:中央|国务院|国家|全国|最高人民)(?!.*[和与、及])")


class _Demand(NamedTuple):
    rule: Document
    duty: FrequencyObligation
    citation: tuple[int, int]
    planned: FrequencyObligation | None


def _demands(subject: Subject) -> Iterator[_Demand]:
    """Duties of the cited documents with a rate, and the duty of the plan that comes closest in frequency."""
    if not subject.plan_year:
        return
    own = [(core(duty), duty) for duty in subject.document.frequency_obligations]
    for rule in subject.beside:
        place = _cited(subject.document, rule)
        if place is None or (subject.known and (rule.title or "") in subject.known.ended):
            continue
        for duty in rule.frequency_obligations:
            what = core(duty)
            if duty.rate and what and duty.modality == "obligation" and _ours(duty, subject.text):
                fitting = [planned for text, planned in own if alike(what, text)]
                yield _Demand(rule, duty, place, max(fitting, key=lambda d: d.rate or 0, default=None))


def _cited(document: Document, rule: Document) -> tuple[int, int] | None:
    title = (rule.title or "").replace("\n", "")
    return next(((c.start, c.end) for c in document.citations
                 if c.kind == "title" and title and title in (c.text, c.title)), None)


def _ours(duty: FrequencyObligation, plan: str) -> bool:
    """Whether it binds somebody who is not of a lower level, nor of a higher one that the plan does not speak of."""
    return any(not _LOWER.match(actor.text) and (actor.text in plan or not _HIGHER.match(actor.text))
               for actor in duty.actors)


def _less(subject: Subject) -> Iterator[Hit]:
    for rule, duty, _, planned in _demands(subject):
        if planned and planned.rate and duty.rate and planned.rate < duty.rate:
            yield Hit(planned.start, planned.end, (
                f"低于所引文件的要求：《{rule.title}》规定“{_shown(rule, duty)}”，本文写的是“{planned.text}”",
                f"less often than 《{rule.title}》 demands: {_shown(rule, duty)}"))


def _absent(subject: Subject) -> Iterator[Hit]:
    for rule, duty, place, planned in _demands(subject):
        if planned is None:
            yield Hit(*place, (
                f"《{rule.title}》规定“{_shown(rule, duty)}”，本文没有相应安排",
                f"《{rule.title}》 demands {_shown(rule, duty)}; the plan has no such duty"))


def _shown(rule: Document, duty: FrequencyObligation) -> str:
    low = max(rule.text.rfind(mark, 0, duty.start) for mark in "。；\n") + 1
    ends = [at for at in (rule.text.find(mark, duty.end - 1) for mark in "。；\n") if at >= 0]
    return rule.text[low:min(ends, default=len(rule.text))].strip()


def _rule(code: str, name: str, which: Literal["less", "absent"], title: tuple[str, str],
          find: Callable[[Subject], Iterator[Hit]]) -> Rule:
    return Rule(code=code, name=name, severity="warning", title=title, find=find, beside=True,
                reason=("本文引用了该文件，应当落实其中的定期任务",
                        "the plan cites the rule and has to carry out its recurring duties"),
                advice=("对照所引文件补上或提高频次" if which == "less" else "补上这项安排，或说明由谁另行安排",
                        "raise the frequency" if which == "less" else "add the duty, or say where it is planned"))


LESS = _rule("D02", "below-cited-rule", "less", ("低于所引文件的频次", "less often than the cited rule"), _less)
ABSENT = _rule("D03", "missing-cited-duty", "absent", ("缺少所引文件的任务",
                                                       "duty of the cited rule is missing"), _absent)
