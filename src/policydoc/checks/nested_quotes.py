"""M05: double quotes inside double quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_NESTED: Final = re.compile(r"“[^“”\n]{0,80}(“[^“”\n]{1,40}”)[^“”\n]{0,80}”")


def _find(subject: Subject) -> Iterator[Hit]:
    for found in _NESTED.finditer(subject.text):
        yield Hit(*found.span(1), ("双引号里面又用了双引号", "double quotes inside double quotes"))


RULE = Rule(
    code="M05", name="nested-quotes", severity="warning", title=("引号套用不当", "quotes nested the wrong way"),
    reason=("GB/T 15834—2011 4.8.3.4：引号中还需要使用引号时，外面一层用双引号，里面一层用单引号",
            "GB/T 15834-2011, 4.8.3.4: outside double quotes, inside single ones"),
    advice=("里层改用单引号‘ ’", "use ‘ ’ inside"), find=_find)
