"""Time grows with the length of the text, whatever stands in it."""

from __future__ import annotations

import pytest

from conftest import no_hang
from policydoc import structure
from policydoc.model.draft import Draft
from policydoc.model.source import SourceText

FACTOR = 20


@pytest.mark.parametrize(("piece", "times"), [
    ("认真学习，每月至少一次。", 20_000), ("学习\n", 3_000), ("（一）", 1_000), ("一、\n", 1_000), ("每年", 20_000),
    ("第", 20_000), ("学" * 30 + "\n", 500), ("学" * 50 + "。一、学习\n", 200), ("关于学习的意见\n认真学习。\n", 500),
    ("附件\n名词解释\n学习。\n", 300), ("国务院办公厅\n2023年1月1日\n", 500), ("学\t习\n", 1_000),
    ("一、学习\n（一）学习\n1.学习\n——学习\n学习标题\n", 200),
    ("第一条　学习。\n（一）学习；\n学习。\n", 200), ("（", 20_000), ("《", 20_000), (" ", 20_000),
    ("（三）学习工作。\n学习。\n1. 学习。\n", 1_500), ("*", 20_000), ("# ", 5_000), ("** # ", 5_000),
    ("\u200b", 20_000), ("\u200b# ", 5_000)])
def test_growth(piece: str, times: int) -> None:
    draft = Draft(SourceText(piece * times * FACTOR, "text"))
    with no_hang():
        structure.build(draft)
        structure.records(draft)


def test_a_long_list_of_attachments_above_a_signature() -> None:
    text = "学习的通知\n认真学习。\n附件：1. 学习\n" + "2. 学习\n" * 20_000 + "市政府\n2023年1月1日\n"
    draft = Draft(SourceText(text, "text"))
    with no_hang():
        structure.build(draft)
    assert draft.roots[-1].kind == "closing"
