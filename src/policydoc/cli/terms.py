"""`policydoc terms`."""

from __future__ import annotations

import click

from policydoc.cli import options, tables
from policydoc.cli.inputs import Inputs
from policydoc.render import term_list
from policydoc.render.table import Lang

FORMATS = ["table", "csv", "xlsx", "json"]


@click.command("terms")
@options.files
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of FILE, else table.")
@options.output
@options.lang
def command(files: tuple[str, ...], form: str | None, output: str | None, lang: Lang) -> None:
    """Quoted terms, slogans and abbreviations, with members, counts and first places."""
    form = tables.form_of(form, output, FORMATS)
    tables.needs_file(form, output)
    inputs = Inputs(files, lang)
    found = term_list.table(inputs.documents(), lang)
    if inputs.read:
        tables.write([found], form, output, lang)
    inputs.leave()
