"""Terms as a table: each formulation once for a document, with its kind, its count and its first sentence."""

from __future__ import annotations

from collections.abc import Iterable

from policydoc.model.document import Document
from policydoc.model.facts import NumeralAbbreviation, QuotedTerm, Slogan
from policydoc.render.context import Context
from policydoc.render.table import Cell, Column, Lang, Table

COLUMNS = [
    Column("document", "文件", "Document", 20),
    Column("year", "年度", "Year", 7),
    Column("term", "提法", "Term", 24),
    Column("kind", "类别", "Kind", 12),
    Column("count", "次数", "Count", 6),
    Column("members", "所指内容", "Members", 36),
    Column("place", "首见条目", "First place", 26),
    Column("line", "行", "Line", 6),
    Column("sentence", "首见原文", "First sentence", 60, brief=False),
]
_KINDS = {"numeral_abbreviation": "数字缩略语", "slogan": "口号", "name": "专名", "label": "标签词",
          "quotation": "引语"}

Term = QuotedTerm | Slogan | NumeralAbbreviation


def table(documents: Iterable[Document], lang: Lang) -> Table:
    """Quoted terms, slogans and abbreviations of the documents, in the order of their first places."""
    title = "提法一览" if lang == "zh" else "Terms"
    return Table(title, COLUMNS, [row for document in documents for row in _rows(document, lang)])


def _rows(document: Document, lang: Lang) -> list[list[Cell]]:
    context = Context(document)
    members = {a.text: "、".join(a.members) for a in document.abbreviations if a.members}
    out: list[list[Cell]] = []
    for term, found in _grouped(document).items():
        kind, first = _kind(found), min(found, key=lambda mention: mention.start)
        out.append([
            document.title or document.source.name, document.year, term, _KINDS[kind] if lang == "zh" else kind,
            len({mention.start for mention in found}), members.get(term), context.path(first.provision),
            document.locate(first.start).line, context.sentence_text(first, first.provision)])
    return out


def _grouped(document: Document) -> dict[str, list[Term]]:
    """Every occurrence by its words; one place that two extractors found counts once (by its start)."""
    groups: dict[str, list[Term]] = {}
    every: list[Term] = [*document.quoted_terms, *document.slogans, *document.abbreviations]
    for mention in sorted(every, key=lambda m: (m.start, m.end)):
        groups.setdefault(mention.text, []).append(mention)
    return groups


def _kind(found: list[Term]) -> str:
    if any(isinstance(mention, NumeralAbbreviation) for mention in found):
        return "numeral_abbreviation"
    return next((m.kind for m in found if isinstance(m, QuotedTerm)), "slogan")
