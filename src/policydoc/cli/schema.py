"""`policydoc schema`."""

from __future__ import annotations

import click

from policydoc.cli.output import sink
from policydoc.render import schema


@click.command("schema")
@click.argument("name", type=click.Choice(list(schema.MODELS)), default="document")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of stdout.")
def command(name: str, output: str | None) -> None:
    """Print the JSON Schema (draft 2020-12) of what the other commands print."""
    with sink(output) as out:
        out.write(schema.as_json(name).encode())
