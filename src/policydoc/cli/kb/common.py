"""What the commands of a knowledge base share: the file, the form of the answer, and errors in either language."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from policydoc.cli.inputs import complain
from policydoc.cli.output import sink
from policydoc.errors import PolicydocError
from policydoc.render import table as tables
from policydoc.render.table import Lang, Table
from policydoc.store.base import KnowledgeBase

Command = Callable[..., Any]

FORMATS = ["table", "csv", "json"]


def kb(function: Command) -> Command:
    return click.argument("kb", type=click.Path(dir_okay=False, path_type=Path), metavar="KB")(function)


def form(function: Command) -> Command:
    return click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
                        help="json holds every span and source.")(function)


@contextmanager
def told(lang: Lang) -> Iterator[None]:
    """Errors in the language asked for."""
    try:
        yield
    except PolicydocError as error:
        english = getattr(error, "english", None)
        raise click.ClickException(english if lang == "en" and english else str(error)) from error


@contextmanager
def asked(path: Path, lang: Lang) -> Iterator[KnowledgeBase]:
    """The knowledge base at `path`, open to be asked."""
    there(path, lang)
    with told(lang), KnowledgeBase.open(path) as base:
        yield base


def there(path: Path, lang: Lang) -> None:
    """Raise where there is no such file."""
    if not path.is_file():
        raise click.ClickException(f"{path}: " + ("没有这个知识库文件" if lang == "zh" else "no such knowledge base"))


def write(answer: object, sheets: Sequence[Table], form: str, output: str | None, lang: Lang) -> None:
    """The answer as JSON, its first table as CSV, or all its tables to read."""
    with sink(output) as out:
        if form == "json":
            out.write(as_json(answer))
        elif form == "csv":
            out.write(tables.as_csv(sheets[0], lang).encode())
        else:
            terminal = output is None and sys.stdout.isatty()
            width = None if terminal else 160
            if not sheets[0].rows:
                complain("没有结果" if lang == "zh" else "nothing found")
                return
            for sheet in sheets:
                out.write(tables.as_terminal(sheet, lang, width=width, colour=terminal).encode())


def as_json(answer: object) -> bytes:
    """An answer or a list of them as indented JSON."""
    from pydantic import TypeAdapter

    kind: Any = type(answer)
    if isinstance(answer, list):
        kind = list[type(answer[0])] if answer else list[None]  # type: ignore[misc]
    return bytes(TypeAdapter(kind).dump_json(answer, indent=2)) + b"\n"
