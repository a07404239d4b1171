"""From a stretch of a document's text to the provision and the sentence it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property

from policydoc.chars import sentences
from policydoc.comparison.fold import bigrams
from policydoc.model.comparison import Place, Span
from policydoc.model.document import Document


class Places:
    """Looks up leaves and sentences of one document; built once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._leaves = [node for node in document.walk() if not node.children]
        self._leaf_starts = [leaf.start for leaf in self._leaves]
        self._sentences = [span for leaf in self._leaves for span in sentences(document.text, leaf.start, leaf.end)]
        self._sentence_starts = [start for start, _ in self._sentences]

    @cached_property
    def pairs_of_letters(self) -> Counter[str]:
        """How often each pair of letters stands in the text."""
        return Counter(bigrams(self.document.text))

    def place(self, start: int, end: int) -> Place:
        """The place of text[start:end]."""
        text = self.document.text
        at = bisect_right(self._leaf_starts, start) - 1
        leaf = self._leaves[at] if at >= 0 and start < self._leaves[at].end else None
        at = bisect_right(self._sentence_starts, start) - 1
        first, last = self._sentences[at] if at >= 0 and start < self._sentences[at][1] else (start, end)
        return Place(start=start, end=end, text=text[start:end], provision=leaf.id if leaf else None,
                     sentence=Span(start=first, end=max(last, end)))
