"""Where concepts stand in a document: what the extractors found, and what linking adds."""

from __future__ import annotations

from bisect import bisect_right

from policydoc.graph.linking import Linker
from policydoc.graph.records import DocumentRecords, MentionRow

LINKED = "linked"
"""Rule of a mention that stands without quotes and was known from elsewhere."""


def linked(records: DocumentRecords, linker: Linker) -> list[MentionRow]:
    """The mentions that linking adds, in order; none inside one that an extractor found."""
    known = _merged(records)
    starts = [start for start, _ in known]
    leaves = [row for row in records.provisions if row.leaf]
    heads = [row.start for row in leaves]
    out = []
    for start, end, key in linker.find(records.text):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= known[at][1]:
            continue
        leaf = bisect_right(heads, start) - 1
        inside = leaf >= 0 and start < leaves[leaf].end
        out.append(MentionRow(key, leaves[leaf].id if inside else None, start, end, LINKED))
    return out


def _merged(records: DocumentRecords) -> list[tuple[int, int]]:
    """The spans of the extractors' mentions, those inside another left out."""
    out: list[tuple[int, int]] = []
    for row in sorted(records.mentions, key=lambda row: (row.start, -row.end)):
        if not out or row.end > out[-1][1]:
            out.append((row.start, row.end))
    return out
