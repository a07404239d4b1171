"""S05: a heading under which nothing stands."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.provision import Provision

_KINDS = ("part", "chapter", "section")


def _find(subject: Subject) -> Iterator[Hit]:
    rows = [subject.document.provisions, *(p.children for p in subject.provisions if p.children)]
    for row in rows:
        units = [p for p in row if p.kind in _KINDS and p.label and p.heading]
        empty = [p for p in units if _is_empty(p)]
        if len(empty) * 3 <= len(units):  # where many are empty, they are a list and no headings
            for unit in empty:
                name = unit.label + (unit.heading or "")
                yield Hit(unit.start, unit.end, (f"标题“{name}”下没有内容", f"nothing stands under the heading {name}"))


def _is_empty(unit: Provision) -> bool:
    return not unit.children and unit.end - unit.start <= len(unit.label) + len(unit.heading or "") + 2


RULE = Rule(
    code="S05", name="empty-heading", severity="warning", title=("标题下无内容", "heading without text"),
    reason=("《党政机关公文处理工作条例》第十九条：公文内容完整、表述准确", "a heading announces text; none follows"),
    advice=("补写内容，或删去标题", "write the text or delete the heading"), find=_find)
