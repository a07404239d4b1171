"""What `obligations` and `terms` share: a table of facts, in the form asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from policydoc.cli.output import sink
from policydoc.render import table as tables
from policydoc.render.table import Lang, Table
from policydoc.render.workbook import as_xlsx

BINARY = ("xlsx",)


def form_of(form: str | None, output: str | None, known: list[str]) -> str:
    """The form asked for, else the one that the suffix of --output names, else a table."""
    suffix = Path(output).suffix[1:].lower() if output else ""
    return form or (suffix if suffix in known else "table")


def needs_file(form: str, output: str | None) -> None:
    """A workbook on a terminal is of no use."""
    if form in BINARY and output is None and sys.stdout.isatty():
        raise click.UsageError(f"--format {form} is no text: name a file with --output")


def write(sheets: list[Table], form: str, output: str | None, lang: Lang) -> None:
    """The first table, or as a workbook all of them."""
    with sink(output) as out:
        if form == "xlsx":
            out.write(as_xlsx(sheets, lang))
        elif form == "csv":
            out.write(tables.as_csv(sheets[0], lang).encode())
        elif form == "json":
            out.write(tables.as_json(sheets[0]).encode())
        else:
            terminal = output is None and sys.stdout.isatty()
            width = None if terminal else 160
            out.write(tables.as_terminal(sheets[0], lang, width=width, colour=terminal).encode())
