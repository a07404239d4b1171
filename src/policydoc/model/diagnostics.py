"""Trouble as a value with a place."""

from __future__ import annotations

from typing import Literal

from pydantic.dataclasses import dataclass

Severity = Literal["error", "warning", "info"]


@dataclass(slots=True, frozen=True, kw_only=True)
class Diagnostic:
    """What could not be decided or looks wrong: a code, a place in the text, and in `message` the next step."""

    code: str
    severity: Severity
    message: str
    start: int
    end: int
    provision: str | None = None
