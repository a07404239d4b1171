"""M11: levels in another order than 一、 （一） 1. （1）; off by default: rules and reports have forms of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.provision import Provision

_FORMS: Final = (re.compile(r"[一二三四五六七八九十百]+、"), re.compile(r"[（(][一二三四五六七八九十百]+[）)]"),
                 re.compile(r"\d+[.．、]"), re.compile(r"[（(]\d+[）)]"))


def _find(subject: Subject) -> Iterator[Hit]:
    for parent in subject.provisions:
        above = _rank(parent)
        for child in parent.children if above is not None else ():
            below = _rank(child)
            if above is not None and below is not None and below <= above:
                yield Hit(child.start, child.start + len(child.label), (
                    f"{child.label}列在{parent.label}之下，次序颠倒", f"{child.label} stands below {parent.label}"))


def _rank(unit: Provision) -> int | None:
    return next((rank for rank, form in enumerate(_FORMS) if form.fullmatch(unit.label)), None)


RULE = Rule(
    code="M11", name="level-order", severity="info", title=("层次序数次序", "order of numbering"),
    reason=("GB/T 9704—2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
            "GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）, in this order"),
    advice=("按次序标注", "number the levels in this order"), find=_find, default=False)
