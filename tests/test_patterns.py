"""Patterns compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from policydoc.patterns import late, places


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall"])
def test_answers_as_the_pattern_itself(method: str) -> None:
    for text in ("每月", "每月每年", "", "年"):
        got, wanted = (getattr(pattern, method)(text) for pattern in (late("每[年月]"), re.compile("每[年月]")))
        assert str(got) == str(wanted)


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = late("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_a_method_that_patterns_lack_is_an_error() -> None:
    with pytest.raises(AttributeError):
        late("x").missing  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(("start", "stop", "found"), [(0, None, [0, 2, 5]), (1, 5, [2]), (6, None, [])])
def test_places_are_all_places_of_a_character_between_two_offsets(
        start: int, stop: int | None, found: list[int]) -> None:
    assert places("每年每个月每", "每", start, stop) == found
