"""Lines to tree: which unit each line opens, and under which other it stands.

The rank of a family of labels is the usual one, unless this document nests two of them the other way round. A title
line without a number stands as deep as the numbers around it allow: 一、 that begins again behind it is below it,
二、 that goes on behind it is above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from policydoc.model.draft import Node
from policydoc.model.provision import Kind
from policydoc.structure import headings
from policydoc.structure.lines import END_MARKS, Line
from policydoc.structure.markers import RANK, Family
from policydoc.structure.words import OPENINGS, squeezed

KINDS: Final[dict[Family, Kind]] = {
    "part": "part", "subpart": "part", "chapter": "chapter", "section": "section", "article": "article",
    "comma": "item", "bracket": "item", "arabic": "subitem", "paren": "point", "circle": "point",
    "clause": "clause", "bullet": "bullet", "heading": "heading"}
_ABOVE: Final = re.compile(r"(?:在|除)?[^。，]{0,12}(?:以上|上述|前述)[^。，]{0,10}(?:同时|基础上|之外|外)，")
_LAST_WORDS: Final = ("各位代表", "同志们", "各位委员", "以上意见", "以上报告", "特此")


@dataclass(slots=True)
class Frame:
    """An open unit."""

    family: Family
    number: int | None
    node: Node
    line: Line
    form: headings.Form
    title: str | None


@dataclass
class Builder:
    """The tree so far, and the units that are open, outermost first."""

    text: str
    lines: list[Line]
    signed: bool
    roots: list[Node] = field(default_factory=list)
    stack: list[Frame] = field(default_factory=list)
    scope: Node | None = None
    units: list[headings.Unit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows: dict[Family, list[int]] = {}
        for i, line in enumerate(self.lines):
            if line.marker:
                self.rows.setdefault(line.marker.family, []).append(i)
        self.rank = _ranks(self.lines)

    # -------------------------------------------------------- leaves
    def leaf(self, kind: Kind, line: Line) -> None:
        """A leaf in the innermost open unit."""
        self._attach(Node(kind, line.start, line.end))

    def _attach(self, node: Node) -> None:
        if self.stack:
            self._into(self.stack[-1], node)
        elif self.scope:
            self.scope.children.append(node)
        else:
            self.roots.append(node)
        for frame in self.stack:
            frame.node.end = node.end
        if self.scope:
            self.scope.end = node.end

    def _into(self, frame: Frame, node: Node) -> None:
        """A unit that gets children keeps its own line as the first of them."""
        if not frame.node.children:
            kind: Kind = "title" if frame.form in ("alone", "sentence") else "paragraph"
            frame.node.children.append(Node(kind, frame.line.start, frame.line.end))
        frame.node.children.append(node)

    # -------------------------------------------------------- units
    def open(self, i: int) -> None:
        """The unit that line `i` opens, under the right one of those that are open."""
        line = self.lines[i]
        marker = line.marker
        assert marker is not None
        title, form = headings.own(self.text, line)
        if marker.family == "heading":
            self._close_for_heading(i, title or "")
        else:
            self._close_for(marker.family, i)
            if self._beside(i):
                self.stack.pop()
        node = Node(self._kind(marker.family), line.start, line.end, marker.label, marker.number, marker.sub_number, title)
        self.units.append(headings.Unit(node, self.stack[-1].node if self.stack else self.scope, form))
        self._attach(node)
        self.stack.append(Frame(marker.family, marker.number, node, line, form, title))

    def _kind(self, family: Family) -> Kind:
        if family == "comma" and all(f.family == "heading" and f.line.document for f in self.stack):
            return "chapter"
        return KINDS[family]

    def _beside(self, i: int) -> bool:
        """Whether 1. that a paragraph leads in behind the last （十） concerns all of （一） to （十）.

        It does where none of them has a list of its own.
        """
        marker, top = self.lines[i].marker, self.stack[-1] if self.stack else None
        if not marker or marker.number != 1 or not top or top.family != "bracket" or not top.node.children:
            return False
        if RANK[marker.family] <= RANK[top.family] or (top.number or 0) < 3 or top.node.children[-1].kind != "paragraph":
            return False
        row = self.stack[-2].node.children if len(self.stack) > 1 else self.roots
        if any(child.number for unit in row if unit.kind == top.node.kind for child in unit.children):
            return False
        return self._next_number(top.family, i) != (top.number or 0) + 1 and self.lines[i - 1].marker is None

    def _close_for(self, family: Family, i: int) -> None:
        open_ = [depth for depth, frame in enumerate(self.stack) if frame.family == family]
        if open_:
            marker = self.lines[i].marker
            number = marker.number if marker else None
            self._close_same(open_, number)
            return
        rank = self.rank[family]
        while self.stack:
            top = self.stack[-1]
            if top.family == "heading":
                if not top.line.document and (rank <= RANK["section"] or _opening(top.title) and rank <= RANK["comma"]):
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
            if number is not None and self.stack[depth].number == number - 1:
                del self.stack[depth:]
                return
        last = self.stack[open_[-1]]
        if number == 1 and last.family == "comma" and len(open_) == 1 and last.form == "alone" and (last.number or 0) > 1:
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
            if after is not None and (frame.number is None or after <= frame.number):
                keep = sibling if sibling is not None and sibling < depth else depth
                del self.stack[keep:]
                return
        if self.lines[i].document or _opening(title):
            self.stack.clear()
            return
        deepest = next((d for d in range(len(self.stack) - 1, -1, -1) if self.stack[d].family == "heading"), None)
        if deepest is not None and all(f.family in ("clause", "bullet", "circle", "paren", "arabic", "bracket")
                                       for f in self.stack[deepest + 1:]):
            del self.stack[deepest:]
        else:
            while self.stack and self.rank[self.stack[-1].family] >= RANK["arabic"]:
                self.stack.pop()

    def _next_number(self, family: Family, i: int) -> int | None:
        row = self.rows.get(family, [])
        at = bisect_right(row, i)
        if at == len(row) or any(line.role == "attachment" for line in self.lines[i:row[at]][:400]):
            return None
        marker = self.lines[row[at]].marker
        return marker.number if marker else None

    def paragraph(self, i: int) -> None:
        """Plain text: below the open unit, or beside a list of plain items that has ended."""
        line = self.lines[i]
        while len(self.stack) > 1 and self._list_ended(i):
            self.stack.pop()
        if _ABOVE.match(self.text, line.start, line.end):
            while len(self.stack) > 1 and self.rank[self.stack[-1].family] >= RANK["bracket"]:
                self.stack.pop()
        self.leaf("paragraph", line)

    def _list_ended(self, i: int) -> bool:
        """An article's text goes on behind its last item: items of one sentence that carry no title."""
        top = self.stack[-1]
        if top.family in ("heading", "article", "part", "subpart", "chapter", "section", "comma") or top.form in ("run_in", "alone", "given"):
            return False
        if not any(f.family == "article" for f in self.stack):
            return False
        after = self.lines[i + 1].marker if i + 1 < len(self.lines) else None
        following = self._next_number(top.family, i)
        article = self._next_line("article", i)
        item = self._next_line(top.family, i)
        if after and after.family == top.family:
            return False
        return not (following is not None and top.number is not None and following == top.number + 1
                    and (article is None or item is not None and item < article))

    def _next_line(self, family: Family, i: int) -> int | None:
        row = self.rows.get(family, [])
        at = bisect_right(row, i)
        return row[at] if at < len(row) else None


def _opening(title: str | None) -> bool:
    return squeezed(title or "") in OPENINGS


def _ranks(lines: list[Line]) -> dict[Family, int]:
    """The usual ranks, two neighbours exchanged where this document clearly nests them the other way round."""
    nested: dict[tuple[Family, Family], int] = {}
    last: dict[Family, int | None] = {}
    inside: dict[Family, set[Family]] = {}
    for line in lines:
        marker = line.marker
        if marker is None or marker.number is None:
            continue
        family, number = marker.family, marker.number
        if last.get(family) is not None and number == (last[family] or 0) + 1:
            for other in inside.get(family, ()):
                nested[family, other] = nested.get((family, other), 0) + 1
        last[family] = number
        inside[family] = set()
        if number == 1:
            for group in inside.values():
                group.add(family)
            inside[family].discard(family)
    rank = dict(RANK)
    for (outer, inner), count in nested.items():
        usual = nested.get((inner, outer), 0)
        if RANK[outer] > RANK[inner] >= RANK["comma"] and count >= 2 and count > 3 * usual:
            rank[outer], rank[inner] = min(rank[outer], rank[inner]), max(rank[outer], rank[inner])
    return rank


def build(text: str, lines: list[Line], first: int, signed: bool) -> list[Node]:
    """The roots of the tree over `lines[first:]`."""
    builder = Builder(text, lines, signed)
    i = first
    while i < len(lines):
        line = lines[i]
        if line.role in ("attachment", "headline"):
            i = _attachment(builder, i)
            continue
        if line.role == "signature":
            i = _group(builder, i, "closing", "signature")
            continue
        if line.role == "toc":
            i = _toc(builder, i)
            continue
        if line.role == "table":
            builder.leaf("table", line)
        elif line.role == "note":
            builder.stack.clear()
            builder.scope = None
            builder.leaf("note", line)
        elif line.marker:
            builder.open(i)
        else:
            builder.paragraph(i)
        i += 1
    headings.settle(builder.units)
    return _framed(text, builder.roots)


def _attachment(builder: Builder, i: int) -> int:
    """附件: what follows its headline stands below it, numbered on its own."""
    builder.stack.clear()
    builder.scope = Node("attachment", builder.lines[i].start, builder.lines[i].end)
    builder.roots.append(builder.scope)
    first = i
    while i == first or i < len(builder.lines) and builder.lines[i].role == "headline":
        line = builder.lines[i]
        if builder.signed:
            builder.leaf("title", line)
        else:
            line.document = True
            title = builder.text[line.start:line.end]
            node = Node("heading", line.start, line.end, heading=title.strip("。：: "))
            builder._attach(node)
            builder.stack.append(Frame("heading", None, node, line, "alone", None))
        i += 1
    return i


def _group(builder: Builder, i: int, kind: Kind, role: str) -> int:
    builder.stack.clear()
    node = Node(kind, builder.lines[i].start, builder.lines[i].end)
    builder._attach(node)
    while i < len(builder.lines) and builder.lines[i].role == role:
        line = builder.lines[i]
        node.children.append(Node("paragraph", line.start, line.end))
        node.end = line.end
        i += 1
    if builder.scope:
        builder.scope.end = node.end
    return i


def _toc(builder: Builder, i: int) -> int:
    node = Node("toc", builder.lines[i].start, builder.lines[i].end)
    while i < len(builder.lines) and builder.lines[i].role == "toc":
        node.end = builder.lines[i].end
        i += 1
    builder.stack.clear()
    builder._attach(node)
    return i


def _framed(text: str, roots: list[Node]) -> list[Node]:
    """Paragraphs before the first unit gathered in a `preamble`."""
    first = 0
    while first < len(roots) and roots[first].kind in ("toc", "note"):
        first += 1
    end = first
    while end < len(roots) and roots[end].kind in ("paragraph", "table"):
        end += 1
    if end == first or end == len(roots):
        return roots
    group = roots[first:end]
    preamble = Node("preamble", group[0].start, group[-1].end, children=group if len(group) > 1 else [])
    return [*roots[:first], preamble, *roots[end:]]
