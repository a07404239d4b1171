"""The verdict on a row, from what can be shown: facts first, then what came and went, then place and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from policydoc.comparison import amounts, facts, wording
from policydoc.comparison.fold import bigrams, folded
from policydoc.comparison.side import Side, Twins
from policydoc.model.comparison import Change, RedlineOp, Span, Verdict
from policydoc.model.spans import Fact

WEIGHT: Final = ("frequency", "count", "quantity", "target", "deadline", "modality", "strength")
"""Where facts disagree the first kind that has a majority decides."""
SENTENCE: Final = 24
"""Letters of an addition inside a sentence that weigh as much as a sentence of its own."""
_LETTERS: Final = re.compile(r"[^\W\d_]")
STILL_SAID: Final = 0.9
"""Share of the pairs of letters of a sentence from which it has not gone but been taken into another."""
LOPSIDED: Final = 4
"""Added over removed text, or the other way, from which a row grew or shrank rather than being rewritten."""


def changes(old: Side, new: Side, twins: Twins) -> list[Change]:
    """All facts that can be compared, each stretch of text once, in the order of the old text."""
    out: list[Change] = []
    for found in (facts.duties, facts.targets, facts.deadlines, wording.changes, amounts.changes):
        for change in found(old, new, twins):
            known = any(_overlap(change.old, seen.old) and _overlap(change.new, seen.new) for seen in out)
            if not known and (change.kind != "target" or _per(old, change.old) == _per(new, change.new)):
                out.append(change)
    return sorted(out, key=lambda change: (change.old.start, change.new.start))


def _per(side: Side, amount: Span) -> tuple[int, str]:
    """The period an amount counts for, the plan's year unless a duty says: 4 a year are no more than 1 a quarter."""
    periods = [duty.period for duty in side.duties if duty.period and _overlap(duty, amount)]
    return (periods[0].n, periods[0].unit) if periods else (1, "year")


def verdicts(old: Side, new: Side, redline: Sequence[RedlineOp], decided_by: Sequence[Change],
             moved: bool) -> list[Verdict]:
    """All verdicts that hold for a pair, the one that matters most first."""
    out: list[Verdict] = []
    trend = _trend(decided_by)
    if trend:
        out.append("strengthened" if trend > 0 else "weakened")
    gone, come = _weight(old, new, redline, "old", "delete"), _weight(new, old, redline, "new", "insert")
    if come > LOPSIDED * gone:
        out.append("extended")
    elif gone > LOPSIDED * come:
        out.append("narrowed")
    if moved:
        out.append("moved")
    if not out or out == ["moved"]:
        out.append("kept" if _same(old, new) else "reworded")
    return [verdict for verdict in out if verdict != "kept" or len(out) == 1]


def _trend(decided_by: Sequence[Change]) -> int:
    for kind in WEIGHT:
        total = sum(1 if change.direction == "stronger" else -1 for change in decided_by if change.kind == kind)
        if total:
            return total
    return 0


def _weight(side: Side, other: Side, redline: Sequence[RedlineOp], name: str, kind: str) -> int:
    """Letters of whole sentences that stand on this side only; a turn of phrase weighs nothing, a move neither."""
    starts = {sentence.start for sentence in side.sentences}
    ends = {sentence.end for sentence in side.sentences}
    known = frozenset[str]().union(*(sentence.grams for sentence in other.sentences))
    weight = 0
    for equal, group in groupby(redline, key=lambda op: op.op == "equal"):
        edits = [op for op in group if not equal and op.op != "move"]
        for op in edits:
            span = getattr(op, name)
            if op.op == kind:
                size = len(_LETTERS.findall(side.text, span.start, span.end))
                whole = span.start in starts and span.end in ends
                said = whole or (len(edits) == 1 and size >= SENTENCE)
                weight += size if said and not _still_said(side.text[span.start:span.end], known) else 0
    return weight


def _still_said(text: str, known: frozenset[str]) -> bool:
    """Whether nearly all of a text stands on the other side in other places: two sentences became one."""
    grams = frozenset(bigrams(text))
    return len(grams & known) >= STILL_SAID * len(grams)


def _same(old: Side, new: Side) -> bool:
    """Equal but for marks, blanks, width and labels."""
    return _body(old) == _body(new)


def _body(side: Side) -> str:
    return folded("".join(side.text[unit.body:unit.end] for unit in side.units))


def _overlap(a: Span | Fact, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
