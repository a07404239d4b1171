"""Files that are broken, hostile or no documents: each gets its own error, a reason and what to do."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest
from docx_files import abstract, docx, lvl, num, p, package, table
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.errors import DamagedFile, EmptyFile, EncryptedFile, NeedsOCR, ReadError, TooLarge
from policydoc.readers import read
from policydoc.readers.package import MEMBER_LIMIT, Package, parse_xml

RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
GOOD = docx(p("某市总工会工作要点") + p("每月走访一次。", num=1, level=0) + table([["甲", "乙"]]),
            parts={"numbering": abstract(1, [lvl("decimal", "%1.")]) + num(1, 1)})
LAUGHS = ('<!DOCTYPE x [<!ENTITY a "哈哈哈哈">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>")


def with_document(document: str | bytes) -> bytes:
    """A package whose word/document.xml is this."""
    return package({"[Content_Types].xml": "<x/>", "_rels/.rels": RELS, "word/document.xml": document})


def flagged(data: bytes, bit: int) -> bytes:
    """The zip with a flag set on every member, in the local headers and in the directory."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = out.find(mark)
        while found >= 0:
            out[found + at] |= bit
            found = out.find(mark, found + 4)
    return bytes(out)


def grown(data: bytes, size: int) -> bytes:
    """The zip whose directory says of every member that it unpacks to this size."""
    out = bytearray(data)
    found = out.find(b"PK\x01\x02")
    while found >= 0:
        out[found + 24:found + 28] = struct.pack("<I", size)
        found = out.find(b"PK\x01\x02", found + 4)
    return bytes(out)


def nested(depth: int) -> str:
    return ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            + "<w:sdt><w:sdtContent>" * depth + p("正文") + "</w:sdtContent></w:sdt>" * depth
            + "</w:body></w:document>")


CASES = [
    ("no byte", b"", EmptyFile),
    ("white space", " \n　\t".encode(), EmptyFile),
    ("a docx without text", docx(p() + p(" ")), EmptyFile),
    ("a docx without a body", with_document('<w:document xmlns:w="x"/>'), EmptyFile),
    ("a scan pasted into Word", package({"word/document.xml": "<x/>", "word/media/image1.png": b"x"}), NeedsOCR),
    ("a truncated zip", GOOD[:-40], DamagedFile),
    ("half a zip", GOOD[:len(GOOD) // 2], DamagedFile),
    ("the first bytes of a zip", b"PK\x03\x04", DamagedFile),
    ("an empty document.xml", with_document(""), DamagedFile),
    ("truncated XML", with_document("<w:document><w:body>"), DamagedFile),
    ("binary XML", with_document(bytes(range(256))), DamagedFile),
    ("no document.xml", package({"[Content_Types].xml": "<x/>", "word/styles.xml": "<x/>"}), DamagedFile),
    ("broken relations", package({"_rels/.rels": "<x", "word/document.xml": "<x/>"}), DamagedFile),
    ("encrypted members", flagged(GOOD, 0x1), EncryptedFile),
    ("strong encryption", flagged(GOOD, 0x41), EncryptedFile),
    ("patched data", flagged(GOOD, 0x20), DamagedFile),
    ("an entity bomb", with_document(LAUGHS), TooLarge),
    ("one harmless entity", with_document('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), TooLarge),
    ("10,000 levels of XML", with_document(nested(5_000)), DamagedFile),
    ("a zip bomb", package({"[Content_Types].xml": "<x/>", "word/document.xml": b" " * (40 << 20)}), TooLarge),
    ("a member beyond the limit", grown(GOOD, MEMBER_LIMIT + 1), TooLarge),
    ("a member that lies about its size", grown(GOOD, 100), DamagedFile),
]


@pytest.mark.parametrize(("data", "error"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_refused(data: bytes, error: type[ReadError]) -> None:
    with no_hang(), pytest.raises(error) as caught:
        read(data, "要点.docx")
    assert type(caught.value) is error
    assert str(caught.value).startswith("要点.docx: ")
    assert caught.value.advice


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = package({"[Content_Types].xml": "<x/>", "word/document.xml": b" " * (200 << 20)})
    tracemalloc.start()
    with pytest.raises(TooLarge):
        read(data, "a.docx")
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_many_members_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydoc.readers.package.PACKAGE_LIMIT", 2500)
    opened = Package(package({f"{at}.xml": b"x" * 1000 for at in range(3)}))
    assert opened.read("0.xml") + opened.read("1.xml") == b"x" * 2000
    with pytest.raises(TooLarge):
        opened.read("2.xml")


@pytest.mark.parametrize("missing", ["numbering", "styles", "footnotes"])
def test_parts_that_are_named_but_not_there(missing: str) -> None:
    data = docx(p("每月走访一次。", num=1, level=0, style="H1"), parts={missing: ""})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if missing not in member:
                new.writestr(member, old.read(member))
    assert read(out.getvalue(), "a.docx").text == "每月走访一次。"


def test_only_the_body_is_needed() -> None:
    document = ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                f"{p('正文')}</w:body></w:document>")
    assert read(package({"word/document.xml": document}), "a.docx").text == "正文"
    assert read(package({"WORD\\Document.xml": document}), "a.docx").text == "正文"


def test_a_hundred_levels_are_read() -> None:
    assert read(with_document(nested(100)), "a.docx").text == "正文"


def test_long_text_in_one_run() -> None:
    text = "每季度通报一次。" * 500_000
    assert read(docx(p(text)), "a.docx").text == text


def test_names_of_members_in_gbk() -> None:
    data = package({"ABCD/x.xml": "<x/>"})
    assert Package(data.replace(b"ABCD", "附件".encode("gbk"))).names == ["附件/x.xml"]
    assert Package(package({"附件/x.xml": "<x/>"})).names == ["附件/x.xml"]


@pytest.mark.parametrize("declared", ["utf-8", "gb18030", "utf-16"])
def test_xml_in_its_own_encoding(declared: str) -> None:
    root = parse_xml(f'<?xml version="1.0" encoding="{declared}"?><a>工会</a>'.encode(declared))
    assert root.text == "工会"


def test_external_entities_are_not_fetched(tmp_path: object) -> None:
    xml = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><a>&x;</a>'
    with pytest.raises(TooLarge):
        parse_xml(xml.encode())


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6),
       st.integers(0, len(GOOD)))
def test_damaged_bytes_never_raise_anything_else(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    for version in (bytes(data), bytes(data[:cut])):
        try:
            read(version, "a.docx")
        except ReadError as error:
            assert error.reason


XML = ("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>甲</w:t>", '<w:numPr><w:numId w:val="1"/></w:numPr>', "<w:pPr>",
       "</w:pPr>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>", "</w:sdt>",
       '<w:ilvl w:val="99999999999999"/>', '<w:gridSpan w:val="99999999"/>', '<w:fldChar w:fldCharType="begin"/>',
       '<w:sym w:char="FFFFFFFFFF"/>', '<w:sym w:char="-1"/>', "<w:altChunk/>", "<mc:AlternateContent/>", "<w:del>",
       "</w:del>", "<w:rPr><w:vanish/></w:rPr>", '<w:footnoteReference w:id="1"/>', "<w:pict/>", "<w:br/>")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(XML), max_size=25))
def test_odd_markup_never_raises_anything_else(pieces: list[str]) -> None:
    numbering = abstract(1, [lvl("lowerLetter", "%1%9%0", start=2_000_000_000)]) + num(1, 1)
    try:
        source = read(docx("".join(pieces), parts={"numbering": numbering}), "a.docx")
    except ReadError as error:
        assert error.reason
    else:
        assert [offset for offset, _ in source.places] == sorted(offset for offset, _ in source.places)
        assert all(0 <= start < end <= len(source.text) for start, end in source.tables)
