"""The document in the making: what the stages of the pipeline read and add to.

Plain objects and plain dicts, so that one `model_validate` at the end builds and checks all (measured: about 1.2
times faster than model by model), and so that the command line can do without the models at all. A record has the
fields of its model in their order. Equal texts are one object (`intern`): the same words stand in many facts and in
many documents that are kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern
from typing import Any

from policydoc.chars import sentences
from policydoc.model.kinds import Kind
from policydoc.model.source import SourceText

Record = dict[str, Any]
"""The JSON form of one fact, diagnostic or mention."""


@dataclass(slots=True)
class Node:
    """A `Provision` in the making; `id` is set when the tree is whole."""

    kind: Kind
    start: int
    end: int
    label: str = ""
    number: int | None = None
    sub_number: int | None = None
    heading: str | None = None
    children: Sequence[Node] = ()
    id: str = ""


@dataclass
class Draft:
    """Text, tree and facts so far.

    `front` holds the lines before the tree (records with role, text, start, end); `fields` the values read off
    them (title, year, issuer …); `facts` the records of each extractor by the name of its field in `Document`.
    """

    source: SourceText
    name: str = ""
    roots: list[Node] = field(default_factory=list)
    front: list[Record] = field(default_factory=list)
    fields: Record = field(default_factory=dict)
    facts: dict[str, list[Record]] = field(default_factory=dict)
    diagnostics: list[Record] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def leaves(self) -> list[Node]:
        """The nodes without children, in the order of the text: they cover all of it but the front matter."""
        out: list[Node] = []
        _gather(self.roots, out)
        return out

    @cached_property
    def _leaf_starts(self) -> list[int]:
        return [leaf.start for leaf in self.leaves]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Spans of all sentences of the leaves; none reaches over the end of a leaf."""
        return [span for leaf in self.leaves for span in sentences(self.text, leaf.start, leaf.end)]

    def provision_at(self, offset: int) -> str | None:
        """The id of the leaf that holds this character, None in the front matter."""
        at = bisect_right(self._leaf_starts, offset) - 1
        return self.leaves[at].id if at >= 0 and offset < self.leaves[at].end else None

    def provisions_at(self, offsets: Iterable[int]) -> Iterator[str | None]:
        """`provision_at` for offsets in ascending order: most stand in the leaf of the one before."""
        starts, leaves = self._leaf_starts, self.leaves
        at, end, id_ = 0, -1, None
        for offset in offsets:
            if offset >= end:
                at = bisect_right(starts, offset, at)
                leaf = leaves[at - 1] if at else None
                if leaf is not None and offset < leaf.end:
                    end, id_ = leaf.end, leaf.id
                else:
                    end, id_ = offset, None
            yield id_

    def mention(self, start: int, end: int) -> Record:
        return {"text": intern(self.text[start:end]), "start": start, "end": end}

    def fact(self, rule: str, start: int, end: int, **values: Any) -> Record:
        """The record of a fact: its place, its provision, its rule, and the values of its own."""
        return {"text": intern(self.text[start:end]), "start": start, "end": end,
                "provision": self.provision_at(start), "rule": rule, **values}

    def trouble(self, code: str, severity: str, message: str, start: int, end: int) -> None:
        """Add a diagnostic."""
        self.diagnostics.append({"code": code, "severity": severity, "message": message,
                                 "start": start, "end": end, "provision": self.provision_at(start)})


def _gather(row: Sequence[Node], leaves: list[Node]) -> None:
    for node in row:
        if node.children:
            _gather(node.children, leaves)
        else:
            leaves.append(node)
