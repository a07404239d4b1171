"""`policydoc kb obligations` and `citations`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc.cli import options
from policydoc.cli.kb import common
from policydoc.render import kb_tables
from policydoc.render.table import Lang


@click.command("obligations")
@common.kb
@click.option("--actor", help="Part of the name of who is to act.")
@click.option("--unit", help="Part of the name of a unit that answers for it (牵头单位, 责任单位, 配合单位).")
@click.option("--year", type=int, help="Year of the document.")
@common.form
@options.output
@options.lang
def obligations(kb: Path, actor: str | None, unit: str | None, year: int | None, form: str, output: str | None,
                lang: Lang) -> None:
    """Recurring duties of all documents, with the sentence each stands on."""
    with common.asked(kb, lang) as base:
        duties = base.obligations(actor=actor, unit=unit, year=year)
        common.write(duties, [kb_tables.duties(duties, lang)], form, output, lang)


@click.command("citations")
@common.kb
@click.argument("target", required=False)
@common.form
@options.output
@options.lang
def citations(kb: Path, target: str | None, form: str, output: str | None, lang: Lang) -> None:
    """Documents and meetings that are cited, the most cited first; TARGET is a part of a title or number."""
    with common.asked(kb, lang) as base:
        cited = base.citations(target)
        common.write(cited, [kb_tables.cited(cited, lang)], form, output, lang)
