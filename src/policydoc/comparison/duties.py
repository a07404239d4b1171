"""频次义务 by year: the same duty then and now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from policydoc.comparison.facts import pairs_of_duties, strictness
from policydoc.comparison.fold import bigrams, dice
from policydoc.comparison.places import Places
from policydoc.comparison.readable import how_often
from policydoc.comparison.side import Twins
from policydoc.model.comparison import ObligationCell, ObligationTrend
from policydoc.model.document import Document
from policydoc.model.frequency import FrequencyObligation

SAME_ACTION: Final = 0.75
"""Likeness of the actions of two duties in rows that have nothing else to do with each other."""

Chain = list[FrequencyObligation | None]


def trends(documents: Sequence[Document], places: Sequence[Places],
           twins: Sequence[Sequence[Twins]]) -> list[ObligationTrend]:
    """Every duty of every year on one row, in the order in which they appear."""
    chains: list[Chain] = []
    current: dict[int, Chain] = {}
    for year, document in enumerate(documents):
        before = _pairs(documents[year - 1], document, twins[year - 1]) if year else {}
        following: dict[int, Chain] = {}
        for duty in document.frequency_obligations:
            chain = current.get(before.get(duty.cue.start, -1))
            if chain is None:
                chain = [None] * len(documents)
                chains.append(chain)
            chain[year] = duty
            following[duty.cue.start] = chain
        current = following
    return [_trend(chain, places) for chain in chains]


def _pairs(old: Document, new: Document, twins: Sequence[Twins]) -> dict[int, int]:
    """cue of a new duty → cue of the old one: within the rows, then by the action among those left."""
    out: dict[int, int] = {}
    taken: set[int] = set()
    for twin in twins:
        for a, b in pairs_of_duties(twin.old, twin.new, twin):
            if a.cue.start not in taken and b.cue.start not in out:
                out[b.cue.start] = a.cue.start
                taken.add(a.cue.start)
    left = [(duty, _action(duty)) for duty in old.frequency_obligations if duty.cue.start not in taken]
    for b in new.frequency_obligations:
        if b.cue.start in out or not left:
            continue
        action = _action(b)
        best = max(left, key=lambda entry: dice(entry[1], action))
        if dice(best[1], action) >= SAME_ACTION:
            out[b.cue.start] = best[0].cue.start
            left.remove(best)
    return out


def _action(duty: FrequencyObligation) -> frozenset[str]:
    return frozenset(bigrams(duty.action.text if duty.action else ""))


def _trend(chain: Chain, places: Sequence[Places]) -> ObligationTrend:
    duties = [duty for duty in chain if duty]
    last = duties[-1]
    return ObligationTrend(what=last.action.text if last.action else last.text, change=_change(chain),
                           cells=[_cell(duty, look) if duty else None
                                  for duty, look in zip(chain, places, strict=True)])


def _cell(duty: FrequencyObligation, look: Places) -> ObligationCell:
    what = duty.action.text if duty.action else duty.text
    return ObligationCell(who=[actor.text for actor in duty.actors], what=what, how_often=how_often(duty),
                          rate=duty.rate, place=look.place(duty.start, duty.end))


def _change(chain: Chain) -> Literal["new", "gone", "same", "stronger", "weaker", "reworded", "returned"]:
    first, last = chain[0], chain[-1]
    if last is None:
        return "gone"
    if first is None:
        return "new"
    _, was, now = strictness(first, last)
    if was != now:
        return "stronger" if now > was else "weaker"
    if None in chain:
        return "returned"
    return "same" if how_often(first) == how_often(last) else "reworded"
