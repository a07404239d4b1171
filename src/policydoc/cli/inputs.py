"""FILE…, DIR or - to names and bytes, with trouble told on stderr and counted."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from policydoc.errors import PolicydocError, ReadError
from policydoc.pipeline import parse_bytes

if TYPE_CHECKING:
    from policydoc.model.document import Document
    from policydoc.render.table import Lang

T = TypeVar("T")

_SYSTEM = {errno.ENOENT: "文件不存在", errno.EACCES: "没有读取权限", errno.EISDIR: "这是文件夹，不是文件"}

STDIN = "-"

SUFFIXES = {".txt", ".md", ".markdown", ".docx", ".docm", ".html", ".htm", ".shtml", ".pdf", ".ofd", ".doc", ".wps",
            ".rtf", ".odt"}
"""What a folder is searched for; a file that is named is read whatever its suffix."""


_HIDDEN = (".", "~$")


def expand(arguments: tuple[str, ...], lost: Callable[[OSError], object] | None = None,
           empty: Callable[[str], object] | None = None) -> list[str]:
    """The files meant: a folder stands for every file of a known format below it, in the order of their names.

    `lost` is told of each folder that cannot be opened, `empty` of each that holds no such file.
    """
    files: list[str] = []
    for argument in arguments:
        if argument in ("", STDIN) or not Path(argument).is_dir():
            files.append(argument)
            continue
        found = _below(argument, lost)
        if not found and empty:
            empty(argument)
        files += found
    return files


def _below(folder: str, lost: Callable[[OSError], object] | None) -> list[str]:
    files: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lost):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        paths = [Path(place, name) for name in names if not name.startswith(_HIDDEN)]
        files += [str(path) for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()]
    return sorted(files)


class Inputs:
    """The files of a command. What cannot be read is told at once and counted; the others still are read."""

    def __init__(self, arguments: tuple[str, ...], lang: Lang) -> None:
        self.lang = lang
        self.read = self.failed = 0
        self._shown = False  # a progress bar stands in the line
        nothing = "没有可识别的文件" if lang == "zh" else "no file of a known format"
        self.files = expand(arguments, lambda error: self._lost(f"{error.filename}: {_system(error, lang)}"),
                            lambda folder: self._lost(f"{folder}: {nothing}"))

    def documents(self) -> Iterator[Document]:
        """The files as documents, in their order."""
        return self.each(lambda data, name: parse_bytes(data, name=name))

    def each(self, load: Callable[[bytes, str], T]) -> Iterator[T]:
        """What `load` makes of the bytes and the name of each file; a progress bar on stderr if it is a terminal."""
        if len(self.files) < 2 or not sys.stderr.isatty():
            yield from self._loaded(self.files, load)
            return
        with click.progressbar(self.files, file=sys.stderr, show_pos=True) as bar:
            self._shown = True
            yield from self._loaded(bar, load)
        self._shown = False

    def named(self, load: Callable[[bytes, str], T]) -> Iterator[tuple[str, T]]:
        """The same with the path of each file as it was given."""
        for file in self.files:
            for loaded in self._loaded([file], load):
                yield file, loaded

    def _loaded(self, files: Iterable[str], load: Callable[[bytes, str], T]) -> Iterator[T]:
        for file in files:
            try:
                loaded = load(*_read(file))
            except PolicydocError as error:
                self._lost(explain(error, self.lang))
            except OSError as error:
                self._lost(f"{file}: {_system(error, self.lang)}")
            else:
                self.read += 1
                yield loaded

    def _lost(self, message: str) -> None:
        self.failed += 1
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
        complain(message)

    def leave(self) -> None:
        """End the command: exit code 1 where something could not be read."""
        if self.failed:
            sys.exit(1)


def _read(file: str) -> tuple[bytes, str]:
    if file == STDIN:
        return sys.stdin.buffer.read(), "stdin"
    path = Path(file)
    return path.read_bytes(), path.name


def explain(error: PolicydocError, lang: Lang) -> str:
    """What is wrong and what to do, in the language asked for."""
    return f"{error.name}: {error.english}" if lang == "en" and isinstance(error, ReadError) else str(error)


def _system(error: OSError, lang: Lang) -> str:
    chinese = _SYSTEM.get(error.errno or 0) if lang == "zh" else None
    return chinese or error.strerror or str(error)


def complain(message: str) -> None:
    """One line on stderr, red on a terminal."""
    click.secho(f"policydoc: {message}", fg="red", err=True)
