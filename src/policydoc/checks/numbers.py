"""S01 to S04: what the parser saw in the rows of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.kinds import Severity

_SOURCE = ("GB/T 9704—2012 7.3.3：结构层次序数依次标注，同级序号应当连续",
           "GB/T 9704-2012, 7.3.3: numbers of a level run on")


def _from_parser(code: str, english: str) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        for trouble in subject.document.diagnostics:
            if trouble.code == code:
                label = subject.text[trouble.start:trouble.end]
                yield Hit(trouble.start, trouble.end, (trouble.message, f"{english} ({label})"))
    return find


def _rule(code: str, name: str, severity: Severity, title: str, english: str) -> Rule:
    return Rule(code=code, name=name, severity=severity, title=(title, english), reason=_SOURCE,
                advice=("核对原稿，补上漏写的内容或改正序号；本工具从不改动序号",
                        "compare with the draft; numbers are never changed here"),
                find=_from_parser(name, english))


GAP = _rule("S01", "number-gap", "error", "序号缺失", "a number is missing before this one")
DUPLICATE = _rule("S02", "number-duplicate", "error", "序号重复", "this number stands twice")
DISORDER = _rule("S03", "number-disorder", "error", "序号次序错乱", "this number is out of order")
JUMP = _rule("S04", "level-jump", "info", "层次越级", "a level is skipped here")
