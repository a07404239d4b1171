"""`policydoc obligations`."""

from __future__ import annotations

import click

from policydoc.cli import options, tables
from policydoc.cli.inputs import Inputs, complain
from policydoc.cli.output import sink
from policydoc.render import calendar, duties
from policydoc.render.table import Lang

FORMATS = ["table", "csv", "xlsx", "ics", "json"]


@click.command("obligations")
@options.files
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of FILE, else table.")
@options.output
@click.option("--year", type=click.IntRange(1900, 2200), help="Year of the calendar for documents without one.")
@options.lang
def command(files: tuple[str, ...], form: str | None, output: str | None, year: int | None, lang: Lang) -> None:
    """Everything that recurs: who, what, how often, until when, and where it stands."""
    form = tables.form_of(form, output, FORMATS)
    tables.needs_file(form, output)
    inputs = Inputs(files, lang)
    if form == "ics":
        _write_calendar(inputs, output, year, lang)
    else:
        found = inputs.documents()
        sheets = duties.by_unit(found, lang) if form == "xlsx" else [duties.table(found, lang)]
        if inputs.read:
            tables.write(sheets, form, output, lang)
    inputs.leave()


def _write_calendar(inputs: Inputs, output: str | None, year: int | None, lang: Lang) -> None:
    try:
        data, left_out = calendar.as_ics(inputs.documents(), lang, year=year)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if inputs.read:
        with sink(output) as out:
            out.write(data)
    if left_out:
        complain(f"{left_out} 条义务没有可排入日历的周期（如“定期”），未写入日历" if lang == "zh" else
                 f"{left_out} duties have no period that a calendar can show; they are not in it")
