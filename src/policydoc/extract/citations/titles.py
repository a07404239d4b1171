"""《…》: titles, with 〈…〉 or 《…》 inside them; an open mark without its close is a diagnostic and no title."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from policydoc.chars import TITLES
from policydoc.extract.citations.record import citation
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late, places

LONGEST: Final = 200
"""No title of a public document is longer; the longest of some thousand real ones has 95 characters."""

_MARKS: Final = tuple(TITLES) + tuple(TITLES.values())
_END: Final = attrgetter("end")
_BLANK: Final = late(r"\n\s*")


def find(draft: Draft) -> list[Record]:
    """One citation for each outermost pair of marks, its span inside them."""
    text = draft.text
    marks = [at for mark in _MARKS for at in places(text, mark)]
    if not marks:
        return []
    pairs, stray = _pairs(draft, sorted(marks))
    for at in stray:
        draft.trouble("title-unbalanced", "warning", f"书名号“{text[at]}”没有配对，请补上缺少的另一半或删去多余的",
                      at, at + 1)
    out, covered = [], 0
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        title = text[start + 1:end].strip()
        if start >= covered and title:
            out.append(citation(draft, "title-marks", "title", start + 1, end,
                                title=_BLANK.sub("", title) if "\n" in title else title))
            covered = end
    return out


def _pairs(draft: Draft, marks: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Offsets of matching marks, and of those without a match. No pair reaches over the end of a leaf."""
    text, leaves = draft.text, draft.leaves
    pairs: list[tuple[int, int]] = []
    stray: list[int] = []
    open_marks: list[int] = []
    limit = -1
    for at in marks:
        if at > limit:
            stray += open_marks
            open_marks = []
            leaf = bisect_right(leaves, at, key=_END)
            limit = leaves[leaf].end if leaf < len(leaves) else len(text)
        mark = text[at]
        if mark in TITLES:
            open_marks.append(at)
            continue
        match = len(open_marks) - 1
        lowest = max(-1, match - 4)
        while match > lowest and TITLES[text[open_marks[match]]] != mark:
            match -= 1
        if match == lowest or at - open_marks[match] > LONGEST:
            stray.append(at)
        else:
            pairs.append((open_marks[match], at))
            stray += open_marks[match + 1:]
            del open_marks[match:]
    return pairs, sorted(stray + open_marks)
