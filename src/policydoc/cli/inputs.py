"""FILE…, DIR or - to names and bytes, with trouble told on stderr and counted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from policydoc.errors import PolicydocError, ReadError
from policydoc.model.document import Document
from policydoc.pipeline import parse_bytes
from policydoc.render.table import Lang

STDIN = "-"

SUFFIXES = {".txt", ".md", ".docx", ".html", ".htm", ".pdf", ".ofd", ".doc", ".wps", ".rtf"}
"""What a folder is searched for; a file that is named is read whatever its suffix."""


def expand(arguments: tuple[str, ...]) -> list[str]:
    """The files meant: a folder stands for every file of a known format below it, in the order of their names."""
    files: list[str] = []
    for argument in arguments:
        path = Path(argument)
        if argument != STDIN and path.is_dir():
            files += sorted(str(p) for p in path.rglob("*") if _wanted(p, path))
        else:
            files.append(argument)
    return files


def _wanted(path: Path, root: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


class Inputs:
    """Parses the files one by one; what cannot be read is told at once and counted, the others still are read."""

    def __init__(self, arguments: tuple[str, ...], lang: Lang = "zh", *, strict: bool = False) -> None:
        self.files = expand(arguments)
        self.lang = lang
        self.strict = strict
        self.failed = 0
        if not self.files:
            nothing = "没有可识别的文件" if lang == "zh" else "no file of a known format"
            complain(f"{', '.join(arguments)}: {nothing}")
            self.failed += 1

    def __iter__(self) -> Iterator[Document]:
        """Documents in the order of the files; with several, a progress bar where stderr is a terminal."""
        if len(self.files) < 2 or not sys.stderr.isatty():
            yield from self._documents(self.files)
            return
        with click.progressbar(self.files, file=sys.stderr, show_pos=True) as bar:
            yield from self._documents(bar)

    def _documents(self, files: list[str] | Iterator[str]) -> Iterator[Document]:
        for file in files:
            try:
                yield _parse(file, self.strict)
            except PolicydocError as error:
                self.failed += 1
                complain(explain(error, self.lang))
            except OSError as error:
                self.failed += 1
                complain(f"{file}: {error.strerror or error}")

    def leave(self) -> None:
        """End the command: exit code 1 where something could not be read."""
        if self.failed:
            sys.exit(1)


def _parse(file: str, strict: bool) -> Document:
    if file == STDIN:
        return parse_bytes(sys.stdin.buffer.read(), name="stdin", strict=strict)
    path = Path(file)
    return parse_bytes(path.read_bytes(), name=path.name, strict=strict)


def explain(error: PolicydocError, lang: Lang) -> str:
    """What is wrong and what to do, in the language asked for."""
    return f"{error.name}: {error.english}" if lang == "en" and isinstance(error, ReadError) else str(error)


def complain(message: str) -> None:
    """One line on stderr, red on a terminal."""
    click.secho(f"policydoc: {message}", fg="red", err=True)
