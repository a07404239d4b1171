"""M12: “X“ and ”X”: the two halves of a pair turned the same way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_OPENING: Final = "“‘「『"
_CLOSING: Final = "”’」』"


def _find(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for term in subject.document.quoted_terms:
        before, after = text[term.start - 1], text[term.end:term.end + 1]
        if before in _CLOSING:
            yield Hit(term.start - 1, term.start, (f"“{term.text}”的前引号写成了后引号",
                                                   f"{term.text}: a closing quote mark opens it"))
        if after and after in _OPENING:
            yield Hit(term.end, term.end + 1, (f"“{term.text}”的后引号写成了前引号",
                                               f"{term.text}: an opening quote mark closes it"))


RULE = Rule(
    code="M12", name="quote-direction", severity="warning", title=("引号方向", "quote turned the wrong way"),
    reason=("GB/T 15834—2011 4.8：引号分前引号和后引号，成对使用", "GB/T 15834-2011, 4.8: quote marks come in pairs"),
    advice=("前引号用“，后引号用”", "“ opens, ” closes"), find=_find)
