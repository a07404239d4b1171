"""责任单位 by year: who is named as responsible for work, or as the actor of a recurring duty."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.comparison.places import Places
from policydoc.comparison.trend import trend
from policydoc.model.comparison import Place, ResponsibleTrend
from policydoc.model.document import Document


def trends(documents: Sequence[Document], places: Sequence[Places]) -> list[ResponsibleTrend]:
    """All units, by how often they are named."""
    found: dict[str, list[list[Place]]] = {}
    for year, (document, look) in enumerate(zip(documents, places, strict=True)):
        named = [unit for fact in document.responsibilities for unit in fact.units]
        named += [actor for duty in document.frequency_obligations for actor in duty.actors if not actor.inherited]
        for mention in sorted(named, key=lambda mention: (mention.start, mention.end)):
            cells = found.setdefault(mention.text, [[] for _ in documents])
            if not cells[year] or cells[year][-1].start != mention.start:
                cells[year].append(look.place(mention.start, mention.end))
    rows = [ResponsibleTrend(unit=unit, trend=trend([len(cell) for cell in cells]), places=cells)
            for unit, cells in found.items()]
    return sorted(rows, key=lambda row: (-sum(len(cell) for cell in row.places), row.unit))
