"""Numbering diagnostics: what is reported, and what is the document's own way."""

from __future__ import annotations

import pytest

import policydoc


def found(text: str) -> list[tuple[str, str]]:
    document = policydoc.parse_text(text)
    return [(d.code, document.text[d.start:d.end]) for d in document.diagnostics
            if d.code.startswith(("number-", "level-"))]


def lines(*labels: str) -> str:
    return "\n".join(f"{label}开展工作，认真落实，按时报告。" for label in labels)


RESTARTS = lines("一、", "（一）", "（二）", "二、", "（一）", "（二）", "三、", "（一）", "（三）")
THROUGH = lines("一、", "（一）", "（二）", "二、", "（三）", "（四）", "三、", "（五）", "（七）")


@pytest.mark.parametrize(("text", "expected"), [
    (lines("一、", "二、", "三、"), []),
    (lines("一、", "二、", "四、"), [("number-gap", "四、")]),
    (lines("一、", "二、", "二、", "三、"), [("number-duplicate", "二、")]),
    (lines("一、", "三、", "二、", "四、"),
     [("number-gap", "三、"), ("number-disorder", "二、"), ("number-gap", "四、")]),
    (lines("第一条　", "第二条　", "第二条之一　", "第三条　"), []),
    (lines("第一条　", "第二条　", "第五条　"), [("number-gap", "第五条")]),
    (lines("第一章　", "第一条　", "第二条　", "第二章　", "第三条　"), []),
    (RESTARTS, [("number-gap", "（三）")]),
    (THROUGH, [("number-gap", "（七）")]),
    (lines("一、", "（一）", "（二）", "（三）", "二、", "（四）", "三、", "（五）", "（六）"), []),
    (lines("一、", "1.", "2.", "二、", "1.", "2.", "4."), [("number-gap", "4.")]),
    (lines("一、", "二、") + "\n附件\n维修办法\n" + lines("一、", "二、"), []),
    (lines("一、", "二、") + "\n附件\n维修办法\n" + lines("一、", "三、"), [("number-gap", "三、")]),
    ("一年来主要做了以下工作：（一）学习理论，提高认识。\n" + lines("（二）", "（三）"), []),
], ids=lambda x: None if isinstance(x, list) else "")
def test_breaks_in_a_row(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "message"), [
    (THROUGH, "（六）缺失：（五）之后是（七），请核对是否漏写或误编序号"),
    (lines("一、", "二、", "五、"), "“三、”“四、”缺失：“二、”之后是“五、”，请核对是否漏写或误编序号"),
    (lines("第一条　", "第二条　", "第四条　"), "第三条缺失：第二条之后是第四条，请核对是否漏写或误编序号"),
    (lines("1.", "2.", "12."), "“3.”至“11.”缺失：“2.”之后是“12.”，请核对是否漏写或误编序号"),
    (lines("①", "②", "⑤"), "③④缺失：②之后是⑤，请核对是否漏写或误编序号"),
    (lines("（1）", "（3）"), "（2）缺失：（1）之后是（3），请核对是否漏写或误编序号"),
])
def test_the_missing_numbers_are_named_as_the_document_writes_them(text: str, message: str) -> None:
    document = policydoc.parse_text(text)
    assert [d.message for d in document.diagnostics if d.code == "number-gap"] == [message]


def test_nothing_is_renumbered_and_the_place_is_the_next_label() -> None:
    document = policydoc.parse_text(THROUGH)
    gap = next(d for d in document.diagnostics if d.code == "number-gap")
    provision = next(p for p in document.walk() if p.id == gap.provision)
    assert (provision.label, provision.number, gap.severity) == ("（七）", 7, "warning")


NESTED = ("一、", *(label for item in "一二三四五" for label in (f"（{item}）", "1.", "2.")))


@pytest.mark.parametrize(("labels", "expected"), [
    ((*NESTED, "二、", "1.", "2."), [("level-jump", "1.")]),
    ((*NESTED, "二、", "（一）", "1.", "2."), []),
    (("一、", "1.", "2.", "二、", "1.", "2."), []),
])
def test_a_level_is_skipped_only_where_the_document_keeps_it(labels: tuple[str, ...],
                                                             expected: list[tuple[str, str]]) -> None:
    assert found(lines(*labels)) == expected


def test_a_row_that_is_wrong_throughout_is_reported_in_moderation() -> None:
    assert 0 < len(found(lines(*["（一）"] * 500))) <= 50
