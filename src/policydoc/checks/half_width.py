"""M03: half-width marks among Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_WIDE: Final = str.maketrans(",;:?!()", "，；：？！（）")
_MARKS: Final = {mark: re.compile(re.escape(mark) + r"(?:(?=[一-鿿“‘《（〔])|(?=\s{0,9}(?:\n|\Z))())")
                 for mark in ",;:?!"}
"""A pattern that begins with a letter is found many times faster; group 1 at the end of a line."""
_OPENED: Final = re.compile(r"\([^()（）\n]{1,41}[)）]")
_CLOSED: Final = re.compile(r"（[^()（）\n]{1,41}\)$")
_HAN: Final = re.compile(r"[一-鿿]")
_LONGEST: Final = 43

_QUESTION: Final = re.compile(r"[吗呢么何谁哪怎几]|[是能可应会]否|还是|多少|([一-鿿])[不没]\1|难道|为啥|啥")
_CLAUSE: Final = 30


def _find(subject: Subject) -> Iterator[Hit]:
    yield from _stops(subject.text)
    yield from _brackets(subject.text)


def _stops(text: str) -> Iterator[Hit]:
    for mark, pattern in _MARKS.items():
        for found in pattern.finditer(text):
            start, end = found.span()
            before = text[start - 1:start]
            if not (_HAN.match(before) or (found[1] is None and before and before in "”’》）〕")):
                continue
            if mark == "?" and not _QUESTION.search(text, max(0, start - _CLAUSE), start):
                yield Hit(start, end, ("半角“?”：这里若不是问句，可能是转码时丢失的“·”等字符",
                                       "half-width ?: where this is no question, a mark such as · was lost"))
            else:
                yield Hit(start, end, (f"中文语句中用了半角“{mark}”", f"half-width {mark} in Chinese text"),
                          ((start, end, mark.translate(_WIDE)),))


def _brackets(text: str) -> Iterator[Hit]:
    pairs = [found.span() for found in _OPENED.finditer(text)]
    for at in re.finditer(r"\)", text):
        opened = _CLOSED.search(text, max(0, at.end() - _LONGEST), at.end())
        if opened:
            pairs.append(opened.span())
    for start, end in pairs:
        if _HAN.search(text, start, end) and not (start and text[start - 1].isascii() and text[start - 1].isalnum()):
            yield Hit(start, end, ("中文语句中用了半角括号", "half-width brackets in Chinese text"),
                      ((start, start + 1, "（"), (end - 1, end, "）")))


RULE = Rule(
    code="M03", name="half-width-mark", severity="warning", title=("中文中的半角标点", "half-width mark"),
    reason=("GB/T 15834—2011 5.1：句号、逗号、括号等占一个字位置",
            "GB/T 15834-2011, 5.1: marks take the width of a character"),
    advice=("改为全角标点（可用 --fix）", "use the full-width mark (--fix does)"), find=_find)
