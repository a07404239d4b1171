"""M09: the mark after a label: （一）、 and 一. and 第一、; a row of them (第一、二批) is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_LABEL: Final = re.compile(
    r"(?m)^(?<![一二三四五六七八九十百千万]\n)[ \u3000]*(?:"
    r"(?P<bracket>[（(][一二三四五六七八九十\d]{1,3}[）)][、，,．](?![（(第]))"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3}[.．，,](?=[一-鿿])(?![一二三四五六七八九十]))"
    r"|(?P<ordinal>第[一二三四五六七八九十]{1,3}、(?![第一二三四五六七八九十\d])))")
_RIGHT: Final = {"bracket": ("加括号的序号后面不用点号", "no mark after a number in brackets"),
                 "chinese": ("汉字数字序号后面用顿号", "、 stands after a Chinese numeral"),
                 "ordinal": ("“第一”等序号后面用逗号", "， stands after 第一")}


def _find(subject: Subject) -> Iterator[Hit]:
    for found in _LABEL.finditer(subject.text):
        kind = found.lastgroup or ""
        yield Hit(*found.span(kind), (f"“{found[kind]}”：{_RIGHT[kind][0]}", f"{found[kind]}: {_RIGHT[kind][1]}"))


RULE = Rule(
    code="M09", name="label-mark", severity="warning", title=("序号后的标点", "mark after a label"),
    reason=("GB/T 15834—2011 附录B.3：序次语之后的标点用法", "GB/T 15834-2011, B.3: marks after ordinals"),
    advice=("改为“一、”“（一）”“1.”“（1）”“第一，”", "write 一、 （一） 1. （1） 第一，"), find=_find)
