"""频次义务: duties that recur. cue → duty or not → amounts, anchor, actors, action → standard forms.

Cues come from one pass over the text for each family of words; everything else looks only at a bounded window
around a cue, so the whole is linear in any text.
"""

from __future__ import annotations

from policydoc.extract.frequency import cues, duty, record
from policydoc.extract.frequency.behind import barred
from policydoc.extract.frequency.context import ahead, around
from policydoc.extract.frequency.cues import Cue
from policydoc.model.draft import Draft, Record

__all__ = ["extract"]


def extract(draft: Draft) -> list[Record]:
    """The records of `Document.frequency_obligations`."""
    text = draft.text
    found = cues.find(text)
    out: list[Record] = []
    for i, cue in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if following and (_doubled(cue, following) or _crowded(found, i)):
            continue
        right = ahead(text, cue.end)
        if barred(cue, text[cue.end:right]):
            continue
        context = around(text, cue.start, cue.end, right)
        if duty.holds(cue, context):
            out.append(record.build(draft, cue, context, following.start if following else len(text)))
    return out


def _doubled(cue: Cue, following: Cue) -> bool:
    """每日每时: the same word again right behind is no duty."""
    return following.start == cue.end and following.rule == cue.rule and following.vague == cue.vague


def _crowded(found: list[Cue], i: int) -> bool:
    """Twenty period words in a hundred and twenty characters are no sentence."""
    return i + 20 < len(found) and found[i + 20].start - found[i].start < 120
