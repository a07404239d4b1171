"""Placed glyphs to rows, rows to paragraphs, furniture apart."""

from __future__ import annotations

import pytest

from policydoc.readers.layout import Glyph, Row, Size, rows
from policydoc.readers.layout_pages import take_off
from policydoc.readers.layout_paragraphs import paragraphs

WIDTH = 10
"""Characters of a full row in these tests: margins 0 and 10."""

PAGES = {1: Size(12.0, 100.0)}


def glyphs(text: str, x: float = 0.0, base: float = 1.0, run: int = 0, size: float = 1.0) -> list[Glyph]:
    out = []
    for char in text:
        wide = size * (0.5 if char.isascii() else 1.0)
        out.append(Glyph(1, x, x + wide, base, size, char, run))
        x += wide
    return out


def row(text: str, indent: float = 0.0, base: float = 1.0, page: int = 1, size: float = 1.0) -> Row:
    found, = rows(glyph._replace(page=page) for glyph in glyphs(text, indent, base, size=size))
    return found


@pytest.mark.parametrize(("pieces", "expected"), [
    ([("工作", 0, 1), ("要点", 2, 1)], ["工作要点"]),
    ([("要点", 2, 1.2), ("工作", 0, 1)], ["工作要点"]),
    ([("第二行", 0, 3), ("第一行", 0, 1)], ["第一行", "第二行"]),
    ([("左", 0, 1), ("右", 3, 1)], ["左　右"]),
    ([("疏", 0, 1), ("排", 1.5, 1)], ["疏排"]),
    ([("总", 0, 1), ("体", 1.4, 1), ("要", 2.8, 1), ("求", 4.2, 1)], ["总体要求"]),
    ([("第一章", 0, 1), ("总则", 3.4, 1)], ["第一章 总则"]),
    ([("定于2023", 0, 1), ("年", 4.3, 1)], ["定于2023年"]),
    ([("work", 0, 1), ("plan", 2.4, 1)], ["work plan"]),
    ([("work", 0, 1), ("shop", 2.05, 1)], ["workshop"]),
    ([(" 前后空 ", 0, 1)], ["前后空"]),
    ([("总 则", 0, 1)], ["总 则"]),
    ([("加", 0, 1), ("加", 0.05, 1), ("粗", 1, 1), ("粗", 1.05, 1)], ["加粗"]),
    ([("人", 0, 1), ("人", 1, 1)], ["人人"]),
])
def test_rows(pieces: list[tuple[str, float, float]], expected: list[str]) -> None:
    found = [glyph for text, x, base in pieces for glyph in glyphs(text, x, base)]
    assert [line.text for line in rows(found)] == expected


def test_a_small_row_close_below_a_large_one_is_its_own() -> None:
    assert [line.text for line in rows(glyphs("大字", size=10) + glyphs("小字", 8, 6, size=3))] == ["大字", "小字"]


def test_text_objects_over_each_other_stay_whole() -> None:
    over = glyphs("甲乙丙丁", 0, run=1) + glyphs("戊己庚辛", 0.5, run=2)
    assert [line.text for line in rows(over)] == ["甲乙丙丁戊己庚辛"]


def test_a_form_and_its_values_interleave() -> None:
    form = [*glyphs("名：", 0, run=1), *glyphs("号：", 5, run=1), *glyphs("某局", 2, run=2), *glyphs("八号", 7, run=3)]
    assert [line.text for line in rows(form)] == ["名：某局　号：八号"]


def test_a_ligature_of_two_dashes_keeps_both() -> None:
    dash = Glyph(1, 0, 2, 1, 1, "—")
    assert [line.text for line in rows([dash, dash, *glyphs("增长", 2)])] == ["——增长"]


FULL = "一二三四五六七八九十"


@pytest.mark.parametrize(("lines", "expected"), [
    # first-line indent of two, full rows continue
    ([("甲乙丙丁戊己庚辛", 2), (FULL, 0), ("末行。", 0), ("又一段。", 2)],
     ["甲乙丙丁戊己庚辛" + FULL + "末行。", "又一段。"]),
    # a short row ends its paragraph, also where the next has no indent
    ([("起首的这一行写满了吗", 0), ("短行。", 0), ("新的一段。", 0)], ["起首的这一行写满了吗短行。", "新的一段。"]),
    # the word that comes next did not fit
    ([("二三四五六七八", 2), ("COVID-19防治", 0), (FULL, 2)], ["二三四五六七八COVID-19防治", FULL]),
    # LibreOffice keeps quotation marks with what stands before and behind them, and numbers with the mark before
    ([("二三四五六七", 2), ("领“两个”", 0), (FULL, 2)], ["二三四五六七领“两个”", FULL]),
    ([("二三四五六七", 2), ("县，15处", 0), (FULL, 2)], ["二三四五六七县，15处", FULL]),
    ([("二三四五", 2), ("1.3%、2.4%", 0), (FULL, 2)], ["二三四五1.3%、2.4%", FULL]),
    # where paragraphs are indented, a row without indent goes on with a sentence that is not closed
    ([("二三四五六", 2), ("＋基地＋农户", 0), (FULL, 2)], ["二三四五六＋基地＋农户", FULL]),
    # without any indent a label begins a paragraph where the sentence ended
    ([("一二三四五六七八九。", 0), ("（二）做好保障。", 0), (FULL, 0), ("完。", 0)],
     ["一二三四五六七八九。", "（二）做好保障。", FULL + "完。"]),
    # centred titles and signatures stay lines
    ([("关于工作的", 2.5), ("通知", 4), (FULL, 0), ("完。", 0), ("某某局", 6), ("三月一日", 6), ("附件", 0)],
     ["关于工作的", "通知", FULL + "完。", "某某局", "三月一日", "附件"]),
    # a table of contents
    ([("一、总则......1", 0), ("二、分则......2", 0)], ["一、总则......1", "二、分则......2"]),
    # a number goes on in the next row, words keep their blank
    ([("九八七六五四三二年20", 0), ("23年末。", 0)], ["九八七六五四三二年2023年末。"]),
    ([("一二三四五六七ABCDE", 0), ("plan。", 0)], ["一二三四五六七ABCDE plan。"]),
])
def test_paragraphs(lines: list[tuple[str, float]], expected: list[str]) -> None:
    body = [row(text, indent, base) for base, (text, indent) in enumerate(lines, 1)]
    # full rows at the top of the page, one paragraph, set the margins
    for line in body:
        line.base += 20
    found = [paragraph.text for paragraph in paragraphs([*(row(FULL, 0, base) for base in range(1, 8)), *body], PAGES)]
    assert found[1:] == expected


def test_a_paragraph_knows_the_rows_it_was_made_of() -> None:
    body = [row(FULL, page=1), row(FULL, base=2, page=1), row("末。", page=2), row(FULL, base=2, page=2)]
    first = paragraphs(body, dict.fromkeys((1, 2), Size(12.0, 100.0)))[0]
    assert [(at, line.page) for at, line in first.rows] == [(0, 1), (10, 1), (20, 2)]
    assert all(first.text[at:at + len(line.text)] == line.text for at, line in first.rows)


def test_another_size_or_a_gap_begins_a_paragraph() -> None:
    body = [row(FULL, size=1), *(row(FULL, base=base) for base in (2, 3, 4)), row(FULL, base=8)]
    body[0].size = 2.0
    assert [len(paragraph.rows) for paragraph in paragraphs(body, PAGES)] == [1, 3, 1]


@pytest.mark.parametrize("number", [
    "3", "- 3 -", "— 3 —", "—3—", "－3－", "第 3 页", "第3页 共9页", "3/9", "iv", "· 3 ·"])
def test_page_numbers_are_furniture(number: str) -> None:
    body, off = take_off([row("正文。", base=50), row(number, base=95)], PAGES)
    assert [line.text for line in body] == ["正文。"]
    assert [(piece.kind, piece.row.text) for piece in off] == [("page_number", number)]


@pytest.mark.parametrize("text", ["2023年", "第三条", "3.", "一", "12345", "第3页有误"])
def test_other_last_rows_are_text(text: str) -> None:
    assert take_off([row(text, base=95)], PAGES) == ([row(text, base=95)], [])


def test_running_heads_and_feet_are_furniture() -> None:
    pages = [line for page in (1, 2, 3) for line in (
        row("某局文件", base=5, page=page), row(f"正文{'一二三'[page - 1]}", base=8, page=page),
        row("每页都有的正文", base=50, page=page), row(f"共三页之{page}", base=96, page=page))]
    body, off = take_off(pages, dict.fromkeys((1, 2, 3), Size(12.0, 100.0)))
    assert [line.text for line in body] == [
        text for number in "一二三" for text in (f"正文{number}", "每页都有的正文")]
    assert [piece.kind for piece in off] == ["header", "footer"] * 3


def test_the_head_of_a_single_page_is_text() -> None:
    assert take_off([row("某局文件", base=5)], PAGES)[1] == []
