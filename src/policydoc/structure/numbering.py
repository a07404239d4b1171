"""Numbers that skip, repeat or go back. Whether a level restarts under each parent or runs through the document is
decided for each kind of label first; only then is a break in its row a fault. Nothing is renumbered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from policydoc.model.draft import Draft, Node
from policydoc.numerals import to_chinese, to_int
from policydoc.structure.headings import Unit
from policydoc.structure.markers import UNSEEN

_MARKS: Final = "#* \t\u3000" + UNSEEN
"""What may stand before a label and counts to it."""
_SKIPPED: Final = ("clause", "bullet", "heading")
_FORMS: Final = {mark: mark for mark in "、.．）)章节条编篇分〕"}
"""The label without its numeral: （三） and （十） are one form, 三、 another, ① a third."""
_LISTED: Final = 5
"""So many missing numbers are named one by one."""
_NEAR: Final = 2_000
"""The text before a label is searched so far back for the missing one."""
_MOST: Final = 50
"""Findings in one row; what is wrong more often than this is not meant as a row."""
_TOO_FAR: Final = 50
"""A number further ahead than this is a slip of the pen, not a gap."""


def check(draft: Draft, rows: list[list[Unit]]) -> None:
    """Add a diagnostic for every break in a row of numbers."""
    for families in _families(rows):
        if _runs_through(families):
            _row(draft, [unit for family in families for unit in family])
        else:
            for family in families:
                _row(draft, family)


def _families(rows: list[list[Unit]]) -> Iterable[list[list[Node]]]:
    """Rows of one kind and form of label, in the order of the text.

    The document itself, and each attachment and embedded document, has numbers of its own.
    """
    families: dict[tuple[int, str, str], list[list[Node]]] = {}
    for row in rows:
        scope, kind = id(row[0].scope), row[0].node.kind
        if kind in _SKIPPED:
            continue
        forms: dict[str, list[Node]] = {}
        for unit in row:
            node = unit.node
            if node.number is not None:
                forms.setdefault(_FORMS.get(node.label[-1:], "○"), []).append(node)
        for form, nodes in forms.items():
            families.setdefault((scope, kind, form), []).append(nodes)
    for family in families.values():
        family.sort(key=lambda nodes: nodes[0].start)
    return families.values()


def _runs_through(families: list[list[Node]]) -> bool:
    """Whether numbers go on from parent to parent (more of the later rows begin above 1 than with 1)."""
    later = families[1:]
    onward = sum((units[0].number or 0) > 1 for units in later)
    return onward * 2 > len(later)


def _inline(draft: Draft, before: Node | None, unit: Node, number: int) -> bool:
    """Whether the label stands inside the text before: …工作：（一）…, glued to a paragraph."""
    start = max(before.start if before else 0, unit.start - _NEAR)
    return draft.text.find(_written(unit, number), start, unit.start) >= 0


def _row(draft: Draft, units: list[Node]) -> None:
    if [unit.number for unit in units] == list(range(1, len(units) + 1)):
        return
    before: Node | None = None
    expected = 1
    most = len(draft.diagnostics) + _MOST
    for unit in units:
        if len(draft.diagnostics) >= most:
            return
        number = unit.number or 0
        if before is None:
            if number > 1 and len(units) > 1 and not _inline(draft, None, unit, number - 1):
                _report(draft, unit, "number-gap", f"{_names(unit, 1, number)}缺失：本级从{_named(unit)}开始，"
                        "请核对是否漏写或误编序号")
        elif number == before.number:
            if unit.sub_number == before.sub_number:
                _report(draft, unit, "number-duplicate", f"{_named(unit)}重复出现，请核对序号")
        elif number > expected:
            if number - expected > _TOO_FAR:
                _report(draft, unit, "number-disorder", f"{_named(before)}之后是{_named(unit)}，序号不连续，请核对")
            elif not _inline(draft, before, unit, number - 1):
                missing = _names(unit, expected, number)
                _report(draft, unit, "number-gap", f"{missing}缺失：{_named(before)}之后是{_named(unit)}，"
                        "请核对是否漏写或误编序号")
        elif number < expected and number != 1:
            _report(draft, unit, "number-disorder", f"{_named(before)}之后是{_named(unit)}，序号倒退，请核对顺序")
        before, expected = unit, number + 1


def _report(draft: Draft, unit: Node, code: str, message: str) -> None:
    draft.trouble(code, "warning", message, unit.start, unit.start + max(1, len(unit.label)))


def _named(unit: Node) -> str:
    return _quoted(unit.label.lstrip(_MARKS))


def _quoted(label: str) -> str:
    """“二、” in a sentence; （二） and 第二条 need no quotes."""
    return f"“{label}”" if label[-1:] in "、.．)" else label


def _names(like: Node, first: int, after: int) -> str:
    """The labels of the missing numbers, written as their neighbour is."""
    if after - first <= _LISTED:
        return "".join(_quoted(_written(like, n)) for n in range(first, after))
    return f"{_quoted(_written(like, first))}至{_quoted(_written(like, after - 1))}"


def _written(like: Node, number: int) -> str:
    label = like.label.lstrip(_MARKS)
    if len(label) == 1 and like.number:
        sign = chr(ord(label) + number - like.number)
        return sign if to_int(sign) == number else f"（{number}）"
    inside = label.strip("第（()）、.．章节条编篇部分 \u3000")
    numeral = str(number) if inside.isdecimal() else to_chinese(number)
    if not inside:
        return f"（{numeral}）" if like.kind in ("item", "point") else f"{number}."
    return label.replace(inside, numeral, 1)
