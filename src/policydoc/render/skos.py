"""Concepts as a SKOS vocabulary, in Turtle or JSON-LD. Needs the extra `rdf`.

prefLabel and altLabel carry the spellings, broader leads from a member to its abbreviation, a Collection lists the
members in one place, related ties what stands together. The integrity conditions of SKOS hold: no label is both
preferred and alternative, no concept both related and broader.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import quote

from policydoc.errors import MissingTool

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph as Rdf

BASE: Final = "urn:policydoc:"
_SEPARATOR: Final = " | "


def as_skos(graph: nx.MultiDiGraph[str], form: Literal["turtle", "json-ld"] = "turtle") -> str:
    """The concepts of a graph; the same graph gives the same bytes. Raises `MissingTool` without rdflib."""
    rdf = _vocabulary(graph)
    if form == "turtle":
        return rdf.serialize(format="turtle")
    entries: list[dict[str, Any]] = json.loads(rdf.serialize(format="json-ld"))
    return json.dumps(sorted(map(_sorted, entries), key=lambda entry: str(entry["@id"])), ensure_ascii=False,
                      indent=1, sort_keys=True) + "\n"


def _sorted(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: sorted(value, key=str) if isinstance(value, list) else value for key, value in entry.items()}


def _vocabulary(graph: nx.MultiDiGraph[str]) -> Rdf:
    try:
        from rdflib import RDF, SKOS, Literal, URIRef
        from rdflib import Graph as Rdf
    except ImportError as error:
        raise MissingTool("输出 SKOS 需要 rdflib", advice="请安装：pip install 'policydoc[rdf]'") from error

    def uri(node: str, kind: str = "concept") -> URIRef:
        return URIRef(BASE + kind + ":" + quote(node.partition(":")[2], safe=""))

    def words(text: str) -> Literal:
        return Literal(text, lang="zh-Hans")

    rdf = Rdf()
    rdf.bind("skos", SKOS)
    scheme = URIRef(BASE + "concepts")
    rdf.add((scheme, RDF.type, SKOS.ConceptScheme))
    rdf.add((scheme, SKOS.prefLabel, words("政策文件概念")))
    for node, values in graph.nodes(data=True):
        if values["kind"] == "concept":
            rdf.add((uri(node), RDF.type, SKOS.Concept))
            rdf.add((uri(node), SKOS.inScheme, scheme))
            rdf.add((uri(node), SKOS.prefLabel, words(values["label"])))
            rdf.add((uri(node), SKOS.editorialNote, Literal(values["concept_kind"], lang="en")))
            for alt in values.get("alt_labels", "").split(_SEPARATOR):
                if alt and alt != values["label"]:
                    rdf.add((uri(node), SKOS.altLabel, words(alt)))
    above = _above(graph)
    for node, wholes in above.items():
        for whole in wholes:
            members = uri(whole, "members")
            rdf.add((uri(node), SKOS.broader, uri(whole)))
            rdf.add((uri(whole), SKOS.narrower, uri(node)))
            rdf.add((members, RDF.type, SKOS.Collection))
            rdf.add((members, SKOS.prefLabel, words(f"{graph.nodes[whole]['label']}的内容")))
            rdf.add((members, SKOS.member, uri(node)))
    for a, b, values in graph.edges(data=True):
        if values["relation"] == "co_occurs" and b not in _all_above(above, a) and a not in _all_above(above, b):
            rdf.add((uri(a), SKOS.related, uri(b)))
            rdf.add((uri(b), SKOS.related, uri(a)))
    return rdf


def _above(graph: nx.MultiDiGraph[str]) -> dict[str, set[str]]:
    """Member → the abbreviations that it belongs to."""
    out: dict[str, set[str]] = {}
    for member, whole, values in graph.edges(data=True):
        if values["relation"] == "member_of" and member != whole:
            out.setdefault(member, set()).add(whole)
    return out


def _all_above(above: dict[str, set[str]], node: str) -> set[str]:
    seen: set[str] = set()
    stack = [node]
    while stack:
        fresh = above.get(stack.pop(), set()) - seen
        seen |= fresh
        stack += fresh
    return seen
