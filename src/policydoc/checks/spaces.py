"""M08, M13: several spaces, or one, between two Chinese characters in a sentence; full-width ones are layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_SPACE: Final = re.compile(r"(?<=[一-鿿，。；、][一-鿿，。；、])[ \u00a0]{2,}(?=[一-鿿]{2})")

_APART: Final = re.compile(r"[一-鿿][ \u00a0]+[一-鿿]|[\t\u3000]{2}")
"""Another gap in the line: names and columns are set so."""
_ONE: Final = re.compile(r"[ \u00a0](?<=[一-鿿][一-鿿，；、][ \u00a0])(?=[一-鿿]{2})")
_AROUND: Final = 200
_INDENT: Final = 12
"""So far from the start of the line a gap is none after a label or a name."""


def _find(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    if "  " not in text and "\u00a0" not in text:
        return
    for found in _SPACE.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _AROUND):start].rpartition("\n")[2]
        after = text[end:end + _AROUND].partition("\n")[0]
        laid_out = any(_APART.search(part.strip()) for part in (before, after))
        if "。" in before + after and not laid_out and len(before) > _INDENT and subject.in_sentences(start):
            yield Hit(start, end, ("句中多了空格", "spaces inside a sentence"), ((start, end, ""),))


def _single(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for found in _ONE.finditer(text):
        start, end = found.span()
        line = text[text.rfind("\n", max(0, start - _AROUND), start) + 1:start]
        quoted = line.count("“") > line.count("”") or line.count("《") > line.count("》")
        if len(line) > _INDENT and not quoted and subject.in_sentences(start):
            yield Hit(start, end, ("词句中间有空格", "a space inside a sentence"))


DOUBLED = Rule(
    code="M08", name="doubled-spaces", severity="warning", title=("句中空格", "spaces inside a sentence"),
    reason=("GB/T 9704—2012 7.3.3 只在段首空二字，句中不空格",
            "GB/T 9704-2012, 7.3.3: only the first line is indented"),
    advice=("删去空格（可用 --fix）", "delete them (--fix does)"), find=_find)
SINGLE = Rule(
    code="M13", name="single-space", severity="info", title=("词中空格", "space inside a sentence"),
    reason=DOUBLED.reason, advice=("删去空格", "delete it"), find=_single, default=False)
