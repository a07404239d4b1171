"""`policydoc kb timeline`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc.cli import options
from policydoc.cli.kb import common
from policydoc.cli.output import sink
from policydoc.cli.tables import form_of
from policydoc.render import kb_tables
from policydoc.render import timeline as picture
from policydoc.render.table import Lang

FORMATS = ["table", "csv", "json", "svg"]


@click.command("timeline")
@common.kb
@click.argument("labels", nargs=-1, required=True, metavar="LABEL…")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of FILE, else table.")
@options.output
@options.lang
def timeline(kb: Path, labels: tuple[str, ...], form: str | None, output: str | None, lang: Lang) -> None:
    """The share of each year's documents that hold a concept, with the number of documents."""
    form = form_of(form, output, FORMATS)
    with common.asked(kb, lang) as base:
        points = base.timeline(labels)
        if form == "svg":
            with sink(output) as out:
                out.write(picture.as_svg(points, lang).encode())
        else:
            sheet = kb_tables.points(points, lang) if form == "csv" else kb_tables.timeline(points, lang)
            common.write(points, [sheet], form, output, lang)
