"""Trouble as a value with a place."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from policydoc.model.kinds import Severity


@dataclass(slots=True, frozen=True, kw_only=True)
class Diagnostic:
    """What could not be decided or looks wrong: a code, a place in the text, and in `message` the next step."""

    code: str
    severity: Severity
    message: str
    start: int
    end: int
    provision: str | None = None
