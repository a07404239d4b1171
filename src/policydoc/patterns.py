"""Patterns that are compiled when they are first used, and the places of a character where one may match.

Compiling the 400 patterns of the parser takes as long as the import of pydantic; a short document needs two thirds
of them, `--help` none.
"""

from __future__ import annotations

import re
from functools import cached_property
from operator import attrgetter
from typing import cast


class _Late:
    """Stands for a pattern; at the first use its methods become attributes, found as fast as on the pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    search = cached_property(attrgetter("_compiled.search"))
    match = cached_property(attrgetter("_compiled.match"))
    fullmatch = cached_property(attrgetter("_compiled.fullmatch"))
    finditer = cached_property(attrgetter("_compiled.finditer"))
    findall = cached_property(attrgetter("_compiled.findall"))
    split = cached_property(attrgetter("_compiled.split"))
    sub = cached_property(attrgetter("_compiled.sub"))


def late(pattern: str) -> re.Pattern[str]:
    """`re.compile(pattern)`, put off until a method of the pattern is asked for."""
    return cast("re.Pattern[str]", _Late(pattern))


def places(text: str, mark: str, start: int = 0, stop: int | None = None) -> list[int]:
    """The offsets of a character: where it is rare, many times faster than a pattern that it leads."""
    out: list[int] = []
    find, add = text.find, out.append
    end = len(text) if stop is None else stop
    at = find(mark, start, end)
    while at >= 0:
        add(at)
        at = find(mark, at + 1, end)
    return out
