"""S07: headings of one level, some with a full stop at the end and some without; off by default."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.provision import Provision


def _find(subject: Subject) -> Iterator[Hit]:
    levels: dict[tuple[str, int], list[Provision]] = {}
    for unit in subject.provisions:
        if unit.label and unit.heading and unit.kind in ("chapter", "section", "item"):
            levels.setdefault((unit.kind, unit.depth), []).append(unit)
    for units in levels.values():
        alone = {True: [], False: []}  # type: dict[bool, list[Provision]]
        for unit in units:
            line = subject.text[unit.start:unit.end].split("\n", 1)[0].rstrip()
            if len(line) <= len(unit.label) + len(unit.heading or "") + 2:
                alone[line.endswith("。")].append(unit)
        few, many = sorted(alone.values(), key=len)
        if few and len(many) >= 3 * len(few):
            with_stop = few is alone[True]
            for unit in few:
                yield Hit(unit.start, unit.start + len(unit.label), (
                    f"同级标题大多{'不' if with_stop else ''}加句号，这里{'加了' if with_stop else '没有加'}",
                    f"most headings of this level have {'no ' if with_stop else 'a '}full stop"))


RULE = Rule(
    code="S07", name="heading-stops", severity="info", title=("同级标题句号不一", "mixed headings"),
    reason=("GB/T 15834—2011 附录A.1：文章标题的末尾通常不用标点符号；同级标题体例应当一致",
            "GB/T 15834-2011, A.1: headings end without a mark; one level, one form"),
    advice=("统一同级标题的写法", "write all headings of a level alike"), find=_find, default=False)
