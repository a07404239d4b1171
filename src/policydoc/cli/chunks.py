"""`policydoc chunks`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import IO

import click

from policydoc.cli import options
from policydoc.cli.inputs import Inputs
from policydoc.cli.kb import common
from policydoc.cli.output import sink
from policydoc.graph import chunks
from policydoc.model.knowledge import Chunk
from policydoc.render.table import Lang
from policydoc.store.schema import is_store


@click.command("chunks")
@click.argument("sources", nargs=-1, required=True, metavar="FILE…|DIR|KB|-")
@click.option("--limit", type=click.IntRange(min=1), default=chunks.LIMIT, show_default=True,
              help="Characters of a chunk at most.")
@options.output
@options.lang
def command(sources: tuple[str, ...], limit: int, output: str | None, lang: Lang) -> None:
    """Chunks for retrieval, a line of JSON each: the way to it, year, span, text, concepts.

    A chunk stays within one item and ends where a sentence ends. A knowledge base (KB) gives those of all its
    documents.
    """
    bases = [Path(source) for source in sources if is_store(source)]
    files = tuple(source for source in sources if Path(source) not in bases)
    inputs = Inputs(files, lang) if files else None
    with sink(output) as out:
        for base in bases:
            with common.asked(base, lang) as kb:
                _write(kb.chunks(limit), out)
        for document in inputs.documents() if inputs else ():
            _write(chunks.chunks(document, limit), out)
    if inputs:
        inputs.leave()


def _write(found: Iterable[Chunk], out: IO[bytes]) -> None:
    for chunk in found:
        out.write(json.dumps(asdict(chunk), ensure_ascii=False).encode() + b"\n")
