"""M07: document numbers whose year does not stand in 〔〕, or whose serial has a 第 or leading zeros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_YEAR: Final = re.compile(r"[\[(（【﹝［「〈]\s*((?:19|20)\d\d)\s*[\])）】﹞］」〉]")


def _find(subject: Subject) -> Iterator[Hit]:
    places = [(c.start, c.end) for c in subject.document.citations if c.kind == "doc_number"]
    places += [(f.start, f.end) for f in subject.document.front_matter if f.role == "doc_number"]
    for start, end in sorted(set(places)):
        year = _YEAR.search(subject.text, start, end)
        if year:
            right = f"〔{year[1]}〕"
            yield Hit(start, end, (f"发文字号的年份应当写作“{right}”",
                                   f"the year of a document number is written {right}"),
                      ((year.start(), year.end(), right),))


RULE = Rule(
    code="M07", name="doc-number-brackets", severity="warning", title=("发文字号括号", "brackets of document numbers"),
    reason=("GB/T 9704—2012 7.2.5：年份应标全称，用六角括号“〔〕”括入",
            "GB/T 9704-2012, 7.2.5: the year stands in 〔〕"),
    advice=("改用六角括号（可用 --fix）", "use 〔〕 (--fix does)"), find=_find)
