"""`policydoc parse`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

import click

from policydoc.cli import options
from policydoc.cli.inputs import Inputs
from policydoc.cli.output import sink
from policydoc.pipeline import parse_bytes, record_bytes
from policydoc.render import plain, records

if TYPE_CHECKING:
    from policydoc.render.table import Lang

FORMATS = ["json", "jsonl", "text", "markdown", "tree"]


@click.command("parse")
@options.files
@click.option("-f", "--format", "form", type=click.Choice(FORMATS),
              help="Form of the output. Default: json for one file, jsonl for several.")
@options.output
@click.option("--strict", is_flag=True, help="Take a diagnostic of severity error for a failure.")
@options.lang
def command(files: tuple[str, ...], form: str | None, output: str | None, strict: bool, lang: Lang) -> None:
    """Parse policy documents: the tree, the facts and their places.

    FILE may be text, Markdown, .docx, .html, .pdf, .ofd, .doc, .wps or .rtf; DIR stands for every such file below
    it; - reads standard input. Exit code: 0, 1 where something could not be read (the others still are), 2 for
    wrong usage.
    """
    inputs = Inputs(files, lang)
    texts = inputs.each(_loader(form or ("json" if len(inputs.files) == 1 else "jsonl"), strict))
    first = next(texts, None)
    if first is not None:
        with sink(output) as out:
            for text in chain([first], texts):
                out.write(text.encode())
    inputs.leave()


def _loader(form: str, strict: bool) -> Callable[[bytes, str], str]:
    """Bytes and name of a file to the text that is written; JSON is made without loading the models."""
    if form in records.FORMS:
        write = records.FORMS[form]
        return lambda data, name: write(record_bytes(data, name=name, strict=strict))
    render = plain.FORMS[form]
    return lambda data, name: render(parse_bytes(data, name=name, strict=strict))
