"""`policydoc schema`."""

from __future__ import annotations

import click

from policydoc.cli.output import sink
from policydoc.render import schema

TABLES = "tables"


@click.command("schema")
@click.argument("name", type=click.Choice([*schema.MODELS, TABLES]), default="document")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of stdout.")
def command(name: str, output: str | None) -> None:
    """Print the JSON Schema (draft 2020-12) of what the other commands print; of tables, the Arrow types."""
    with sink(output) as out:
        out.write(_schema(name).encode())


def _schema(name: str) -> str:
    if name != TABLES:
        return schema.as_json(name)
    from policydoc.tables import parts

    return parts.schemas()
