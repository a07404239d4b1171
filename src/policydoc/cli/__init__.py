"""The command line: one command a file, loaded when it is called."""

from __future__ import annotations

import importlib

import click

COMMANDS = ["parse", "outline", "obligations", "terms", "schema"]


class LazyGroup(click.Group):
    """A group that imports a command's module when that command runs: `parse` loads no table writer."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"policydoc.cli.{cmd_name}").command
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policydoc", prog_name="policydoc")
def main() -> None:
    """Chinese policy documents: tree, facts, and what changed between years."""
