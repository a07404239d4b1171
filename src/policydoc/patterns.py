"""Patterns that are compiled when they are first used, and the places of a character where one may match.

Compiling the 400 patterns of the parser takes as long as the import of pydantic; a short document needs two thirds
of them, `--help` none.
"""

from __future__ import annotations

import re
from typing import Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Late:
    """Stands for a pattern; at the first use its methods become attributes, found as fast as on the pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


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
