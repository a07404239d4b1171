"""频次义务: duties that recur. cue → duty or not → amounts, anchor, actors, action → standard forms.

Cues come from one pass over the text for each family of words; everything else looks only at a bounded window
around a cue, so the whole is linear in any text.
"""

from __future__ import annotations

from itertools import zip_longest
from policydoc.extract.frequency import cues, duty, record
from policydoc.extract.frequency.context import around
from policydoc.extract.frequency.cues import Cue
from policydoc.model.draft import Draft, Record

__all__ = ["extract"]


def extract(draft: Draft) -> list[Record]:
    """The records of `Document.frequency_obligations`."""
    text = draft.text
    found = cues.find(text)
    out: list[Record] = []
    for cue, following in zip_longest(found, found[1:]):
        if following and _doubled(cue, following):
            continue
        context = around(text, cue.start, cue.end)
        if duty.holds(cue, context):
            out.append(record.build(draft, cue, context, following.start if following else len(text)))
    return out


def _doubled(cue: Cue, following: Cue) -> bool:
    """每日每时: the same word again right behind is no duty."""
    return following.start == cue.end and following.rule == cue.rule and following.vague == cue.vague
