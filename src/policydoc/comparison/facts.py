"""Facts of a row that can be compared: how often, how much, until when.

A fact that stands on one side only says nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal, TypeVar

from policydoc.comparison.assign import assign
from policydoc.comparison.fold import bigrams, dice
from policydoc.comparison.readable import how_often, number, target
from policydoc.comparison.side import Side, Twins
from policydoc.model.comparison import Change
from policydoc.model.facts import Deadline, Target
from policydoc.model.frequency import FrequencyObligation

SAME_DUTY: Final = 0.45
"""Likeness from which two duties count as one duty then and now."""
MEASURABLE: Final = frozenset({"regular", "irregular"})
"""Vague words that say less than any number of times a year: 定期 → 每季度一次 is stricter."""
T = TypeVar("T")
Comparable = tuple[str, float]
"""(what it can be compared with, value that grows with strictness)."""


def pairs_of_duties(old: Side, new: Side, twins: Twins) -> list[tuple[FrequencyObligation, FrequencyObligation]]:
    """Duties that are the same duty: by their action, and by standing in the same sentence."""
    gains: list[dict[int, float]] = []
    for i, a in enumerate(old.duties):
        row = {}
        for j, b in enumerate(new.duties):
            like = duty_likeness(a, b, twins.alike(a.start, b.start))
            if like >= SAME_DUTY:
                row[j] = round(like - 1e-3 * (i / len(old.duties) - j / len(new.duties)) ** 2, 9)
        gains.append(row)
    return [(old.duties[i], new.duties[j]) for i, j in assign(gains, len(new.duties))]


def duty_likeness(a: FrequencyObligation, b: FrequencyObligation, sentence: float) -> float:
    """Half the action (with who acts), half the sentence it stands in."""
    what = [frozenset(bigrams("".join(x.text for x in duty.actors if not x.inherited)
                              + (duty.action.text if duty.action else duty.text))) for duty in (a, b)]
    return (dice(*what) + sentence) / 2


def duties(old: Side, new: Side, twins: Twins) -> list[Change]:
    """Rates a year and quantities a period that rose or fell."""
    out = []
    for a, b in pairs_of_duties(old, new, twins):
        kind, was, now = strictness(a, b)
        if was != now:
            out.append(Change(kind=kind, direction="stronger" if now > was else "weaker",
                              old=old.place(a.start, a.end), new=new.place(b.start, b.end),
                              old_value=_with_rate(a), new_value=_with_rate(b)))
    return out


def strictness(a: FrequencyObligation, b: FrequencyObligation) \
        -> tuple[Literal["frequency", "count", "quantity"], float, float]:
    """What two duties can be compared by, and its two values; greater is stricter, equal where nothing tells."""
    if a.rate is not None and b.rate is not None and a.rate != b.rate:
        same = a.period == b.period and a.period is not None
        return ("count" if same else "frequency"), a.rate, b.rate
    if (a.rate is None) != (b.rate is None) and (b if a.rate is not None else a).vague in MEASURABLE:
        return "frequency", a.rate or 0, b.rate or 0
    p, q = a.quantity, b.quantity
    if p and q and p.unit == q.unit and a.period == b.period:
        if p.min is not None and q.min is not None:
            return "quantity", p.min, q.min
        if p.min is q.min is None and p.max is not None and q.max is not None:
            return "quantity", -p.max, -q.max
    return "frequency", 0, 0


def _with_rate(duty: FrequencyObligation) -> str:
    rate = f"（一年{number(round(duty.rate, 2))}次）" if duty.rate is not None and not duty.quantity else ""
    return how_often(duty) + rate


def deadlines(old: Side, new: Side, twins: Twins) -> list[Change]:
    """Deadlines of the same sentence that came nearer or went off; a year that rolls with the plan is no change."""
    out = []
    for first, second in twins.spans():
        was, now = ([(key, item) for item in side.deadlines if s <= item.start < e and (key := _day(item, side.year))]
                    for side, (s, e) in ((old, first), (new, second)))
        for (before, a), (after, b) in _changed(was, now):
            if _rolled(a, b, old.year, new.year):
                continue
            out.append(Change(kind="deadline", direction="stronger" if after[1] > before[1] else "weaker",
                              old=old.place(a.start, a.end), new=new.place(b.start, b.end),
                              old_value=_when(a), new_value=_when(b)))
    return out


def _when(deadline: Deadline) -> str:
    """The day; a span of days as it stands."""
    value = deadline.value or deadline.text
    return deadline.text if value.startswith("P") else value


def _day(deadline: Deadline, plan_year: int | None) -> Comparable | None:
    """Days, negative so that earlier is greater: within the plan's own year, absolute, or from an event."""
    value = deadline.value
    if value is None or deadline.comparator not in ("by", "within"):
        return None
    if value.startswith("P"):
        return ("span" + value[-1] + str(deadline.day_kind), -float(value[1:-1])) if value[1:-1].isdigit() else None
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = [int(part) for part in parts] + [12, 31][len(parts) - 1:]
    own = deadline.inferred_year or year == plan_year
    try:
        moment = date(2000 if own else year, month, min(day, 28)).toordinal() + max(0, day - 28)
    except ValueError:
        return None
    return ("own" if own else "absolute", -float(moment))


def _rolled(a: Deadline, b: Deadline, old_year: int | None, new_year: int | None) -> bool:
    """Both lie as far ahead of their plan's year."""
    years = [int(value[:4]) if (value := item.value or "")[:4].isdigit() else None for item in (a, b)]
    return None not in (*years, old_year, new_year) and (a.value or "")[4:] == (b.value or "")[4:] \
        and (years[1] or 0) - (years[0] or 0) == (new_year or 0) - (old_year or 0) != 0


def targets(old: Side, new: Side, twins: Twins) -> list[Change]:
    """Numeric targets of the same sentence that went up or down; 16% says nothing against 10% to 18%."""
    out = []
    for first, second in twins.spans():
        was, now = ([(_goal(item), item) for item in side.targets if s <= item.start < e]
                    for side, (s, e) in ((old, first), (new, second)))
        for (before, a), (after, b) in _changed(was, now):
            low, high = b.value - a.value, _most(b) - _most(a)
            if low * high < 0:
                continue
            out.append(Change(kind="target", direction="stronger" if after[1] > before[1] else "weaker",
                              old=old.place(a.start, a.end), new=new.place(b.start, b.end),
                              old_value=target(a), new_value=target(b)))
    return out


def _most(item: Target) -> float:
    return item.value if item.high is None else item.high


def _goal(item: Target) -> Comparable:
    """What is measured, and how much of it is asked for: below a ceiling less is more."""
    ceiling = item.comparator in ("at_most", "less_than") and item.change != "decrease"
    subject = item.subject.text if item.subject else ""
    return f"{subject}|{item.unit}|{item.change}|{ceiling}", -item.value if ceiling else item.value


def _changed(was: Sequence[tuple[Comparable, T]], now: Sequence[tuple[Comparable, T]]) \
        -> list[tuple[tuple[Comparable, T], tuple[Comparable, T]]]:
    """Pairs that measure the same thing with another value: the only ones left when equal ones are taken out."""
    out = []
    for name in dict.fromkeys(key[0] for key, _ in was):
        a, b = ([(key, item) for key, item in side if key[0] == name] for side in (was, now))
        values = {key[1] for key, _ in a} & {key[1] for key, _ in b}
        a, b = ([(key, item) for key, item in side if key[1] not in values] for side in (a, b))
        if len(a) == len(b) == 1:
            out.append((a[0], b[0]))
    return out
