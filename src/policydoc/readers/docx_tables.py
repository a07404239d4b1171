"""Tables of a .docx: rows and cells as they show, merged cells holding their columns open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policydoc.readers.docx_parts import VAL, W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml"))
_WIDEST: Final = 63
"""Columns that Word allows a table to have."""


def rows(table: _Element) -> Iterator[_Element]:
    """The rows, without those whose deletion is tracked."""
    for row in _inside(table, W + "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells(row: _Element) -> Iterator[_Element | None]:
    """The cells by column; None for a column that a cell to the left or above reaches over, or that is left out."""
    properties = row.find(W + "trPr")
    yield from [None] * _columns(value(properties, "gridBefore"), 0)
    for cell in _inside(row, W + "tc"):
        layout = cell.find(W + "tcPr")
        if layout is None:
            yield cell
        elif layout.find(W + "cellDel") is None:
            yield None if any(_continues(layout, merge) for merge in ("vMerge", "hMerge")) else cell
            yield from [None] * (_columns(value(layout, "gridSpan"), 1) - 1)


def is_frame(found: list[_Element]) -> bool:
    """A table of one column is a frame round paragraphs, not a table of facts."""
    return all(sum(1 for _ in _inside(row, W + "tc")) < 2 for row in found)


def _continues(layout: _Element, merge: str) -> bool:
    element = layout.find(W + merge)
    return element is not None and element.get(VAL, "continue") == "continue"


def _columns(text: str | None, default: int) -> int:
    return min(max(number(text, default) or default, default), _WIDEST)


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)
