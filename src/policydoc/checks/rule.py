"""What a rule is: a pure function from a document to its hits, and the words that go with every hit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from policydoc.checks.subject import Subject
from policydoc.model.kinds import Severity

Both = tuple[str, str]
"""The same in Chinese and in English."""


class Hit(NamedTuple):
    """A place, what is wrong there, and the edits that mend it: (start, end, text)."""

    start: int
    end: int
    message: Both
    edits: tuple[tuple[int, int, str], ...] = ()


@dataclass(slots=True, frozen=True, kw_only=True)
class Rule:
    """`default`: on without being asked for, because it is nearly always right. `beside`: needs other documents."""

    code: str
    name: str
    severity: Severity
    title: Both
    reason: Both
    advice: Both
    find: Callable[[Subject], Iterable[Hit]]
    default: bool = True
    beside: bool = False
