"""Elements to lines: one block element, one line; one row of a data table, one line with its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policydoc.chars import CJK
from policydoc.readers.html_lists import Counters, with_label

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul"})
"""Elements that begin and end a line; every other one, unknown ones too, is part of its line."""

CELLS: Final = ("td", "th")

_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_WRAP: Final = re.compile(rf"(?<=[{CJK}])\n|\n(?=[{CJK}])")
_SPREAD: Final = re.compile(rf"(?<=[{CJK}])\s+(?=[{CJK}])")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\0"))
_LAYOUT_PARAGRAPHS: Final = 20


@dataclass(slots=True)
class Block:
    """A line of the page; `cells` are the parts of a table row. `table` and `row` count from 1, 0 outside."""

    text: str
    cells: list[str] = field(default_factory=list)
    table: int = 0
    row: int = 0


def tag_of(element: _Element) -> str:
    """The tag in lower case; empty for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def text_of(element: _Element) -> str:
    """All text below an element, as it stands in the source."""
    return "".join(str(piece) for piece in element.itertext())


def clean(text: str) -> str:
    """White space as a browser shows it: runs are one blank, none where a source line of Chinese was wrapped.

    No-break spaces are blanks that stay; blanks at both ends, ideographic ones too, are indentation and go.
    """
    if "\n" in text or "\r" in text:
        text = _WRAP.sub("", _BLANKS.sub(lambda run: "\n" if "\n" in run[0] or "\r" in run[0] else " ", text))
    return _BLANKS.sub(" ", text).replace("\xa0", " ").translate(_UNSEEN).strip()


def blocks(root: _Element) -> Iterator[Block]:
    """The lines below `root` in order, empty ones left out."""
    from lxml import etree

    walk = _Walk(data_tables(root))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield from walk.start(element)
            walk.text(element.text)
        else:
            yield from walk.end(element)
            if element is not root:
                walk.text(element.tail)
    yield from walk.flush()


def data_tables(root: _Element) -> set[_Element]:
    """The tables that hold data in rows and columns, rather than lay out the page.

    A data table has a row of two filled cells, no data table inside of it, and no cell that is an article.
    """
    from lxml import etree

    found: set[_Element] = set()
    open_tables: list[_Shape] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = tag_of(element)
        if tag == "table":
            if event == "start":
                open_tables.append(_Shape())
                continue
            shape = open_tables.pop()
            if shape.columns > 1 and not shape.layout:
                found.add(element)
                if open_tables:
                    open_tables[-1].layout = True
            elif open_tables:
                open_tables[-1].layout |= shape.layout
        elif open_tables:
            open_tables[-1].note(tag, event, element)
    return found


class _Shape:
    """What is known of a table that is being walked: cells with text in its widest row, paragraphs in its cells."""

    def __init__(self) -> None:
        self.columns = self._in_row = self._paragraphs = 0
        self._filled = self.layout = False

    def note(self, tag: str, event: str, element: _Element) -> None:
        if event == "start":
            if tag == "tr":
                self._in_row = 0
            elif tag in CELLS:
                self._filled, self._paragraphs = False, 0
            self._paragraphs += tag in ("p", "br")
            self.layout |= self._paragraphs > _LAYOUT_PARAGRAPHS
        elif tag in CELLS:
            self._in_row += self._filled
            self.columns = max(self.columns, self._in_row)
        text = element.text if event == "start" else element.tail
        self._filled |= bool(text and text.strip() and (event == "start" or tag not in CELLS))


class _Walk:
    """The state of one pass: the line in the making, and the data table it stands in."""

    def __init__(self, data: set[_Element]) -> None:
        self._data = data
        self._line: list[str] = []
        self._cell: list[str] = []
        self._cells: list[str] = []
        self._table: _Element | None = None
        self._tables = self._row = 0
        self._pre = 0
        self._counters, self._label = Counters(), ""

    def text(self, text: str | None) -> None:
        if text:
            self._line.append(text.replace("\n", "\x0b") if self._pre else text)

    def start(self, element: _Element) -> Iterator[Block]:
        tag = tag_of(element)
        if tag not in BLOCKS:
            return
        yield from self.flush()
        if tag == "pre":
            self._pre += 1
        elif tag == "li":
            self._label = self._counters.label(element)
        elif tag == "table" and self._table is None and element in self._data:
            self._table, self._row = element, 0
            self._tables += 1

    def end(self, element: _Element) -> Iterator[Block]:
        tag = tag_of(element)
        if tag not in BLOCKS:
            return
        yield from self.flush()
        if tag == "pre":
            self._pre -= 1
        elif self._table is None:
            return
        elif tag in CELLS:
            self._cells.append(_SPREAD.sub("", " ".join(self._cell)))
            self._cell.clear()
        elif tag == "tr":
            yield from self._end_row()
        elif element is self._table:
            self._table = None

    def _end_row(self) -> Iterator[Block]:
        if any(self._cells):
            self._row += 1
            yield Block("\t".join(self._cells), list(self._cells), self._tables, self._row)
        self._cells.clear()

    def flush(self) -> Iterator[Block]:
        """End the line in the making. Inside of a data table it joins its cell, whose row is the line."""
        if not self._line:
            return
        lines = [clean(piece) for piece in "".join(self._line).split("\x0b")]
        self._line.clear()
        for line in filter(None, lines):
            line, self._label = with_label(self._label, line), ""
            if self._table is None:
                yield Block(line)
            else:
                self._cell.append(line)
