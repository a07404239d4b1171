"""Document → records: everything the graph and the knowledge base keep of one document, as plain tuples.

They are made of the record of the parse, the JSON form of a document, so that a build needs no models.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policydoc.graph.linking import LONGEST, normal, worth
from policydoc.graph.rows import (
    ActorRow,
    CitationRow,
    ConceptRow,
    DocumentRecords,
    MemberRow,
    MentionRow,
    ObligationRow,
    ProvisionRow,
    ResponsibilityRow,
    SpanRow,
)
from policydoc.model.draft import Record
from policydoc.model.knowledge import ConceptKind

if TYPE_CHECKING:
    from policydoc.model.document import Document

SEPARATOR: Final = " › "
_SHOWN: Final = 24
_UNSHOWN: Final = frozenset({"title", "paragraph", "preamble", "closing"})
_GUIDES: Final = frozenset({
    "指导", "统领", "统揽", "总揽", "引领", "主线", "工作主线", "根本遵循",
    "遵循", "指引", "行动指引", "总纲", "牵引", "总牵引", "总抓手"})
"""Roles of 以…为… whose theme is a formulation that is said as it stands."""
_SEVERAL: Final = frozenset("、，；：。“”《》")


_Named = tuple[str, str, str | None, int, int, str, ConceptKind]
"""Key, label, provision, start, end, rule and kind of a fact that names a concept."""


def of(document: Document) -> DocumentRecords:
    """The records of one document."""
    return from_record(document.model_dump())


def from_record(document: Record) -> DocumentRecords:
    """The records of what the parse gives, each list in the order of the text."""
    found = list(_concepts(document))
    units = _responsibilities(document)
    counts = Counter((key, label, kind, rule) for key, label, _, _, _, rule, kind in found)
    source = document["source"]
    return DocumentRecords(
        id=source["sha256"][:16], sha256=source["sha256"], name=source["name"],
        title=document["title"] or source["name"], year=document["year"], issuer=document["issuer"],
        doc_type=document["doc_type"], doc_number=document["doc_number"], date=document["date"],
        text=document["text"], provisions=provisions(document["provisions"]),
        concepts=[ConceptRow(*row, times) for row, times in sorted(counts.items())], mentions=_mentions(found),
        members=list(dict.fromkeys(row for term in document["abbreviations"] for row in _members(term))),
        obligations=_obligations(document, units), responsibilities=units,
        citations=[row for citation in document["citations"] if (row := _citation(citation))])


def document_id(document: Document) -> str:
    return str(document.source.sha256[:16])


def provisions(roots: list[Record]) -> list[ProvisionRow]:
    """All provisions in the order of the text, each after its parent."""
    out: list[ProvisionRow] = []
    _add(roots, None, "", out)
    return out


def _add(nodes: list[Record], parent: int | None, above: str, out: list[ProvisionRow]) -> None:
    for node in nodes:
        kind, label, heading, children = node["kind"], node["label"], node["heading"], node["children"]
        path = above if kind in _UNSHOWN else _below(above, label, heading or "")
        at = len(out)
        out.append(ProvisionRow(node["id"], parent, kind, node["depth"], label, heading, path, node["start"],
                                node["end"], not children))
        if children:
            _add(children, at, path, out)


def _below(above: str, label: str, heading: str) -> str:
    name = label + (heading if len(heading) <= _SHOWN else heading[:_SHOWN] + "…")
    return f"{above}{SEPARATOR}{name}" if above and name else above or name


def _concepts(document: Record) -> Iterator[_Named]:
    """The facts that name a concept; quotations name none, nor do labels longer than LONGEST."""
    for term in document["quoted_terms"]:
        if term["kind"] != "quotation" and worth(term["text"]):
            yield _named(term, term["kind"])
    for slogan in document["slogans"]:
        if worth(slogan["text"]):
            yield _named(slogan, "slogan")
    for abbreviation in document["abbreviations"]:
        yield _named(abbreviation, "numeral_abbreviation")
    for formula in document["guiding_formulae"]:
        theme = formula["theme"]["text"]
        if formula["role"] in _GUIDES and 4 <= len(theme) <= LONGEST and _SEVERAL.isdisjoint(theme):
            yield _named(formula | formula["theme"], "formulation")


def _named(fact: Record, kind: ConceptKind) -> _Named:
    text = fact["text"]
    return normal(text), text.strip(), fact["provision"], fact["start"], fact["end"], fact["rule"], kind


def _mentions(found: list[_Named]) -> list[MentionRow]:
    """One row for a concept at its place, also where two extractors found it: the first one's rule stays."""
    rows: dict[tuple[int, int, str], MentionRow] = {}
    for key, _, provision, start, end, rule, _ in found:
        if (start, end, key) not in rows:
            rows[start, end, key] = MentionRow(key, provision, start, end, rule)
    return [rows[place] for place in sorted(rows)]


def _members(term: Record) -> Iterator[MemberRow]:
    key, place = normal(term["text"]), (term["provision"], term["start"], term["end"])
    if term["members"] and term["members_from"] != "lexicon":
        yield MemberRow(key, tuple(term["members"]), f"members-{term['members_from']}", None, None, None, *place)
    for sense in term["senses"]:
        yield MemberRow(key, tuple(sense["members"]), "members-lexicon", sense["source"], sense["date"],
                        sense["place"], *place)


def _responsibilities(document: Record) -> list[ResponsibilityRow]:
    return [ResponsibilityRow(r["provision"], r["start"], r["end"], r["rule"],
                              tuple(ActorRow(unit["text"], r["role"], unit["start"], unit["end"])
                                    for unit in r["units"]))
            for r in document["responsibilities"]]


def _obligations(document: Record, responsible: list[ResponsibilityRow]) -> list[ObligationRow]:
    units: dict[str | None, list[ActorRow]] = {}
    for row in responsible:
        if row.provision is not None:
            units.setdefault(row.provision, []).extend(row.units)
    return [_obligation(duty, units.get(duty["provision"], [])) for duty in document["frequency_obligations"]]


def _obligation(duty: Record, units: list[ActorRow]) -> ObligationRow:
    actors = [ActorRow(a["text"], "inherited" if a["inherited"] else "actor", a["start"], a["end"])
              for a in duty["actors"]]
    cue, period, count, quantity = duty["cue"], duty["period"], duty["count"], duty["quantity"]
    anchor, event, action = duty["anchor"], duty["event"], duty["action"]
    return ObligationRow(
        duty["provision"], duty["start"], duty["end"], duty["rule"], SpanRow(cue["text"], cue["start"], cue["end"]),
        (period["n"], period["unit"]) if period else None, (count["min"], count["max"]) if count else None,
        (quantity["min"], quantity["max"], quantity["unit"]) if quantity else None,
        anchor["text"] if anchor else None, duty["vague"], event["text"] if event else None,
        SpanRow(action["text"], action["start"], action["end"]) if action else None,
        duty["modality"], duty["rate"], duty["rrule"], (*actors, *units))


def _citation(citation: Record) -> CitationRow | None:
    """None for a citation that does not say what it cites (该办法, 本规定)."""
    if citation["meeting"]:
        named = meeting_name(citation["meeting"]) or citation["text"]
        key, title = "meeting:" + normal(named), named
    elif citation["title"]:
        key, title = "title:" + normal(citation["title"]), citation["title"]
    elif citation["doc_number"]:
        title = number_name(citation["doc_number"])
        key = "number:" + normal(title)
    else:
        return None
    return CitationRow(key, citation["kind"], title, citation["short"], citation["provision"], citation["start"],
                       citation["end"], citation["rule"])


def meeting_name(meeting: Record) -> str:
    """One name for all spellings of a session: 中国共产党20届3次; the body alone where it has no number."""
    return (f"{meeting['body']}" + (f"{meeting['term']}届" if meeting["term"] is not None else "")
            + (f"{meeting['session']}次" if meeting["session"] is not None else ""))


def number_name(number: Record) -> str:
    """The usual form of a document number: 国发〔2023〕1号, 国令第707号."""
    return (f"{number['agency']}〔{number['year']}〕{number['serial']}号" if number["year"] is not None
            else f"{number['agency']}第{number['serial']}号")
