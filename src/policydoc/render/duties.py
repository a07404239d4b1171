"""Recurring duties as a table: who, what, how often, until when, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydoc.model.document import Document
from policydoc.model.frequency import FrequencyObligation
from policydoc.numerals import to_chinese
from policydoc.render.context import Context
from policydoc.render.table import Cell, Column, Lang, Table

COLUMNS = [
    Column("document", "文件", "Document", 20),
    Column("year", "年度", "Year", 7),
    Column("actors", "责任主体", "Who", 18),
    Column("action", "事项", "What", 28),
    Column("frequency", "频次", "How often", 14),
    Column("rate", "每年至少（次）", "Times a year, at least", 8),
    Column("when", "时间要求", "Until when", 14),
    Column("place", "所在条目", "Where", 26),
    Column("line", "行", "Line", 6),
    Column("sentence", "原文", "Sentence", 60, brief=False),
]
_UNITS: dict[str, tuple[str, str]] = {
    "day": ("日", "day"), "workday": ("工作日", "working day"), "week": ("周", "week"), "xun": ("旬", "ten days"),
    "month": ("个月", "month"), "quarter": ("个季度", "quarter"), "half_year": ("半年", "half-year"),
    "semester": ("学期", "semester"), "year": ("年", "year"), "term": ("届", "term"),
}
_VAGUE = {"regular": ("定期", "regularly"), "irregular": ("不定期", "irregularly"), "often": ("经常", "often"),
          "standing": ("常态化", "as a standing practice"), "anytime": ("随时", "at any time")}


def table(documents: Iterable[Document], lang: Lang) -> Table:
    """All duties of the documents, in the order of the text."""
    title = "频次义务一览" if lang == "zh" else "Recurring duties"
    return Table(title, COLUMNS, [row for document in documents for _, row in _rows(document, lang)])


def by_unit(documents: Iterable[Document], lang: Lang) -> list[Table]:
    """The whole table, then one table for each actor that is named: what a unit has to do."""
    documents = list(documents)
    nobody = "未写明主体" if lang == "zh" else "no actor named"
    units: dict[str, list[list[Cell]]] = {}
    for document in documents:
        for duty, row in _rows(document, lang):
            for unit in _who(document, duty) or [nobody]:
                units.setdefault(unit, []).append(row)
    return [table(documents, lang), *(Table(unit, COLUMNS, rows) for unit, rows in units.items())]


def _rows(document: Document, lang: Lang) -> Iterator[tuple[FrequencyObligation, list[Cell]]]:
    context = Context(document)
    for duty in document.frequency_obligations:
        yield duty, [
            document.title or document.source.name, document.year, "、".join(_who(document, duty)),
            duty.action.text if duty.action else None, how_often(duty, lang), _whole(duty.rate),
            _when(document, context, duty), context.path(duty.provision), document.locate(duty.start).line,
            context.sentence_text(duty, duty.provision)]


def _who(document: Document, duty: FrequencyObligation) -> list[str]:
    """The actors named; where there are none, the units that answer for the provision (牵头单位, 责任单位)."""
    named = [actor.text for actor in duty.actors] or [
        unit.text for r in document.responsibilities if r.provision == duty.provision and r.role != "support"
        for unit in r.units]
    return list(dict.fromkeys(named))


def how_often(duty: FrequencyObligation, lang: Lang) -> str:
    """`每月 1 次`, `每年 至少 20 小时`, `定期`, or the event's own words."""
    zh = lang == "zh"
    parts = []
    if duty.period:
        name = _UNITS[duty.period.unit][0 if zh else 1]
        if zh:
            n = duty.period.n
            count = "两" if n == 2 else to_chinese(n)
            parts.append("每" + (f"{count}{name}" if n > 1 else name.removeprefix("个")))
        else:
            parts.append(f"every {duty.period.n} {name}s" if duty.period.n > 1 else f"every {name}")
    if duty.vague:
        parts.append(_VAGUE[duty.vague][0 if zh else 1])
    if duty.event:
        parts.append(duty.event.text)
    if duty.count:
        parts.append(_range(duty.count.min, duty.count.max, "次" if zh else "times", zh))
    if duty.quantity:
        parts.append(_range(duty.quantity.min, duty.quantity.max, duty.quantity.unit, zh))
    return " ".join(part for part in parts if part) or duty.cue.text


def _whole(rate: float | None) -> float | int | None:
    """12, not 12.0; 0.5 stays."""
    return int(rate) if rate is not None and rate.is_integer() else rate


def _range(low: float | None, high: float | None, unit: str, zh: bool) -> str:
    if low is not None and high is not None:
        return f"{low:g}{unit}" if low == high else f"{low:g}—{high:g}{unit}"
    if low is not None:
        return f"至少{low:g}{unit}" if zh else f"at least {low:g} {unit}"
    if high is not None:
        return f"至多{high:g}{unit}" if zh else f"at most {high:g} {unit}"
    return ""


def _when(document: Document, context: Context, duty: FrequencyObligation) -> str | None:
    if duty.anchor:
        return duty.anchor.text
    start, end = context.sentence(duty, duty.provision)
    return next((d.text for d in document.deadlines if start <= d.start < end), None)
