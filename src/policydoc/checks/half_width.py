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
    r"|（[^()（）\n]{1,40}\)|\((?=[^()（）\n]{0,40}[一-鿿])[^()（）\n]{1,40}）"
    r"|(?<=[一-鿿])[,;:?!](?=\s{0,9}(?:\n|\Z))")

_QUESTION: Final = re.compile(r"[吗呢么何谁哪怎几]|是否|多少|([一-鿿])不\1|难道|为啥")
_CLAUSE: Final = 30


def _find(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for found in _MARK.finditer(text):
        start, end = found.span()
        if found[0][0] in "(（":
            if start and text[start - 1].isascii() and text[start - 1].isalnum():
                continue
            yield Hit(start, end, ("中文语句中用了半角括号", "half-width brackets in Chinese text"),
                      ((start, start + 1, "（"), (end - 1, end, "）")))
        elif found[0] == "?" and not _QUESTION.search(text, max(0, start - _CLAUSE), start):
            yield Hit(start, end, ("“?”不像问号，可能是转码时丢失的“·”等字符", "? is no question: a mark was lost"))
        else:
            yield Hit(start, end, (f"中文语句中用了半角“{found[0]}”", f"half-width {found[0]} in Chinese text"),
                      ((start, end, found[0].translate(_WIDE)),))


RULE = Rule(
    code="M03", name="half-width-mark", severity="warning", title=("中文中的半角标点", "half-width mark"),
    reason=("GB/T 15834—2011 5.1：句号、逗号、括号等占一个字位置",
            "GB/T 15834-2011, 5.1: marks take the width of a character"),
    advice=("改为全角标点（可用 --fix）", "use the full-width mark (--fix does)"), find=_find)
