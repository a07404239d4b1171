"""`policydoc kb build`, `add` and `remove`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from policydoc.cli import options
from policydoc.cli.inputs import complain, expand, explained, nothing
from policydoc.cli.kb import common
from policydoc.cli.progress import Bar
from policydoc.render.table import Lang
from policydoc.store import build as store

_SOURCES = click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True), metavar="FILE…|DIR…")


@click.command("build")
@_SOURCES
@click.option("-o", "--output", "kb", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="KB",
              help="The knowledge base; made where it is missing.")
@options.workers
@options.lang
def build(sources: tuple[str, ...], kb: Path, lang: Lang, **how: Any) -> None:
    """Make KB hold these documents and no others; only what is new or changed is read.

    A build that was interrupted has lost nothing that its bar showed as done: run it again.
    """
    _run(sources, kb, lang, sync=True, **how)


@click.command("add")
@common.kb
@_SOURCES
@options.workers
@options.lang
def add(kb: Path, sources: tuple[str, ...], lang: Lang, **how: Any) -> None:
    """Add documents to KB; those in it stay."""
    _run(sources, kb, lang, sync=False, **how)


@click.command("remove")
@common.kb
@click.argument("sources", nargs=-1, required=True, type=click.Path(), metavar="FILE…|DIR…")
@options.lang
def remove(kb: Path, sources: tuple[str, ...], lang: Lang) -> None:
    """Take documents out of KB, by the files they came from; a folder stands for all that came from below it."""
    common.there(kb, lang)
    with common.told(lang):
        missing = store.remove(sources, kb)
    for source in missing:
        complain(f"{source}: 知识库中没有来自这里的文件" if lang == "zh" else f"{source}: nothing in it came from here")
    sys.exit(1 if missing else 0)


def _run(sources: Sequence[str], kb: Path, lang: Lang, *, sync: bool, **how: Any) -> None:
    closed: list[OSError] = []
    files = expand(tuple(sources), closed.append)
    for error in closed:
        complain(f"{error.filename}: {error.strerror or error}")
    if not files:
        raise click.ClickException(f"{', '.join(sources)}: {nothing(lang)}")
    with common.told(lang), _Shown(lang) as shown:
        report = store.build(files, kb, sync=sync, progress=shown.progress(), **how)
    for file, trouble in report.failed:
        complain(explained(file, trouble, lang))
    click.echo(f"{kb}: " + _told(report, lang), err=True)
    sys.exit(1 if report.failed or closed else 0)


def _told(report: store.Report, lang: Lang) -> str:
    numbers = (report.new, report.changed, report.unchanged, report.removed, len(report.failed))
    words = "新增 {} 件，更新 {} 件，未变 {} 件，移除 {} 件，无法读取 {} 件" if lang == "zh" else \
        "{} new, {} changed, {} unchanged, {} removed, {} unreadable"
    return words.format(*numbers)


class _Shown:
    """A bar that moves when documents are in the file for good."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.bar = Bar(0)

    def __enter__(self) -> _Shown:
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.close()

    def progress(self) -> store.Progress:
        return store.Progress(total=self._total, done=lambda files: self.bar.done(files), waiting=self._waiting,
                              linking=lambda: self.bar.close())

    def _total(self, files: int) -> None:
        self.bar = Bar(files).__enter__()

    def _waiting(self) -> None:
        complain("另一个程序正在写入，等待中" if self.lang == "zh" else "another program is writing; waiting")
