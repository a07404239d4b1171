"""Questions to a concept graph, as pure functions of it. All answers come in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policydoc.errors import UnknownConcept
from policydoc.graph.linking import normal

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

BETWEEN: Final = frozenset({"co_occurs", "member_of"})
"""Relations that tie a concept to a concept."""
_DAMPING: Final = 0.85
_CLOSE: Final = 5


class Edge(NamedTuple):
    """An edge as seen from `source`, whichever way it points; `values` are its attributes in the graph."""

    source: str
    target: str
    relation: str
    values: dict[str, Any]


def concept(graph: Graph, label: str) -> str:
    """The node of a concept by any of its labels. Raises `UnknownConcept` with the labels that look like it."""
    node = f"concept:{normal(label)}"
    if node in graph:
        return node
    from rapidfuzz import process

    labels = sorted(values["label"] for _, values in graph.nodes(data=True) if values["kind"] == "concept")
    close = process.extract(label, labels, limit=_CLOSE, score_cutoff=40)
    raise UnknownConcept(label, [match[0] for match in close])


def neighbours(graph: Graph, label: str, *, relation: str | None = None, limit: int | None = None) -> list[Edge]:
    """What stands beside a concept, the strongest first: by association and weight, then by label.

    One edge for each neighbour and relation: that of its first place.
    """
    node = concept(graph, label)
    best: dict[tuple[str, str], Edge] = {}
    for edge in _around(graph, node):
        if relation in (None, edge.relation):
            best.setdefault((edge.relation, edge.target), edge)
    ranked = sorted(best.values(), key=lambda edge: (-strength(edge.values), edge.relation, edge.target))
    return ranked[:limit]


def strength(values: dict[str, Any]) -> float:
    """How much a co_occurs edge says: its association, as far as its number of provisions bears it; 0 for others."""
    weight, association = values.get("weight", 0), values.get("association", 0.0)
    return float(association * weight / (weight + 1)) if values["relation"] == "co_occurs" else 0.0


def path(graph: Graph, source: str, target: str) -> list[Edge]:
    """The shortest way from concept to concept over co_occurs and member_of, strong edges before weak ones.

    Each edge carries the place it stands on. Empty where there is no way, or none to go.
    """
    from heapq import heappop, heappush

    start, goal = concept(graph, source), concept(graph, target)
    queue: list[tuple[float, str]] = [(0.0, start)]
    came: dict[str, Edge] = {}
    cost, done = {start: 0.0}, set()
    while queue:
        so_far, node = heappop(queue)
        if node == goal:
            break
        if node in done:
            continue
        done.add(node)
        for edge in _ties(graph, node):
            further = so_far + 2 - strength(edge.values)
            if further < cost.get(edge.target, float("inf")):
                cost[edge.target], came[edge.target] = further, edge
                heappush(queue, (further, edge.target))
    steps: list[Edge] = []
    while goal in came:
        steps.append(came[goal])
        goal = came[goal].source
    return steps[::-1]


def central(graph: Graph, *, limit: int | None = 20) -> list[tuple[str, float]]:
    """Concepts by PageRank over co_occurs, weighted by strength; scores of all concepts sum up to 1."""
    ties = _weights(graph)
    if not ties:
        return []
    score = dict.fromkeys(ties, 1 / len(ties))
    total = {node: sum(out.values()) for node, out in ties.items()}
    for _ in range(100):
        lost = sum(score[node] for node in ties if not total[node]) / len(ties)
        fresh = dict.fromkeys(ties, (1 - _DAMPING) / len(ties) + _DAMPING * lost)
        for node, out in ties.items():
            for other, weight in out.items():
                fresh[other] += _DAMPING * score[node] * weight / total[node]
        moved = sum(abs(fresh[node] - score[node]) for node in ties)
        score = fresh
        if moved < 1e-9:
            break
    return sorted(score.items(), key=lambda item: (-round(item[1], 12), item[0]))[:limit]


def communities(graph: Graph, *, resolution: float = 1.0) -> list[list[str]]:
    """Concepts that hold together (Louvain over co_occurs), the largest group first; loners are left out."""
    import networkx as nx

    ties = _weights(graph)
    names = [node for node in ties if ties[node]]
    number = {node: n for n, node in enumerate(names)}  # numbers, as sets of strings have no fixed order
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    plain.add_weighted_edges_from((number[a], number[b], weight) for a in names
                                  for b, weight in ties[a].items() if a < b)
    if not names:
        return []
    groups = nx.community.louvain_communities(plain, weight="weight", resolution=resolution, seed=0)
    return sorted((sorted(names[n] for n in group) for group in groups), key=lambda group: (-len(group), group))


def _weights(graph: Graph) -> dict[str, dict[str, float]]:
    """Concept → concept → strength of their co_occurs edge, both ways, all concepts in order."""
    out: dict[str, dict[str, float]] = {node: {} for node in sorted(graph) if graph.nodes[node]["kind"] == "concept"}
    for a, b, values in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        if values["relation"] == "co_occurs":
            out[a][b] = out[b][a] = strength(values)
    return out


def _ties(graph: Graph, node: str) -> Iterator[Edge]:
    return (edge for edge in _around(graph, node) if edge.relation in BETWEEN)


def _around(graph: Graph, node: str) -> Iterator[Edge]:
    """Edges out of and into a node, as they were added."""
    for _, other, values in graph.out_edges(node, data=True):
        yield Edge(node, other, values["relation"], values)
    for other, _, values in graph.in_edges(node, data=True):
        yield Edge(node, other, values["relation"], values)
