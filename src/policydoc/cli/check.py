"""`policydoc check`."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from importlib.metadata import version
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from policydoc.checks import check, settings
from policydoc.cli import mending, options
from policydoc.cli.choices import Choice, choices
from policydoc.cli.inputs import Inputs
from policydoc.cli.output import sink
from policydoc.model.document import Document
from policydoc.render import check_forms, check_page
from policydoc.render.check_places import Report, report
from policydoc.render.table import Lang

if TYPE_CHECKING:
    from policydoc.store.base import KnowledgeBase

FORMATS = ["text", "json", "sarif", "github", "html"]


@click.command("check")
@options.files
@click.option("--select", metavar="CODES", help="Only these rules: codes, names or letters, apart by commas; or ALL.")
@click.option("--ignore", metavar="CODES", help="Leave these rules out.")
@click.option("--fail-on", type=click.Choice(settings.FAIL_ON),
              help="Exit 1 when something at or above this was found.  [default: warning]")
@click.option("--beside", multiple=True, metavar="FILE|DIR",
              help="A document to hold the plan against: a rule that it cites, another plan of the year.")
@click.option("--kb", metavar="FILE", help="A knowledge base: what it has of the cited rules and of the issuer's year.")
@click.option("--fix", is_flag=True, help="Show the mechanical mends and write them to a new file (.txt and .md).")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@options.output
@options.lang
def command(files: tuple[str, ...], select: str | None, ignore: str | None, fail_on: str | None,
            beside: tuple[str, ...], kb: str | None, fix: bool, form: str, output: str | None, lang: Lang) -> None:
    """Mistakes in structure, marks, facts and duties, each with its place, its reason and what to do."""
    inputs = Inputs(files, lang)
    chosen = choices(inputs.files, select, ignore, fail_on, beside)
    if fix:
        mending.run(inputs, chosen, output, lang)
        inputs.leave()
        return
    others = _Others(lang)
    with _opened(kb) as base:
        reports = [_report(file, document, chosen[file], [*others.of(chosen[file].beside), *_kept(base, document)],
                           base) for file, document in inputs.named_documents()]
    with sink(output) as out:
        out.write(_written(reports, form, lang, terminal=output is None and sys.stdout.isatty()).encode())
    inputs.failed += others.failed
    if any(_fails(found, chosen[found.file].fail_on) for found in reports):
        sys.exit(1)
    inputs.leave()


class _Others:
    """The documents named by --beside, each set of them read once."""

    def __init__(self, lang: Lang) -> None:
        self.failed = 0
        self._lang = lang
        self._read: dict[tuple[str, ...], list[Document]] = {}

    def of(self, files: tuple[str, ...]) -> list[Document]:
        if files and files not in self._read:
            inputs = Inputs(files, self._lang)
            self._read[files] = list(inputs.documents())
            self.failed += inputs.failed
        return self._read.get(files, [])


def _opened(kb: str | None) -> AbstractContextManager[KnowledgeBase | None]:
    if kb is None:
        return nullcontext()
    from policydoc.store.base import KnowledgeBase

    return KnowledgeBase.open(kb)


def _kept(base: KnowledgeBase | None, document: Document) -> list[Document]:
    """The rules that the document cites, and the other documents of its issuer and year."""
    if base is None:
        return []
    from policydoc.store import kept

    titles = {title for c in document.citations if c.kind == "title" for title in (c.text, c.title) if title}
    return kept.documents(base.db, titles=titles, issuer=document.issuer, year=document.year)


def _report(file: str, document: Document, choice: Choice, known: list[Document],
            base: KnowledgeBase | None) -> Report:
    others = [other for other in known if other.text != document.text]
    return report(file, document, check(document, select=choice.select, ignore=choice.ignore, beside=others,
                                        known=base.known if base else None))


def _written(reports: list[Report], form: str, lang: Lang, *, terminal: bool) -> str:
    if form == "json":
        return check_forms.as_json(reports)
    if form == "sarif":
        return check_forms.as_sarif(reports, lang, version("policydoc"))
    if form == "github":
        return check_forms.as_github(reports, lang)
    if form == "html":
        return check_page.as_html(reports, lang)
    return check_forms.as_text(reports, lang, colour=terminal, width=get_terminal_size().columns if terminal else None)


def _fails(found: Report, fail_on: str) -> bool:
    grave = check_forms.SEVERITIES[:settings.FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    return any(shown.finding.severity in grave for shown in found.found)
