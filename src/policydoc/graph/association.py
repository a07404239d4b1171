"""Which concepts belong together: provisions that hold both, weighed against chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from math import log
from typing import Final

MOST: Final = 80
"""Concepts of one provision; one with more is a list (a glossary, an index), where standing together says nothing."""


def pairs(provisions: Iterable[Iterable[str]]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """In how many provisions each concept stands, and each pair of them (a < b), given the concepts of each."""
    single: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for concepts in provisions:
        held = sorted(set(concepts))
        single.update(held)
        if len(held) <= MOST:
            both.update(combinations(held, 2))
    return single, both


def npmi(both: int, a: int, b: int, total: int) -> float:
    """Normalised pointwise mutual information: 1 always together, 0 by chance, -1 never.

    `both` of `total` provisions hold the pair, `a` and `b` the one and the other (Bouma 2009).
    """
    if not both:
        return -1.0
    if both == total:
        return 1.0
    return log(both * total / (a * b)) / log(total / both)
