"""A table in the forms that people ask for: on the terminal, CSV, JSON. A workbook is made in `workbook`."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["zh", "en"]
Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """`key` names it in JSON, `zh` and `en` on paper; `width` in Latin characters, for paper and workbook.

    A column that is not `brief` is left to files: a terminal has no room for it.
    """

    key: str
    zh: str
    en: str
    width: int = 12
    brief: bool = True

    def title(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass
class Table:
    """Rows of cells under columns."""

    title: str
    columns: list[Column]
    rows: list[list[Cell]] = field(default_factory=list)


def as_csv(table: Table, lang: Lang) -> str:
    """RFC 4180, with a byte order mark so that Excel opens it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.title(lang) for column in table.columns])
    writer.writerows([[_harmless(cell) for cell in row] for row in table.rows])
    return "\ufeff" + out.getvalue()


def _harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def as_json(table: Table) -> str:
    """A list of objects, keys as in the columns."""
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


_NARROW = 8
"""Characters a column needs with blanks beside it; where there are fewer the blanks go."""


def _shown(cell: Cell) -> str:
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _tells(table: Table, column: int) -> bool:
    values = {row[column] for row in table.rows}
    return len(values) > 1 or (len(table.rows) == 1 and values != {None})


def as_terminal(table: Table, lang: Lang, *, width: int | None = None, colour: bool = False) -> str:
    """Drawn with rich; brief columns only, without those that have nothing or the same in every row."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table as RichTable

    shown = [i for i, column in enumerate(table.columns) if column.brief and _tells(table, i)]
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour)
    drawn = RichTable(title=escape(table.title), title_justify="left", show_lines=True,
                      padding=(0, 0 if len(shown) * _NARROW > console.width else 1))
    for i in shown:
        column = table.columns[i]
        drawn.add_column(column.title(lang), overflow="fold", ratio=column.width)
    for row in table.rows:
        drawn.add_row(*[escape(_shown(row[i])) for i in shown])
    console.print(drawn)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
