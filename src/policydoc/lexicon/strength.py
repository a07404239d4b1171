"""Modality and strength words with their rank on a scale; entries and sources in strength.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from policydoc.lexicon import table


@dataclass(slots=True, frozen=True)
class Scale:
    """One dimension on which words can be compared; `absent` is the rank of saying nothing, None where unknown."""

    name: str
    kind: Literal["modality", "strength"]
    absent: float | None
    rank: dict[str, int]
    pattern: re.Pattern[str]


class Word(NamedTuple):
    """A word of a scale at its place; a higher rank binds harder."""

    text: str
    start: int
    end: int
    rank: int


@cache
def scales() -> tuple[Scale, ...]:
    """All scales of the lexicon."""
    return tuple(_scale(entry) for entry in table("strength")["scale"])


def words(scale: Scale, text: str, start: int, end: int) -> Iterator[Word]:
    """The words of one scale in text[start:end], the longest at each place."""
    for match in scale.pattern.finditer(text, start, end):
        yield Word(match[0], match.start(), match.end(), scale.rank[match[0]])


def _scale(entry: dict[str, object]) -> Scale:
    ranks = [str(line).split() for line in _list(entry["ranks"])]
    rank = {word: level for level, line in enumerate(ranks) for word in line}
    before, after = _guards(entry, "not_before"), _guards(entry, "not_after")
    branches = [(f"(?<![{before[word]}])" if word in before else "") + re.escape(word)
                + (f"(?![{after[word]}])" if word in after else "")
                for word in sorted(rank, key=lambda word: (-len(word), word))]
    absent = entry.get("absent")
    return Scale(name=str(entry["name"]), kind="modality" if entry["kind"] == "modality" else "strength",
                 absent=float(absent) - 0.5 if isinstance(absent, int) else None, rank=rank,
                 pattern=re.compile("|".join(branches)))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _guards(entry: dict[str, object], key: str) -> dict[str, str]:
    value = entry.get(key)
    return {str(word): str(letters) for word, letters in value.items()} if isinstance(value, dict) else {}
