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
    """A form that comes up for the first time after a lower one: （一） after 1."""
    lowest: Provision | None = None
    seen: set[int] = set()
    for unit in subject.provisions:
        rank = _rank(unit)
        if rank is None or rank in seen:
            continue
        if lowest and rank < max(seen):
            yield Hit(unit.start, unit.start + len(unit.label), (
                f"{unit.label}在{lowest.label}之后才出现，次序颠倒", f"{unit.label} comes up after {lowest.label}"))
        if not seen or rank > max(seen):
            lowest = unit
        seen.add(rank)


def _rank(unit: Provision) -> int | None:
    return next((rank for rank, form in enumerate(_FORMS) if form.fullmatch(unit.label)), None)


RULE = Rule(
    code="M11", name="level-order", severity="info", title=("层次序数次序", "order of numbering"),
    reason=("GB/T 9704—2012 7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
            "GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）, in this order"),
    advice=("按次序标注", "number the levels in this order"), find=_find, default=False)
