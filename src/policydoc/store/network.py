"""The whole network of concepts: which are central, which belong together."""

from __future__ import annotations

import sqlite3
from collections import Counter
from itertools import chain, combinations
from typing import NamedTuple

from policydoc.graph.association import npmi
from policydoc.model.knowledge import Ranked
from policydoc.store.near import provisions, strength
from policydoc.store.packed import LISTED, unpack

_DAMPING = 0.85
_ROUNDS = 100
_STILL = 1e-10


class Edge(NamedTuple):
    """Two concepts in `weight` of the same provisions."""

    a: str
    b: str
    weight: int
    association: float


def edges(db: sqlite3.Connection) -> list[Edge]:
    """Co-occurrences with a positive association, by the keys of their ends.

    Pairs that stand together once say little and are many: they count only where there are no others.
    """
    both = Counter(chain.from_iterable(combinations(unpack(packed), 2) for packed, in db.execute(
        "SELECT concepts FROM spots WHERE length(concepts) <= ?", (LISTED,))))
    return _edges(db, both, 2) or _edges(db, both, 1)


def _edges(db: sqlite3.Connection, pairs: Counter[tuple[int, int]], least: int) -> list[Edge]:
    total = provisions(db)
    concepts = {number: (key, spread) for number, key, spread in db.execute("SELECT id, key, spread FROM concepts")}
    out = []
    for (a, b), both in pairs.items():
        if both >= least:
            (one, first), (two, second) = sorted((concepts[a], concepts[b]))
            association = npmi(both, first, second, total)
            if association > 0:
                out.append(Edge(one, two, both, association))
    return sorted(out)


def central(db: sqlite3.Connection, limit: int) -> list[Ranked]:
    """Concepts by PageRank over the co-occurrences, weighed by their strength."""
    scores = pagerank([(e.a, e.b, strength(e.weight, e.association)) for e in edges(db)])
    best = sorted(scores, key=lambda key: (-round(scores[key], 12), key))[:limit]
    named = {key: (label, kind) for key, label, kind in db.execute("SELECT key, label, kind FROM concepts")}
    return [Ranked(key=key, label=named[key][0], kind=named[key][1], score=round(scores[key], 9)) for key in best]


def pagerank(weighted: list[tuple[str, str, float]]) -> dict[str, float]:
    """PageRank of an undirected graph; the sum is 1."""
    near: dict[str, list[tuple[str, float]]] = {}
    for a, b, weight in weighted:
        near.setdefault(a, []).append((b, weight))
        near.setdefault(b, []).append((a, weight))
    strength = {node: sum(weight for _, weight in others) for node, others in near.items()}
    scores = dict.fromkeys(near, 1 / len(near)) if near else {}
    for _ in range(_ROUNDS):
        fresh = {node: (1 - _DAMPING) / len(near)
                 + _DAMPING * sum(scores[other] * weight / strength[other] for other, weight in others)
                 for node, others in near.items()}
        moved = sum(abs(fresh[node] - scores[node]) for node in near)
        scores = fresh
        if moved < _STILL:
            break
    return scores


def communities(db: sqlite3.Connection) -> list[list[str]]:
    """Labels that belong together (Louvain, fixed seed), the largest community first."""
    import networkx as nx

    tied = edges(db)
    keys = sorted({key for edge in tied for key in (edge.a, edge.b)})
    number = {key: n for n, key in enumerate(keys)}  # numbers, as sets of strings have no fixed order
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((number[e.a], number[e.b], strength(e.weight, e.association)) for e in tied)
    labels = dict(db.execute("SELECT key, label FROM concepts"))
    groups = nx.community.louvain_communities(graph, seed=0) if graph else []
    return sorted((sorted(labels[keys[n]] for n in group) for group in groups), key=lambda group: (-len(group), group))
