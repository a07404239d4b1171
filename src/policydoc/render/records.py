"""The record of a document as JSON, written as pydantic writes its model: the same bytes without loading it."""

from __future__ import annotations

import json
from collections.abc import Callable

from policydoc.model.draft import Record


def as_json(record: Record) -> str:
    """Indented, one fact's fields a line, ready to read."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def as_json_line(record: Record) -> str:
    """One line, for a stream of documents."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


FORMS: dict[str, Callable[[Record], str]] = {"json": as_json, "jsonl": as_json_line}
