"""OFD packages made here, and the real ones."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from policydoc.errors import DamagedFile, EmptyFile, EncryptedFile, NeedsOCR, ReadError, TooLarge
from policydoc.readers import ofd
from policydoc.readers.ofd_text import deltas

SPACE = "http://www.ofdspec.org/2016"


def text(code: str, x: float = 30, y: float = 30, more: str = "", attributes: str = 'X="0" Y="5"') -> str:
    """A text object of 5 mm characters whose boundary begins at x, y."""
    return (f'<ofd:TextObject Boundary="{x} {y} 150 7" Size="5" {more}>'
            f"<ofd:TextCode {attributes}>{escape(code)}</ofd:TextCode></ofd:TextObject>")


def xml(tag: str, inner: str, space: str = SPACE) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{tag} xmlns:ofd="{space}">{inner}</ofd:{tag}>'


def page(*objects: str, template: str = "", space: str = SPACE) -> str:
    used = f'<ofd:Template TemplateID="{template}"/>' if template else ""
    return xml("Page", f'{used}<ofd:Content><ofd:Layer ID="1">{"".join(objects)}</ofd:Layer></ofd:Content>', space)


def package(pages: Sequence[str], templates: Sequence[str] = (), extra: dict[str, str] | None = None,
            space: str = SPACE) -> bytes:
    """An OFD of one document with these pages; template N has the ID tN."""
    files = {"OFD.xml": xml("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>", space)}
    common = "".join(f'<ofd:TemplatePage ID="t{at}" BaseLoc="Tpls/{at}.xml"/>' for at in range(len(templates)))
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}/Content.xml"/>' for at in range(len(pages)))
    files["Doc_0/Document.xml"] = xml("Document", (
        f"<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"), space)
    files |= {f"Doc_0/Pages/{at}/Content.xml": content for at, content in enumerate(pages)}
    files |= {f"Doc_0/Tpls/{at}.xml": content for at, content in enumerate(templates)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files | (extra or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def lines(*objects: str) -> list[str]:
    return ofd.read(package([page(*objects)]), "a.ofd").text.split("\n")


@pytest.mark.parametrize(("objects", "expected"), [
    ([text("下", y=60), text("上", y=30)], ["上", "下"]),
    ([text("右", 100), text("左", 30)], ["左　右"]),
    ([text("工作", 30), text("要点", 40)], ["工作要点"]),
    ([text("疏排", attributes='X="0" Y="5" DeltaX="9"')], ["疏排"]),
    ([text("甲乙丙丁", attributes='X="0" Y="5" DeltaX="g 3 5"'), text("戊", 50)], ["甲乙丙丁戊"]),
    ([text("无坐标", attributes="")], ["无坐标"]),
    ([text("缺横", attributes='Y="5"'), text("接", 40)], ["缺横接"]),
    ([text("竖移", attributes='X="0" Y="5" DeltaX="0" DeltaY="20"')], ["竖", "移"]),
    ([text("缩放", more='CTM="2 0 0 2 0 0"'), text("后", 50, attributes='X="0" Y="10"')], ["缩放后"]),
    ([text("平移", more='CTM="1 0 0 1 20 50"'), text("先", 30)], ["先", "平移"]),
    ([text("看得见"), text("看不见", y=60, more='Visible="false"')], ["看得见"]),
    ([f"<ofd:PageBlock>{text('块中')}</ofd:PageBlock>"], ["块中"]),
    ([text("甲"), text("乙", x=80), text("丙", x=140)], ["甲　乙　丙"]),
    ([text("Web", attributes='X="0" Y="5" DeltaX="g 2 4"')], ["Web"]),
    ([text(" 缩进 ", attributes='X="0" Y="5"')], ["缩进"]),
    ([text("坏数", attributes='X="NaN" Y="x" DeltaX="g 99999999999 5 ? 1e999"')], ["坏数"]),
])
def test_text_objects_in_reading_order(objects: list[str], expected: list[str]) -> None:
    assert lines(*objects) == expected


@pytest.mark.parametrize(("written", "expected"), [
    ("5 5", [5, 5]), ("g 3 2.5 7", [2.5, 2.5, 2.5, 7]), ("", []), (None, []), ("g", []), ("g 2", []), ("g -4 1", []),
    ("inf 1", [1]),
])
def test_deltas(written: str | None, expected: list[float]) -> None:
    assert deltas(written) == expected


def test_rows_of_a_paragraph_are_joined_over_the_page() -> None:
    full = "工会组织全体职工开展学习并按时报告情况做好记录"
    first = page(text("关于学习的通知", 80, 30), text(full[:21], 40, 50), text(full + "。", 30, 60), text(full, 30, 70),
                 text("— 1 —", 100, 280))
    second = page(text("到年底。", 30, 30), text("第二段。", 40, 40), text("— 2 —", 100, 280))
    source = ofd.read(package([first, second]), "a.ofd")
    assert source.text.split("\n") == ["关于学习的通知", f"{full[:21]}{full}。{full}到年底。", "第二段。"]
    assert [(piece.kind, piece.text, piece.page) for piece in source.furniture] == [
        ("page_number", "— 1 —", 1), ("page_number", "— 2 —", 2)]
    pages = {source.text[offset:offset + 2]: place.page for offset, place in source.places}
    assert pages == {"关于": 1, "工会": 1, "到年": 2, "第二": 2}


@pytest.mark.parametrize("space", [SPACE, "http://www.ofdspec.org", "urn:other"])
def test_the_namespace_does_not_matter(space: str) -> None:
    assert ofd.read(package([page(text("文件"), space=space)], space=space), "").text == "文件"


def test_templates_carry_text_too() -> None:
    data = package([page(text("某局", 50), template="t0")], [page(text("姓名：", 30), text("日期：", 30, 60))])
    assert ofd.read(data, "").text == "姓名：　某局\n日期："


def test_several_documents_in_one_file() -> None:
    bodies = "".join(f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>"
                     for root in ("/Doc_0/Document.xml", "Doc_1\\Document.xml"))
    data = package([page(text("第一份。"))], extra={
        "OFD.xml": xml("OFD", bodies),
        "Doc_1/Document.xml": xml("Document", '<ofd:Pages><ofd:Page BaseLoc="Pages/P.xml"/></ofd:Pages>'),
        "Doc_1/Pages/P.xml": page(text("第二份。"))})
    source = ofd.read(data, "")
    assert source.text == "第一份。\n第二份。"
    assert [place.page for _, place in source.places] == [1, 2]


def test_a_watermark_is_furniture() -> None:
    source = ofd.read(package([page(text("正文。"), text("内部", more='CTM="0.7 0.7 -0.7 0.7 0 0"'))]), "")
    assert source.text == "正文。"
    assert [(piece.kind, piece.text, piece.page) for piece in source.furniture] == [("header", "内部", 1)]


def test_private_glyphs_and_lost_pages_are_told() -> None:
    source = ofd.read(package([page(text("规\ue001划\ue002")), "<broken"]), "")
    assert source.text == "规\ue001划\ue002"
    assert [(trouble["code"], trouble["start"]) for trouble in source.diagnostics] == [
        ("page-unreadable", 0), ("private-glyphs", 1)]
    assert "2 个字" in source.diagnostics[1]["message"]
    assert "第 2 页" in source.diagnostics[0]["message"]


def deep(levels: int) -> str:
    return page("<ofd:PageBlock>" * levels + text("深") + "</ofd:PageBlock>" * levels)


BOMB = ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        f'<ofd:Page xmlns:ofd="{SPACE}"><ofd:Content>&b;</ofd:Content></ofd:Page>')


@pytest.mark.parametrize(("data", "error", "says"), [
    (package([page(text("文件"))])[:400], DamagedFile, "损坏"),
    (b"PK\x03\x04", DamagedFile, "损坏"),
    (package([page(text("文件"))], extra={"Encryptions.xml": "<a/>"}), EncryptedFile, "Encryptions"),
    (package([page('<ofd:ImageObject Boundary="0 0 9 9" ResourceID="4"/>')]), NeedsOCR, "图片"),
    (package([page('<ofd:PathObject Boundary="0 0 9 9"/>')]), NeedsOCR, "线条"),
    (package([page()]), EmptyFile, "没有文字"),
    (package([page(text("文件"))], extra={"OFD.xml": "<broken"}), DamagedFile, "OFD.xml"),
    (package([BOMB]), TooLarge, "实体"),
    (package([page(text("空" * 40_000_000))]), TooLarge, "压缩炸弹"),
    (package([deep(10_000)]), EmptyFile, "没有文字"),
])
def test_unreadable(data: bytes, error: type[ReadError], says: str) -> None:
    with pytest.raises(error, match=says) as raised:
        ofd.read(data, "a.ofd")
    assert str(raised.value).startswith("a.ofd: ")
    assert raised.value.advice


def test_a_zip_without_ofd_xml() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("other.txt", "x")
    with pytest.raises(DamagedFile, match=r"没有 OFD\.xml"):
        ofd.read(out.getvalue(), "a.ofd")


def test_mutated_pages_never_raise_anything_else() -> None:
    """Seeded: the same mutants every time."""
    chance = random.Random(33190)
    content = page(text("做好全年工作。"), text("— 1 —", y=280), template="t0")
    for _ in range(300):
        mutant = list(content)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(mutant))
            mutant[at] = chance.choice(["", '"', "<", ">", "-", "9", "e", "g ", " ", "&", "文"])
        try:
            ofd.read(package(["".join(mutant)], [page(text("表"))]), "")
        except ReadError:
            continue


REAL = {
    "converter__n": ["路卫发〔2011〕76号", "区中医院："],
    "converter__testPathFillOpacity": ["蚌山区政府：", "此函。", "2023年7月12日"],
    "crypto__hello-integrity": ["拿来主义", "鲁迅"],
    "converter__helloworld": ["你好呀，OFD Reader&Writer！"],
    "reader__chineseDir": ["你好呀，OFD Reader&Writer！"],
    "sign__namespace_no_std": ["你好呀，OFD Reader&Writer！"],
    "reader__path_unstd": ["立案决定书", "立案决定书", "（存根）", "办案时间测试数据BASJ"],
    "converter__ano": ["可信安全浏览器", "（常用手册）"],
}
NO_TEXT = {"converter__containsJPEG": "图片", "converter__h": "线条"}


def test_every_real_file_gives_its_text_or_a_reason(shared: Path) -> None:
    files = sorted((shared / "ofd").glob("*.ofd"))
    assert {file.stem for file in files} == {*REAL, *NO_TEXT}
    for file in files:
        if file.stem in NO_TEXT:
            with pytest.raises(NeedsOCR, match=NO_TEXT[file.stem]):
                ofd.read(file.read_bytes(), file.name)
            continue
        source = ofd.read(file.read_bytes(), file.name)
        found = source.text.split("\n")
        assert [line for line in found if line in REAL[file.stem]] == REAL[file.stem], file.name
        _same_characters(source.text + "".join(piece.text for piece in source.furniture),
                         file.with_suffix(".txt").read_text("utf-8-sig"))


def _same_characters(found: str, expected: str) -> None:
    """Nothing lost, nothing invented, whatever the order."""
    assert sorted("".join(found.split())) == sorted("".join(expected.split()))
