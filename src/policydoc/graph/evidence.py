"""From an edge of the graph back to the sentence it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from policydoc.chars import sentences
from policydoc.graph.analysis import Edge, neighbours
from policydoc.graph.records import document_id, of
from policydoc.model.document import Document
from policydoc.model.knowledge import Evidence, Neighbour, Relation, Sentence

if TYPE_CHECKING:
    import networkx as nx


class Sources:
    """The documents of a graph, to look up what its edges stand on."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = {document_id(document): document for document in documents}
        self._rows = {key: {row.id: row for row in of(document).provisions}
                      for key, document in self.documents.items()}

    def evidence(self, edge: dict[str, Any]) -> Evidence:
        """The place of an edge, given its attributes, with the sentence that holds its first character."""
        document = self.documents[edge["document"]]
        row = self._rows[edge["document"]].get(edge.get("provision", ""))
        span = (row.start, row.end) if row else (0, len(document.text))
        start, end = next((s for s in sentences(document.text, *span) if s[0] <= edge["start"] < s[1]),
                          (edge["start"], edge["end"]))
        return Evidence(document=edge["document"], title=document.title or document.source.name, year=document.year,
                        provision=edge.get("provision"), path=row.path if row else "",
                        text=document.text[edge["start"]:edge["end"]], start=edge["start"], end=edge["end"],
                        sentence=Sentence(text=document.text[start:end], start=start, end=end), rule=edge["rule"])


def beside(graph: nx.MultiDiGraph[str], documents: Sequence[Document], label: str, *,
           limit: int | None = 20) -> list[Neighbour]:
    """The concepts beside a concept with their sentences, the strongest first."""
    sources = Sources(documents)
    found = [edge for edge in neighbours(graph, label) if edge.target.startswith("concept:")]
    return [_neighbour(graph, edge, sources) for edge in found[:limit]]


def _neighbour(graph: nx.MultiDiGraph[str], edge: Edge, sources: Sources) -> Neighbour:
    node = graph.nodes[edge.target]
    return Neighbour(key=edge.target.removeprefix("concept:"), label=node["label"], kind=node["concept_kind"],
                     relation=cast(Relation, edge.relation), weight=edge.values.get("weight", 1),
                     association=edge.values.get("association"), evidence=sources.evidence(edge.values))
