"""《…》: titles, with 〈…〉 or 《…》 inside them; an open mark without its close is a diagnostic and no title."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from policydoc.chars import TITLES
from policydoc.extract.citations.record import citation
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

LONGEST: Final = 200
"""No title of a public document is longer; the longest of some thousand real ones has 95 characters."""

_MARKS: Final = late("[《》〈〉«»]")
_BLANK: Final = late(r"\n\s*")


def find(draft: Draft) -> list[Record]:
    """One citation for each outermost pair of marks, its span inside them."""
    text = draft.text
    if not _MARKS.search(text):
        return []
    pairs, stray = _pairs(draft)
    for at in stray:
        draft.trouble("title-unbalanced", "warning", f"书名号“{text[at]}”没有配对，请补上缺少的另一半或删去多余的",
                      at, at + 1)
    out, covered = [], 0
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if start >= covered and text[start + 1:end].strip():
            out.append(citation(draft, "title-marks", "title", start + 1, end,
                                title=_BLANK.sub("", text[start + 1:end]).strip()))
            covered = end
    return out


def _pairs(draft: Draft) -> tuple[list[tuple[int, int]], list[int]]:
    """Offsets of matching marks, and of those without a match. No pair reaches over the end of a leaf."""
    text = draft.text
    ends = [leaf.end for leaf in draft.leaves]
    pairs: list[tuple[int, int]] = []
    stray: list[int] = []
    open_marks: list[int] = []
    limit = -1
    for mark in _MARKS.finditer(text):
        at = mark.start()
        if at > limit:
            stray += open_marks
            open_marks = []
            leaf = bisect_right(ends, at)
            limit = ends[leaf] if leaf < len(ends) else len(text)
        if text[at] in TITLES:
            open_marks.append(at)
            continue
        match = next((i for i in range(len(open_marks) - 1, max(-1, len(open_marks) - 5), -1)
                      if TITLES[text[open_marks[i]]] == text[at]), None)
        if match is None or at - open_marks[match] > LONGEST:
            stray.append(at)
        else:
            pairs.append((open_marks[match], at))
            stray += open_marks[match + 1:]
            del open_marks[match:]
    return pairs, sorted(stray + open_marks)
