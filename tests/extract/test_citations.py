"""Citations: tests/cases/citations.txt is the table of rows, the rest are invariants."""

from __future__ import annotations

import pytest
from fact_cases import HOSTILE, Case, assert_places, draft_of, label, load
from hypothesis import given
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.extract import citations
from policydoc.extract.citations.pinpoints import resolve
from policydoc.model.draft import Node, Record

OWN = "某市社区管理条例"
PIECES = [
    "《", "》", "〈", "〉", "«", "»", "第", "三", "十", "条", "款", "项", "之一", "、", "至", "本法",
    "前款", "国发", "〔2023〕", "号", "令", "2018年", "公告", "以下简称", "（", "）", "“", "”", "条例",
    "依照", "规定", "\n", "，", "。", "届", "中全会", "党的", "大", "次", "会议", "省委", "工作会议", "１",
    "3",
]


def show(record: Record) -> str:
    """text | kind | title (= the text itself, - none, ~ short) | number or places."""
    title = "-" if record["title"] is None else "=" if record["title"] == record["text"] else record["title"]
    number, meeting = record["doc_number"], record["meeting"]
    parts = [record["text"].replace("\n", "⏎"), record["kind"], ("~" if record["short"] else "") + title]
    if number:
        parts.append(f"{number['agency']} {number['year'] or '-'} {number['serial']}")
    if record["pinpoints"]:
        parts.append(", ".join(_place(place) for place in record["pinpoints"]))
    if meeting:
        parts = [parts[0], meeting["body"], str(meeting["term"] or "-"), str(meeting["session"] or "-")]
    return " | ".join(parts)


def _place(pinpoint: Record) -> str:
    place = {name: value for name, value in pinpoint.items() if value is not None}
    wide = "".join(f"{name}{place[name]}" for name in ("part", "chapter", "section") if name in place)
    return (wide + (str(place.get("article", "")) if "article" in place else "")
            + (f"-{place['sub_article']}" if "sub_article" in place else "")
            + (f"/{place['paragraph']}" if "paragraph" in place else "")
            + (f"({place['item']})" if "item" in place else "")
            + (f".{place['subitem']}" if "subitem" in place else ""))


def facts(text: str) -> list[str]:
    return [show(record) for record in citations.extract(draft_of(text, title=OWN))]


@pytest.mark.parametrize("case", load("citations.txt") + load("meetings.txt"), ids=label)
def test_rows(case: Case) -> None:
    draft = draft_of(case.text, title=OWN)
    found = citations.extract(draft)
    assert [show(record) for record in found] == case.facts
    assert_places(draft, found)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_places_hold_for_any_text(text: str) -> None:
    draft = draft_of(text, title=OWN)
    found = citations.extract(draft)
    assert_places(draft, found)
    assert [record["start"] for record in found] == sorted(record["start"] for record in found)


@given(st.lists(st.sampled_from(["《甲", "》", "〈乙", "〉", "丙"]), max_size=30).map("".join))
def test_every_title_mark_is_in_a_pair_or_in_a_diagnostic(text: str) -> None:
    draft = draft_of(text)
    titles = [record for record in citations.extract(draft) if record["kind"] == "title"]
    stray = {diagnostic["start"] for diagnostic in draft.diagnostics}
    assert {diagnostic["code"] for diagnostic in draft.diagnostics} <= {"title-unbalanced"}
    for at, mark in enumerate(text):
        inside = any(record["start"] - 1 <= at <= record["end"] for record in titles)
        assert mark not in "《》〈〉" or inside or at in stray


def test_an_open_mark_does_not_reach_into_the_next_paragraph() -> None:
    draft = draft_of("落实《社区管理条例\n学习《物业服务规定》")
    assert [record["text"] for record in citations.extract(draft)] == ["物业服务规定"]
    assert [(d["code"], d["start"]) for d in draft.diagnostics] == [("title-unbalanced", 2)]


def test_a_title_that_a_line_end_cuts_is_whole_within_a_paragraph() -> None:
    draft = draft_of("")
    draft.source.text = "根据《社区建设工作\n  方案》推进工作。"
    draft.roots.append(Node("paragraph", 0, len(draft.text), id="p"))
    (found,) = citations.extract(draft)
    assert (found["text"], found["title"]) == ("社区建设工作\n  方案", "社区建设工作方案")


@pytest.mark.parametrize(("own", "meant"), [
    ("某市养犬管理办法", "某市养犬管理办法"),
    ("关于印发《某市养犬办法》的通知", "某市养犬办法"), ("某市养犬条例", None)])
def test_this_measure_is_the_document_or_the_one_it_carries(own: str, meant: str | None) -> None:
    (found,) = citations.extract(draft_of("违反本办法第三条规定的，责令改正。", title=own))
    assert found["title"] == meant


def test_the_documents_own_number_is_no_citation() -> None:
    draft = draft_of("某社发〔2023〕4号\n根据国发〔2022〕1号")
    draft.front.append({"role": "doc_number", "text": "某社发〔2023〕4号", "start": 0, "end": 11})
    assert [record["text"] for record in citations.extract(draft)] == ["国发〔2022〕1号"]


def test_paragraphs_before_are_counted_in_their_article() -> None:
    text = "第一条 甲。\n第二条 乙。\n丙。\n依照前款规定办理。\n违反前两款规定的，不予办理。\n依照前条规定办理。"
    found = citations.extract(draft_of(text, title=OWN))
    assert [show(record) for record in found] == [
        f"前款 | relative | {OWN} | 2/2", f"前两款 | relative | {OWN} | 2/2, 2/3", f"前条 | relative | {OWN} | 1"]


@pytest.mark.parametrize(("expression", "count"), [
    ("第一条至第三百条", 300), ("第一条至第九千条", 2), ("第九条至第三条", 2)])
def test_ranges_are_bounded(expression: str, count: int) -> None:
    assert len(resolve(expression)) == count


@pytest.mark.parametrize("unit", [
    "《", "《〈", "第一条、", "第一条第", "前款", "〔2023〕", "以下简称", "本法第", "一届一次", "十九届二中、", "中央",
    "2018年第", "《甲》（以下简称《乙》）", "国" * 30 + "〔2023〕1号"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    draft = draft_of((unit * HOSTILE)[:HOSTILE])
    with no_hang():
        citations.extract(draft)
