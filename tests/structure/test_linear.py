"""Time grows with the length of the text, whatever stands in it."""

from __future__ import annotations

from time import perf_counter

import pytest

from policydoc import structure
from policydoc.model.draft import Draft
from policydoc.model.source import SourceText

FACTOR = 8


def seconds(text: str) -> float:
    best = 9e9
    for _ in range(2):
        draft = Draft(SourceText(text, "text"))
        start = perf_counter()
        structure.build(draft)
        structure.records(draft)
        best = min(best, perf_counter() - start)
    return best


@pytest.mark.parametrize(("piece", "times"), [
    ("认真学习，每月至少一次。", 20_000), ("学习\n", 3_000), ("（一）", 1_000), ("一、\n", 1_000), ("每年", 20_000),
    ("第", 20_000), ("学" * 30 + "\n", 500), ("学" * 50 + "。一、学习\n", 200), ("关于学习的意见\n认真学习。\n", 500),
    ("附件\n名词解释\n学习。\n", 300), ("国务院办公厅\n2023年1月1日\n", 500), ("学\t习\n", 1_000),
    ("一、学习\n（一）学习\n1.学习\n——学习\n学习标题\n", 200),
    ("第一条　学习。\n（一）学习；\n学习。\n", 200), ("（", 20_000), ("《", 20_000), (" ", 20_000)])
def test_growth(piece: str, times: int) -> None:
    seconds(piece * times)
    small, large = seconds(piece * times), seconds(piece * times * FACTOR)
    assert large < 4 * FACTOR * max(small, 0.0005), f"{FACTOR} times the text took {large / small:.0f} times as long"
