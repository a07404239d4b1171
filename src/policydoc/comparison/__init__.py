"""What changed between the plans of two or more years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydoc.model.comparison import Comparison
    from policydoc.model.document import Document


def compare(old: Document, new: Document, *newer: Document, years: Sequence[int] | None = None) -> Comparison:
    """Compare the plans of two or more years, in the order given: what stayed, changed, vanished and is new.

    `years` names the plan years where the documents do not say. Raises ValueError if their number is wrong.
    """
    from policydoc.comparison import run

    documents = [old, new, *newer]
    if years is not None and len(years) != len(documents):
        raise ValueError(f"{len(documents)} documents but {len(years)} years: give one year for each document")
    return run.compare(documents, years or [None] * len(documents))
