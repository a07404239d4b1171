"""Columns of units in tables: a header cell 牵头单位 or 责任单位 and the cells below it."""

from __future__ import annotations

from typing import Final

from policydoc.extract.actors.units import units
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_HEADER: Final = late(
    r"[ 　]*(?P<role>牵头|主办|主责|责任|负责|承办|落实|实施|配合|协办|协助|参与)(?:和责任|及责任|（责任）|"
    r"\(责任\))?\s?(?:单位|部门|处室|科室|主体)[ 　]*")
_LEAD: Final = ("牵头", "主办", "主责")
_SUPPORT: Final = ("配合", "协办", "协助", "参与")


_CELLS: Final = tuple(late(rf"{word}[ 　]*(?=[\t\n])") for word in ("单位", "部门", "处室", "科室", "主体"))


def find(draft: Draft) -> list[Record]:
    """One record for each filled cell below such a header; a row is a line with its cells joined by tabs."""
    text = draft.text
    out: list[Record] = []
    if "\t" not in text:
        return out
    seen: set[int] = set()
    for at in sorted(cell.start() for pattern in _CELLS for cell in pattern.finditer(text)):
        line = text.rfind("\n", 0, at) + 1
        if line in seen:
            continue
        seen.add(line)
        columns = _columns(text, line)
        if columns:
            out += _rows(draft, _line_end(text, line) + 1, _table_end(draft, line), columns)
    return out


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _table_end(draft: Draft, at: int) -> int:
    return next((end for start, end in draft.source.tables if start <= at < end), len(draft.text))


def _columns(text: str, line: int) -> dict[int, str]:
    """Role by column number."""
    cells = text[line:_line_end(text, line)].split("\t")
    columns = {}
    for number, cell in enumerate(cells if len(cells) > 1 else ()):
        match = _HEADER.fullmatch(cell)
        if match:
            role = match["role"]
            columns[number] = "lead" if role in _LEAD else "support" if role in _SUPPORT else "responsible"
    return columns


def _rows(draft: Draft, start: int, end: int, columns: dict[int, str]) -> list[Record]:
    text, out = draft.text, []
    while start < end:
        stop = _line_end(text, start)
        cells = text[start:stop].split("\t")
        if len(cells) < 2 or any(_HEADER.fullmatch(cell) for cell in cells):
            break
        at = start
        for number, cell in enumerate(cells):
            spans = units(text, at, at + len(cell)) if number in columns else []
            if spans:
                out.append(draft.fact("table", spans[0][0], spans[-1][1], role=columns[number],
                                      units=[draft.mention(*span) for span in spans]))
            at += len(cell) + 1
        start = stop + 1
    return out
