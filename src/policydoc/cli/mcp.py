"""`policydoc mcp`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("mcp")
@click.argument("kb", type=click.Path(dir_okay=False, path_type=Path), metavar="KB")
def command(kb: Path) -> None:
    """Serve KB to agents: read-only tools of the Model Context Protocol over standard input and output."""
    from policydoc.mcp import serve

    serve(kb)
