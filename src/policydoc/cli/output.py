"""Bytes to stdout or to a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

_SHOWN = 40
"""Characters of the name that its draft keeps: names are limited to 255 bytes, 85 Chinese characters."""


@contextmanager
def atomic(path: Path, *, keep: bool = False) -> Iterator[IO[bytes]]:
    """A file that takes its name only when the block ends well; before that the old one, if any, stays.

    A link stays one: the file that it leads to is written. With `keep`, the whole lines that were written before
    Ctrl-C are in `kept(path)`.
    """
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder: name a file")
    path = path.resolve()
    draft = path.with_name(f".{path.name[:_SHOWN]}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException as error:
        if keep and isinstance(error, KeyboardInterrupt) and _whole_lines(draft):
            draft.replace(kept(path))
        draft.unlink(missing_ok=True)
        raise


def kept(path: Path) -> Path:
    """Where an interrupted run leaves what it had done."""
    path = path.resolve()
    return path.with_name(f"{path.name}.part")


def _whole_lines(draft: Path, block: int = 1 << 20) -> bool:
    """Cut the file after its last line end; whether anything is left."""
    with draft.open("r+b") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - block)
            file.seek(start)
            at = file.read(end - start).rfind(b"\n")
            if at >= 0:
                file.truncate(start + at + 1)
                return True
            end = start
    return False


@contextmanager
def sink(output: str | None, *, keep: bool = False) -> Iterator[IO[bytes]]:
    """The file named by --output, written atomically, or stdout."""
    if output is None or output == "-":
        if sys.stdout is None:
            raise click.ClickException("standard output is closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if not path.parent.is_dir():
        raise click.UsageError(f"there is no folder {path.parent}")
    special = path.exists() and not path.is_file() and not path.is_dir()  # a device or a pipe is never replaced
    with path.open("wb") if special else atomic(path, keep=keep) as file:
        yield file
