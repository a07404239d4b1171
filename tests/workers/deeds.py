"""What the tests have workers do to a file: mostly harm, by the first word of what is in it."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import re
from collections.abc import Sequence
from pathlib import Path

from policydoc.workers.job import Outcome


def deed(file: str) -> str:
    """The text in capital letters, unless it asks for something else."""
    text = Path(file).read_text(encoding="utf-8")
    match text.split()[0]:
        case "exit":
            os._exit(3)
        case "segfault":
            faulthandler.disable()
            ctypes.string_at(0)
        case "hang":  # holding the interpreter, as a pattern does that backtracks for ever
            re.match("(a+)+b", "a" * 60)
        case "raise":
            raise LookupError(text)
        case "once":
            Path(file).write_text("twice", encoding="utf-8")
            os._exit(3)
    return text.upper()


def told(found: Sequence[Outcome[str]]) -> list[tuple[str, str]]:
    """Name and value of each file, or the class of its error."""
    return [(Path(outcome.file).name, outcome.value if outcome.value is not None else type(outcome.error).__name__)
            for outcome in found]


def dies_at_the_end(found: list[Outcome[str]]) -> None:
    """The `whole` of a job whose range cannot be finished."""
    os._exit(4)


def folder(place: Path, texts: Sequence[str]) -> list[str]:
    """A file for each text, in this order."""
    place.mkdir(exist_ok=True)
    files = [place / f"{n:03}.txt" for n in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return [str(file) for file in files]
