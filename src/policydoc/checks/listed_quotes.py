"""M10: 、 between quoted terms or titles; off by default, for usage is divided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_BETWEEN: Final = re.compile(r"、(?:(?<=”、)(?=“)|(?<=》、)(?=《))")


def _find(subject: Subject) -> Iterator[Hit]:
    for found in _BETWEEN.finditer(subject.text):
        yield Hit(*found.span(), ("并列的引号或书名号之间用了顿号", "、 between quoted terms or titles"))


RULE = Rule(
    code="M10", name="listed-quotes", severity="info", title=("并列引号间的顿号", "、 between quoted terms"),
    reason=("GB/T 15834—2011 4.5.3.5：标有引号、书名号的并列成分之间通常不用顿号",
            "GB/T 15834-2011, 4.5.3.5: usually no 、 between quoted terms or titles"),
    advice=("删去顿号", "delete it"), find=_find, default=False)
