"""D01: the same duty of the same actor with two frequencies; what holds in some cases or times only is another duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.duties import core
from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.frequency import FrequencyObligation

_LEAST: Final = 4
_CASE: Final = re.compile(r"期间|时期|时段|汛期|旺季|淡季|[冬夏春秋暑]季|节假日|平时|日常|高峰|必要|重点|重大|特殊|"
                          r"紧急|对|其中|其他|遇|有条件|试点|原则|原来|现在|一般|首[次年]|除")


def _find(subject: Subject) -> Iterator[Hit]:
    first: dict[tuple[str, str], FrequencyObligation] = {}
    for duty in subject.document.frequency_obligations:
        what = core(duty)
        if duty.rate is None or not duty.actors or len(what) < _LEAST or duty.modality != "obligation" \
                or _CASE.search(subject.text, subject.sentence(duty.start)[0], duty.start):
            continue
        key = ("、".join(actor.text for actor in duty.actors), what)
        before = first.setdefault(key, duty)
        if before.rate != duty.rate and before.cue.text != duty.cue.text:
            yield Hit(duty.start, duty.end, (
                f"同一任务前面是“{before.text}”，这里是“{duty.text}”", f"{duty.text} here, {before.text} before"))


RULE = Rule(
    code="D01", name="two-frequencies", severity="warning", title=("同一任务频次不一", "two frequencies for one duty"),
    reason=("同一主体的同一任务，频次应当前后一致", "one duty of one actor has one frequency"),
    advice=("核对频次，改为一致", "make both agree"), find=_find)
