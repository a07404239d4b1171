"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from policydoc.workers.job import LIMIT

Command = Callable[..., Any]


def files(function: Command) -> Command:
    return click.argument("files", nargs=-1, required=True, metavar="FILE…|DIR|-")(function)


def output(function: Command) -> Command:
    return click.option("-o", "--output", metavar="FILE",
                        help="Write to FILE instead of stdout; whole or not at all.")(function)


def lang(function: Command) -> Command:
    return click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", envvar="POLICYDOC_LANG",
                        show_default=True, show_envvar=True, help="Language of what is printed.")(function)


def workers(function: Command) -> Command:
    """-j, --time-limit and --scheduler: who reads the files, and how long a file may take."""
    for option in (
        click.option("--scheduler", metavar="ADDRESS", help="Dask scheduler whose workers read the files (tcp://…)."),
        click.option("--time-limit", type=click.FloatRange(min=0, min_open=True), default=LIMIT, show_default=True,
                     metavar="SECONDS", help="Give up a file that takes longer."),
        click.option("-j", "--workers", type=click.IntRange(0, 256),
                     help="Processes that read; 0: this one alone.  [default: one for each core]"),
    ):
        function = option(function)
    return function
