"""`policydoc kb build`, `add` and `remove`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydoc.cli import options
from policydoc.cli.inputs import complain, expand, explain
from policydoc.cli.kb import common
from policydoc.errors import PolicydocError
from policydoc.render.table import Lang
from policydoc.store import build as store

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_SOURCES = click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True), metavar="FILE…|DIR…")
_PROCESSES = click.option("-j", "--processes", type=click.IntRange(1, 64), help="Default: one for each core.")


@click.command("build")
@_SOURCES
@click.option("-o", "--output", "kb", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="KB",
              help="The knowledge base; made where it is missing.")
@_PROCESSES
@options.lang
def build(sources: tuple[str, ...], kb: Path, processes: int | None, lang: Lang) -> None:
    """Make KB hold these documents and no others; only what is new or changed is read.

    A build that was interrupted has lost nothing that its bar showed as done: run it again.
    """
    _run(sources, kb, processes, lang, sync=True)


@click.command("add")
@common.kb
@_SOURCES
@_PROCESSES
@options.lang
def add(kb: Path, sources: tuple[str, ...], processes: int | None, lang: Lang) -> None:
    """Add documents to KB; those in it stay."""
    _run(sources, kb, processes, lang, sync=False)


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


def _run(sources: Sequence[str], kb: Path, processes: int | None, lang: Lang, *, sync: bool) -> None:
    closed: list[OSError] = []
    files = expand(tuple(sources), closed.append)
    for error in closed:
        complain(f"{error.filename}: {error.strerror or error}")
    if not files:
        raise click.ClickException(f"{', '.join(sources)}: "
                                   + ("没有可识别的文件" if lang == "zh" else "no file of a known format"))
    bar = _Bar(lang)
    with common.told(lang), bar:
        report = store.build(files, kb, sync=sync, processes=processes, progress=bar.progress())
    for file, trouble in report.failed:
        complain(f"{file}: {explain(trouble, lang)}" if isinstance(trouble, PolicydocError) else
                 f"{file}: {trouble.strerror or trouble}")
    click.echo(f"{kb}: " + _told(report, lang), err=True)
    sys.exit(1 if report.failed or closed else 0)


def _told(report: store.Report, lang: Lang) -> str:
    numbers = (report.new, report.changed, report.unchanged, report.removed, len(report.failed))
    words = "新增 {} 件，更新 {} 件，未变 {} 件，移除 {} 件，无法读取 {} 件" if lang == "zh" else \
        "{} new, {} changed, {} unchanged, {} removed, {} unreadable"
    return words.format(*numbers)


class _Bar:
    """A bar on stderr where it is a terminal; it moves when documents are in the file for good."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.bar: ProgressBar[int] | None = None
        self.context: AbstractContextManager[Any] = nullcontext()

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *error: object) -> None:
        self._close()

    def progress(self) -> store.Progress:
        return store.Progress(total=self._total, done=self._done, waiting=self._waiting, linking=self._close)

    def _total(self, files: int) -> None:
        if files > 1 and sys.stderr.isatty():
            self.bar = click.progressbar(length=files, file=sys.stderr, show_pos=True)
            self.bar.__enter__()

    def _done(self, files: int) -> None:
        if self.bar:
            self.bar.update(files)

    def _close(self) -> None:
        if self.bar:
            self.bar.__exit__(None, None, None)
            self.bar = None

    def _waiting(self) -> None:
        complain("另一个程序正在写入，等待中" if self.lang == "zh" else "another program is writing; waiting")
