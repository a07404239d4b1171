"""The words around a quoted term, and what may stand there."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from policydoc.extract.affixes import Starts
from policydoc.lexicon import table


class Around(NamedTuple):
    """What stands before the quote and after it.

    `before` and `after` look over the other terms of the same list: in “甲”“乙”和“丙”工程 the words after each
    are 工程.
    """

    before: str
    after: str
    close_before: str
    close_after: str


def headed_by(key: str, after: str) -> bool:
    """Does one of the heads follow, at once or after 的, 这一, 这个, 为?"""
    heads = _starts(key)
    if heads.of(after):
        return True
    if after[:1] not in _LINK_FIRST:
        return False
    return any(after.startswith(link) and heads.of(after[len(link):]) for link in _LINKS)


_LINKS: Final = ("的", "这一", "这个", "为")
_LINK_FIRST: Final = frozenset("的这为")


def firsts(key: str) -> frozenset[str]:
    """How the words begin that `headed_by` looks for."""
    return _starts(key).first | _LINK_FIRST


@cache
def _starts(key: str) -> Starts:
    return Starts(table("quotes")[key])
