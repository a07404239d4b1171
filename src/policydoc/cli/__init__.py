"""The command line: one command a file, loaded when it is called."""

from __future__ import annotations

import errno
import importlib
import signal
import sys
import threading
from typing import Any, NoReturn

import click

from policydoc.errors import PolicydocError

COMMANDS = ["parse", "outline", "obligations", "terms", "check", "compare", "chunks", "kb", "mcp", "schema"]


class LazyGroup(click.Group):
    """A group that imports a command's module when that command runs: `parse` loads no table writer."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"policydoc.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Errors that were raised on purpose end with their message and exit code 1, not with a traceback.

        A SIGTERM ends the command like Ctrl-C: files that are half written are taken away.
        """
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _stop)
        try:
            return super().invoke(ctx)
        except PolicydocError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # `| head`: click ends quietly
                raise
            place = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{place}{error.strerror or error}") from error


def _stop(number: int, frame: object) -> NoReturn:
    sys.exit(128 + number)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policydoc", prog_name="policydoc")
def main() -> None:
    """Chinese policy documents: the tree, the facts with their places, and the forms people ask for."""
