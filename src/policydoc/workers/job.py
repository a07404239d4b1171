"""What is done: a function for each file, another for each range of files, and trouble as a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, Protocol, TypeVar

from policydoc.errors import Crashed, PolicydocError

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")

LIMIT: Final = 300.0
"""Seconds after which a file is given up; the slowest honest file takes a few."""

FILES, BYTES = 32, 250_000
"""A range of files: worth the way to a worker, and little to lose."""

Trouble = PolicydocError | OSError


@dataclass(slots=True, frozen=True)
class Outcome(Generic[T]):
    """What came of a file: a value, or why there is none."""

    file: str
    value: T | None
    error: Trouble | None


@dataclass(slots=True, frozen=True)
class Job(Generic[T, R]):
    """`each` runs once for a file, `whole` once for a range, in the worker; what it gives is sent back."""

    each: Callable[[str], T]
    whole: Callable[[list[Outcome[T]]], R]


class Run(Protocol[R_co]):
    """Does a job over ranges of files; results come in their order, few ranges ahead."""

    def __call__(self, ranges: Iterable[list[str]]) -> Iterator[R_co]: ...


def outcomes(found: list[Outcome[T]]) -> list[Outcome[T]]:
    """The `whole` of a job that sends back what came of every file."""
    return found


def ranges(files: Iterable[str], most: int = FILES, size: int = BYTES) -> Iterator[list[str]]:
    """Runs of files of about equal size."""
    batch: list[str] = []
    total = 0
    for file in files:
        batch.append(file)
        total += _size(file)
        if total >= size or len(batch) >= most:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0


def do(job: Job[T, R], files: list[str], lost: Mapping[int, Trouble], mark: Callable[[int | None], None]) -> R:
    """The job over one range. `mark` hears which file is begun, and None after the last.

    Files in `lost`, by their place in the range, have failed before; they are not tried again.
    """
    found: list[Outcome[T]] = []
    for at, file in enumerate(files):
        if at in lost:
            found.append(Outcome(file, None, lost[at]))
            continue
        mark(at)
        found.append(attempt(job.each, file))
    mark(None)
    return job.whole(found)


def attempt(function: Callable[[str], T], file: str) -> Outcome[T]:
    """An error that nobody raised on purpose is a `Crashed` with the traceback as its note."""
    try:
        return Outcome(file, function(file), None)
    except (PolicydocError, OSError) as error:
        return Outcome(file, None, error)
    except Exception as error:
        import traceback

        crashed = Crashed(f"处理时出错（{type(error).__name__}: {error}）", name=Path(file).name,
                          advice="这是程序的缺陷，请连同文件报告开发者")
        crashed.add_note(traceback.format_exc())
        crashed.__cause__ = error
        return Outcome(file, None, crashed)
