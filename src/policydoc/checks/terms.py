"""When terms of congresses began and how many sessions they had: lexicon/sessions.toml by body and number."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from policydoc.lexicon import table


@cache
def known(body: str) -> dict[int, dict[str, Any]]:
    """The listed terms of a body by their number; the fields are those of the file."""
    return {term["number"]: term for term in table("sessions")["term"] if term["body"] == body}


def current_term(body: str, year: int) -> int | None:
    """The term that had begun before this year did, None where the table does not reach."""
    begun = [number for number, term in known(body).items() if term["opened"] < date(year, 1, 1)]
    return max(begun, default=None)


def session_count(body: str, number: int) -> int | None:
    """How many plenary sessions a term had, None where it is unknown or not yet over."""
    term = known(body).get(number)
    return len(term["sessions"]) or None if term and number + 1 in known(body) else None
