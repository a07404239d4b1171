"""`policydoc outline`."""

from __future__ import annotations

import sys

import click

from policydoc.cli import options
from policydoc.cli.inputs import Inputs
from policydoc.cli.output import sink
from policydoc.render import outline
from policydoc.render.table import Lang


@click.command("outline")
@options.files
@options.output
@options.lang
def command(files: tuple[str, ...], output: str | None, lang: Lang) -> None:
    """The tree of a document with its diagnostics; in colours on a terminal."""
    inputs = Inputs(files, lang)
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    width = None if terminal else 160
    found = list(inputs.documents())
    if found:
        with sink(output) as out:
            for document in found:
                out.write(outline.as_tree(document, lang, width=width, colour=terminal).encode())
    inputs.leave()
