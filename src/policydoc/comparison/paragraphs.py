"""What lives on inside another line of work: a paragraph on each side that fits the other better than anything else.

Two texts of 1,000 characters may have one paragraph in common and be no pair; the paragraphs themselves are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from policydoc.comparison.units import Unit
from policydoc.comparison.weigh import Pair, Vector, cosines, rarity, vector

SHORTEST: Final = 60
"""Characters: shorter paragraphs (a title, a line that leads in) are read together with the next."""
LEAST_FIT: Final = 0.10
"""Cosine of two paragraphs from which one can live on in the other: nineteen of twenty pairs that editors leave
apart stay below, nineteen of twenty that they put on one row lie above."""

Place = tuple[int, Vector]
"""(unit, one of its paragraphs)"""


def lives_on(old: Sequence[Unit], new: Sequence[Unit],
             alone: tuple[Collection[int], Collection[int]]) -> dict[Pair, float]:
    """Pairs of units, one of them alone so far, that share a paragraph, with its likeness."""
    if not (alone[0] or alone[1]):
        return {}
    texts = [[(at, text) for at, unit in enumerate(side) for text in _paragraphs(unit.text)] for side in (old, new)]
    weight = rarity([text for side in texts for _, text in side])
    places = [[(at, vector(text, weight)) for at, text in side] for side in texts]
    found = {(i, j): fit for i, j, fit in _mutual(old, new, places[0], places[1], alone[0])}
    found |= {(i, j): fit for j, i, fit in _mutual(new, old, places[1], places[0], alone[1])}
    return found


def _mutual(own: Sequence[Unit], others: Sequence[Unit], mine: Sequence[Place], theirs: Sequence[Place],
            alone: Collection[int]) -> Iterator[tuple[int, int, float]]:
    """For the paragraphs of units that are alone: those that are the best of their best."""
    for at, there, fit in _best([place for place in mine if place[0] in alone], own, theirs, others):
        back = max((back for _, _, back in _best([theirs[there]], others, mine, own)), default=0.0)
        if fit == back:
            yield at, theirs[there][0], fit


def _best(asked: Sequence[Place], own: Sequence[Unit], others: Sequence[Place],
          kin: Sequence[Unit]) -> Iterator[tuple[int, int, float]]:
    """(unit, index of the best paragraph of the other side, likeness), where it is enough."""
    for (at, _), fits in zip(asked, cosines([text for _, text in asked], [text for _, text in others]), strict=True):
        known = [(round(fit, 6), -n) for n, fit in enumerate(fits) if kin[others[n][0]].kin == own[at].kin]
        fit, n = max(known, default=(0.0, 0))
        if fit >= LEAST_FIT:
            yield at, -n, fit


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
