"""What a knowledge base tells the rules; `store.known` fills it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from policydoc.checks.formulations import Formulations


class Ended(NamedTuple):
    """A document that another one put out of force: 《…》同时废止, with the words that say so."""

    year: int
    by: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Known:
    """Titles of documents, kept or cited by several; what was repealed; formulations with their use by year.

    `usage` holds for each label the number of documents of each year that have it, `totals` the documents of the year.
    """

    titles: frozenset[str] = frozenset()
    ended: Mapping[str, Ended] = field(default_factory=dict)
    usage: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    totals: Mapping[int, int] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    """Labels that several documents use: what a near-miss is held against."""

    @cached_property
    def formulations(self) -> Formulations:
        return Formulations(self.shared)
