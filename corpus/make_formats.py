"""Write 2023-work-points.txt again as .docx, .html and .ofd: `python corpus/make_formats.py [FOLDER]`.

The same text gives the same bytes on every machine: entries are stored, their dates fixed, their order too.
In the .docx the labels are Word's automatic numbers, so they stand in numbering.xml and not in the text.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLAN = "2023-work-points"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Line:
    """One paragraph: its level (title, body, chapter, item), its number and its text without label."""

    level: str
    number: int
    text: str

    @property
    def label(self) -> str:
        return {"chapter": "{}、", "item": "（{}）"}.get(self.level, "").format(chinese(self.number))


def chinese(number: int) -> str:
    """1 to 99 as 一, 十, 十一, 二十一."""
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def lines(text: str) -> Iterator[Line]:
    """The paragraphs of the plan. The first is the title."""
    value = {chinese(n): n for n in range(1, 100)}
    for at, raw in enumerate(line for line in text.split("\n") if line):
        chapter, item = re.match(f"([{DIGITS}十]+)、", raw), re.match(f"（([{DIGITS}十]+)）", raw)
        if label := chapter or item:
            yield Line("chapter" if chapter else "item", value[label[1]], raw[label.end():])
        else:
            yield Line("body" if at else "title", 0, raw)


def package(parts: dict[str, str]) -> bytes:
    """A zip of these parts that is the same whenever and wherever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, content.encode())
    return buffer.getvalue()


# ------------------------------------------------------------------------------------------------ docx
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {
    "title": ("Title", "Title", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'),
    "body": ("BodyText", "Body Text", '<w:ind w:firstLineChars="200" w:firstLine="640"/>', '<w:sz w:val="32"/>'),
    "chapter": ("Heading1", "heading 1",
                '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
                '<w:b/><w:sz w:val="32"/>'),
    "item": ("PlanItem", "Plan Item", '<w:ind w:firstLineChars="200" w:firstLine="640"/>', '<w:sz w:val="32"/>'),
}
"""Level → style id, style name, paragraph properties, run properties."""


def docx(plan: list[Line]) -> bytes:
    """A Word file. Chapters are numbered through their style, items by numPr of their own.

    Items are level 2 of a list of their own, without restart (lvlRestart 0), so they run through. After a gap a new
    instance of that list starts at the number in the text: this is how a number goes missing in Word when
    somebody sets the start by hand.
    """
    body, instance, starts, expected = [], 2, {}, 1
    for line in plan:
        numbering = ""
        if line.level == "item":
            if line.number != expected:
                instance += 1
                starts[instance] = line.number
            expected = line.number + 1
            numbering = f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{instance}"/></w:numPr>'
        properties = f'<w:pPr><w:pStyle w:val="{STYLES[line.level][0]}"/>{numbering}</w:pPr>'
        body.append(f"<w:p>{properties}{_runs(line)}</w:p>")
    page = ('<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" '
            'w:gutter="0"/></w:sectPr>')
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footer1": "footer"}
    return package({
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>'
                  for part, kind in kinds.items()) + "</Types>",
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships(
            {"styles": "styles.xml", "numbering": "numbering.xml", "footer": "footer1.xml"}),
        "word/document.xml": f'{XML}<w:document {W} xmlns:r="{OFFICE}"><w:body>{"".join(body)}{page}'
        "</w:body></w:document>",
        "word/styles.xml": f'{XML}<w:styles {W}>' + "".join(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:pPr>{paragraph}</w:pPr>'
            f"<w:rPr>{run}</w:rPr></w:style>" for style, name, paragraph, run in STYLES.values()) + "</w:styles>",
        "word/numbering.xml": _numbering(starts),
        "word/footer1.xml": f'{XML}<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>',
    })


def _runs(line: Line) -> str:
    """The run-in heading of an item is bold, as a clerk makes it; so its paragraph has two runs."""
    head, stop, rest = line.text.partition("。") if line.level == "item" else ("", "", line.text)
    bold = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(head + stop)}</w:t></w:r>" if head else ""
    return f"{bold}<w:r><w:t>{escape(rest)}</w:t></w:r>"


def _relationships(targets: dict[str, str]) -> str:
    items = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                    for n, (kind, target) in enumerate(targets.items(), 1))
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _numbering(starts: dict[int, int]) -> str:
    """Two lists: 1 for the chapters, 2 for the items; further instances of the second set the start anew."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="{n - 1}">'
        f'<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>{extra}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for n, text, extra in ((1, "%1、", '<w:pStyle w:val="Heading1"/>'), (2, "（%2）", '<w:lvlRestart w:val="0"/>')))
    instances = "".join(
        f'<w:num w:numId="{instance}"><w:abstractNumId w:val="{min(instance, 2)}"/>' + (
            f'<w:lvlOverride w:ilvl="1"><w:startOverride w:val="{starts[instance]}"/></w:lvlOverride>'
            if instance in starts else "") + "</w:num>" for instance in (1, 2, *starts))
    return f"{XML}<w:numbering {W}>{lists}{instances}</w:numbering>"


# ------------------------------------------------------------------------------------------------ html
PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_澜州市总工会</title>
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2023-02-14 09:30">
<style>body {{ font: 16px/1.8 serif }} .article p {{ text-indent: 2em }}</style>
<script>function share(site) {{ window.print(); }}</script>
</head>
<body>
<header><div class="logo">澜州市总工会</div>
<ul class="nav"><li><a href="#">首页</a></li><li><a href="#">机构职能</a></li><li><a href="#">信息公开</a></li>\
<li><a href="#">职工服务</a></li><li><a href="#">互动交流</a></li></ul></header>
<div class="breadcrumb">当前位置：<a href="#">首页</a> &gt; <a href="#">信息公开</a> &gt; <a href="#">规划计划</a></div>
<table class="metadata">
<tr><td>索引号：</td><td>LZ0104-2023-00017</td><td>主题分类：</td><td>工会工作</td></tr>
<tr><td>发布机构：</td><td>澜州市总工会</td><td>发布日期：</td><td>2023年2月14日</td></tr>
</table>
<div class="main">
<h1>{title}</h1>
<div class="toolbar">来源：市总工会办公室 字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a> \
<a href="javascript:share('print')">打印</a> 分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="article" id="zoom">
{body}
</div>
<div class="pager">上一篇：<a href="#">关于做好春节期间送温暖工作的通知</a><br>\
下一篇：<a href="#">工会经费收支情况公告</a></div>
</div>
<aside><h3>相关链接</h3><ul><li><a href="#">机构概况</a></li><li><a href="#">办事指南</a></li></ul></aside>
<footer><p>主办单位：澜州市总工会 版权所有</p>\
<p>网站标识码：0000000000 <a href="#">网站地图</a> <a href="#">联系我们</a></p></footer>
</body>
</html>
"""


def html(plan: list[Line]) -> bytes:
    """A page of a government site: navigation, breadcrumbs, a table of metadata, share buttons and a footer."""
    title, *rest = plan
    tags = {"chapter": "<p><strong>{}</strong></p>", "item": "<p>{}</p>", "body": "<p>{}</p>"}
    body = "\n".join(tags[line.level].format("　　" + escape(line.label + line.text, quote=False)) for line in rest)
    return PAGE.format(title=title.text, body=body).encode()


# ------------------------------------------------------------------------------------------------- ofd
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
COLUMNS, ROWS = 28, 22
SIZE, LEAD, LEFT, TOP = 5.6, 10.0, 28.0, 37.0
"""Characters a line, lines a page; type size, line step and margins in millimetres."""


def ofd(plan: list[Line]) -> bytes:
    """GB/T 33190 in its least form: a text object for each visual line, paragraphs indented by two characters.

    The footer with the page number is a text object of the page; the name of the body stands on a template page.
    """
    rows = [row for line in plan for row in _wrapped(line)]
    pages = [[row for _, row in group] for _, group in groupby(enumerate(rows), lambda pair: pair[0] // ROWS)]
    parts = {
        "OFD.xml": f'{XML}<ofd:OFD {OFD} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo>'
        f"<ofd:DocID>{'0' * 31}1</ofd:DocID><ofd:Title>{plan[0].text}</ofd:Title>"
        "<ofd:CreationDate>2023-01-01</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{XML}<ofd:Document {OFD}><ofd:CommonData><ofd:MaxUnitID>100000</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>'
        + "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'{XML}<ofd:Res {OFD} BaseLoc="Res"><ofd:Fonts>'
        '<ofd:Font ID="1" FontName="仿宋" FamilyName="仿宋"/></ofd:Fonts></ofd:Res>',
        "Doc_0/Tpls/Tpl_0/Content.xml": _page([_text(3, 150.0, 20.0, "澜州市总工会文件")]),
    }
    for n, page in enumerate(pages):
        texts = [_text(1000 * (n + 1) + at, LEFT + SIZE * indent, TOP + LEAD * at, text)
                 for at, (indent, text) in enumerate(page)]
        foot = _text(1000 * (n + 1) + 900, 98.0, 275.0, f"— {n + 1} —")
        parts[f"Doc_0/Pages/Page_{n}/Content.xml"] = _page([*texts, foot], '<ofd:Template TemplateID="2"/>')
    return package(parts)


def _wrapped(line: Line) -> Iterator[tuple[float, str]]:
    """The visual lines of a paragraph, each with its indent in characters. The title is centred."""
    text = line.label + line.text
    if line.level == "title":
        yield (COLUMNS - len(text)) / 2, text
        return
    yield 2, text[:COLUMNS - 2]
    for at in range(COLUMNS - 2, len(text), COLUMNS):
        yield 0, text[at:at + COLUMNS]


def _text(ident: int, x: float, y: float, text: str) -> str:
    step = f' DeltaX="g {len(text) - 1} {SIZE}"' if len(text) > 1 else ""
    return (f'<ofd:TextObject ID="{ident}" Boundary="{x:g} {y:g} {len(text) * SIZE:g} {LEAD:g}" Font="1" '
            f'Size="{SIZE}"><ofd:TextCode X="0" Y="{SIZE}"{step}>{escape(text, quote=False)}</ofd:TextCode>'
            "</ofd:TextObject>")


def _page(texts: list[str], template: str = "") -> str:
    return (f'{XML}<ofd:Page {OFD}>{template}<ofd:Content><ofd:Layer ID="4" Type="Body">{"".join(texts)}'
            "</ofd:Layer></ofd:Content></ofd:Page>")


def main(folder: Path) -> None:
    plan = list(lines((HERE / f"{PLAN}.txt").read_text(encoding="utf-8")))
    for make in (docx, html, ofd):
        (folder / f"{PLAN}.{make.__name__}").write_bytes(make(plan))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
