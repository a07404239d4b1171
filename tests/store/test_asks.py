"""Every question against a brute-force answer over the corpus."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from dump import packed

import policydoc
from conftest import CORPUS
from policydoc import KnowledgeBase
from policydoc.errors import UnknownConcept
from policydoc.graph.linking import normal
from policydoc.render import timeline

DOCUMENTS = [policydoc.parse(path) for path in sorted(CORPUS.glob("*.txt"))]
BASE = KnowledgeBase.from_documents(DOCUMENTS)
TEXTS = {d.source.sha256[:16]: d.text for d in DOCUMENTS}


def held() -> dict[tuple[str, str], set[str]]:
    """The keys of the concepts in each provision, straight from the mentions."""
    out: dict[tuple[str, str], set[str]] = {}
    for document, provision, *_, key, _ in packed(BASE.db)["mentions"]:
        if provision:
            out.setdefault((document, provision), set()).add(key)
    return out


def pairs() -> dict[tuple[str, str], tuple[int, float]]:
    """Weight and association of every pair that stands together more often than by chance."""
    provisions = list(held().values())
    single = Counter(key for keys in provisions for key in keys)
    both = Counter(pair for keys in provisions for pair in combinations(sorted(keys), 2))
    total, out = len(provisions), {}
    for (a, b), n in both.items():
        p = n / total
        association = math.log(p / (single[a] / total * single[b] / total)) / -math.log(p)
        if association > 0:
            out[a, b] = n, association
    return out


def test_a_card_counts_what_stands_in_the_texts() -> None:
    card = BASE.concept("四个意识")
    holding = [d for d in DOCUMENTS if "四个意识" in d.text]
    assert (card.documents, card.mentions) == (len(holding), sum(d.text.count("四个意识") for d in holding))
    assert {y.year: (y.documents, y.total) for y in card.years} == {
        year: (sum(d.year == year for d in holding), sum(d.year == year for d in DOCUMENTS))
        for year in sorted({d.year for d in DOCUMENTS if d.year})}
    dated = sorted((d.year, d.text.index("四个意识")) for d in holding if d.year)
    assert card.first
    assert card.last
    assert (card.first.year, card.first.start) == dated[0]
    assert card.last.year == dated[-1][0]
    assert "大局意识" in card.members


def test_every_evidence_is_its_place() -> None:
    seen = 0
    for label, in BASE.db.execute("SELECT label FROM concepts").fetchall():
        card = BASE.concept(label)
        for evidence in [card.first, card.last, *card.examples, *(n.evidence for n in card.neighbours),
                         *(d.evidence for d in card.definitions)]:
            if evidence:
                text, sentence = TEXTS[evidence.document], evidence.sentence
                assert text[evidence.start:evidence.end] == evidence.text
                assert text[sentence.start:sentence.end] == sentence.text
                assert sentence.start <= evidence.start
                seen += 1
    assert seen > 100


def test_every_mention_is_a_spelling_of_its_concept() -> None:
    rows = packed(BASE.db)["mentions"]
    assert len(rows) > 100
    for document, _, start, end, key, _ in rows:
        assert normal(TEXTS[document][start:end]) == key


def test_neighbours_are_the_pairs_of_all_provisions() -> None:
    expected: dict[str, dict[str, tuple[int, float]]] = {}
    for (a, b), value in pairs().items():
        expected.setdefault(a, {})[b] = expected.setdefault(b, {})[a] = value
    asked = [row[0] for row in BASE.db.execute("SELECT key FROM concepts").fetchall()]
    assert len(expected) > 20
    for key in asked:
        found = [n for n in BASE.neighbours(key) if n.relation == "co_occurs"]
        assert {n.key: n.weight for n in found} == {k: weight for k, (weight, _) in expected.get(key, {}).items()}
        for n in found:
            assert n.association == pytest.approx(expected[key][n.key][1], abs=1e-6)
        strengths = [n.association * n.weight / (n.weight + 1) for n in found if n.association]
        assert strengths == pytest.approx(sorted(strengths, reverse=True), abs=1e-5)


def network(least: int) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(row[0] for row in BASE.db.execute("SELECT key FROM concepts"))
    for (a, b), (weight, _) in pairs().items():
        if weight >= least:
            graph.add_edge(a, b)
    graph.add_edges_from(BASE.db.execute("SELECT a.key, b.key FROM members JOIN concepts a ON a.id = concept"
                                         " JOIN concepts b ON b.id = member").fetchall())
    return graph


def test_paths_are_as_short_as_can_be() -> None:
    close, wide = network(2), network(1)
    keys = sorted(close)
    told = Counter[str]()
    for a, b in [*zip(keys[::7], keys[3::5], strict=False), ("四个意识", "两个维护")]:
        steps = BASE.path(a, b)
        graph = close if nx.has_path(close, a, b) else wide
        expected = nx.shortest_path_length(graph, a, b) if nx.has_path(graph, a, b) else 0
        assert len(steps) == expected
        ends = [normal(step.source) for step in steps] + [normal(step.target) for step in steps[-1:]]
        assert ends == ([] if not steps else [a, *(normal(step.target) for step in steps)])
        assert all(step.evidence for step in steps if step.relation == "co_occurs")
        told[str(min(len(steps), 2))] += 1
    assert told["2"]


def test_centrality_is_pagerank() -> None:
    strong = {pair: value for pair, value in pairs().items() if value[0] >= 2}
    graph: nx.Graph[str] = nx.Graph()
    for (a, b), (weight, association) in strong.items():
        graph.add_edge(a, b, weight=association * weight / (weight + 1))
    power = nx.algorithms.link_analysis.pagerank_alg._pagerank_python  # type: ignore[attr-defined]
    expected = power(graph, alpha=0.85, tol=1e-12, max_iter=500)
    found = BASE.central(limit=1000)
    assert {r.key: r.score for r in found} == pytest.approx(expected, abs=1e-6)
    assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)


def test_communities_part_the_tied_concepts() -> None:
    groups = BASE.communities()
    labels = [label for group in groups for label in group]
    tied = {key for pair, (weight, _) in pairs().items() if weight >= 2 for key in pair}
    assert len(labels) == len(set(labels))
    assert {normal(label) for label in labels} == tied
    assert groups == BASE.communities()


def test_timeline_is_the_cards_years() -> None:
    points = BASE.timeline(["四个意识", "三会一课"])
    assert [p.concept for p in points][::len(points) // 2] == ["四个意识", "三会一课"]
    for point in points:
        year = next(y for y in BASE.concept(point.concept).years if y.year == point.year)
        assert (point.documents, point.total, point.mentions) == (year.documents, year.total, year.mentions)
        assert point.share == pytest.approx(point.documents / point.total, abs=1e-6)


@pytest.mark.parametrize("year", [None, 2023, 1990])
@pytest.mark.parametrize("actor", [None, "工会", "支部"])
def test_obligations_are_those_of_the_documents(actor: str | None, year: int | None) -> None:
    expected = sorted((d.source.sha256[:16], q.start, q.end, q.cue.text)
                      for d in DOCUMENTS for q in d.frequency_obligations
                      if (year is None or d.year == year)
                      and (actor is None or any(actor in a.text for a in q.actors)))
    found = BASE.obligations(actor=actor, year=year)
    assert sorted((q.evidence.document, q.evidence.start, q.evidence.end, q.cue) for q in found) == expected


def test_units_that_answer_are_asked_for_by_name() -> None:
    base = KnowledgeBase.from_documents([policydoc.parse_text(
        "某市工作要点\n一、学习\n（一）理论。各支部每月学习一次。（责任单位：组织部、宣传部）\n（二）文体。各分会每年开展一次比赛。")])
    assert [q.units for q in base.obligations(unit="宣传")] == [["组织部", "宣传部"]]
    assert len(base.obligations()) == 2
    assert base.obligations(actor="宣传") == []


def test_citations_are_those_of_the_documents() -> None:
    places = Counter(normal(c.title) for d in DOCUMENTS for c in d.citations if c.title and not c.meeting)
    found = {c.key.removeprefix("title:"): c for c in BASE.citations() if c.kind == "title"}
    assert {key: c.mentions for key, c in found.items()} == places
    for c in BASE.citations("办法"):
        assert "办法" in c.key
        for evidence in c.places:
            assert TEXTS[evidence.document][evidence.start:evidence.end] == evidence.text


def test_an_unknown_concept_names_what_is_close() -> None:
    with pytest.raises(UnknownConcept, match="三会一课") as caught:
        BASE.concept("三会一可")
    assert caught.value.close[0] == "三会一课"
    for ask in (BASE.neighbours, lambda label: BASE.timeline([label]), lambda label: BASE.path("四个意识", label)):
        with pytest.raises(UnknownConcept):
            ask("查无此词")


@pytest.mark.parametrize("spelling", ["“四个意识”", "四个 意识", "《四个意识》"])
def test_any_spelling_names_the_concept(spelling: str) -> None:
    assert BASE.concept(spelling) == BASE.concept("四个意识")


def test_the_order_of_documents_makes_no_difference() -> None:
    turned = KnowledgeBase.from_documents(reversed(DOCUMENTS))
    assert turned.concept("四个意识") == BASE.concept("四个意识")
    assert turned.path("四个意识", "三会一课") == BASE.path("四个意识", "三会一课")
    assert turned.search("学习", limit=500) == BASE.search("学习", limit=500)
    assert turned.obligations() == BASE.obligations()


def test_a_tie_is_shown_by_a_sentence_that_holds_both() -> None:
    apart = "（{}）学习。增强“四个意识”。" + "各单位要认真组织，抓好工作，做好总结。" * 4 + "坚定“四个自信”。"
    base = KnowledgeBase.from_documents([policydoc.parse_text(
        f"{year}年某市工作要点\n一、学习\n{body}\n（二）其他。开展调查研究。\n（三）还有。落实“三会一课”。")
        for year, body in [(2020, "（一）学习。增强“四个意识”、坚定“四个自信”。"), (2021, apart.format("一"))]])
    step, = base.path("四个意识", "四个自信")
    assert [evidence.year for evidence in step.evidence] == [2020, 2021]
    assert step.evidence[0].sentence.text.endswith("增强“四个意识”、坚定“四个自信”。")


def test_the_picture_of_the_years_begins_with_the_first_use() -> None:
    base = KnowledgeBase.from_documents([policydoc.parse_text(f"{year}年某市工作要点\n一、学习\n{words}\n")
                                         for year, words in [(2017, "抓好学习。"), (2018, "组织学习。"),
                                                             (2019, "落实“三会一课”。"), (2020, "做好工作。")]])
    picture = timeline.as_svg(base.timeline(["三会一课"]), "zh")
    assert [year for year in range(2017, 2021) if f">{year}<" in picture] == [2018, 2019, 2020]
    assert "（1/4）" in picture
