"""Tables as an Excel workbook that a clerk would hand out: frozen header, filters, widths, wrapped text."""

from __future__ import annotations

import io
import math
import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from policydoc.errors import MissingTool
from policydoc.render.table import Cell, Lang, Table

if TYPE_CHECKING:
    from openpyxl import Workbook

_SHEET_NAME_MAX = 31
_LINE_HEIGHT, _PADDING = 15, 4  # points
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def as_xlsx(tables: list[Table], lang: Lang) -> bytes:
    """One sheet a table, named by its title."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingTool("写 .xlsx 需要 openpyxl", advice="请运行：pip install 'policydoc[xlsx]'") from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _add_sheet(book, table, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_sheet(book: Workbook, table: Table, lang: Lang) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_sheet_name(book, table.title))
    sheet.append([column.title(lang) for column in table.columns])
    line = Side(style="thin", color="BFBFBF")
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F4E79")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for row in table.rows:
        sheet.append([_clean(cell) for cell in row])
    for row_cells in sheet.iter_rows(min_row=2):
        for cell in row_cells:
            side = "center" if isinstance(cell.value, int | float) else None
            cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal=side)
            cell.border = Border(bottom=line)
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with = is a text, not a formula
    for i, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(i)].width = column.width
    titles: list[Cell] = [column.title(lang) for column in table.columns]
    for number, cells in enumerate([titles, *table.rows], 1):
        lines = max(_lines(cell, column.width) for cell, column in zip(cells, table.columns, strict=True))
        sheet.row_dimensions[number].height = _LINE_HEIGHT * lines + _PADDING
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell takes when wrapped: openpyxl stores no heights, and LibreOffice then shows one line."""
    shown = str(cell) if cell is not None else ""
    return max(1, math.ceil(sum(2 if east_asian_width(c) in "WF" else 1 for c in shown) / (width - 1)))


def _sheet_name(book: Workbook, title: str) -> str:
    """Excel allows 31 characters, no []:*?/\\ and no name twice."""
    name = _NOT_IN_SHEET_NAMES.sub(" ", title).strip()[:_SHEET_NAME_MAX] or "Sheet"
    taken = {existing.lower() for existing in book.sheetnames}
    number = 1
    while name.lower() in taken:
        number += 1
        mark = f" ({number})"
        name = name[:_SHEET_NAME_MAX - len(mark)] + mark
    return name


def _clean(cell: Cell) -> Cell:
    return _NOT_IN_XML.sub("", cell) if isinstance(cell, str) else cell
