"""D04, D05, D06: a recurring duty without an actor, with a vague time only, or without an object; off by default."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.duties import core
from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_HELD: Final = re.compile(r"召开|举行|举办")
_REASON = ("任务应当有主体、有时限、有对象，才能督促检查",
           "a duty that is to be followed up has an actor, a time and an object")


def _no_actor(subject: Subject) -> Iterator[Hit]:
    named = {answer.provision for answer in subject.document.responsibilities}
    for duty in subject.document.frequency_obligations:
        if not duty.actors and duty.provision not in named:
            yield Hit(duty.start, duty.end, (f"“{duty.text}”没有写明由谁做", f"{duty.text}: nobody is named"))


def _vague(subject: Subject) -> Iterator[Hit]:
    for duty in subject.document.frequency_obligations:
        if duty.vague and not duty.period and not duty.count:
            yield Hit(*(duty.cue.start, duty.cue.end), (f"“{duty.cue.text}”没有写明多久一次",
                                                        f"{duty.cue.text} does not say how often"))


def _no_object(subject: Subject) -> Iterator[Hit]:
    for duty in subject.document.frequency_obligations:
        held = duty.action and _HELD.match(duty.action.text)  # 职工大会每年召开一次: what is held stands before
        said = core(duty) or duty.event or held
        if duty.modality == "obligation" and duty.rate is not None and not said:
            yield Hit(duty.start, duty.end, (f"“{duty.text}”没有写明做什么", f"{duty.text}: what is to be done?"))


NO_ACTOR = Rule(code="D04", name="no-actor", severity="info", title=("任务无主体",
                                                                     "duty without actor"), reason=_REASON,
                advice=("写明责任单位", "name who is to do it"), find=_no_actor, default=False)
VAGUE = Rule(code="D05", name="vague-time", severity="info", title=("时间笼统", "vague time"), reason=_REASON,
             advice=("写明多久一次", "say how often"), find=_vague, default=False)
NO_OBJECT = Rule(code="D06", name="no-object", severity="info", title=("任务无内容", "duty without object"),
                 reason=_REASON, advice=("写明做什么", "say what is to be done"), find=_no_object, default=False)
