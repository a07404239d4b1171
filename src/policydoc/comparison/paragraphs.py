"""What two lines of work have in common, paragraph by paragraph.

Two texts of 1,000 characters may be alike in tone and share no work; or be no pair and share one paragraph, the
work that moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from policydoc.comparison.units import Unit
from policydoc.comparison.weigh import Pair, Vector, cosines, rarity, vector

SHORTEST: Final = 60
"""Characters: shorter paragraphs (a title, a line that leads in) are read together with the next."""
FEW: Final = 30
"""Fewer paragraphs do not show which words are rare."""
LEAST_FIT: Final = 0.08
"""Cosine of their best two paragraphs from which units have work in common: nine of ten pairs that editors leave
apart stay below, all but one in a hundred that they put on one row lie above."""


class _Paragraph(NamedTuple):
    unit: int
    text: Vector


class Paragraphs:
    """The paragraphs of the units of two documents."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self._units = old, new
        texts = [[(at, text) for at, unit in enumerate(side) for text in _paragraphs(unit.text)] for side in (old, new)]
        weight = rarity([text for side in texts for _, text in side], least=FEW)
        self._all = [[_Paragraph(at, vector(text, weight)) for at, text in side] for side in texts]
        self._of: list[dict[int, list[Vector]]] = [{}, {}]
        for mine, side in zip(self._of, self._all, strict=True):
            for paragraph in side:
                mine.setdefault(paragraph.unit, []).append(paragraph.text)

    def common(self, pair: Pair) -> bool:
        """Whether the units of a pair have work in common."""
        first, second = (mine.get(unit, []) for mine, unit in zip(self._of, pair, strict=True))
        return any(fit >= LEAST_FIT for fits in cosines(first, second) for fit in fits)

    def lives_on(self, alone: tuple[Collection[int], Collection[int]]) -> dict[Pair, float]:
        """Pairs, one of them alone so far, whose best paragraphs fit each other better than any else, and how well."""
        found = {(i, j): fit for i, j, fit in self._mutual(0, alone[0])}
        return found | {(i, j): fit for j, i, fit in self._mutual(1, alone[1])}

    def _mutual(self, side: int, alone: Collection[int]) -> Iterator[tuple[int, int, float]]:
        mine = [paragraph for paragraph in self._all[side] if paragraph.unit in alone]
        there = [(unit, best, fit) for unit, best, fit in self._best(side, mine) if fit >= LEAST_FIT]
        back = self._best(1 - side, [best for _, best, _ in there])
        for (unit, best, fit), (_, _, returned) in zip(there, back, strict=True):
            if fit == returned:
                yield unit, best.unit, fit

    def _best(self, side: int, asked: Sequence[_Paragraph]) -> Iterator[tuple[int, _Paragraph, float]]:
        """For each paragraph the best one of the other side, among units of its kin, and how well it fits."""
        own, others = self._units[side], self._units[1 - side]
        pool = self._all[1 - side]
        kins = [others[paragraph.unit].kin for paragraph in pool]
        rows = cosines([paragraph.text for paragraph in asked], [paragraph.text for paragraph in pool])
        for (unit, _), fits in zip(asked, rows, strict=True):
            kin = own[unit].kin
            known = [(round(fit, 6), -n) for n, fit in enumerate(fits) if kins[n] == kin]
            if known:
                fit, n = max(known)
                yield unit, pool[-n], fit


def _paragraphs(text: str) -> list[str]:
    out: list[str] = []
    short = ""
    for line in text.splitlines():
        short += line
        if len(short) >= SHORTEST:
            out.append(short)
            short = ""
    if short and out:
        out[-1] += short
        short = ""
    return [*out, short] if short else out
