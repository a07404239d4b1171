"""A bar on stderr where it is a terminal: how many files are done, how fast, and how long the rest takes."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


class Bar:
    """Nothing is shown for a single file."""

    def __init__(self, files: int) -> None:
        self._bar: ProgressBar[int] | None = None
        self._context: AbstractContextManager[Any] = nullcontext()
        self._done, self._since = 0, time.monotonic()
        if files > 1 and sys.stderr.isatty():
            self._context = self._bar = click.progressbar(length=files, file=sys.stderr, show_pos=True, show_eta=True,
                                                          item_show_func=lambda _: self._rate())

    def __enter__(self) -> Bar:
        self._context.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def done(self, files: int) -> None:
        """So many more are done."""
        self._done += files
        if self._bar:
            self._bar.update(files)

    def clear(self) -> None:
        """Take the bar off its line, for a message to stand there."""
        if self._bar:
            click.echo("\r\x1b[K", nl=False, err=True)

    def close(self) -> None:
        """Leave the line as it is, and print no more."""
        self._context.__exit__(None, None, None)
        self._context, self._bar = nullcontext(), None

    def _rate(self) -> str:
        return f"{self._done / max(time.monotonic() - self._since, 1e-3):.0f}/s"
