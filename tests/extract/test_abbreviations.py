"""Numeral abbreviations: tests/cases/abbreviations.txt is the table of rows, the rest are senses and invariants."""

from __future__ import annotations

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import abbreviations, quotes
from policydoc.lexicon.abbreviations import expected_count
from policydoc.model.draft import Draft, Record

PIECES = [
    "“", "”", "四个", "三会一课", "三农", "：", "即", "、", "，", "（", "）", "政治意识", "是指", "十四五", "。", "\n"]


def drafted(text: str) -> tuple[Draft, list[Record]]:
    draft = draft_of(text)
    draft.facts["quoted_terms"] = quotes.extract(draft)
    return draft, abbreviations.extract(draft)


def show(record: Record) -> str:
    quoted = "quoted" if record["quoted"] else "unquoted"
    members = " ".join(record["members"])
    return f"{record['text']} | {record['numeral']} | {record['head']} | {quoted} | " \
           f"{record['members_from'] or '-'} | {members}".rstrip()


@pytest.mark.parametrize("case", load("abbreviations.txt"), ids=label)
def test_rows(case: Case) -> None:
    assert [show(record) for record in drafted(case.text)[1]] == case.facts


def test_a_place_chooses_the_sense() -> None:
    term = "推进“两区”建设。"
    [plain] = drafted(term)[1]
    [placed] = drafted("——2024年1月9日在北京市第十六届人民代表大会上\n" + term)[1]
    assert plain["members"] == ["粮食生产功能区", "重要农产品生产保护区"]
    assert placed["members"] == ["国家服务业扩大开放综合示范区", "中国（北京）自由贸易试验区"]
    assert len(plain["senses"]) == 2
    assert all(sense["source"] for sense in plain["senses"])


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_members_from_the_text_agree_with_the_numeral(text: str) -> None:
    draft, found = drafted(text)
    assert_places(draft, found)
    for record in found:
        assert bool(record["members"]) == (record["members_from"] is not None)
        if record["members_from"] not in (None, "lexicon"):
            assert len(record["members"]) == expected_count(record["text"])


@pytest.mark.parametrize("unit", ["三会", "“两个”：", "两个“两个", "三会一课", "“三亮”即"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of(unit * (HOSTILE // len(unit)))
    draft.facts["quoted_terms"] = quotes.extract(draft)
    with no_hang():
        abbreviations.extract(draft)
