"""What a .docx shows: runs, revisions, fields, tables, boxes, notes, and the way back to them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from docx_files import abstract, docx, lvl, num, p, r, table
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import no_hang
from policydoc.errors import DamagedFile
from policydoc.model.source import SourceText
from policydoc.readers import read

HIDDEN = "<w:vanish/>"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def box(inner: str) -> str:
    """A text box as Word writes it: the shape, and the same once more for programs that don't know it."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
            f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>")


RUNS = [
    ("runs are joined", r("推进") + r("产业工人", "<w:b/>") + r("队伍建设"), "推进产业工人队伍建设"),
    ("a soft break is a line end", r("第一行") + "<w:r><w:br/></w:r>" + r("第二行"), "第一行\n第二行"),
    ("a page break at the ends is nothing", '<w:r><w:br w:type="page"/></w:r>' + r("正文"), "正文"),
    ("tab and hyphen", "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t></w:r>", "甲\t乙-丙"),
    ("white space counts where it is preserved", r("　　甲 ") + "<w:r><w:t>  乙  </w:t></w:r>", "　　甲 乙"),
    ("symbols", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
     '<w:r><w:sym w:font="Wingdings" w:char="F082"/></w:r><w:r><w:sym w:font="x" w:char="zz"/></w:r>', "☑•②"),
    ("a deleted run is left out", r("保留") + f'<w:del w:id="1">{r("删去")}</w:del>' + r("文字"), "保留文字"),
    ("an inserted run is kept", r("每") + f'<w:ins w:id="1">{r("半")}</w:ins>' + r("年"), "每半年"),
    ("moved text stands where it went", f'<w:moveFrom w:id="1">{r("旧处")}</w:moveFrom><w:moveTo w:id="2">{r("新处")}'
     "</w:moveTo>", "新处"),
    ("a deletion inside an insertion", f'<w:ins w:id="1">{r("甲")}<w:del w:id="2">{r("乙")}</w:del></w:ins>', "甲"),
    ("hidden text is left out", r("公开") + r("内部", HIDDEN) + r("文字", '<w:vanish w:val="0"/>'), "公开文字"),
    ("links, tags and controls are descended", f'<w:hyperlink>{r("《工会法》")}</w:hyperlink><w:smartTag>{r("某市")}'
     f"</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>{r('日期')}</w:sdtContent></w:sdt>", "《工会法》某市日期"),
    ("a ruby keeps its base", "<w:r><w:ruby><w:rt><w:r><w:t>gōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>工</w:t></w:r>"
     "</w:rubyBase></w:ruby></w:r>", "工"),
    ("a field shows its result", BEGIN + code(" PAGE ") + SEPARATE + r("3") + END + r("页"), "3页"),
    ("a field inside the code of another", BEGIN + code("IF ") + BEGIN + code("REF x") + SEPARATE + r("暗") + END
     + code(" = 1") + SEPARATE + r("明") + END, "明"),
    ("nothing of a field's code shows", BEGIN + code("IF") + '<w:r><w:tab/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
     + SEPARATE + r("甲") + END, "甲"),
    ("the branch with text is read", '<w:r><mc:AlternateContent><mc:Choice Requires="w16"/><mc:Choice Requires="wps">'
     "<w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r>", "甲"),
    ("a field without an end", BEGIN + code("PAGE") + r("暗"), ""),
    ("an end without a field", END + r("文字"), "文字"),
    ("a simple field", f'<w:fldSimple w:instr="DATE">{r("2024年")}</w:fldSimple>', "2024年"),
    ("a number in a circle", BEGIN + code(r"eq \o\ac(○,") + code("21)") + END + r("项目"), "㉑项目"),
    ("mathematics", "<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>+b</m:t></m:r></m:oMath>", "a+b"),
]


def text_of(body: str, **parts: str) -> str:
    return read(docx(body, parts=parts), "plan.docx").text


def lines_of(source: SourceText) -> list[str]:
    return source.text.split("\n")


@pytest.mark.parametrize(("inside", "text"), [pytest.param(*case[1:], id=case[0]) for case in RUNS])
def test_paragraph(inside: str, text: str) -> None:
    assert text_of(p(inside=inside) + p("后文")) == f"{text}\n后文"


def test_empty_paragraphs_are_empty_lines() -> None:
    assert text_of(p("甲") + p() + "<w:p/>" + p("乙")) == "甲\n\n\n乙"


def test_a_field_may_reach_over_paragraphs() -> None:
    contents = (p(inside=BEGIN + code(r"TOC \o") + SEPARATE + r("一、总体要求") + "<w:r><w:tab/></w:r>" + r("1"))
                + p(inside=r("二、重点任务") + END))
    assert text_of(contents + p("正文")) == "一、总体要求\t1\n二、重点任务\n正文"


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_deleted_paragraph_mark_joins_two_paragraphs(mark: str) -> None:
    gone = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:{mark}/></w:rPr></w:pPr>'
    body = (p("第一项", num=1, level=0) + f"<w:p>{gone}<w:del>{r('删去的一项')}</w:del></w:p>"
            + f"<w:p>{gone}{r('前半')}</w:p>" + p("后半", num=1, level=0) + f"<w:p>{gone}{r('末尾')}</w:p>")
    text = text_of(body, numbering=abstract(1, [lvl("chineseCounting", "%1、")]) + num(1, 1))
    assert text == "一、第一项\n二、前半后半\n末尾"


def test_revisions_and_hidden_text_are_reported_once() -> None:
    body = p(inside=r("甲") + f"<w:ins>{r('乙')}</w:ins>") + p(inside=r("暗语", HIDDEN) + f"<w:del>{r('丙')}</w:del>")
    source = read(docx(body))
    assert [(each["code"], each["severity"]) for each in source.diagnostics] == [
        ("hidden_text", "info"), ("tracked_changes", "info")]
    assert "2 个字" in source.diagnostics[0]["message"]
    assert read(docx(p("甲"))).diagnostics == []


def test_hidden_character_style() -> None:
    styles = ('<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="character" w:styleId="B"><w:basedOn w:val="A"/></w:style>')
    assert text_of(p(inside=r("明") + r("暗", '<w:rStyle w:val="B"/>')), styles=styles) == "明"


def test_hidden_paragraph_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(style="A", inside=r("暗") + r("明", '<w:vanish w:val="0"/>') + r("暗", "<w:b/>")) + p("后文")
    assert text_of(body, styles=styles) == "明\n后文"


def span(columns: int, text: str) -> str:
    return f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{p(text)}'


def merge(text: str, value: str = "") -> str:
    attribute = f' w:val="{value}"' if value else ""
    return f"<w:tcPr><w:vMerge{attribute}/></w:tcPr>{p(text)}"


TABLES = [
    ("cells are joined by tabs", [["序号", "任务"], ["1", "走访"]], ["序号\t任务", "1\t走访"]),
    ("paragraphs of a cell are joined by spaces", [["甲", p("乙") + p() + p("丙")]], ["甲\t乙 丙"]),
    ("breaks and tabs in a cell too", [["甲", p(inside=r("乙") + "<w:r><w:br/><w:tab/></w:r>" + r("丙"))]],
     ["甲\t乙 丙"]),
    ("a wide cell holds its columns open", [[span(2, "任务"), "单位"], ["1", "走访", "办公室"]],
     ["任务\t\t单位", "1\t走访\t办公室"]),
    ("a tall cell stands once", [[merge("办公室", "restart"), "走访"], [merge(""), "调研"]],
     ["办公室\t走访", "\t调研"]),
    ("empty cells at the end and empty rows are nothing", [["甲", "乙"], ["丙", ""], ["", ""]], ["甲\t乙", "丙"]),
    ("a table in a cell", [["甲", table([["乙", "丙"], ["丁", "戊"]]) + p()]], ["甲\t乙 丙 丁 戊"]),
    ("one column is a frame round paragraphs", [[p("一、总体要求") + p("每月开会。")], ["二、任务"]],
     ["一、总体要求", "每月开会。", "二、任务"]),
]


@pytest.mark.parametrize(("rows", "lines"), [pytest.param(*case[1:], id=case[0]) for case in TABLES])
def test_table(rows: list[list[str]], lines: list[str]) -> None:
    source = read(docx(p("前") + table(rows) + p("后")))
    assert lines_of(source) == ["前", *lines, "后"]
    frame = len(rows[0]) == 1
    assert [source.text[start:end] for start, end in source.tables] == ([] if frame else ["\n".join(lines)])


def test_rows_and_cells_whose_deletion_is_tracked() -> None:
    rows = ('<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
            '<w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>'
            '<w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr>')
    assert text_of(f"<w:tbl>{rows}</w:tbl>" + p("后")) == "\t甲\n后"


def test_numbers_in_cells_count() -> None:
    rows = [[p(num=1, level=0), "走访"], [p(num=1, level=0), "调研"]]
    numbering = abstract(1, [lvl("decimal", "%1")]) + num(1, 1)
    assert text_of(table(rows), numbering=numbering) == "1\t走访\n2\t调研"


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    inner = p("框内一") + table([["甲", "乙"]])
    source = read(docx(p(inside=r("正文") + box(inner)) + p("后文")))
    assert lines_of(source) == ["正文", "框内一", "甲\t乙", "后文"]
    parts = {source.text[offset:].split()[0]: (place.part, place.paragraph) for offset, place in source.places}
    assert parts["框内一"] == ("textbox", 1)
    assert parts["后文"] == ("body", 2)


def test_notes_come_last_and_lead_back() -> None:
    reference = '<w:r><w:{kind}Reference w:id="{id}"/></w:r>'
    body = (p(inside=r("甲") + reference.format(kind="endnote", id=2)) + p("乙")
            + p(inside=r("丙") + reference.format(kind="footnote", id=3) + reference.format(kind="footnote", id=9)))
    footnotes = (f'<w:footnote w:type="separator" w:id="0">{p("——")}</w:footnote>'
                 f'<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>{r("脚注")}</w:p>{p("续")}</w:footnote>'
                 f'<w:footnote w:id="4">{p("未引用")}</w:footnote>')
    endnotes = f'<w:endnote w:id="2">{p("尾注")}</w:endnote>'
    source = read(docx(body, parts={"footnotes": footnotes, "endnotes": endnotes}))
    assert source.text == "甲\n乙\n丙\n脚注\n续\n尾注"
    assert [source.text[start:end] for start, end in source.notes] == ["脚注\n续", "尾注"]
    assert [(place.part, place.paragraph) for _, place in source.places[-2:]] == [("footnote", 3), ("endnote", 1)]


def test_headers_footers_and_comments_are_apart() -> None:
    source = read(docx(p("正文"), parts={
        "header": p("某市总工会文件"), "header2": p("某市总工会文件"), "footer": p("— 2 —"), "footer2": p(),
        "comments": f'<w:comment w:id="1">{p("请核实")}</w:comment>'}))
    assert source.text == "正文"
    assert [(piece.kind, piece.text) for piece in source.furniture] == [
        ("header", "某市总工会文件"), ("page_number", "— 2 —"), ("comment", "请核实")]


def test_places() -> None:
    body = (p("标题") + p() + table([["甲", "乙"], ["丙", "丁"]]) + p("正文")
            + f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>")
    source = read(docx(body))
    places = {source.text[offset:].split()[0]: (place.paragraph, place.table, place.row, place.cell)
              for offset, place in source.places if source.text[offset:offset + 1] != "\n"}
    assert places == {"标题": (1, None, None, None), "甲": (None, 1, 1, 1), "乙": (None, 1, 1, 2),
                      "丙": (None, 1, 2, 1), "丁": (None, 1, 2, 2), "正文": (3, None, None, None),
                      "控件": (4, None, None, None)}
    assert [offset for offset, _ in source.places] == sorted(offset for offset, _ in source.places)


def test_an_embedded_document_is_reported() -> None:
    source = read(docx(p("正文") + "<w:altChunk/>"))
    assert [(d["code"], d["severity"]) for d in source.diagnostics] == [("embedded_document", "warning")]


def test_the_main_part_may_have_another_name() -> None:
    assert read(docx(p("正文"), main="word/document2.xml"), "a.docx").text == "正文"


def test_strict_documents() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("正文", num=1, level=0), parts={
            "numbering": abstract(1, [lvl("decimal", "%1.")]) + num(1, 1)}))) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, old.read(member).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert read(out.getvalue()).text == "1.正文"


def test_python_docx_files_read() -> None:
    from docx import Document

    document = Document()
    document.add_heading("某市总工会工作要点", 0)
    document.add_paragraph("每月召开一次例会。", style="List Number")
    document.add_paragraph("每季度通报一次。", style="List Number")
    document.add_paragraph("走访职工", style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).text == "某市总工会工作要点\n1.每月召开一次例会。\n2.每季度通报一次。\n•走访职工"


def test_real_reports(shared: Path) -> None:
    reports = [path for path in sorted((shared / "docx").glob("*.docx")) if not path.name.startswith("probe")]
    assert len(reports) == 6
    for path in reports:
        source = read(path.read_bytes(), path.name)
        lines = [line.strip() for line in lines_of(source)]
        assert lines[0] == f"2025年{path.stem}政府工作报告"
        assert sum(line.startswith(("一、", "二、", "三、")) for line in lines) >= 2
        assert len(source.text) > 10_000
        assert source.diagnostics == []


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])), min_size=1))
def test_typed_lines_come_back_as_they_were(lines: list[str]) -> None:
    text = "\n".join(["首行", *lines])
    assert read(docx("".join(p(escape(line)) for line in text.split("\n")))).text == text


def test_real_documents_as_word_files(shared: Path) -> None:
    for path in sorted((shared / "docs").glob("*.txt"))[::5]:
        text = read(path.read_bytes(), path.name).text
        assert read(docx("".join(p(escape(line)) for line in text.split("\n")))).text == text


def test_reading_is_linear() -> None:
    data = docx(p("每季度召开一次职工代表座谈会，研究解决突出问题。" * 3, num=1, level=0) * 30_000,
                parts={"numbering": abstract(1, [lvl("decimal", "%1.")]) + num(1, 1)})
    with no_hang():
        assert read(data).text.count("\n") == 29_999


def test_no_body() -> None:
    with pytest.raises(DamagedFile, match="正文"):
        read(docx("").replace(b"word/document.xml", b"word/documenu.xml"), "a.docx")
