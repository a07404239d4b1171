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

_REVIEW: Final = re.compile(r"回顾|总结|完成情况")
_RESULTS: Final = re.compile(r"取得|成就|成绩|成效|过去|工作情况")
_PLAN: Final = re.compile(r"安排|部署|打算|重点|今后|未来|要点|任务(?!完成)|目标(?!任务完成|完成)|计划|思路")
_PAST: Final = re.compile(r"了|累计|同比|比上年|获批|荣获|获评|评为|位居|跃居|[一五]年来")
_AHEAD: Final = re.compile(r"(?<![得总主重需必首])要|力争|确保|将|争取|着力|加快|大力|坚持|推动|积极|全力|深入|建设")
_PAST_TONE: Final = 0.15
"""Share of words of the past among those of past and future: reports lie above, plans below (150 reports)."""
_GLOSSARY: Final = re.compile(r"(?:有关|相关)?(?:名\s*词|用语|术语)?\s*(?:解\s*释|注\s*释|注\s*解|附\s*[件表录])")
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
    def kin(self) -> tuple[str, bool, bool]:
        """What it can be compared with: plans with plans, leads with leads, glossaries with glossaries."""
        return self.part, self.lead, self.kind == "attachment" or bool(_GLOSSARY.match(self.heading))

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
    divisions = [node for node in document.provisions if node.kind in DIVISIONS]
    plan = year or plan_year(document)
    parts = {node.id: _part(node.heading or "", plan) for node in divisions}
    for node in divisions[:1]:
        if parts[node.id] is None and len(divisions) > 1 and _past_tone(document.text, node):
            parts[node.id] = "review"
    for unit in found:
        above = unit.chapter or unit.nodes[:1]
        unit.part = parts.get(above[0].id) or "plan"
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


def plan_year(document: Document) -> int | None:
    """The year planned for: a report read out in December 2024 that names work of 2025 plans 2025."""
    named = {int(year) for node in document.provisions for year in _YEAR.findall(node.heading or "")}
    if document.year is None:
        return max(named, default=None)
    return document.year + 1 if document.year + 1 in named else document.year


def _part(heading: str, plan: int | None) -> Part | None:
    """What a main division's heading says it is, None if nothing: by its words, by the years it names."""
    if _PLAN.search(heading):
        return "plan"
    if _REVIEW.search(heading):
        return "review"
    named = [int(year) for year in _YEAR.findall(heading)]
    if named and plan is not None:
        return "review" if max(named) < plan else "plan"
    return "review" if _RESULTS.search(heading) else None


def _past_tone(text: str, node: Provision) -> bool:
    """Whether a division tells what was done rather than what is to be done."""
    past = len(_PAST.findall(text, node.start, node.end))
    ahead = len(_AHEAD.findall(text, node.start, node.end))
    return past > _PAST_TONE * (past + ahead)
