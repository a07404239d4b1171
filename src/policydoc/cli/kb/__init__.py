"""`policydoc kb`: a knowledge base of many documents in one file."""

from __future__ import annotations

import importlib

import click

HOMES = {
    "build": "building", "add": "building", "remove": "building", "propose": "proposing", "info": "asking",
    "search": "asking", "concept": "asking", "path": "asking", "obligations": "facts", "citations": "facts",
    "timeline": "timeline", "export": "export",
}
"""Subcommands by the module that holds them, loaded when one runs."""


class _Group(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in HOMES:
            return None
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{HOMES[cmd_name]}"), cmd_name)
        return command


@click.command("kb", cls=_Group)
def command() -> None:
    """A knowledge base: thousands of documents in one file that can be asked."""
