"""Numbers that skip, repeat or go back. Whether a level restarts or runs through is decided for each level first."""

from __future__ import annotations

from policydoc.model.draft import Draft


def check(draft: Draft) -> None:
    """Add a diagnostic for every break in a row of numbers."""
