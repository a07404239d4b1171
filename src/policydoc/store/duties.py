"""Recurring duties and citations of all documents, by who, when and what."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from policydoc.graph.linking import normal
from policydoc.graph.rows import ObligationRow
from policydoc.model.knowledge import AltLabel, Cited, Duty
from policydoc.store.places import Places

UNIT_ROLES = ("lead", "responsible", "support")
PLACES = 5

_ORDER = "ORDER BY d.year, d.title, d.ref, q.start"


def obligations(db: sqlite3.Connection, places: Places, *, actor: str | None = None, unit: str | None = None,
                year: int | None = None, document: str | None = None) -> list[Duty]:
    """Duties by year, document and place; `actor` and `unit` are parts of a name, `unit` of a unit that answers."""
    where, values = ["1"], []
    if actor is not None:
        where.append("q.id IN (SELECT duty FROM duty_who WHERE instr(name, ?)"
                     " AND role NOT IN ('lead', 'responsible', 'support'))")
        values.append(actor)
    if unit is not None:
        where.append("q.id IN (SELECT duty FROM duty_who WHERE instr(name, ?)"
                     " AND role IN ('lead', 'responsible', 'support'))")
        values.append(unit)
    if year is not None:
        where.append("d.year = ?")
        values.append(year)  # type: ignore[arg-type]
    if document is not None:
        where.append("d.ref = ?")
        values.append(document)
    rows = db.execute(
        'SELECT q.document, q.provision, q.start, q."end", q.record FROM duties q JOIN documents d ON d.id = q.document'
        f" WHERE {' AND '.join(where)} {_ORDER}", values).fetchall()
    return [_duty(places, *row) for row in rows]


def _duty(places: Places, document: int, provision: int, start: int, end: int, record: str) -> Duty:
    row = ObligationRow(*json.loads(record))
    who = [(name, role) for name, role, *_ in row.actors]
    return Duty(
        actors=_names(name for name, role in who if role not in UNIT_ROLES),
        units=_names(name for name, role in who if role in UNIT_ROLES),
        action=row.action[0] if row.action else None, cue=row.cue[0],
        period=f"{row.period[0]} {row.period[1]}" if row.period else None, count=_range(row.times),
        rate=row.rate, vague=row.vague, modality=row.modality, rrule=row.rrule,
        evidence=places.evidence(document, provision, start, end, row.rule))


def _names(names: Any) -> list[str]:
    return list(dict.fromkeys(names))


def _range(times: tuple[int | None, int | None] | None) -> str | None:
    """`2`, `1..2`, `1..` (at least), `..3` (at most)."""
    if times is None:
        return None
    low, high = times
    return str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"


def citations(db: sqlite3.Connection, places: Places, *, target: str | None = None,
              document: str | None = None) -> list[Cited]:
    """Documents and meetings that are cited, the most cited first; `target` is a part of a title or number."""
    where, values = ["1"], []
    if document is not None:
        where.append("d.ref = ?")
        values.append(document)
    rows = db.execute(
        'SELECT q.key, q.title, q.kind, q.document, q.provision, q.start, q."end", q.rule FROM citations q'
        f" JOIN documents d ON d.id = q.document WHERE {' AND '.join(where)} {_ORDER}", values)
    groups: dict[str, list[Any]] = {}
    for key, *rest in rows:
        groups.setdefault(key, []).append(rest)
    wanted = normal(target) if target is not None else ""
    found = [_cited(places, key, group) for key, group in groups.items() if wanted in key.partition(":")[2]]
    return sorted(found, key=lambda cited: (-cited.documents, -cited.mentions, cited.key))


def _cited(places: Places, key: str, rows: list[Any]) -> Cited:
    titles = sorted({title for title, *_ in rows}, key=lambda title: (-sum(t[0] == title for t in rows), title))
    return Cited(key=key, title=titles[0], kind=key.partition(":")[0],
                 alt_labels=[AltLabel(label=title, rules=[]) for title in titles[1:]],
                 documents=len({row[2] for row in rows}), mentions=len(rows),
                 places=[places.evidence(document, provision, start, end, rule)
                         for _, _, document, provision, start, end, rule in rows[:PLACES]])
