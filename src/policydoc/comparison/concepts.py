"""概念 by year: quoted terms, slogans and abbreviations, and where each text holds them, quoted or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from policydoc.comparison.places import Places
from policydoc.comparison.trend import trend
from policydoc.model.comparison import ConceptTrend
from policydoc.model.document import Document

LONGEST: Final = 30
"""Letters of a label; longer quotations are no concepts."""
_WORTH: Final = re.compile(r"[^\W\d_]")


def trends(documents: Sequence[Document], places: Sequence[Places], names: Sequence[str]) -> list[ConceptTrend]:
    """All concepts, those that changed most first: gone and new, fallen and risen, then the steady ones."""
    kinds = _labels(documents)
    spans = [_occurrences(document.text, kinds) for document in documents]
    out = []
    for label, kind in kinds.items():
        found = [side.get(label, []) for side in spans]
        counts = [len(each) for each in found]
        if not any(counts):
            continue
        seen = [name for name, count in zip(names, counts, strict=True) if count]
        out.append(ConceptTrend(
            label=label, kind=kind, trend=trend(counts), first=seen[0], last=seen[-1], counts=counts,
            places=[[look.place(*span) for span in each] for look, each in zip(places, found, strict=True)]))
    order = ("new", "gone", "risen", "fallen", "returned", "steady")
    return sorted(out, key=lambda row: (order.index(row.trend), -sum(row.counts), row.label))


def _labels(documents: Sequence[Document]) -> dict[str, str]:
    """Label → kind; where the years disagree the last one says."""
    kinds: dict[str, str] = {}
    for document in documents:
        for slogan in document.slogans:
            kinds[slogan.text] = "slogan"
        for term in document.quoted_terms:
            if term.kind != "quotation":
                kinds[term.text] = term.kind
        for abbreviation in document.abbreviations:
            kinds[abbreviation.text] = "numeral_abbreviation"
    return {label: kind for label, kind in kinds.items() if 1 < len(label) <= LONGEST and _WORTH.search(label)}


def _occurrences(text: str, labels: dict[str, str]) -> dict[str, list[tuple[int, int]]]:
    """Where each label stands; one inside a longer label (三会 in 三会一课) does not count."""
    found: list[tuple[int, int, str]] = []
    for label in labels:
        at = text.find(label)
        while at >= 0:
            found.append((at, at + len(label), label))
            at = text.find(label, at + len(label))
    out: dict[str, list[tuple[int, int]]] = {}
    reach = 0
    for start, end, label in sorted(found, key=lambda span: (span[0], -span[1])):
        if end > reach:
            out.setdefault(label, []).append((start, end))
            reach = end
    return out
