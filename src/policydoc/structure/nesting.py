"""Lines to tree: which unit each line opens, and under which other it stands.

The rank of a family of labels is the usual one, unless this document nests two of them the other way round. A title
line without a number stands as deep as the numbers around it allow: 一、 that begins again behind it is below it,
二、 that goes on behind it is above.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from policydoc.model.draft import Node
from policydoc.model.kinds import Kind
from policydoc.patterns import late
from policydoc.structure import headings, ranks
from policydoc.structure.headings import Unit
from policydoc.structure.lines import Line
from policydoc.structure.markers import RANK, Family
from policydoc.structure.words import OPENINGS, squeezed

KINDS: Final[dict[Family, Kind]] = {
    "part": "part", "subpart": "part", "chapter": "chapter", "section": "section", "article": "article",
    "comma": "item", "bracket": "item", "arabic": "subitem", "paren": "point", "circle": "point",
    "clause": "clause", "bullet": "bullet", "heading": "heading"}
_BRACKET: Final = RANK["bracket"]
_TITLED: Final = ("run_in", "alone", "given")
_COMMA: Final = 30
_SIBLINGS: Final = 100
"""So many units of a row are looked at for lists of their own."""
_ABOVE: Final = late(r"(?:在|除)?[^。，]{0,12}(?:以上|上述|前述)[^。，]{0,10}(?:同时|基础上|之外|外)，")


@dataclass
class Builder:
    """The tree so far, and the units that are open, outermost first."""

    text: str
    lines: list[Line]
    signed: bool
    roots: list[Node] = field(default_factory=list)
    stack: list[Unit] = field(default_factory=list)
    scope: Node | None = None
    units: list[Unit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outer = self.roots
        self.rank = ranks.decide([line.marker for line in self.lines if line.marker])

    @cached_property
    def labelled(self) -> dict[Family, list[int]]:
        """The lines that each family of labels opens."""
        rows: dict[Family, list[int]] = {}
        for i, line in enumerate(self.lines):
            if line.marker:
                rows.setdefault(line.marker.family, []).append(i)
        return rows

    def enter(self, scope: Node | None) -> None:
        """Close all units: what follows stands in an attachment, or in the document itself."""
        self.stack.clear()
        self.scope, self.outer = scope, self.roots
        if scope:
            self.roots.append(scope)
            scope.children = self.outer = []

    def below(self) -> list[Node]:
        """The row for what comes next; a unit that gets one keeps its own line as the first of it."""
        if not self.stack:
            return self.outer
        unit = self.stack[-1]
        if unit.row is None:
            kind: Kind = "title" if unit.form in ("alone", "sentence") else "paragraph"
            unit.node.children = unit.row = [Node(kind, unit.line.start, unit.line.end)]
        return unit.row

    # -------------------------------------------------------- units
    def open(self, i: int) -> None:
        """The unit that line `i` opens, under the right one of those that are open."""
        line = self.lines[i]
        marker = line.marker
        assert marker is not None
        family, label, number, sub_number, _ = marker
        title, form = headings.own(self.text, line, marker)
        if family == "heading":
            self._close_for_heading(i, title or "")
        else:
            self._close_for(family, number)
            if number == 1 and self._beside(i, family):
                self.stack.pop()
        kind = "chapter" if family == "comma" and self._outermost() else KINDS[family]
        self.put(Node(kind, line.start, line.end, label, number, sub_number, title), line, family, form)

    def put(self, node: Node, line: Line, family: Family, form: headings.Form) -> None:
        """A node that stays open for what follows."""
        stack = self.stack
        unit = Unit(node, line, family, form, stack[-1] if stack else None, self.scope)
        self.below().append(node)
        self.units.append(unit)
        stack.append(unit)

    def finish(self) -> tuple[list[Node], list[list[Unit]]]:
        """The roots, each unit stretched to the end of what stands under it, and the rows of units."""
        rows = headings.settle(self.units)
        for unit in reversed(self.units):
            if unit.row:
                unit.node.end = unit.row[-1].end
        for root in self.roots:
            if root.children:
                root.end = root.children[-1].end
        return self.roots, rows

    def _outermost(self) -> bool:
        """Whether nothing is open but the title of a document inside this one."""
        return not self.stack or all(f.family == "heading" and f.line.document for f in self.stack)

    def _beside(self, i: int, family: Family) -> bool:
        """Whether 1. that a paragraph leads in behind the last （十） concerns all of （一） to （十）.

        It does where none of them has a list of its own.
        """
        top = self.stack[-1] if self.stack else None
        if not top or top.family != "bracket" or not top.node.children:
            return False
        if RANK[family] <= RANK[top.family] or (top.node.number or 0) < 3:
            return False
        if top.node.children[-1].kind != "paragraph":
            return False
        row = self.stack[-2].node.children if len(self.stack) > 1 else self.roots
        if any(child.number for unit in row[-_SIBLINGS:] if unit.kind == top.node.kind for child in unit.children):
            return False
        return self._next_number(top.family, i) != (top.node.number or 0) + 1 and self.lines[i - 1].marker is None

    def _close_for(self, family: Family, number: int | None) -> None:
        if not self.stack:
            return
        top = self.stack[-1]
        if top.family == family and (number is None or top.node.number == number - 1):
            self.stack.pop()
            return
        open_ = [depth for depth, frame in enumerate(self.stack) if frame.family == family]
        if open_:
            self._close_same(open_, number)
            return
        rank = self.rank[family]
        while self.stack:
            top = self.stack[-1]
            if top.family == "heading":
                divides = rank <= RANK["section"] or (_opening(top.node.heading) and rank <= RANK["comma"])
                if divides and not top.line.document:
                    self.stack.pop()
                    continue
                below = next((f for f in self.stack if f.family != "heading" and self.rank[f.family] > rank), None)
                if below is None:
                    return
            elif self.rank[top.family] < rank:
                return
            self.stack.pop()

    def _close_same(self, open_: list[int], number: int | None) -> None:
        """A label whose family is open: the next of a row, or 一、 again below 二、 that is nothing but a title."""
        for depth in reversed(open_):
            if number is not None and self.stack[depth].node.number == number - 1:
                del self.stack[depth:]
                return
        last = self.stack[open_[-1]]
        below = last.family == "comma" and len(open_) == 1 and last.form == "alone" and (last.node.number or 0) > 1
        if number == 1 and below:
            del self.stack[open_[0] + 1:]
        else:
            del self.stack[open_[0] if number == 1 else open_[-1]:]

    def _close_for_heading(self, i: int, title: str) -> None:
        sibling = next((d for d, f in enumerate(self.stack) if f.family == "heading"), None)
        for depth, frame in enumerate(self.stack):
            if frame.family == "heading":
                continue
            after = self._next_number(frame.family, i)
            if after is None and sibling is not None and sibling < depth:
                del self.stack[sibling:]
                return
            if after is not None and (frame.node.number is None or after <= frame.node.number):
                keep = sibling if sibling is not None and sibling < depth else depth
                del self.stack[keep:]
                return
        if self.lines[i].document or _opening(title):
            self.stack.clear()
            return
        article = next((d for d, f in enumerate(self.stack) if f.family == "article"), None)
        if article is not None:
            del self.stack[article:]
        deepest = next((d for d in range(len(self.stack) - 1, -1, -1) if self.stack[d].family == "heading"), None)
        if deepest is not None and all(f.family in ("clause", "bullet", "circle", "paren", "arabic", "bracket")
                                       for f in self.stack[deepest + 1:]):
            del self.stack[deepest:]
        else:
            while self.stack and self.rank[self.stack[-1].family] >= RANK["arabic"]:
                self.stack.pop()

    def _next_number(self, family: Family, i: int) -> int | None:
        row = self.labelled.get(family, [])
        at = bisect_right(row, i)
        if at == len(row) or any(line.role == "attachment" for line in self.lines[i:min(row[at], i + 400)]):
            return None
        marker = self.lines[row[at]].marker
        return marker.number if marker else None

    def paragraphs(self, i: int, end: int) -> None:
        """Plain lines in a row: below the open unit, or beside a list of plain items that has ended."""
        stack, rank = self.stack, self.rank
        while i < end:
            while len(stack) > 1 and self._list_ended(i):
                stack.pop()
            back = self._back(i, end)
            if i < back:
                self.below().extend([Node("paragraph", line.start, line.end) for line in self.lines[i:back]])
            if back < end:
                while len(stack) > 1 and rank[stack[-1].family] >= _BRACKET:
                    stack.pop()
                self.below().append(Node("paragraph", self.lines[back].start, self.lines[back].end))
            i = back + 1

    def _back(self, i: int, end: int) -> int:
        """The first of some plain lines below a list that looks back at all of it: 在做好以上工作的同时，"""
        if len(self.stack) < 2 or self.rank[self.stack[-1].family] < _BRACKET:
            return end
        text = self.text
        for at in range(i, end):
            start = self.lines[at].start
            comma = text.find("，", start, start + _COMMA)
            if comma > start and text[comma - 1] in "时上外" and _ABOVE.match(text, start, self.lines[at].end):
                return at
        return end

    def _list_ended(self, i: int) -> bool:
        """Whether the text of the unit above goes on: behind the last —— or 一是, and behind an article's last item."""
        top = self.stack[-1]
        family = top.family
        if family in ("clause", "bullet"):
            return not self._heads(top) and not self._row_goes_on(top, i)
        if top.form in _TITLED or family == "heading" or RANK[family] < _BRACKET:
            return False
        if not any(f.family == "article" for f in self.stack):
            return False
        return not self._row_goes_on(top, i)

    def _heads(self, top: Unit) -> bool:
        """Whether a —— or 一是 on a line of its own is the title of what follows, as those before it were."""
        if top.form != "sentence":
            return top.form == "alone"
        row = self.stack[-2].node.children if len(self.stack) > 1 else self.outer
        before = next((node for node in reversed(row) if node is not top.node and node.kind == top.node.kind), None)
        return bool(before and (before.children or (before.heading and before.end - before.start > 60)))

    def _row_goes_on(self, top: Unit, i: int) -> bool:
        """Whether the next of the row comes behind line `i`, before any label of a higher rank."""
        following = self._next_line(top.family, i)
        if following is None:
            return False
        if following == i + 1:
            return True
        rank = self.rank[top.family]
        above = (self._next_line(frame.family, i) for frame in self.stack if self.rank[frame.family] < rank)
        if any(line is not None and line < following for line in above):
            return False
        return top.node.number is not None and self._next_number(top.family, i) == top.node.number + 1

    def _next_line(self, family: Family, i: int) -> int | None:
        row = self.labelled.get(family, [])
        at = bisect_right(row, i)
        return row[at] if at < len(row) else None


def _opening(title: str | None) -> bool:
    return squeezed(title or "") in OPENINGS
