"""The Word form: tracked changes accepted give the new text to the letter, rejected the old."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from report_cases import corpus, hostile

import policydoc
from policydoc.model.comparison import Comparison
from policydoc.render.report import FORMS
from policydoc.render.report.pieces import whole
from policydoc.render.report.word import STYLE

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
CASES = [corpus(2022, 2023), corpus(2021, 2022, 2023, 2024), hostile()]


def redlines(data: bytes) -> list[list[Any]]:
    """The paragraphs of each redline; a heading stands before each."""
    out: list[list[Any]] = []
    apart = True
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        if paragraph.style is not None and paragraph.style.name == STYLE:
            if apart:
                out.append([])
            out[-1].append(paragraph._p)
        apart = paragraph.style is None or paragraph.style.name != STYLE
    return out


def settled(paragraphs: list[Any], gone: str) -> str:
    """What Word leaves when all changes are accepted (gone: w:del) or rejected (gone: w:ins)."""
    out = []
    for number, paragraph in enumerate(paragraphs, 1):
        for run in paragraph.iter(qn("w:r")):
            if run.getparent().tag != qn(gone):
                out += ["\t" if child.tag == qn("w:tab") else child.text or "" for child in run]
        if number < len(paragraphs) and paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(gone)}") is None:
            out.append("\n")
    return "".join(out)


@pytest.mark.parametrize("comparison", CASES, ids=["two", "four", "hostile"])
def test_accepted_is_new_and_rejected_is_old(comparison: Comparison) -> None:
    found = redlines(FORMS["docx"](comparison, "zh"))
    assert len(found) == len(comparison.editions) - 1
    for step, paragraphs in enumerate(found):
        assert settled(paragraphs, "w:del") == _CONTROL.sub("", comparison.editions[step + 1].text)
        assert settled(paragraphs, "w:ins") == _CONTROL.sub("", comparison.editions[step].text)


def test_changes_are_signed_and_numbered_once() -> None:
    body = docx.Document(io.BytesIO(FORMS["docx"](corpus(2022, 2023), "zh"))).element.body
    changes = [*body.iter(qn("w:ins")), *body.iter(qn("w:del"))]
    assert {change.get(qn("w:author")) for change in changes} == {"policydoc"}
    assert len({change.get(qn("w:date")) for change in changes}) == 1
    assert len({change.get(qn("w:id")) for change in changes}) == len(changes) > 50
    assert not [t for deleted in body.iter(qn("w:del")) for t in deleted.iter(qn("w:t"))]


def test_unchanged_items_are_not_touched() -> None:
    """Most of the text stands as it was: a redline that replaces all would be exact, too."""
    equal = sum(len(text) for change, text in whole(corpus(2022, 2023), 0) if change == "equal")
    assert equal > 0.6 * len(corpus(2022, 2023).editions[1].text)


def test_a_mark_of_another_width_is_a_change_of_that_mark_alone() -> None:
    texts = [
        f"{year}年工作要点\n（一）学习。坚持集体学习{mark}党支部每月开展一次主题党日活动。\n"
        for year, mark in ((2022, ","), (2023, "，"))]
    pieces = list(whole(policydoc.compare(*map(policydoc.parse_text, texts)), 0))
    assert [piece for piece in pieces if "," in piece[1] or "，" in piece[1]] == [("delete", ","), ("insert", "，")]


def test_the_same_bytes_every_time() -> None:
    assert FORMS["docx"](corpus(2022, 2023), "zh") == FORMS["docx"](corpus(2022, 2023), "zh")


def test_policydoc_reads_the_new_text_out_of_it() -> None:
    text = policydoc.parse_bytes(FORMS["docx"](corpus(2022, 2023), "zh"), name="report.docx").text
    assert corpus(2022, 2023).editions[1].text.strip() in text


_ITEMS = st.lists(st.text("每月开展走访慰问一二三。，\n\t”“ab", min_size=1, max_size=40), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(_ITEMS, _ITEMS)
def test_whole_is_exact_for_any_two_texts(old: list[str], new: list[str]) -> None:
    texts = ["\n".join(f"（{'一二三四五六'[n]}）{item}" for n, item in enumerate(items)) for items in (old, new)]
    comparison = policydoc.compare(policydoc.parse_text(texts[0]), policydoc.parse_text(texts[1]))
    pieces = list(whole(comparison, 0))
    assert "".join(text for change, text in pieces if change != "insert") == comparison.editions[0].text
    assert "".join(text for change, text in pieces if change != "delete") == comparison.editions[1].text
