"""The document under the eyes of the rules, with what several of them ask for worked out once."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Final

from policydoc.checks.known import Known
from policydoc.model.document import Document
from policydoc.model.provision import Provision

YEARLY: Final = ("工作要点", "工作计划", "工作安排", "任务分工", "实施计划", "工作方案", "要点", "计划")
"""Kinds of document that plan the work of one year."""
LAID_OUT: Final = frozenset({"title", "toc", "table", "closing", "heading"})
"""Kinds of provision whose spaces and marks are layout, not sentences."""
_AROUND: Final = 400


class Subject:
    """A document, the documents `beside` it (rules that it cites, plans of other years), and what is `known`."""

    def __init__(self, document: Document, beside: tuple[Document, ...] = (), known: Known | None = None) -> None:
        self.document = document
        self.known = known
        self.beside = beside
        self.text = document.text

    @cached_property
    def provisions(self) -> list[Provision]:
        return list(self.document.walk())

    @cached_property
    def leaves(self) -> list[Provision]:
        return [provision for provision in self.provisions if not provision.children]

    @cached_property
    def _leaf_starts(self) -> list[int]:
        return [leaf.start for leaf in self.leaves]

    def leaf_at(self, offset: int) -> Provision | None:
        """The leaf that holds the character, None in the front matter."""
        at = bisect_right(self._leaf_starts, offset) - 1
        return self.leaves[at] if at >= 0 and offset < self.leaves[at].end else None

    def in_sentences(self, offset: int) -> bool:
        """Whether running text stands there: no title, table, list of contents, signature."""
        leaf = self.leaf_at(offset)
        return leaf is not None and leaf.kind not in LAID_OUT

    def sentence(self, offset: int) -> tuple[int, int]:
        """The span between the full stops or line ends around a character, looked for within 400 characters."""
        low, high = max(0, offset - _AROUND), min(len(self.text), offset + _AROUND)
        start = max(self.text.rfind(mark, low, offset) for mark in "。；！？\n") + 1
        ends = [at for at in (self.text.find(mark, offset, high) for mark in "。；！？\n") if at >= 0]
        return max(start, low), min(ends, default=high)

    @cached_property
    def plan_year(self) -> int | None:
        """The year that the document plans, None where it is no yearly plan."""
        document = self.document
        kind = document.doc_type or ""
        title = document.title or ""
        if document.year and kind.endswith(YEARLY) and f"{document.year}年" in title and "—" not in title:
            return document.year
        return None
