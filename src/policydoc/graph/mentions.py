"""Where concepts stand in a document: what the extractors found, and what linking adds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from policydoc.graph.linking import Linker
from policydoc.graph.rows import DocumentRecords, MentionRow

LABEL: Final = "label"
"""Rule of a mention that was found by its label alone, mostly without quotes."""


def linked(records: DocumentRecords, linker: Linker) -> list[MentionRow]:
    """The mentions that linking adds, in order; none touches one of an extractor, none stands in a list of contents."""
    leaves = [row for row in records.provisions if row.leaf and row.kind != "toc"]
    heads = [row.start for row in leaves]
    out = []
    for start, end, key in outside(linker.find(records.text), [(row.start, row.end) for row in records.mentions]):
        at = bisect_right(heads, start) - 1
        if at >= 0 and end <= leaves[at].end:
            out.append(MentionRow(key, leaves[at].id, start, end, LABEL))
    return out


def outside(hits: Iterable[tuple[int, int, str]], known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The hits that touch no known span; both are in the order of their starts."""
    at, reach = 0, 0
    for start, end, key in hits:
        while at < len(known) and known[at][0] < end:
            if known[at][1] > reach:
                reach = known[at][1]
            at += 1
        if reach <= start:
            yield start, end, key
