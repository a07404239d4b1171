"""The looks at one character hide no rule: whatever its pattern fits, the look leaves the rule open."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.extract.quotes import mottos, rules

BEHIND = {rules.MENTIONED: rules._MENTIONED, rules.WINNING: rules._WINS, rules.SCENE: mottos._SCENE,
          rules.WIDELY_HEADED: rules._PRODUCT, rules.VOWED: mottos._SPIRIT}
BEFORE = {rules.SAID: rules._SAID, rules.COUNTED: rules._SEVERAL, rules.DEFINED: rules._ENUMERATED}


@pytest.mark.parametrize("rule", BEHIND)
@given(data=st.data())
def test_what_stands_behind(rule: int, data: st.DataObject) -> None:
    found = data.draw(st.from_regex(re.compile(BEHIND[rule].pattern), fullmatch=True))
    assert rules.behind(found[0]) & rule


@pytest.mark.parametrize("rule", BEFORE)
@given(data=st.data())
def test_what_stands_before(rule: int, data: st.DataObject) -> None:
    found = data.draw(st.from_regex(re.compile(BEFORE[rule].pattern.removesuffix("$")), fullmatch=True))
    assert rules.before(found[-1]) & rule


@given(st.from_regex(re.compile(mottos._VOICE.pattern), fullmatch=True))
def test_who_speaks(found: str) -> None:
    assert found[0] in mottos._SPEAKING
