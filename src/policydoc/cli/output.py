"""Bytes to stdout or to a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click


@contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name only when the block ends well; before that the old one, if any, stays."""
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder: name a file")
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


@contextmanager
def sink(output: str | None) -> Iterator[IO[bytes]]:
    """The file named by --output, written atomically, or stdout."""
    if output is None or output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if not path.parent.is_dir():
        raise click.UsageError(f"there is no folder {path.parent}")
    with atomic(path) as file:
        yield file
