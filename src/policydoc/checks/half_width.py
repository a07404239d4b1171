"""M03: half-width marks among Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_WIDE: Final = str.maketrans(",;:?!()", "，；：？！（）")
_MARK: Final = re.compile(
    r"(?<=[一-鿿”’》）〕])[,;:?!](?=[一-鿿“‘《（〔])"
    r"|\((?=[一-鿿][^()（）\n]{0,40}\))[^()（）\n]{1,41}\)"
    r"|(?<=[一-鿿])[,;:?!](?=\s*(?:\n|\Z))")


def _find(subject: Subject) -> Iterator[Hit]:
    for found in _MARK.finditer(subject.text):
        start, end = found.span()
        if found[0][0] == "(":
            if subject.text[start - 1:start].isascii() and start and subject.text[start - 1].isalnum():
                continue
            yield Hit(start, end, ("中文语句中用了半角括号", "half-width brackets in Chinese text"),
                      ((start, start + 1, "（"), (end - 1, end, "）")))
        else:
            yield Hit(start, end, (f"中文语句中用了半角“{found[0]}”", f"half-width {found[0]} in Chinese text"),
                      ((start, end, found[0].translate(_WIDE)),))


RULE = Rule(
    code="M03", name="half-width-mark", severity="warning", title=("中文中的半角标点", "half-width mark"),
    reason=("GB/T 15834—2011 5.1：句号、逗号、括号等占一个字位置",
            "GB/T 15834-2011, 5.1: marks take the width of a character"),
    advice=("改为全角标点（可用 --fix）", "use the full-width mark (--fix does)"), find=_find)
