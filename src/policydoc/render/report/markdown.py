"""The report as Markdown (GitHub's dialect; changes as <ins> and <del>)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model.comparison import Comparison
from policydoc.render.report.pieces import Piece
from policydoc.render.report.places import Names
from policydoc.render.report.tables import sheets
from policydoc.render.report.view import steps
from policydoc.render.report.words import word
from policydoc.render.table import Lang, Table

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def as_markdown(comparison: Comparison, lang: Lang) -> str:
    """Tables of every part; item by item with insertions and deletions marked."""
    names = Names(comparison, lang)
    every = sheets(comparison, lang)
    rows_title = word("rows", lang)
    lines = [f"# {word('report', lang)}：{' → '.join(comparison.years)}", ""]
    for table in every:
        lines += [f"## {table.title}", ""]
        lines += _rows(comparison, names, lang) if table.title == rows_title else _table(table, lang)
    return "\n".join(lines).rstrip() + "\n"


def _table(table: Table, lang: Lang) -> Iterator[str]:
    yield "| " + " | ".join(_escaped(column.title(lang)) for column in table.columns) + " |"
    yield "|" + "---|" * len(table.columns)
    for row in table.rows:
        yield "| " + " | ".join("" if cell is None else _escaped(str(cell)) for cell in row) + " |"
    yield ""


def _rows(comparison: Comparison, names: Names, lang: Lang) -> Iterator[str]:
    for step in steps(comparison, names, lang):
        yield f"### {step.name}"
        for chapter, rows in step.chapters:
            yield from ("", f"#### {_escaped(chapter)}")
            for view in rows:
                title = "、".join(name for _, name in view.new_names or view.old_names)
                yield from ("", f"**{'、'.join([view.verdict, *view.also])}** {_escaped(title)}", "")
                yield from (f"- {_escaped(fact)}" for fact in view.decided)
                yield from ("", "> " + "".join(_piece(piece) for piece in view.pieces))
        yield ""


def _piece(piece: Piece) -> str:
    text = _escaped(piece.new if piece.mark in ("equal", "insert", "move_new") else piece.old)
    if piece.mark == "equal" or not text.strip():
        return text
    return f"<ins>{text}</ins>" if piece.mark in ("insert", "move_new") else f"<del>{text}</del>"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)
