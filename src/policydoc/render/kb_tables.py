"""What a knowledge base answers, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from policydoc.model.knowledge import Cited, ConceptCard, Duty, Evidence, Hit, Neighbour, PathStep, TimelinePoint
from policydoc.render.table import Cell, Column, Lang, Table

_DOCUMENT = Column("document", "文件", "Document", 20)
_YEAR = Column("year", "年度", "Year", 7)
_PLACE = Column("place", "所在条目", "Where", 26)
_SENTENCE = Column("sentence", "原文", "Sentence", 60)

_INFO = {
    "schema_version": ("格式版本", "Schema version"), "documents": ("文件", "Documents"), "files": ("来源", "Files"),
    "characters": ("字数", "Characters"), "provisions": ("条目", "Provisions"), "concepts": ("概念", "Concepts"),
    "mentions": ("概念出现", "Mentions"), "obligations": ("频次义务", "Recurring duties"),
    "citations": ("引用", "Citations"), "first_year": ("最早年度", "First year"),
    "last_year": ("最晚年度", "Last year"), "unlinked": ("尚未关联", "Not linked yet"),
}
_RELATIONS = {"member_of": "成员关系", "co_occurs": "同条出现"}
_KINDS = {"numeral_abbreviation": "数字缩略语", "slogan": "口号", "name": "专名", "label": "标签词",
          "formulation": "提法", "member": "成员", "proposal": "建议", "title": "文件", "number": "文号",
          "meeting": "会议"}


def info(answer: Any, lang: Lang) -> Table:
    """Numbers, one a row."""
    rows: list[list[Cell]] = [[_INFO[key][lang == "en"], value] for key, value in asdict(answer).items()]
    return Table("知识库" if lang == "zh" else "Knowledge base",
                 [Column("name", "项目", "Item", 20), Column("value", "数值", "Value", 14)], rows)


def hits(found: Sequence[Hit], query: str, total: int, lang: Lang) -> Table:
    """Hits with what was found in 【】."""
    title = f"“{query}”：共 {total} 条，列出 {len(found)} 条" if lang == "zh" else \
        f"{query}: {total} provisions, {len(found)} shown"
    rows: list[list[Cell]] = [[*_where(hit.evidence), _marked(hit), hit.score] for hit in found]
    return Table(title, [_DOCUMENT, _YEAR, _PLACE, _SENTENCE, Column("score", "相关度", "Score", 8, brief=False)], rows)


def _where(evidence: Evidence) -> list[Cell]:
    return [evidence.title, evidence.year, evidence.path]


def _line(text: str) -> str:
    return "".join(text.split("\n"))


def _sentence(evidence: Evidence | None) -> str | None:
    return _line(evidence.sentence.text) if evidence else None


def _marked(hit: Hit) -> str:
    sentence = hit.evidence.sentence
    out, at = "", sentence.start
    for start, end in hit.marks:
        if at <= start and end <= sentence.end:
            out += f"{sentence.text[at - sentence.start:start - sentence.start]}【" \
                   f"{sentence.text[start - sentence.start:end - sentence.start]}】"
            at = end
    return _line(out + sentence.text[at - sentence.start:])


def card(answer: ConceptCard, lang: Lang) -> list[Table]:
    """The card: itself, its definitions, neighbours and examples, each a table."""
    zh = lang == "zh"
    lines: list[tuple[str, str, Cell]] = [
        ("类别", "Kind", _kind(answer.kind, lang)), ("别名", "Also", _joined(a.label for a in answer.alt_labels)),
        ("所指内容", "Members", _joined(answer.members)), ("属于", "Member of", _joined(answer.member_of)),
        ("文件数", "Documents", answer.documents), ("次数", "Mentions", answer.mentions),
        ("首见", "First", _seen(answer.first)), ("末见", "Last", _seen(answer.last)),
        ("各年", "By year", "，".join(f"{y.year}: {y.documents}/{y.total}" for y in answer.years if y.documents)),
    ]
    sheets = [Table(answer.label, [Column("name", "项目", "Item", 10), Column("value", "内容", "Value", 80)],
                    [[line[0] if zh else line[1], line[2]] for line in lines if line[2]])]
    if answer.definitions:
        sheets.append(Table("释义" if zh else "Definitions", [
            Column("members", "所指内容", "Members", 50), Column("source", "出处", "Source", 30),
            Column("date", "时间", "Date", 10)],
            [["、".join(d.members), d.source or _seen(d.evidence), d.date] for d in answer.definitions]))
    if answer.neighbours:
        sheets.append(Table("相关概念" if zh else "Neighbours", [
            Column("label", "概念", "Concept", 20), Column("relation", "关系", "Relation", 10),
            Column("weight", "同条次数", "Provisions", 8), Column("association", "关联度", "NPMI", 8), _SENTENCE],
            [[n.label, _RELATIONS[n.relation] if zh else n.relation, _weight(n), n.association, _sentence(n.evidence)]
             for n in answer.neighbours]))
    if answer.examples:
        sheets.append(Table("例句" if zh else "Examples", [_DOCUMENT, _YEAR, _PLACE, _SENTENCE],
                            [[*_where(e), _sentence(e)] for e in answer.examples]))
    return sheets


def _joined(labels: Any) -> str:
    return "、".join(labels)


def _kind(kind: str, lang: Lang) -> str:
    return _KINDS[kind] if lang == "zh" else kind


def _seen(evidence: Evidence | None) -> str | None:
    return f"{evidence.year or '—'} 《{evidence.title}》{evidence.path}" if evidence else None


def _weight(tie: Neighbour | PathStep) -> int | None:
    return tie.weight if tie.relation == "co_occurs" else None


def path(steps: Sequence[PathStep], source: str, target: str, lang: Lang) -> Table:
    """Steps with one sentence each."""
    return Table(f"{source} → {target}", [
        Column("source", "从", "From", 16), Column("relation", "关系", "Relation", 10),
        Column("target", "到", "To", 16), Column("weight", "同条次数", "Provisions", 8), _DOCUMENT, _SENTENCE],
        [[s.source, _RELATIONS[s.relation] if lang == "zh" else s.relation, s.target, _weight(s),
          s.evidence[0].title if s.evidence else None, _sentence(s.evidence[0]) if s.evidence else None]
         for s in steps])


def duties(found: Sequence[Duty], lang: Lang) -> Table:
    """Recurring duties: who, what, how often, where."""
    return Table(f"频次义务（{len(found)} 条）" if lang == "zh" else f"Recurring duties ({len(found)})", [
        _DOCUMENT, _YEAR, Column("actors", "责任主体", "Who", 18), Column("units", "责任单位", "Units", 14),
        Column("action", "事项", "What", 28), Column("cue", "频次", "How often", 10),
        Column("rate", "每年至少（次）", "Times a year, at least", 8), _PLACE,
        Column("sentence", "原文", "Sentence", 60, brief=False)],
        [[d.evidence.title, d.evidence.year, _joined(d.actors), _joined(d.units), d.action, d.cue, d.rate,
          d.evidence.path, _sentence(d.evidence)] for d in found])


def cited(found: Sequence[Cited], lang: Lang) -> Table:
    """Cited documents and meetings, with the first place each."""
    return Table("引用文件" if lang == "zh" else "Cited", [
        Column("title", "名称", "Title", 40), Column("kind", "类别", "Kind", 8),
        Column("documents", "文件数", "Documents", 8), Column("mentions", "次数", "Mentions", 8),
        Column("sentence", "首例", "First example", 50)],
        [[c.title, _kind(c.kind, lang), c.documents, c.mentions, _sentence(c.places[0])] for c in found])


def points(found: Sequence[TimelinePoint], lang: Lang) -> Table:
    """One row a concept and year."""
    return Table(_title(lang), [
        Column("concept", "提法", "Concept", 20), _YEAR, Column("documents", "文件数", "Documents"),
        Column("total", "当年文件总数", "All documents"), Column("share", "占比", "Share"),
        Column("mentions", "次数", "Mentions")],
        [[p.concept, p.year, p.documents, p.total, p.share, p.mentions] for p in found])


def timeline(found: Sequence[TimelinePoint], lang: Lang) -> Table:
    """One row a year, one column a concept: `5（71%）`."""
    labels = list(dict.fromkeys(p.concept for p in found))
    cells = {(p.concept, p.year): f"{p.documents}（{p.share:.0%}）" if p.documents else "" for p in found}
    totals = {p.year: p.total for p in found}
    return Table(_title(lang), [_YEAR, Column("total", "文件总数 N", "Documents N", 10),
                                *(Column(label, label, label, 14) for label in labels)],
                 [[year, totals[year], *(cells[label, year] for label in labels)] for year in sorted(totals)])


def _title(lang: Lang) -> str:
    return "各年文件中出现的占比" if lang == "zh" else "Share of each year's documents"
