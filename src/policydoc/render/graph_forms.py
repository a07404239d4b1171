"""The concept graph in files that other programs open: GraphML, node-link JSON, CSV of nodes and of edges."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, Final

from policydoc.render.table import Column, Table, as_csv

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

_NO_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE: Final = ["id", "kind", "label"]
_EDGE: Final = ["source", "target", "relation", "document", "provision", "start", "end", "rule",
                "weight", "association"]


def as_graphml(graph: Graph) -> bytes:
    """GraphML; `networkx.read_graphml(…, force_multigraph=True)` gives the same graph again.

    Control characters that XML cannot hold become U+FFFD.
    """
    import networkx as nx

    clean: Graph = nx.MultiDiGraph()
    clean.add_nodes_from((_clean(node), _values(values)) for node, values in graph.nodes(data=True))
    for source, target, key, values in graph.edges(keys=True, data=True):
        clean.add_edge(_clean(source), _clean(target), key, **_values(values))
    out = io.BytesIO()
    nx.write_graphml_xml(clean, out, encoding="utf-8", infer_numeric_types=True)
    return out.getvalue()


def as_node_link(graph: Graph) -> str:
    """networkx's node-link form; `networkx.node_link_graph(json.loads(…), edges="edges")` gives the same graph."""
    import networkx as nx

    return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"


def nodes_csv(graph: Graph) -> str:
    """A row for each node, a column for each attribute that a node has."""
    return _csv("nodes", _NODE, node_rows(graph))


def edges_csv(graph: Graph) -> str:
    """A row for each edge, a column for each attribute that an edge has."""
    return _csv("edges", _EDGE, edge_rows(graph))


def node_rows(graph: Graph) -> list[dict[str, Any]]:
    """Nodes as rows for a DataFrame."""
    return [{"id": node, **values} for node, values in graph.nodes(data=True)]


def edge_rows(graph: Graph) -> list[dict[str, Any]]:
    """Edges as rows for a DataFrame."""
    return [{"source": source, "target": target, **values} for source, target, values in graph.edges(data=True)]


def _csv(title: str, first: list[str], rows: list[dict[str, Any]]) -> str:
    keys = first + sorted({key for row in rows for key in row} - set(first))
    table = Table(title, [Column(key, key, key) for key in keys], [[row.get(key) for key in keys] for row in rows])
    return as_csv(table, "en")


def _values(values: dict[str, Any]) -> dict[str, Any]:
    return {key: _clean(value) if isinstance(value, str) else value for key, value in values.items()}


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
