"""The lines of work of one document: which provisions get a row of their own.

Items and articles do; so does a chapter that has none, and the text of a chapter before its items (`lead`). Lists
inside an item stay with it: an editor's table has one row for 一项工作.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from policydoc.comparison.fold import body_start, folded
from policydoc.model.document import Document
from policydoc.model.provision import Provision

DIVISIONS: Final = frozenset({"part", "chapter", "section", "heading", "attachment"})
ITEMS: Final = frozenset({"article", "item"})
LISTED: Final = frozenset({"subitem", "point", "clause", "bullet"})
"""Rows only where they hold most of a division that has no items."""
IDLE: Final = frozenset({"toc", "closing"})

_REVIEW: Final = re.compile(r"回顾|总结|完成情况|取得|成就|成绩|成效|过去|工作情况")
_PLAN: Final = re.compile(r"安排|部署|打算|重点|今后|未来|要点|任务(?!完成)|目标(?!任务完成|完成)|计划|思路")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")

Part = Literal["plan", "review"]


@dataclass(slots=True)
class Unit:
    """A line of work in the making; `chapter` holds the divisions above it, `nodes` the provisions it covers."""

    nodes: list[Provision]
    chapter: list[Provision]
    lead: bool
    part: Part = "plan"
    body: int = 0
    heading: str = ""
    text: str = ""
    concepts: frozenset[str] = field(default_factory=frozenset)
    duties: frozenset[str] = field(default_factory=frozenset)

    @property
    def id(self) -> str:
        return self.nodes[0].id

    @property
    def kind(self) -> str:
        return self.nodes[0].kind

    @property
    def start(self) -> int:
        return self.nodes[0].start

    @property
    def end(self) -> int:
        return self.nodes[-1].end


def units(document: Document, year: int | None = None) -> list[Unit]:
    """All lines of work in the order of the text, their part and their text known."""
    found = list(_walk(document.provisions, []))
    years = [int(named) for node in document.provisions for named in _YEAR.findall(node.heading or "")]
    plan_year = year or document.year or max(years, default=None)
    for unit in found:
        above = unit.chapter or unit.nodes[:1]
        unit.part = _part(above[0].heading or "", plan_year)
        first = unit.nodes[0]
        unit.body = body_start(document.text, first)
        unit.text = document.text[unit.body:unit.end]
        unit.heading = "" if unit.lead else first.heading or ""
    return found


def mark_facts(document: Document, found: list[Unit]) -> None:
    """Note for each unit the concepts and the recurring duties that stand in it."""
    starts = [unit.start for unit in found]
    named: list[set[str]] = [set() for _ in found]
    owed: list[set[str]] = [set() for _ in found]
    for term in document.quoted_terms:
        if term.kind != "quotation":
            _note(starts, named, term.start, folded(term.text))
    for fact in (*document.abbreviations, *document.slogans):
        _note(starts, named, fact.start, folded(fact.text))
    for citation in document.citations:
        if citation.title:
            _note(starts, named, citation.start, folded(citation.title))
    for duty in document.frequency_obligations:
        _note(starts, owed, duty.start, folded(duty.action.text if duty.action else duty.text))
    for unit, concepts, duties in zip(found, named, owed, strict=True):
        unit.concepts, unit.duties = frozenset(concepts), frozenset(duties)


def _note(starts: list[int], sets: list[set[str]], offset: int, label: str) -> None:
    at = bisect_right(starts, offset) - 1
    if at >= 0 and label:
        sets[at].add(label)


def _walk(nodes: list[Provision], above: list[Provision]) -> Iterator[Unit]:
    rows = _rows(nodes, whole=not above)
    loose: list[Provision] = []
    for node in nodes:
        if node.id not in rows:
            if node.kind not in IDLE:
                loose.append(node)
            continue
        yield from _lead(loose, above)
        loose = []
        if node.kind in DIVISIONS and _rows(node.children):
            yield from _walk(node.children, [*above, node])
        else:
            yield Unit([node], above, lead=False)
    yield from _lead(loose, above)


def _rows(nodes: list[Provision], whole: bool = False) -> set[str]:
    """Ids of the children that are rows or hold rows."""
    rows = {node.id for node in nodes if node.kind in DIVISIONS or node.kind in ITEMS}
    if rows:
        return rows
    listed = [node for node in nodes if node.kind in LISTED]
    size = sum(node.end - node.start for node in listed)
    if len(listed) > 1 and 2 * size >= sum(node.end - node.start for node in nodes):
        return {node.id for node in listed}
    return {node.id for node in nodes if node.kind not in IDLE} if whole else set()


def _lead(nodes: list[Provision], above: list[Provision]) -> Iterator[Unit]:
    """Text of a division that no row holds: one unit, unless it is nothing but the division's own title line."""
    if nodes and any(node.kind != "title" for node in nodes):
        yield Unit(nodes, above, lead=True)


def _part(heading: str, plan_year: int | None) -> Part:
    """Whether a main division reports on the past: by its words, else because all years it names are past."""
    if _REVIEW.search(heading):
        return "plan" if _PLAN.search(heading) else "review"
    named = [int(year) for year in _YEAR.findall(heading)]
    past = bool(named) and plan_year is not None and max(named) < plan_year and not _PLAN.search(heading)
    return "review" if past else "plan"
