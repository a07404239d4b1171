"""Plain amounts of work in sentences that are otherwise alike: 新建50个 → 新建30个.

For numbers that no extractor calls a target: digits with a measure word, the same one on both sides, in the same
words before. Years, dates, ordinals, sessions and what stands in quotes or titles are no amounts.
"""

from __future__ import annotations

import re
from typing import Final

from policydoc.comparison.side import Side, Twins
from policydoc.model.comparison import Change

_AMOUNT: Final = re.compile(
    r"(?<![\d.第年月“‘《—－~～-])(?P<value>\d{1,9}(?:\.\d{1,4})?)(?P<myriad>万亿|[十百千万亿])?[多余]?"
    r"(?P<unit>个百分点|[%％‰]|平方公里|平方米|立方米|公里|公顷|公斤|千瓦时|千瓦|小时|学时|学分|人次|户次|家次|"
    r"[个家名人户项件次场期所座处亩元吨米套台辆条支对班门篇种只头株张批轮遍天](?!方面|世纪))"
    r"(?![—－~～至-]{1,2}\d)(?P<within>以内|以下)?")
_MYRIADS: Final = {None: 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_CEILING: Final = re.compile(r"(?:不超过|不高于|不多于|不得超过|控制在|低于|降至|降到|压减到|压缩到|少于)\D{0,4}$")
_NOT_CEILING: Final = re.compile(r"不(?:少于|低于)\D{0,4}$")
_LAST_WORDS: Final = 4


def changes(old: Side, new: Side, twins: Twins) -> list[Change]:
    """Amounts that went up or down while the words around them stayed."""
    out = []
    for first, second in twins.spans():
        was, now = _amounts(old, *first), _amounts(new, *second)
        for name in dict.fromkeys(was):
            if len(was[name]) == len(now.get(name, ())) == 1:
                (before, a), (after, b) = was[name][0], now[name][0]
                if before != after:
                    out.append(Change(kind="target", direction="stronger" if after > before else "weaker",
                                      old=old.place(*a), new=new.place(*b),
                                      old_value=old.text[slice(*a)], new_value=new.text[slice(*b)]))
    return out


def _amounts(side: Side, start: int, end: int) -> dict[str, list[tuple[float, tuple[int, int]]]]:
    """Amounts of one sentence by the words before them and their measure word; negative below a ceiling."""
    out: dict[str, list[tuple[float, tuple[int, int]]]] = {}
    for match in _AMOUNT.finditer(side.text, start, end):
        before = side.text[max(start, match.start() - 8):match.start()]
        ceiling = match["within"] or (_CEILING.search(before) and not _NOT_CEILING.search(before))
        value = float(match["value"]) * _MYRIADS[match["myriad"]]
        name = f"{before[-_LAST_WORDS:]}|{match['unit']}|{bool(ceiling)}"
        out.setdefault(name, []).append((-value if ceiling else value, match.span()))
    return out
