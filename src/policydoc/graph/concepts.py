"""All spellings of all documents → concepts: one label, one kind, the other spellings with their rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple, get_args

from policydoc.graph.linking import Label, lexicon_labels, merge_rules, normal
from policydoc.graph.rows import ConceptRow, DocumentRecords
from policydoc.lexicon import table
from policydoc.model.knowledge import ConceptKind

_KINDS: Final[tuple[ConceptKind, ...]] = get_args(ConceptKind)
_WEAK: Final = frozenset({"formulation", "member", "proposal"})
"""Kinds that only count where nothing else says what the concept is."""


class Concept(NamedTuple):
    """`alt_labels` are (label, rules of the merge); `rules` name what found the concept."""

    key: str
    label: str
    kind: ConceptKind
    alt_labels: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[str, ...]


def settle(rows: Iterable[ConceptRow]) -> Concept:
    """One concept from all rows of its key: the lexicon's spelling, else the most frequent; the kind by vote."""
    rows = list(rows)
    key, label, kind, *_ = rows[0]
    if len(rows) == 1:
        return Concept(key, label, kind, (), (rows[0].rule,))
    if all(row[1:3] == (label, kind) for row in rows):
        return Concept(key, label, kind, (), tuple(sorted({row.rule for row in rows})))
    spellings: Counter[str] = Counter()
    kinds: Counter[ConceptKind] = Counter()
    rules: set[str] = set()
    for _, label, kind, rule, times in rows:
        spellings[label] += times
        kinds[kind] += times
        rules.add(rule)
    known = table("abbreviations")["terms"]
    label = min(spellings, key=lambda label: (label not in known, -spellings[label], len(label), label))
    kind = min(kinds, key=lambda kind: (kind in _WEAK, -kinds[kind], _KINDS.index(kind)))
    alt = tuple((other, tuple(merge_rules(other, label))) for other in sorted(spellings) if other != label)
    return Concept(key, label, kind, alt, tuple(sorted(rules)))


def inventory(documents: Iterable[DocumentRecords], proposed: Iterable[ConceptRow] = ()) -> dict[str, Concept]:
    """All concepts of the documents by key, in the order of the keys; members of abbreviations among them."""
    rows: dict[str, list[ConceptRow]] = {}
    for row in proposed:
        rows.setdefault(row.key, []).append(row)
    for records in documents:
        for row in [*records.concepts, *member_concepts(records)]:
            rows.setdefault(row.key, []).append(row)
    return {key: settle(rows[key]) for key in sorted(rows)}


def member_concepts(records: DocumentRecords) -> list[ConceptRow]:
    """The members of abbreviations as concepts of their own."""
    return [ConceptRow(normal(member), member, "member", row.rule, 1)
            for row in records.members for member in dict.fromkeys(row.members)]


def labels(concepts: Iterable[Concept]) -> list[Label]:
    """What a `Linker` looks for: every spelling of the concepts, and the abbreviations of the lexicon."""
    found = [Label(c.key, label, c.kind) for c in concepts for label in (c.label, *(alt for alt, _ in c.alt_labels))]
    return [*lexicon_labels(), *found]
