"""S06: a chapter with a single item; off by default, for some are meant so."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject


def _find(subject: Subject) -> Iterator[Hit]:
    for parent in subject.provisions:
        units = [child for child in parent.children if child.label and child.kind in ("item", "subitem", "point")]
        if len(units) == 1 and parent.label:
            label = units[0].label
            yield Hit(units[0].start, units[0].start + len(label), (
                f"“{parent.label}”下只有{label}一项", f"{label} is the only one under {parent.label}"))


RULE = Rule(
    code="S06", name="single-item", severity="info", title=("只有一项", "single item"),
    reason=("通行写法：分项即至少两项", "usage: a division has at least two parts"),
    advice=("并入上一层，或补写其余各项", "join it with the level above or add the others"), find=_find, default=False)
