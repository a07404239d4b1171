"""`policydoc compare`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydoc.cli import options
from policydoc.cli.inputs import Inputs, complain
from policydoc.cli.output import sink
from policydoc.render.report import FORMS
from policydoc.render.table import Lang, as_terminal

if TYPE_CHECKING:
    from policydoc.model.comparison import Comparison

_ALIASES = {"htm": "html", "markdown": "md"}
_LEAST, _MOST = 1900, 2200


class Years(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on
    """2022,2023: years apart by commas."""

    name = "years"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> list[int]:
        parts = str(value).replace("，", ",").split(",")
        years = [int(part) for part in parts if part.strip().isascii() and part.strip().isdigit()]
        if len(years) != len(parts) or not all(_LEAST <= year <= _MOST for year in years):
            self.fail(f"{value!r} is no list of years like 2022,2023", param, ctx)
        return years


@click.command("compare")
@click.argument("files", nargs=-1, required=True, metavar="OLD NEW [NEWER…]")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help=f"Write the report; its form by the suffix ({', '.join('.' + f for f in FORMS)}). "
                   "May be given several times.")
@click.option("-f", "--format", "form", type=click.Choice(["table", "json", "md"]), default="table",
              show_default=True, help="What is printed.")
@click.option("--years", type=Years(), metavar="YEAR,YEAR…", help="Plan years, where the files do not say them.")
@options.lang
def command(files: tuple[str, ...], outputs: tuple[str, ...], form: str, years: list[int] | None,
            lang: Lang) -> None:
    """What stayed, changed, vanished and is new between the plans of two or more years, oldest first."""
    forms = [_form(output) for output in outputs]
    if len(files) < 2:
        raise click.UsageError("name at least two files, the oldest first")
    if years is not None and len(years) != len(files):
        raise click.UsageError(f"{len(files)} files but {len(years)} years: give one year for each file")
    comparison = _compared(files, years, lang)
    _warn_of_order(comparison, lang)
    for output, suffix in zip(outputs, forms, strict=True):
        report = FORMS[suffix](comparison, lang)
        with sink(output) as out:
            out.write(report)
    shown = _table(comparison, lang).encode() if form == "table" else FORMS[form](comparison, lang)
    with sink(None) as out:
        out.write(shown)


def _warn_of_order(comparison: Comparison, lang: Lang) -> None:
    """Verdicts say what became of the old: with the years turned round they say the opposite."""
    known = [edition.year for edition in comparison.editions if edition.year is not None]
    if known != sorted(known):
        years = " → ".join(map(str, known))
        complain(f"文件应由旧到新，现在的顺序是 {years}" if lang == "zh"
                 else f"files go from the oldest to the newest; these go {years}")


def _form(output: str) -> str:
    suffix = Path(output).suffix[1:].lower()
    suffix = _ALIASES.get(suffix, suffix)
    if suffix not in FORMS:
        raise click.UsageError(f"{output}: a report ends in {', '.join('.' + form for form in FORMS)}")
    return suffix


def _compared(files: tuple[str, ...], years: list[int] | None, lang: Lang) -> Comparison:
    """All must be readable: a report with a year missing would tell of changes that never were."""
    from policydoc.comparison import compare

    inputs = Inputs(files, lang)
    if len(inputs.files) != len(files) or any(Path(file).is_dir() for file in files):
        raise click.UsageError("name files, not folders: their order is that of the years")
    documents = list(inputs.documents())
    inputs.leave()
    return compare(documents[0], documents[1], *documents[2:], years=years)


def _table(comparison: Comparison, lang: Lang) -> str:
    from policydoc.render.report.tables import first, summary

    terminal = sys.stdout.isatty()
    tables = [summary(comparison, lang), first(comparison, lang)]
    return "".join(as_terminal(table, lang, width=None if terminal else 120, colour=terminal)
                   for table in tables if table.rows)
