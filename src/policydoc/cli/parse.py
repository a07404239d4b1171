"""`policydoc parse`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydoc.cli import options
from policydoc.cli.inputs import Inputs, complain
from policydoc.cli.output import kept, sink
from policydoc.cli.progress import Bar
from policydoc.pipeline import parse_bytes, record_bytes
from policydoc.render import plain, records

if TYPE_CHECKING:
    from policydoc.render.table import Lang

FORMATS = ["json", "jsonl", "text", "markdown", "tree", "parquet"]


@click.command("parse")
@options.files
@click.option("-f", "--format", "form", type=click.Choice(FORMATS),
              help="Form of the output. Default: json for one file, jsonl for several. parquet: five tables in the "
                   "folder -o, to which later runs add.")
@options.output
@click.option("--strict", is_flag=True, help="Take a diagnostic of severity error for a failure.")
@options.workers
@options.lang
def command(files: tuple[str, ...], form: str | None, output: str | None, strict: bool, lang: Lang,
            **how: Any) -> None:
    """Parse policy documents: the tree, the facts and their places.

    FILE may be text, Markdown, .docx, .html, .pdf, .ofd, .doc, .wps or .rtf; DIR stands for every such file below
    it; - reads standard input. Several files are read by several processes. Exit code: 0, 1 where something could
    not be read (the others still are), 2 for wrong usage.
    """
    inputs = Inputs(files, lang, **how)
    form = form or ("json" if len(inputs.files) == 1 else "jsonl")
    if form == "parquet":
        _tables(inputs, output, strict)
    else:
        _texts(inputs, form, output, strict)
    inputs.leave()


def _texts(inputs: Inputs, form: str, output: str | None, strict: bool) -> None:
    texts = inputs.each(_loader(form, strict))
    first = next(texts, None)
    if first is None:
        return
    try:
        with sink(output, keep=form == "jsonl") as out:
            for text in chain([first], texts):
                out.write(text.encode())
    except KeyboardInterrupt:
        if output and kept(Path(output)).is_file():
            complain(f"已停止；读完的文件保存在 {kept(Path(output))}" if inputs.lang == "zh" else
                     f"stopped; what was done is in {kept(Path(output))}")
        raise


def _loader(form: str, strict: bool) -> Callable[[bytes, str], str]:
    """Bytes and name of a file to the text that is written; JSON is made without loading the models."""
    return partial(_as_record if form in records.FORMS else _as_text, form, strict)


def _as_record(form: str, strict: bool, data: bytes, name: str) -> str:
    return records.FORMS[form](record_bytes(data, name=name, strict=strict))


def _as_text(form: str, strict: bool, data: bytes, name: str) -> str:
    return plain.FORMS[form](parse_bytes(data, name=name, strict=strict))


def _tables(inputs: Inputs, output: str | None, strict: bool) -> None:
    from policydoc.tables import parts

    if output is None or Path(output).is_file() or strict:
        raise click.UsageError("parquet needs -o FOLDER, and knows no --strict: the table documents counts errors")
    bar = Bar(0)

    def total(files: int) -> None:
        nonlocal bar
        bar = Bar(files).__enter__()

    try:
        report = parts.write(inputs.files, Path(output), workers=inputs.workers, time_limit=inputs.time_limit,
                             scheduler=inputs.scheduler, total=total, done=lambda files: bar.done(files))
    finally:
        bar.close()
    for file, error in report.failed:
        inputs.fail(file, error)
    click.echo(f"{output}: " + (f"新增 {report.new} 件，已有 {report.known} 件，无法读取 {len(report.failed)} 件"
                                if inputs.lang == "zh" else
                                f"{report.new} new, {report.known} known, {len(report.failed)} unreadable"), err=True)
