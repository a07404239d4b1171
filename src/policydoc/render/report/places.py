"""From the comparison's ids and spans to what a reader sees: names of items, sentences, text of units."""

from __future__ import annotations

from bisect import bisect_right

from policydoc.model.comparison import Comparison, LineOfWork, Place, Row
from policydoc.render.report.words import word
from policydoc.render.table import Lang

_SHOWN = 20


class Names:
    """Looks up units by id and by place; built once for a report."""

    def __init__(self, comparison: Comparison, lang: Lang) -> None:
        self.comparison, self.lang = comparison, lang
        self._by_id = [{unit.provision: unit for unit in edition.units} for edition in comparison.editions]
        self._ordered = [sorted(edition.units, key=lambda unit: unit.start) for edition in comparison.editions]
        self._starts = [[unit.start for unit in units] for units in self._ordered]

    def unit(self, edition: int, provision: str) -> LineOfWork:
        return self._by_id[edition][provision]

    def units(self, edition: int) -> list[LineOfWork]:
        """In the order of the text."""
        return self._ordered[edition]

    def holder(self, edition: int, place: Place) -> LineOfWork | None:
        """The unit in which a place stands; None in the front matter or the closing."""
        at = bisect_right(self._starts[edition], place.start) - 1
        unit = self._ordered[edition][at] if at >= 0 else None
        return unit if unit and place.start < unit.end else None

    def short(self, unit: LineOfWork | None) -> str:
        """`（三）`, 总体要求, 引言: what fits a cell."""
        if unit is None:
            return "—"
        if unit.label and not unit.lead:
            return unit.label.strip()
        return word("preamble" if not unit.chapter else "lead", self.lang)

    def full(self, unit: LineOfWork) -> str:
        """`（三）落实意识形态工作责任制`."""
        heading = unit.heading or ""
        return self.short(unit) + (heading if len(heading) <= _SHOWN else heading[:_SHOWN] + "…")

    def chapter(self, row: Row) -> str:
        """The chapter of a row: that of the new text, of the old where it was dropped.

        The outermost heading, its own if it has none above.
        """
        unit = self.unit(row.step + 1, row.new[0]) if row.new else self.unit(row.step, row.old[0])
        if unit.chapter or unit.lead or not unit.heading:
            return unit.chapter[0] if unit.chapter else word("preamble", self.lang)
        return unit.label + unit.heading

    def text(self, edition: int, provisions: list[str]) -> str:
        """The text of some units, one after the other."""
        text = self.comparison.editions[edition].text
        return "\n".join(text[u.start:u.end] for u in (self.unit(edition, p) for p in provisions))

    def sentence(self, edition: int, place: Place) -> str:
        """The sentence of a place in one line."""
        text = self.comparison.editions[edition].text[place.sentence.start:place.sentence.end]
        return "".join(line.strip() for line in text.splitlines())

    def step(self, step: int) -> str:
        """`2022 → 2023`."""
        return f"{self.comparison.editions[step].name} → {self.comparison.editions[step + 1].name}"
