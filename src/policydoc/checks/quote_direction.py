"""M12: “X“ and ”X”: the two halves of a pair turned the same way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_OPENING, _CLOSING = "“‘「『", "”’」』"
_RIGHT: Final = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


def _find(subject: Subject) -> Iterator[Hit]:
    text = subject.text
    for term in subject.document.quoted_terms:
        before, after = text[term.start - 1], text[term.end:term.end + 1]
        turned = (term.start - 1 if before in _CLOSING else None, term.end if after and after in _OPENING else None)
        for at in turned:
            if at is not None:
                yield Hit(at, at + 1, (f"“{term.text}”的引号方向反了：{text[at]}应为{text[at].translate(_RIGHT)}",
                                       f"the quote mark of {term.text} is turned the wrong way"))


RULE = Rule(
    code="M12", name="quote-direction", severity="warning", title=("引号方向", "quote turned the wrong way"),
    reason=("GB/T 15834—2011 4.8：引号分前引号和后引号，成对使用", "GB/T 15834-2011, 4.8: quote marks come in pairs"),
    advice=("前引号用“，后引号用”", "“ opens, ” closes"), find=_find)
