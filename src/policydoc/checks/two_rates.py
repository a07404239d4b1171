"""D01: the same duty of the same actor with two frequencies."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.duties import core
from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.frequency import FrequencyObligation

_LEAST = 4


def _find(subject: Subject) -> Iterator[Hit]:
    first: dict[tuple[str, str], FrequencyObligation] = {}
    for duty in subject.document.frequency_obligations:
        what = core(duty)
        if duty.rate is None or not duty.actors or len(what) < _LEAST or duty.modality != "obligation":
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
