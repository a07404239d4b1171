"""The concept graph: documents, provisions, concepts, duties, citations and meetings as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from policydoc.model.document import Document


def build_graph(documents: Document | Iterable[Document], *, propose: bool = False) -> nx.MultiDiGraph[str]:
    """The concept graph of one or several documents, a networkx MultiDiGraph.

    Nodes: document, provision, concept, actor, obligation, cited, meeting. Edges, by `relation`: contains, mentions,
    member_of, co_occurs, cites, obliges, duty_of, continues; each says with `document`, `provision`, `start`, `end`
    and `rule` where it stands and what found it. With `propose` jieba adds concepts that nobody quotes; their
    `concept_kind` is proposal. It is slow: some 0.3 M characters a second.
    """
    from policydoc.graph.build import build
    from policydoc.model.document import Document
    from policydoc.workers.garbage import undisturbed

    with undisturbed():
        return build([documents] if isinstance(documents, Document) else list(documents), propose=propose)
