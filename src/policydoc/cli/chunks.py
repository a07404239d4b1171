"""`policydoc chunks`."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from policydoc.cli import options
from policydoc.cli.inputs import Inputs
from policydoc.cli.output import sink
from policydoc.graph import chunks
from policydoc.render.table import Lang


@click.command("chunks")
@options.files
@click.option("--limit", type=click.IntRange(min=1), default=chunks.LIMIT, show_default=True,
              help="Characters of a chunk at most.")
@options.output
@options.lang
def command(files: tuple[str, ...], limit: int, output: str | None, lang: Lang) -> None:
    """Chunks for retrieval, a line of JSON each: the way to it, year, span, text, concepts.

    A chunk stays within one item and ends where a sentence ends.
    """
    inputs = Inputs(files, lang)
    with sink(output) as out:
        for document in inputs.documents():
            for chunk in chunks.chunks(document, limit):
                out.write(json.dumps(asdict(chunk), ensure_ascii=False).encode() + b"\n")
    inputs.leave()
