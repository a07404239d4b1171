"""The two sides of a row: their text, their sentences, the facts that stand in them, and which sentences are twins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from policydoc.comparison.places import Places
from policydoc.comparison.redline import Match, Sentence, split
from policydoc.comparison.units import Unit
from policydoc.model.comparison import Place
from policydoc.model.document import Document
from policydoc.model.facts import Deadline, Target
from policydoc.model.frequency import FrequencyObligation
from policydoc.model.spans import Fact

F = TypeVar("F", bound=Fact)
COMPARABLE = 0.6
"""Likeness of two sentences from which their words and numbers can be compared one by one."""


class Side:
    """Some units of one document as one side of a row."""

    def __init__(self, places: Places, units: Sequence[Unit], year: int | None) -> None:
        self.places, self.units, self.year = places, units, year
        self.document: Document = places.document
        self.text = self.document.text

    @cached_property
    def sentences(self) -> list[Sentence]:
        return split(self.text, [(unit.start, unit.end) for unit in self.units])

    @cached_property
    def duties(self) -> list[FrequencyObligation]:
        return self._within(self.document.frequency_obligations)

    @cached_property
    def deadlines(self) -> list[Deadline]:
        return self._within(self.document.deadlines)

    @cached_property
    def targets(self) -> list[Target]:
        return self._within(self.document.targets)

    def place(self, start: int, end: int) -> Place:
        return self.places.place(start, end)

    def _within(self, facts: Sequence[F]) -> list[F]:
        out: list[F] = []
        for unit in self.units:
            low = bisect_left(facts, unit.start, key=lambda fact: fact.start)
            high = bisect_left(facts, unit.end, key=lambda fact: fact.start)
            out += facts[low:high]
        return out


class Twins:
    """The sentences of the two sides that belong together."""

    def __init__(self, old: Side, new: Side, matches: Sequence[Match]) -> None:
        self.old, self.new, self.matches = old, new, matches
        self._alike = {(match.old, match.new): match.alike for match in matches}
        self._starts = [[sentence.start for sentence in side.sentences] for side in (old, new)]

    def alike(self, old_offset: int, new_offset: int) -> float:
        """How alike the sentences at two offsets are: 0 where they are no twins."""
        first, second = (bisect_right(starts, offset) - 1
                         for starts, offset in zip(self._starts, (old_offset, new_offset), strict=True))
        return self._alike.get((first, second), 0.0)

    def spans(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The spans of twins that changed but are alike enough to be compared word by word."""
        for match in self.matches:
            a, b = self.old.sentences[match.old], self.new.sentences[match.new]
            if COMPARABLE <= match.alike < 1:
                yield (a.start, a.end), (b.start, b.end)
