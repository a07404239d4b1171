"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]


def files(function: Command) -> Command:
    return click.argument("files", nargs=-1, required=True, metavar="FILE…|DIR|-")(function)


def output(function: Command) -> Command:
    return click.option("-o", "--output", metavar="FILE",
                        help="Write to FILE instead of stdout; whole or not at all.")(function)


def lang(function: Command) -> Command:
    return click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", envvar="POLICYDOC_LANG",
                        show_default=True, show_envvar=True, help="Language of what is printed.")(function)
