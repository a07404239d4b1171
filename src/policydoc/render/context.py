"""Around a fact: the sentence it stands in, and the way from the document's root to its provision."""

from __future__ import annotations

from functools import cached_property

from policydoc.chars import sentences
from policydoc.model.document import Document
from policydoc.model.provision import Provision
from policydoc.model.spans import Mention

SEPARATOR = " › "
_SHOWN = 24
_UNSHOWN = {"title", "paragraph", "preamble", "closing"}


class Context:
    """Looks up sentences and paths in one document; built once, asked for each fact."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _ways(self) -> dict[str, list[Provision]]:
        ways: dict[str, list[Provision]] = {}
        stack: list[tuple[Provision, list[Provision]]] = [(p, []) for p in self.document.provisions]
        while stack:
            node, above = stack.pop()
            ways[node.id] = way = [*above, node]
            stack += [(child, way) for child in node.children]
        return ways

    def sentence(self, mention: Mention, provision: str | None) -> tuple[int, int]:
        """The span of the sentence that holds the mention's first character, within its provision."""
        way = self._ways.get(provision or "")
        start, end = (way[-1].start, way[-1].end) if way else (0, len(self.document.text))
        for span in sentences(self.document.text, start, end):
            if span[0] <= mention.start < span[1]:
                return span
        return mention.start, mention.end

    def sentence_text(self, mention: Mention, provision: str | None) -> str:
        """The sentence in one line."""
        start, end = self.sentence(mention, provision)
        return "".join(line.strip() for line in self.document.text[start:end].splitlines())

    def path(self, provision: str | None) -> str:
        """`一、聚焦对党忠诚 › （三）严肃党内政治生活`; empty for the front matter."""
        return SEPARATOR.join(_name(p) for p in self._ways.get(provision or "", []) if p.kind not in _UNSHOWN)


def _name(node: Provision) -> str:
    heading = node.heading or ""
    return node.label + (heading if len(heading) <= _SHOWN else heading[:_SHOWN] + "…")
