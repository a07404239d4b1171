"""The lexicon of strength: every entry has a source, and words are found where they are words."""

from __future__ import annotations

from typing import Any

import pytest

from policydoc.lexicon import table
from policydoc.lexicon.strength import Scale, scales, words

SCALES = {scale.name: scale for scale in scales()}


@pytest.mark.parametrize("entry", table("strength")["scale"], ids=lambda entry: str(entry["name"]))
def test_entries(entry: dict[str, Any]) -> None:
    """A source, and no word on two ranks of one scale."""
    listed = [word for line in entry["ranks"] for word in line.split()]
    assert entry["source"].strip()
    assert len(listed) == len(SCALES[entry["name"]].rank)


FOUND = [
    ("obligation", "应当每年必须公示", [("应当", 2), ("必须", 3)]),
    ("obligation", "这是主要的、重要的要求，需要认真对待", []),
    ("obligation", "对必须由大会决定的事项，应当提前公示", [("应当", 2)]),
    ("obligation", "各单位要按时报送", [("要", 2)]),
    ("prohibition", "严禁挪用，一律不得截留，不得延误", [("严禁", 3), ("一律不得", 3), ("不得", 2)]),
    ("assurance", "力争完成，确保质量，全力争取支持", [("力争", 0), ("确保", 1)]),
    ("rollout", "先试点后全面推开", [("试点", 1), ("全面推开", 3)]),
]


@pytest.mark.parametrize(("name", "text", "expected"), FOUND)
def test_words(name: str, text: str, expected: list[tuple[str, int]]) -> None:
    scale: Scale = SCALES[name]
    found = list(words(scale, text, 0, len(text)))
    assert [(word.text, word.rank) for word in found] == expected
    assert all(text[word.start:word.end] == word.text for word in found)
