"""FILE…, DIR or - to names and bytes, with trouble told on stderr and counted."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from policydoc.cli.progress import Bar
from policydoc.errors import PolicydocError, ReadError
from policydoc.many import packed, unpacked
from policydoc.pipeline import Extractor, register_only, registered
from policydoc.workers.crew import cores, crew
from policydoc.workers.job import LIMIT, Job, Trouble, outcomes, ranges

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
    """The files of a command. What cannot be read is told at once and counted; the others still are read.

    Several files are read by several processes: `workers`, or one for each core; or by those of a `scheduler`.
    """

    def __init__(self, arguments: tuple[str, ...], lang: Lang, *, workers: int | None = None,
                 time_limit: float = LIMIT, scheduler: str | None = None) -> None:
        self.lang = lang
        self.read = self.failed = 0
        self._bar = Bar(0)
        self.files = expand(arguments, lambda error: self._lost(f"{error.filename}: {_system(error, lang)}"),
                            lambda folder: self._lost(f"{folder}: {nothing(lang)}"))
        self.workers = cores(len(self.files)) if workers is None else workers
        if STDIN in self.files:
            self.workers = 0  # only this process has it
        self.time_limit, self.scheduler = time_limit, scheduler

    def documents(self) -> Iterator[Document]:
        """The files as documents, in their order."""
        return (document for _, document in self.named_documents())

    def named_documents(self) -> Iterator[tuple[str, Document]]:
        """The same with the path of each file as it was given."""
        return ((file, unpacked(data)) for file, data in self.named(packed))

    def each(self, load: Callable[[bytes, str], T]) -> Iterator[T]:
        """What `load` makes of the bytes and the name of each file. It is called, and can be found, in a worker."""
        return (loaded for _, loaded in self.named(load))

    def named(self, load: Callable[[bytes, str], T]) -> Iterator[tuple[str, T]]:
        """The same with the path of each file; a progress bar on stderr if it is a terminal."""
        job = Job(partial(_load, load, registered()), outcomes)
        with crew(job, self.workers, self.time_limit, self.scheduler) as run, Bar(len(self.files)) as self._bar:
            for found in run(ranges(self.files) if self.workers else ([file] for file in self.files)):
                for outcome in found:
                    if outcome.error is not None:
                        self.fail(outcome.file, outcome.error)
                    elif outcome.value is not None:
                        self.read += 1
                        yield outcome.file, outcome.value
                self._bar.done(len(found))

    def fail(self, file: str, error: Trouble) -> None:
        """Tell and count what could not be read."""
        self._lost(explained(file, error, self.lang))

    def _lost(self, message: str) -> None:
        self.failed += 1
        self._bar.clear()
        complain(message)

    def leave(self) -> None:
        """End the command: exit code 1 where something could not be read."""
        if self.failed:
            sys.exit(1)


def _load(load: Callable[[bytes, str], T], extractors: dict[str, Extractor], file: str) -> T:
    register_only(extractors)
    return load(*_read(file))


def _read(file: str) -> tuple[bytes, str]:
    if file == STDIN:
        return sys.stdin.buffer.read(), "stdin"
    path = Path(file)
    return path.read_bytes(), path.name


def explained(file: str, error: Trouble, lang: Lang) -> str:
    """The file, what is wrong and what to do, in the language asked for."""
    if isinstance(error, ReadError):
        return f"{file}: {error.english if lang == 'en' else error.said}"
    if isinstance(error, PolicydocError):
        return str(error)
    return f"{file}: {_system(error, lang)}"


def nothing(lang: Lang) -> str:
    return "没有可识别的文件" if lang == "zh" else "no file of a known format"


def _system(error: OSError, lang: Lang) -> str:
    chinese = _SYSTEM.get(error.errno or 0) if lang == "zh" else None
    return chinese or error.strerror or str(error)


def complain(message: str) -> None:
    """One line on stderr, red on a terminal."""
    click.secho(f"policydoc: {message}", fg="red", err=True)
