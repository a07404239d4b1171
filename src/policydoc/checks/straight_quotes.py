"""M04: straight quotes around Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_STRAIGHT: Final = re.compile(r'''(?<![\w=])(["'])(?=[^"'\n]{0,59}[一-鿿])[^"'\n]{1,60}\1|'''
                              r'''(?<=[^\W\d])(["'])(?=[一-鿿])[^"'\n]{1,60}\2''')


def _find(subject: Subject) -> Iterator[Hit]:
    if '"' not in subject.text and "'" not in subject.text:
        return
    for found in _STRAIGHT.finditer(subject.text):
        inside = found[0][1:-1]
        yield Hit(*found.span(), (f"“{inside}”用了直引号", f"straight quotes around {inside}"))


RULE = Rule(
    code="M04", name="straight-quotes", severity="warning", title=("直引号", "straight quotes"),
    reason=("GB/T 15834—2011 4.8.2：引号的形式有双引号“ ”和单引号‘ ’",
            "GB/T 15834-2011, 4.8.2: quote marks are “ ” and ‘ ’"),
    advice=("改为“ ”", "write “ ”"), find=_find)
