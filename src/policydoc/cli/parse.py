"""`policydoc parse`."""

from __future__ import annotations

import click

from policydoc.pipeline import parse


@click.command("parse")
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> None:
    """Parse FILES to JSON."""
    for file in files:
        click.echo(parse(file).model_dump_json(indent=2))
