"""`KnowledgeBase`: the one door to everything that can be asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from policydoc.checks.known import Known
from policydoc.graph import chunks as retrieval
from policydoc.model.document import Document
from policydoc.model.knowledge import Chunk, Cited, ConceptCard, Duty, Hit, Neighbour, PathStep, Ranked, TimelinePoint
from policydoc.store import cards, duties, kept, known, link, near, network, records, schema, ways, write
from policydoc.store import search as text
from policydoc.store.info import Info, info
from policydoc.store.intake import intake
from policydoc.store.places import Places

if TYPE_CHECKING:
    import networkx as nx


class KnowledgeBase:
    """Documents that can be asked. Open a file that `policydoc kb build` made, or hold a few documents in memory.

        with KnowledgeBase.open("policy.kb") as kb:
            print(kb.concept("三会一课").members)

    Every answer carries its `Evidence`. A label that is no concept raises `UnknownConcept` with close matches.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._places = Places(db)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a file to ask it; nothing is ever written to it. Raises `NotAStore`, `NewerStore`, OSError."""
        return cls(schema.connect(path))

    @classmethod
    def from_documents(cls, documents: Iterable[Document]) -> Self:
        """The same over documents in memory; one that comes twice counts once."""
        db = schema.memory()
        with write.transaction(db):
            for document in documents:
                write.add(db, intake(document.model_dump()))
            link.link(db)
        return cls(db)

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    @cached_property
    def known(self) -> Known:
        """What the checks ask of it: `checks.check(document, known=kb.known)`."""
        return known.known(self.db)

    def info(self) -> Info:
        """What the knowledge base holds, in numbers."""
        return info(self.db)

    def document(self, name: str) -> Document:
        """A document, by its id or its file name, parsed again from the text that is kept: for `compare`.

        Raises KeyError where there is none, or where several have the name.
        """
        return kept.document(self.db, name)

    def search(self, query: str, *, limit: int = 20) -> list[Hit]:
        """Provisions that hold all words of the query (apart by spaces, or phrases in "…"), the best first.

        Raises `QueryTooLong` for more than 200 letters.
        """
        return text.search(self.db, self._places, query, limit)

    def count(self, query: str) -> int:
        """How many provisions `search` would find without a limit."""
        return text.count(self.db, query)

    def concept(self, label: str) -> ConceptCard:
        """All that is known of a concept: definitions, members, years with denominators, neighbours, examples."""
        return cards.card(self.db, self._places, label)

    def neighbours(self, label: str, *, limit: int | None = None) -> list[Neighbour]:
        """What belongs to a concept and what stands beside it, the strongest first."""
        return near.neighbours(self.db, self._places, cards.concept_of(self.db, label).id, limit=limit)

    def path(self, source: str, target: str) -> list[PathStep]:
        """A shortest way between two concepts with the sentences along it; empty where there is none."""
        ends = [cards.concept_of(self.db, label) for label in (source, target)]
        return ways.path(self.db, self._places, *ends)

    def graph(self) -> nx.MultiDiGraph[str]:
        """The concept graph as of `build_graph`, without its `continues` edges: comparing takes the documents."""
        from policydoc.graph.build import from_records

        return from_records(list(records.all_of(self.db)), records.proposed(self.db))

    def chunks(self, limit: int = retrieval.LIMIT) -> Iterator[Chunk]:
        """Retrieval chunks of all documents, as `policydoc chunks` makes them of files."""
        for rows in records.all_of(self.db):
            yield from retrieval.of_rows(rows, records.mentions(self.db, self._places, rows.id), limit)

    def central(self, *, limit: int = 20) -> list[Ranked]:
        """The concepts that hold the network together."""
        return network.central(self.db, limit)

    def communities(self) -> list[list[str]]:
        """Labels of concepts that belong together, the largest group first."""
        return network.communities(self.db)

    def timeline(self, labels: Sequence[str]) -> list[TimelinePoint]:
        """Each concept in every year that has documents: how many hold it, out of how many."""
        return [TimelinePoint(concept=concept.label, year=count.year, documents=count.documents, total=count.total,
                              share=round(count.share, 6), mentions=count.mentions)
                for concept in (cards.concept_of(self.db, label) for label in labels)
                for count in cards.years(self.db, concept.id)]

    def obligations(self, *, actor: str | None = None, unit: str | None = None, year: int | None = None,
                    document: str | None = None) -> list[Duty]:
        """Recurring duties; `actor` and `unit` (one that answers: 牵头单位, 责任单位) are parts of a name."""
        return duties.obligations(self.db, self._places, actor=actor, unit=unit, year=year, document=document)

    def citations(self, target: str | None = None, *, document: str | None = None) -> list[Cited]:
        """What is cited, the most cited first; `target` is a part of its title or number."""
        return duties.citations(self.db, self._places, target=target, document=document)
