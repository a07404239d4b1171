"""Records of documents → a networkx MultiDiGraph in which every edge says where it stands.

Nodes have `kind` and `label`; edges have `relation`, `document`, `provision`, `start`, `end` and `rule`: the span lies
in that document's text. Attributes are str, int, float or bool, so that every form of export holds them; what is not
known is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from policydoc.graph import concepts as inventory
from policydoc.graph.association import npmi, pairs
from policydoc.graph.counterparts import Counterpart, counterparts
from policydoc.graph.linking import Linker, lexicon_labels, normal
from policydoc.graph.mentions import linked
from policydoc.graph.records import of
from policydoc.graph.rows import ConceptRow, DocumentRecords, MentionRow, ObligationRow

if TYPE_CHECKING:
    import networkx as nx

    from policydoc.model.document import Document

    Graph = nx.MultiDiGraph[str]

Scalar = str | int | float | bool
SEPARATOR: Final = " | "
"""Between the alternative labels of a concept in one attribute."""


def build(documents: Sequence[Document], *, propose: bool = False) -> Graph:
    """The graph of one or several documents; the same documents in any order give the same graph."""
    ordered = sorted({document.source.sha256: document for document in documents}.values(),
                     key=lambda document: document.source.sha256)
    records = [of(document) for document in ordered]
    builder = _built(records, _proposed(records) if propose else [])
    for link in counterparts(ordered):
        builder.continues(records[link.old].id, records[link.new].id, link)
    return builder.graph


def from_records(records: Sequence[DocumentRecords], proposed: Sequence[ConceptRow] = ()) -> Graph:
    """The same from records that were kept, without `continues`: comparing takes the documents themselves."""
    return _built(sorted(records, key=lambda each: each.sha256), proposed).graph


def _built(records: Sequence[DocumentRecords], proposed: Sequence[ConceptRow]) -> _Builder:
    builder = _Builder(records, proposed)
    for each in records:
        builder.open(each)
    for each in records:
        builder.add(each)
    builder.tie()
    return builder


def _proposed(records: Sequence[DocumentRecords]) -> list[ConceptRow]:
    from policydoc.graph import proposals

    known = inventory.inventory(records)
    return proposals.rows(proposals.propose((each.text for each in records), known))


class _Builder:
    def __init__(self, records: Sequence[DocumentRecords], proposed: Sequence[ConceptRow]) -> None:
        import networkx as nx

        self.graph: Graph = nx.MultiDiGraph()
        self.concepts = inventory.inventory(records, proposed)
        self.linker = Linker(inventory.labels(self.concepts.values()))
        self.lexicon = {entry.key: entry.label for entry in lexicon_labels()}
        self.titles = {f"title:{normal(each.title)}": each for each in records}
        self.numbers = {f"number:{normal(each.doc_number)}": each for each in records if each.doc_number}
        self.held: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
        """Concepts of each (document, provision), with the first place of each."""

    def open(self, records: DocumentRecords) -> None:
        """The node of a document, there before any other document cites it."""
        self._node(f"document:{records.id}", "document", records.title, name=records.name, sha256=records.sha256,
                   year=records.year, issuer=records.issuer, doc_type=records.doc_type,
                   doc_number=records.doc_number, date=records.date)

    def add(self, records: DocumentRecords) -> None:
        """All that one document gives."""
        self._structure(records)
        self._concepts(records)
        self._duties(records)
        for row in records.citations:
            self._edge(self._home(records, row.provision), self._cited(row.key, row.title), "cites", records,
                       row.provision, row.start, row.end, row.rule, short=row.short, cited_as=row.kind)

    def tie(self) -> None:
        """co_occurs: pairs of concepts that stand together more often than by chance."""
        provisions = list(self.held.items())
        single, both = pairs(held for _, held in provisions)
        first: dict[tuple[str, str], int] = {}
        strong = {pair: value for pair, times in both.items()
                  if (value := npmi(times, single[pair[0]], single[pair[1]], len(provisions))) > 0}
        by_concept: dict[str, list[int]] = {}
        for at, (_, held) in enumerate(provisions):
            for key in held:
                by_concept.setdefault(key, []).append(at)
        for a, b in strong:
            others = set(by_concept[b])
            first[a, b] = next(at for at in by_concept[a] if at in others)
        for (a, b), value in sorted(strong.items()):
            (document, provision), held = provisions[first[a, b]]
            spans = (held[a], held[b])
            self.graph.add_edge(f"concept:{a}", f"concept:{b}", relation="co_occurs", document=document,
                                provision=provision, start=min(s for s, _ in spans), end=max(e for _, e in spans),
                                rule="same-provision", weight=both[a, b], association=round(value, 6))

    def continues(self, old: str, new: str, link: Counterpart) -> None:
        """The counterpart of a provision in the next year's document; the span is that of the newer one."""
        self.graph.add_edge(f"provision:{old}/{link.old_provision}", f"provision:{new}/{link.new_provision}",
                            relation="continues", document=new, provision=link.new_provision, start=link.start,
                            end=link.end, rule="aligned", association=link.score)

    def _structure(self, records: DocumentRecords) -> None:
        for row in records.provisions:
            node = f"provision:{records.id}/{row.id}"
            self._node(node, "provision", row.label + (row.heading or ""), document=records.id, path=row.path,
                       provision_kind=row.kind, depth=row.depth, start=row.start, end=row.end)
            above = self._home(records, None if row.parent is None else records.provisions[row.parent].id)
            self._edge(above, node, "contains", records, row.id, row.start, row.end, "structure")

    def _concepts(self, records: DocumentRecords) -> None:
        for row in sorted([*records.mentions, *linked(records, self.linker)], key=lambda row: (row.start, row.end)):
            node = self._concept(row.key)
            self._edge(self._home(records, row.provision), node, "mentions", records, row.provision, row.start,
                       row.end, row.rule)
            self._hold(records, row)
        for sense in records.members:
            for place, member in enumerate(sense.members, 1):
                self._edge(self._concept(normal(member)), self._concept(sense.key), "member_of", records,
                           sense.provision, sense.start, sense.end, sense.rule, position=place,
                           stated_in=sense.source, stated_on=sense.date, used_in=sense.place)

    def _hold(self, records: DocumentRecords, row: MentionRow) -> None:
        if row.provision is not None:
            held = self.held.setdefault((records.id, row.provision), {})
            held.setdefault(row.key, (row.start, row.end))

    def _duties(self, records: DocumentRecords) -> None:
        for row in records.obligations:
            node = f"obligation:{records.id}/{row.start}-{row.end}-{row.cue.start}"
            self._node(node, "obligation", records.text[row.start:row.end], **_terms(row))
            self._edge(self._home(records, row.provision), node, "obliges", records, row.provision, row.start, row.end,
                       row.rule)
            for actor in row.actors:
                self._edge(node, self._actor(actor.name), "duty_of", records, row.provision, actor.start, actor.end,
                           f"actor-{actor.role}")

    def _concept(self, key: str) -> str:
        node = f"concept:{key}"
        if node not in self.graph:
            found = self.concepts.get(key)
            if found is None:  # known from the lexicon alone
                self._node(node, "concept", self.lexicon[key], concept_kind="numeral_abbreviation", rules="lexicon")
            else:
                alt = SEPARATOR.join(label for label, _ in found.alt_labels)
                rules = SEPARATOR.join("+".join(rules) for _, rules in found.alt_labels)
                self._node(node, "concept", found.label, concept_kind=found.kind, rules=SEPARATOR.join(found.rules),
                           alt_labels=alt or None, alt_rules=rules or None)
        return node

    def _actor(self, name: str) -> str:
        node = f"actor:{normal(name)}"
        self._node(node, "actor", name)
        return node

    def _cited(self, key: str, title: str) -> str:
        """The cited document: one of the graph's own where title or number say so."""
        own = self.titles.get(key) or self.numbers.get(key)
        if own:
            return f"document:{own.id}"
        node = key if key.startswith("meeting:") else f"cited:{key}"
        self._node(node, "meeting" if node == key else "cited", title)
        return node

    def _home(self, records: DocumentRecords, provision: str | None) -> str:
        return f"provision:{records.id}/{provision}" if provision else f"document:{records.id}"

    def _node(self, node: str, kind: str, label: str, **values: Scalar | None) -> None:
        if node not in self.graph:
            self.graph.add_node(node, kind=kind, label=label, **_known(values))

    def _edge(self, source: str, target: str, relation: str, records: DocumentRecords, provision: str | None,
              start: int, end: int, rule: str, **values: Scalar | None) -> None:
        self.graph.add_edge(source, target, relation=relation, document=records.id, start=start, end=end, rule=rule,
                            **_known({"provision": provision, **values}))


def _terms(row: ObligationRow) -> dict[str, Scalar | None]:
    return {"cue": row.cue.text, "action": row.action.text if row.action else None, "rate": row.rate,
            "vague": row.vague, "modality": row.modality, "rrule": row.rrule,
            "period": f"{row.period[0]} {row.period[1]}" if row.period else None}


def _known(values: dict[str, Scalar | None]) -> dict[str, Scalar]:
    return {name: value for name, value in values.items() if value is not None}
