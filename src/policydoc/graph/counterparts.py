"""The provision's counterpart in the next year: consecutive plans of one issuer, aligned as `compare` does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from policydoc.model.document import Document


SURE: Final = 0.3
"""Least likeness of an edge. Comparing pairs what is less alike, too, for somebody who looks at both texts; of such
pairs most were wrong as a statement."""


class Counterpart(NamedTuple):
    """Two documents (their numbers in the sequence) and a provision of each; the span is the newer one's."""

    old: int
    new: int
    old_provision: str
    new_provision: str
    start: int
    end: int
    score: float


def counterparts(documents: Sequence[Document]) -> Iterator[Counterpart]:
    """The links of all consecutive years; a year with two documents of one series has no counterpart."""
    series: dict[tuple[str, str], dict[int, list[int]]] = {}
    for n, document in enumerate(documents):
        if document.issuer and document.doc_type and document.year is not None:
            years = series.setdefault((document.issuer, document.doc_type), {})
            years.setdefault(document.year, []).append(n)
    for _, years in sorted(series.items()):
        for before, after in pairwise(sorted(years)):
            if after == before + 1 and len(years[before]) == len(years[after]) == 1:
                yield from _pair(documents, years[before][0], years[after][0])


def _pair(documents: Sequence[Document], old: int, new: int) -> Iterator[Counterpart]:
    from policydoc.comparison.align import align
    from policydoc.comparison.run import Book

    before, after = (Book(documents[n], documents[n].year).units for n in (old, new))
    for group in align(before, after):
        for link in group.links:
            unit = after[link.new]
            if link.likeness.score < SURE:
                continue
            yield Counterpart(old, new, before[link.old].id, unit.id, unit.start, unit.end,
                              round(link.likeness.score, 4))
