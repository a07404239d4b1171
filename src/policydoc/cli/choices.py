"""What holds for each file of `policydoc check`: the command line, then the settings of its project."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import click

from policydoc.checks import settings
from policydoc.checks.run import chosen
from policydoc.cli.inputs import STDIN


class Choice(NamedTuple):
    """Rules, the lowest severity that fails, and documents to hold the file against."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    beside: tuple[str, ...]


def choices(files: list[str], select: str | None, ignore: str | None, fail_on: str | None,
            beside: tuple[str, ...]) -> dict[str, Choice]:
    """By file. What the command line says wins over the file's project. Raises UsageError for an unknown code."""
    out = {}
    for file in files:
        asked = _settings(Path.cwd() if file == STDIN else Path(file).resolve().parent)
        choice = Choice(_codes(select, asked.select), _codes(ignore, asked.ignore), fail_on or asked.fail_on,
                        beside or asked.beside)
        _proved(choice.select, choice.ignore)
        out[file] = choice
    return out


def _codes(given: str | None, configured: tuple[str, ...]) -> tuple[str, ...]:
    if given is None:
        return configured
    return tuple(code.strip() for code in given.split(",") if code.strip())


@cache
def _proved(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    try:
        chosen(select, ignore)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _settings(folder: Path) -> settings.Settings:
    try:
        return settings.load(folder, Path.cwd())
    except ValueError as error:
        raise click.UsageError(str(error)) from error
