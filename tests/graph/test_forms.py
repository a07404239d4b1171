"""What is taken away opens elsewhere with the same content."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import networkx as nx
import pytest
from rdflib import RDF, SKOS, URIRef
from rdflib import Graph as Rdf

import policydoc
from conftest import CORPUS
from policydoc import Document
from policydoc.graph.evidence import beside
from policydoc.model.knowledge import Neighbour
from policydoc.render import graph_forms, neighbourhood, skos


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [policydoc.parse(path) for path in sorted(CORPUS.glob("*.txt"))]


@pytest.fixture(scope="module")
def graph(documents: list[Document]) -> nx.MultiDiGraph[str]:
    return policydoc.build_graph(documents)


def test_graphml_gives_the_same_graph(graph: nx.MultiDiGraph[str]) -> None:
    data = graph_forms.as_graphml(graph)
    again = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert again.adj == graph.adj
    assert {type(v) for _, _, e in again.edges(data=True) for v in e.values()} == {str, int, float, bool}
    assert data == graph_forms.as_graphml(graph)


def test_graphml_of_characters_that_xml_cannot_hold() -> None:
    graph = policydoc.build_graph(policydoc.parse_text("一、用好“云\x01上工会”平台。"))
    again = nx.read_graphml(io.BytesIO(graph_forms.as_graphml(graph)), force_multigraph=True)
    labels = [values["label"] for _, values in again.nodes(data=True) if values["kind"] == "concept"]
    assert labels == ["云\ufffd上工会"]


def test_node_link_gives_the_same_graph(graph: nx.MultiDiGraph[str]) -> None:
    again = nx.node_link_graph(json.loads(graph_forms.as_node_link(graph)), edges="edges")
    assert nx.utils.graphs_equal(graph, again)


def test_csv_has_every_node_and_edge(graph: nx.MultiDiGraph[str]) -> None:
    nodes = list(csv.DictReader(io.StringIO(graph_forms.nodes_csv(graph).removeprefix("\ufeff"))))
    edges = list(csv.DictReader(io.StringIO(graph_forms.edges_csv(graph).removeprefix("\ufeff"))))
    assert [row["id"] for row in nodes] == list(graph)
    assert [(row["source"], row["target"], row["relation"], int(row["start"])) for row in edges] == [
        (a, b, values["relation"], values["start"]) for a, b, values in graph.edges(data=True)]


# -------------------------------------------------------------------------------------------------- SKOS
@pytest.fixture(scope="module")
def turtle(graph: nx.MultiDiGraph[str]) -> Rdf:
    return Rdf().parse(data=skos.as_skos(graph), format="turtle")


def test_skos_holds_every_concept_with_its_labels(graph: nx.MultiDiGraph[str], turtle: Rdf) -> None:
    concepts = [values for _, values in graph.nodes(data=True) if values["kind"] == "concept"]
    assert len(set(turtle.subjects(RDF.type, SKOS.Concept))) == len(concepts)
    labels = {str(label) for subject in turtle.subjects(RDF.type, SKOS.Concept)
              for label in turtle.objects(subject, SKOS.prefLabel)}
    assert labels == {values["label"] for values in concepts}


def test_skos_integrity(turtle: Rdf) -> None:
    """The conditions S9, S13, S14, S27 and S37 of the SKOS reference, and that every relation has a target."""
    kinds = {kind: set(turtle.subjects(RDF.type, kind)) for kind in (SKOS.Concept, SKOS.Collection, SKOS.ConceptScheme)}
    assert all(kinds.values())
    assert not kinds[SKOS.Concept] & (kinds[SKOS.Collection] | kinds[SKOS.ConceptScheme])
    for concept in kinds[SKOS.Concept]:
        preferred, other = (set(turtle.objects(concept, p)) for p in (SKOS.prefLabel, SKOS.altLabel))
        assert len(preferred) == 1
        assert not preferred & other
        above = set(turtle.transitive_objects(concept, SKOS.broader)) - {concept}
        below = set(turtle.transitive_objects(concept, SKOS.narrower)) - {concept}
        assert not set(turtle.objects(concept, SKOS.related)) & (above | below)
    for relation in (SKOS.broader, SKOS.narrower, SKOS.related, SKOS.member):
        found = list(turtle.objects(None, relation))
        assert found
        assert set(found) <= kinds[SKOS.Concept]
    for a, b in turtle.subject_objects(SKOS.related):
        assert (b, SKOS.related, a) in turtle


def test_skos_members(turtle: Rdf) -> None:
    whole = next(s for s in turtle.subjects(RDF.type, SKOS.Concept)
                 if [str(label) for label in turtle.objects(s, SKOS.prefLabel)] == ["三会一课"])
    members = URIRef(str(whole).replace(":concept:", ":members:"))
    assert set(turtle.objects(members, SKOS.member)) == set(turtle.objects(whole, SKOS.narrower))
    assert len(set(turtle.objects(members, SKOS.member))) == 4


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own parser of JSON-LD
def test_json_ld_says_the_same(graph: nx.MultiDiGraph[str], turtle: Rdf) -> None:
    data = skos.as_skos(graph, "json-ld")
    assert set(Rdf().parse(data=data, format="json-ld")) == set(turtle)
    assert data == skos.as_skos(graph, "json-ld")


# ----------------------------------------------------------------------------------------------- picture
def test_the_picture_is_whole_and_loads_nothing(graph: nx.MultiDiGraph[str], documents: list[Document]) -> None:
    near = beside(graph, documents, "四个意识", limit=None)
    svg = neighbourhood.as_svg("四个意识", near)
    root = ElementTree.fromstring(svg)
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "四个意识" in words
    assert len(list(root.iter("{http://www.w3.org/2000/svg}line"))) == min(len(near), neighbourhood.SHOWN)
    page = neighbourhood.as_html("四个意识", near)
    assert page.count("<tr>") == len(near) + 1
    for text in (svg, page):
        assert not re.findall(r"(?:src|href)=|url\(|@import|<script", text)
        assert set(re.findall(r"https?://[^\"]+", text)) == {"http://www.w3.org/2000/svg"}


def test_the_picture_keeps_hostile_labels_as_text() -> None:
    document = policydoc.parse_text("一、用好“<b>云&上工会”和“四个意识”。")
    graph = policydoc.build_graph(document)
    page = neighbourhood.as_html("四个意识", beside(graph, [document], "四个意识"))
    assert "<b>" not in page
    assert "&lt;b&gt;云&amp;上工会" in page


@pytest.mark.parametrize("count", [1, 2, 8, 9, 15, 24, 40])
def test_no_two_nodes_of_the_picture_touch(count: int) -> None:
    near = [Neighbour(key=str(n), label=f"第{n:02}号概念的长长长长名称", kind="slogan", relation="co_occurs", weight=n,
                      association=0.5, evidence=None) for n in range(count)]
    picture = ElementTree.fromstring(neighbourhood.as_svg("中心概念的长长长长名称", near))
    drawn = [rect.attrib for rect in picture.iter("{http://www.w3.org/2000/svg}rect")][1:]  # the first is the ground
    boxes = [[float(rect[side]) for side in ("x", "y", "width", "height")] for rect in drawn]
    assert len(boxes) == min(count, neighbourhood.SHOWN) + 1
    for n, (x, y, wide, high) in enumerate(boxes):
        assert x >= 0
        assert x + wide <= neighbourhood.WIDTH
        assert not [box for box in boxes[:n] if x < box[0] + box[2] and box[0] < x + wide
                    and y < box[1] + box[3] and box[1] < y + high]
