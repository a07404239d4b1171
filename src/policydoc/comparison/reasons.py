"""Why two lines of work stand on one row: each signal with what was shared."""

from __future__ import annotations

from typing import Final

from policydoc.comparison.fields import fields
from policydoc.comparison.fold import bigrams
from policydoc.comparison.units import Unit
from policydoc.comparison.weigh import Likeness
from policydoc.model.comparison import Reason

SHOWN: Final = 5


def reasons(old: Unit, new: Unit, like: Likeness) -> list[Reason]:
    """The parts of the score of a pair, the largest first."""
    named = runs(old.heading, new.heading)
    if like.heading and not named:
        named = sorted(fields(old.heading) & fields(new.heading))
    shared = {"heading": named, "text": runs(old.text, new.text),
              "concepts": sorted(old.concepts & new.concepts)[:SHOWN],
              "obligations": sorted(old.duties & new.duties)[:SHOWN]}
    parts = sorted(like.signals(), key=lambda part: (-part[1] * part[2], part[0]))
    return [Reason(signal=name, value=round(value, 4), weight=round(weight, 4), shared=shared.get(name, []))
            for name, value, weight in parts]


def runs(old: str, new: str) -> list[str]:
    """The longest stretches of letters that both texts hold, in the order of the new one."""
    known = set(bigrams(old))
    found: dict[str, int] = {}
    run = ""
    for gram in [*bigrams(new), "  "]:
        if gram in known and (not run or run[-1] == gram[0]):
            run = run + gram[1] if run else gram
            continue
        if len(run) > 1 and run in old:
            found.setdefault(run, len(found))
        run = gram if gram in known else ""
    best = sorted(found, key=lambda text: (-len(text), found[text]))[:SHOWN]
    return sorted(best, key=lambda text: found[text])
