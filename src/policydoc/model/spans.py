"""A stretch of the document's text, and a fact that stands on one."""

from __future__ import annotations

from pydantic.dataclasses import dataclass


@dataclass(slots=True, frozen=True, kw_only=True)
class Mention:
    """`document.text[start:end] == text`; offsets count Unicode code points, half open."""

    text: str
    start: int
    end: int


@dataclass(slots=True, frozen=True, kw_only=True)
class Fact(Mention):
    """A mention with the id of the provision it stands in and the name of the rule that found it."""

    provision: str | None = None
    rule: str
