"""First, last, risen, fallen: the words for a row of counts."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.model.comparison import Trend


def trend(counts: Sequence[int]) -> Trend:
    """What became of something from the first edition to the last."""
    if not counts[-1]:
        return "gone"
    if not counts[0]:
        return "new"
    if 0 in counts:
        return "returned"
    return "risen" if counts[-1] > counts[0] else "fallen" if counts[-1] < counts[0] else "steady"
