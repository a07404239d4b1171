"""Encodings: the ladder BOM → UTF-8 → GB18030, and Markdown without its marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policydoc import parse_text
from policydoc.errors import BadEncoding, EmptyFile, ReadError, UnknownFormat
from policydoc.readers import from_text, read
from policydoc.readers.text import decode

PLAN = "某市总工会2024年工作要点\n\n一、总体要求\n　　坚持“稳中求进”，每季度召开一次职工代表座谈会。\n"
TRADITIONAL = "為貫徹實施綱要，應當開展學習教育，嚴肅處理違紀問題，關於加強機關建設的實施辦法。\n"


@pytest.mark.parametrize(("data", "encoding"), [
    (PLAN.encode(), "utf-8"),
    (b"\xef\xbb\xbf" + PLAN.encode(), "utf-8"),
    (PLAN.encode("gbk"), "gb18030"),
    (PLAN.encode("gb18030"), "gb18030"),
    (("𠮷田㐂" + PLAN).encode("gb18030"), "gb18030"),
    (b"\x84\x31\x95\x33" + PLAN.encode("gb18030"), "gb18030"),
    (b"\xff\xfe" + PLAN.encode("utf-16-le"), "utf-16"),
    (b"\xfe\xff" + PLAN.encode("utf-16-be"), "utf-16"),
    (b"\xff\xfe\0\0" + PLAN.encode("utf-32-le"), "utf-32"),
    (b"plain ASCII", "utf-8"),
    (TRADITIONAL.encode("gb18030"), "gb18030"),
    ("联通".encode("gbk"), "gb18030"),
    ("工会".encode("gbk"), "gb18030"),
])
def test_ladder(data: bytes, encoding: str) -> None:
    source = read(data, "plan.txt")
    assert (source.format, source.encoding) == ("text", encoding)
    codec = encoding if encoding.endswith(("16", "32")) else f"{encoding}-sig" if encoding == "utf-8" else encoding
    assert source.text == data.decode(codec).removeprefix("\ufeff")


def test_only_line_ends_and_the_mark_change() -> None:
    text = "\ufeff甲\r\n乙\r丙\n\n　丁 \t \u2028戊\x0c己\ufeff"
    expected = "甲\n乙\n丙\n\n　丁 \t \u2028戊\x0c己\ufeff"
    assert read(text.encode(), "a.txt").text == expected
    assert from_text(text).text == expected


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\r\r\n"])
def test_every_line_end_ends_a_line_of_the_tree(end: str) -> None:
    lines = [(p.kind, p.label, p.heading) for p in parse_text(PLAN).walk()]
    assert len(lines) == 3
    assert [(p.kind, p.label, p.heading) for p in parse_text(PLAN.replace("\n", end)).walk()] == lines


@pytest.mark.parametrize(("data", "error"), [
    (b"", EmptyFile),
    (b" \r\n\t\n", EmptyFile),
    ("\ufeff 　\n\u3000".encode(), EmptyFile),
    (bytes(range(256)), UnknownFormat),
    (b"\x7fELF\x02\x01\x01\0\0\0", UnknownFormat),
    (b"\x01\x02\x03\x04\x05\x06 text", UnknownFormat),
    (PLAN.encode("utf-16-le"), UnknownFormat),
    (TRADITIONAL.encode("big5") * 3, BadEncoding),
    ("これは労働組合の年間計画です。".encode("shift_jis") * 3, BadEncoding),
    (PLAN.encode()[:40] + b"\xff" + PLAN.encode(), BadEncoding),
    (PLAN.encode()[:-10] + PLAN.encode("gbk"), BadEncoding),
    (PLAN.encode()[1:], BadEncoding),
    (b"\xff\xfe" + PLAN.encode("utf-16-le") + b"\0", BadEncoding),
    (b"\xef\xbb\xbf" + PLAN.encode("gbk"), BadEncoding),
    (b"\xff\xfe" + "a\0b".encode("utf-16-le"), UnknownFormat),
    (PLAN.encode("gbk") + b"\xff", BadEncoding),
])
def test_refused(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error) as caught:
        read(data, "plan.txt")
    assert caught.value.name == "plan.txt"
    assert caught.value.advice


def test_a_bad_byte_is_shown_by_its_place() -> None:
    data = (PLAN * 3).encode()
    at = data.index("座谈会".encode(), len(PLAN.encode()))
    with pytest.raises(BadEncoding, match=f"第 {at + 1} 字节，第 8 行"):
        decode(data[:at] + b"\xfe" + data[at:])


@settings(deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"PK\x03\x04")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert read(data, "").text.strip()
    except ReadError as error:
        assert error.reason


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1).filter(str.strip))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


def test_two_megabytes_of_one_line() -> None:
    data = ("每年" * 350_000).encode()
    assert len(read(data, "a.txt").text) == 700_000


MARKDOWN = [
    ("# 某市总工会工作要点", "某市总工会工作要点"),
    ("## 一、总体要求 ##", "一、总体要求"),
    ("#标签不是标题", "#标签不是标题"),
    ("- 每月开展一次走访", "每月开展一次走访"),
    ("  * 每月开展一次走访", "每月开展一次走访"),
    ("1. 推进改革", "1. 推进改革"),
    (r"1\. 推进改革", "1. 推进改革"),
    ("> 引用的话", "引用的话"),
    ("**加强**组织建设", "加强组织建设"),
    ("***非常***重要", "非常重要"),
    ("**（一）*重点*任务。**每季度调度", "（一）重点任务。每季度调度"),
    ("面积3*5*6米", "面积3*5*6米"),
    ("*斜体* 与 ~~删去~~ 与 `代码`", "斜体 与 删去 与 代码"),
    ("日期：____年__月__日", "日期：____年__月__日"),
    ("见[《工会法》](https://example.org/law)第三条", "见《工会法》第三条"),
    ("某发〔2023〕1号、某发[2023]2号", "某发〔2023〕1号、某发[2023]2号"),
    ("甲&nbsp;乙 &lt;丙&gt;", "甲\u00a0乙 <丙>"),
    ("---", ""),
    ("====", ""),
    ("```text", ""),
    ("末尾换行\\", "末尾换行"),
    (r"\*不是重点\*", "*不是重点*"),
]


@pytest.mark.parametrize(("line", "plain"), MARKDOWN)
def test_markdown_line(line: str, plain: str) -> None:
    source = read(f"一\n{line}\n二".encode(), "plan.md")
    assert (source.format, source.text) == ("markdown", f"一\n{plain}\n二")


def test_markdown_table() -> None:
    source = read("# 分工\n\n| 任务 | 单位 |\n|:---|---:|\n| **走访** | 甲\\|乙 |\n\n以上。".encode(), "plan.md")
    assert source.text == "分工\n\n任务\t单位\n\n走访\t甲|乙\n\n以上。"
    assert [source.text[start:end] for start, end in source.tables] == ["任务\t单位\n\n走访\t甲|乙"]
    cells = {source.text[offset:].split()[0]: (place.table, place.row, place.cell)
             for offset, place in source.places if place.table}
    assert cells == {"任务": (1, 1, 1), "单位": (1, 1, 2), "走访": (1, 2, 1), "甲|乙": (1, 2, 2)}


def test_a_yaml_block_is_kept_apart() -> None:
    block = "---\ntitle: 关于学习的通知\ntags:\n  - 学习\n---\n"
    source = read((block + "# 关于学习的通知\n\n一、学习").encode(), "a.md")
    assert source.text == "\n" * 5 + "关于学习的通知\n\n一、学习"
    assert [piece.text for piece in source.furniture] == ["title: 关于学习的通知", "tags:", "学习"]
    rule = "---\n一、学习\n---\n二、交流"
    assert read(rule.encode(), "a.md").text == "\n一、学习\n\n二、交流"


def test_markdown_keeps_the_lines_of_the_file() -> None:
    lines = [line for line, _ in MARKDOWN]
    source = read("\n".join(lines).encode(), "plan.md")
    assert len(source.text.split("\n")) == len(lines)


@pytest.mark.parametrize(("name", "kind"), [("a.txt", "text"), ("a.md", "markdown"), ("", "markdown")])
def test_a_txt_file_is_never_taken_for_markdown(name: str, kind: str) -> None:
    assert read("# 标题\n\n## 一、要求\n正文".encode(), name).format == kind


def test_real_documents_read_the_same_in_every_encoding(shared: Path) -> None:
    for path in sorted((shared / "docs").glob("*.txt"))[:40]:
        text = path.read_text(encoding="utf-8-sig")
        for encoding in ("utf-8", "gb18030"):
            assert decode(text.encode(encoding)) == (text, encoding)
