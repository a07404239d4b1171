"""The graph of the corpus: every edge stands where it says; its parts equal what the documents say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from itertools import combinations
from math import isclose, log

import networkx as nx
import pytest

import policydoc
from conftest import CORPUS
from policydoc import Document
from policydoc.errors import UnknownConcept
from policydoc.graph import analysis, records
from policydoc.graph.association import npmi
from policydoc.graph.counterparts import SURE
from policydoc.graph.evidence import Sources, beside
from policydoc.graph.linking import normal

Edges = list[tuple[str, str, dict[str, object]]]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [policydoc.parse(path) for path in sorted(CORPUS.glob("*.txt"))]


@pytest.fixture(scope="module")
def graph(documents: list[Document]) -> nx.MultiDiGraph[str]:
    return policydoc.build_graph(documents)


def edges(graph: nx.MultiDiGraph[str], relation: str) -> Edges:
    return [(a, b, values) for a, b, values in graph.edges(data=True) if values["relation"] == relation]


def test_every_edge_stands_in_its_document(graph: nx.MultiDiGraph[str], documents: list[Document]) -> None:
    texts = {records.document_id(document): document for document in documents}
    provisions = {(key, p.id): p for key, document in texts.items() for p in document.walk()}
    assert len(graph.edges) > 1000
    for source, target, values in graph.edges(data=True):
        text = texts[values["document"]].text
        words = text[values["start"]:values["end"]]
        assert words.strip(), (source, target)
        assert values["rule"]
        if "provision" in values:
            home = provisions[values["document"], values["provision"]]
            assert home.start <= values["start"], (source, target, values)
            assert values["relation"] == "continues" or values["end"] <= home.end or values["relation"] == "duty_of"
        if values["relation"] == "mentions":
            assert f"concept:{normal(words)}" == target
        if values["relation"] == "duty_of":
            assert f"actor:{normal(words)}" == target


def test_every_node_has_kind_and_label(graph: nx.MultiDiGraph[str]) -> None:
    kinds = {"document", "provision", "concept", "actor", "obligation", "cited", "meeting"}
    assert {values["kind"] for _, values in graph.nodes(data=True)} == kinds
    assert all(isinstance(values["label"], str) for _, values in graph.nodes(data=True))
    assert {type(value) for _, values in graph.nodes(data=True) for value in values.values()} <= {str, int, float}


def test_the_tree_and_the_facts_are_all_there(graph: nx.MultiDiGraph[str], documents: list[Document]) -> None:
    assert len(edges(graph, "contains")) == sum(1 for document in documents for _ in document.walk())
    for document in documents:
        key = records.document_id(document)
        held = {(values["start"], values["end"]) for _, _, values in edges(graph, "mentions")
                if values["document"] == key}
        assert {(fact.start, fact.end) for fact in document.abbreviations} <= held
        assert {(fact.start, fact.end) for fact in document.slogans if len(fact.text) <= 30} <= held
        obliged = Counter((values["start"], values["end"]) for _, _, values in edges(graph, "obliges")
                          if values["document"] == key)
        assert set(obliged) == {(duty.start, duty.end) for duty in document.frequency_obligations}


def test_members_lead_to_their_abbreviation(graph: nx.MultiDiGraph[str]) -> None:
    members = [(values["position"], graph.nodes[a]["label"]) for a, b, values in edges(graph, "member_of")
               if b == "concept:三会一课"]
    assert sorted(set(members)) == [(1, "支部党员大会"), (2, "支部委员会会议"), (3, "党小组会"), (4, "党课")]


def test_co_occurrence_against_brute_force(graph: nx.MultiDiGraph[str]) -> None:
    held: dict[tuple[object, object], set[str]] = {}
    for _, concept, values in edges(graph, "mentions"):
        if "provision" in values:
            held.setdefault((values["document"], values["provision"]), set()).add(concept)
    single = Counter(concept for each in held.values() for concept in each)
    both = Counter(pair for each in held.values() for pair in combinations(sorted(each), 2))
    expected = {}
    for (a, b), times in both.items():
        p = times / len(held)
        value = log(p / (single[a] / len(held) * single[b] / len(held))) / -log(p) if p < 1 else 1.0
        if value > 1e-9:
            expected[a, b] = (times, pytest.approx(value, abs=1e-6))
    assert {(a, b): (values["weight"], values["association"])
            for a, b, values in edges(graph, "co_occurs")} == expected


@pytest.mark.parametrize(("both", "a", "b", "total", "expected"), [
    (0, 3, 3, 10, -1.0), (10, 10, 10, 10, 1.0), (5, 5, 5, 10, 1.0), (4, 8, 5, 10, 0.0), (1, 2, 2, 16, 0.5)])
def test_association(both: int, a: int, b: int, total: int, expected: float) -> None:
    assert isclose(npmi(both, a, b, total), expected, abs_tol=1e-12)


def test_the_plans_continue_each_other(graph: nx.MultiDiGraph[str], documents: list[Document]) -> None:
    years = {records.document_id(document): document.year for document in documents}
    steps = [(years[a.split(":")[1].split("/")[0]], years[b.split(":")[1].split("/")[0]])
             for a, b, _ in edges(graph, "continues")]
    assert set(steps) == {(2021, 2022), (2022, 2023), (2023, 2024)}
    assert min(Counter(steps).values()) > 10
    assert min(values["association"] for *_, values in graph.edges(data=True)
               if values["relation"] == "continues") >= SURE


def test_a_cited_document_of_the_set_is_its_own_node(graph: nx.MultiDiGraph[str], documents: list[Document]) -> None:
    own = {normal(document.title or "") for document in documents}
    assert not [node for node, values in graph.nodes(data=True)
                if values["kind"] == "cited" and normal(values["label"]) in own]
    assert [b for _, b, _ in edges(graph, "cites") if b.startswith("document:")]


def test_order_and_repetition_of_documents_do_not_matter(graph: nx.MultiDiGraph[str],
                                                         documents: list[Document]) -> None:
    again = policydoc.build_graph([*reversed(documents), documents[0]])
    assert nx.utils.graphs_equal(graph, again)
    assert list(again.nodes) == list(graph.nodes)


def test_one_document_and_none() -> None:
    document = policydoc.parse_text("一、落实“三会一课”。")
    graph = policydoc.build_graph(document)
    assert "concept:三会一课" in graph
    assert len(policydoc.build_graph([])) == 0


# --------------------------------------------------------------------------------------------- questions
def test_neighbours_are_ranked_and_complete(graph: nx.MultiDiGraph[str]) -> None:
    found = analysis.neighbours(graph, "四个意识", relation="co_occurs")
    tied = {b if a == "concept:四个意识" else a for a, b, _ in edges(graph, "co_occurs")
            if "concept:四个意识" in (a, b)}
    assert {edge.target for edge in found} == tied
    strengths = [analysis.strength(edge.values) for edge in found]
    assert strengths == sorted(strengths, reverse=True)
    assert analysis.neighbours(graph, "四个意识", relation="co_occurs", limit=2) == found[:2]


def test_an_unknown_concept_names_what_is_close(graph: nx.MultiDiGraph[str]) -> None:
    with pytest.raises(UnknownConcept, match="四个意识"):
        analysis.neighbours(graph, "四个意思")


def test_a_path_is_as_cheap_as_dijkstra_says(graph: nx.MultiDiGraph[str]) -> None:
    plain: nx.Graph[str] = nx.Graph()
    for a, b, values in graph.edges(data=True):
        if values["relation"] in analysis.BETWEEN:
            cost = 2 - analysis.strength(values)
            if not plain.has_edge(a, b) or cost < plain[a][b]["weight"]:
                plain.add_edge(a, b, weight=cost)
    start = "concept:三会一课"
    reached = nx.single_source_dijkstra_path_length(plain, start)
    assert len(reached) > 10
    for goal, cost in reached.items():
        steps = analysis.path(graph, "三会一课", goal.removeprefix("concept:"))
        assert isclose(sum(2 - analysis.strength(step.values) for step in steps), cost)
        assert [step.target for step in steps[:-1]] == [step.source for step in steps[1:]]
    apart = next(node for node, values in graph.nodes(data=True) if values["kind"] == "concept" and node not in reached)
    assert analysis.path(graph, "三会一课", apart.removeprefix("concept:")) == []


def test_centrality_is_a_distribution_that_pays_ties(graph: nx.MultiDiGraph[str]) -> None:
    scores = dict(analysis.central(graph, limit=None))
    assert isclose(sum(scores.values()), 1, abs_tol=1e-6)
    tied = {node for edge in edges(graph, "co_occurs") for node in edge[:2]}
    assert min(scores[node] for node in tied) > max(score for node, score in scores.items() if node not in tied)


def test_communities_part_the_tied_concepts(graph: nx.MultiDiGraph[str]) -> None:
    groups = analysis.communities(graph)
    members = [node for group in groups for node in group]
    assert sorted(members) == sorted({node for edge in edges(graph, "co_occurs") for node in edge[:2]})
    assert len(groups) > 1
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)


def test_answers_do_not_hang_on_the_hash_seed() -> None:
    code = ("import policydoc, json, pathlib\nfrom policydoc.graph import analysis\n"
            f"docs = [policydoc.parse(p) for p in sorted(pathlib.Path({str(CORPUS)!r}).glob('202*.txt'))]\n"
            "g = policydoc.build_graph(docs)\n"
            "print(json.dumps([analysis.communities(g), analysis.central(g), list(g.edges(data=True))]))")
    out = {subprocess.run([sys.executable, "-W", "ignore", "-c", code], env={"PYTHONHASHSEED": seed}, check=True,
                          capture_output=True).stdout for seed in ("1", "2")}
    assert len(out) == 1
    assert len(json.loads(out.pop())) == 3


def test_evidence_shows_the_sentence(graph: nx.MultiDiGraph[str], documents: list[Document]) -> None:
    sources = Sources(documents)
    for _, _, values in graph.edges(data=True):
        evidence = sources.evidence(values)
        text = sources.documents[evidence.document].text
        assert text[evidence.start:evidence.end] == evidence.text
        assert text[evidence.sentence.start:evidence.sentence.end] == evidence.sentence.text
        assert evidence.sentence.start <= evidence.start
    near = beside(graph, documents, "四个意识", limit=5)
    assert len(near) == 5
    assert all(each.evidence and "四个意识" in each.evidence.text for each in near if each.relation == "co_occurs")
