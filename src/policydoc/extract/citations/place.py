"""Where a character stands in a law: its article, and its paragraph (款) in it."""

from __future__ import annotations

from bisect import bisect_right

from policydoc.extract.citations.pinpoints import Place
from policydoc.model.draft import Draft, Node


class Articles:
    """The articles of a draft by offset."""

    def __init__(self, draft: Draft) -> None:
        self.nodes: list[Node] = []
        self.starts: set[int] = set()
        stack = draft.roots[::-1]
        while stack:
            node = stack.pop()
            if node.label:
                self.starts.add(node.start)
            if node.kind == "article":
                self.nodes.append(node)
            stack.extend(reversed(node.children))
        self._offsets = [node.start for node in self.nodes]

    def at(self, offset: int) -> Node | None:
        """The article that holds this character."""
        at = bisect_right(self._offsets, offset) - 1
        return self.nodes[at] if at >= 0 and offset < self.nodes[at].end else None

    def place(self, offset: int) -> Place | None:
        """The article and sub-article of this character."""
        node = self.at(offset)
        return _place(node) if node is not None and node.number is not None else None

    def before(self, offset: int) -> Place | None:
        """The article before the one that holds this character (前条)."""
        at = bisect_right(self._offsets, offset) - 2
        node = self.nodes[at] if at >= 0 else None
        return _place(node) if node is not None and node.number is not None else None

    def paragraphs_before(self, offset: int, count: int) -> list[Place]:
        """The `count` paragraphs before the one that holds this character (前两款); [] where there are fewer."""
        node = self.at(offset)
        place = self.place(offset)
        if node is None or place is None:
            return []
        starts = [child.start for child in node.children if child.kind in ("paragraph", "title")]
        here = bisect_right(starts, offset)
        return [place | {"paragraph": n} for n in range(here - count, here)] if here > count else []


def _place(node: Node) -> Place:
    place = {"article": node.number or 0}
    return place | {"sub_article": node.sub_number} if node.sub_number else place
