"""To be written."""

from __future__ import annotations

from policydoc.model.draft import Draft, Record


def extract(draft: Draft) -> list[Record]:
    return []
