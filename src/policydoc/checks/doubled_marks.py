"""M06: two stops in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_STOPS: Final = re.compile(r"[，。、；：][，。、；：]+")


def _find(subject: Subject) -> Iterator[Hit]:
    for found in _STOPS.finditer(subject.text):
        yield Hit(*found.span(), (f"“{found[0]}”点号连用", f"{found[0]}: stops in a row"))


RULE = Rule(
    code="M06", name="doubled-marks", severity="warning", title=("点号连用", "doubled stops"),
    reason=("GB/T 15834—2011 附录B.2：点号之间不连用（问号、叹号除外）",
            "GB/T 15834-2011, B.2: stops are not put in a row"),
    advice=("只留一个；省略用“……”；“。”若是“‰”之误，改为“‰”",
            "keep one; an ellipsis is ……; a 。 may stand for ‰"), find=_find)
