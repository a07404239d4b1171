"""Pages to lines: what is text, what is chrome, what is a table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import no_hang
from policydoc import parse, parse_bytes
from policydoc.errors import BadEncoding, EmptyFile, ReadError
from policydoc.model.document import Document
from policydoc.readers import html
from policydoc.readers.html_meta import label

BODY = "<p>各科室：</p><p>现将学习安排通知如下。</p><p>一、每周学习一次。</p><p>二、每月交流一次。</p>"
LINES = ["各科室：", "现将学习安排通知如下。", "一、每周学习一次。", "二、每月交流一次。"]


def lines(page: str) -> list[str]:
    return html.read(page.encode(), "page.html").text.split("\n")


@pytest.mark.parametrize(("page", "expected"), [
    ("<p>甲。</p><p>乙。</p>", ["甲。", "乙。"]),
    ("<p>甲。<br>乙。<br><br/>丙。</p>", ["甲。", "乙。", "丙。"]),
    ("<p>　　甲。</p><p>&nbsp;&nbsp; 乙。 &nbsp;</p>", ["甲。", "乙。"]),
    ("<p>第一章　总　则</p>", ["第一章　总　则"]),
    ("<p>第一章&nbsp;&nbsp;总则</p>", ["第一章  总则"]),
    ("<p>工作\n   要点</p><p>见 2023\n年</p><p>IN\n  PUT</p>", ["工作要点", "见 2023年", "IN PUT"]),
    ("<p>工作<b>要</b>\n<i>点</i></p>", ["工作要点"]),
    ("<p>一<span style='display:none'>隐</span>二<s hidden>藏</s></p>", ["一二"]),
    ("<p>零宽\u200b空格\ufeff</p>", ["零宽空格"]),
    ("<div>甲。<div>乙。</div>丙。</div>", ["甲。", "乙。", "丙。"]),
    ("<p>甲<script>x</script>乙<style>y</style></p>", ["甲乙"]),
    ("<pre>甲。\n  乙。</pre>", ["甲。", "乙。"]),
    ("<h1>要点</h1><h2>一、总则</h2><p>做好。</p>", ["要点", "一、总则", "做好。"]),
    ("<ucapcontent><p>甲。</p></ucapcontent>", ["甲。"]),
    ("<p>某局<o:p></o:p>文件</p>", ["某局文件"]),
    ("<p>注<ruby>音<rt>yīn</rt></ruby></p>", ["注音"]),
    ("<p>x<sup>2</sup>&lt;3&amp;sp;</p>", ["x2<3&sp;"]),
    ("<ol><li>甲。</li><li>乙。</li></ol>", ["1. 甲。", "2. 乙。"]),
    ("<ol start=3><li>甲。</li><li value=7>乙。</li><li>丙。</li></ol>", ["3. 甲。", "7. 乙。", "8. 丙。"]),
    ("<ol style='list-style-type: cjk-ideographic'><li>甲。</li></ol>", ["一、甲。"]),
    ("<ol type=A><li>甲。</ol><ol type=i><li>a<li>b<li>c<li>丁。</ol>",
     ["A. 甲。", "i. a", "ii. b", "iii. c", "iv. 丁。"]),
    ("<ol><li>（一）甲。</li></ol><ol style='list-style:none'><li>乙。</li></ol>", ["（一）甲。", "乙。"]),
    ("<ul><li>甲。</li></ul>", ["甲。"]),
])
def test_lines(page: str, expected: list[str]) -> None:
    assert lines(page) == expected


@pytest.mark.parametrize(("table", "expected"), [
    ("<tr><td>事项</td><td>时限</td></tr><tr><td>评比</td><td></td></tr>", ["事项\t时限", "评比\t"]),
    ("<tr><td><p>主 要</p><p>内 容</p></td><td>9. <b>I类</b></td></tr>", ["主要内容\t9. I类"]),
    ("<tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td></td></tr>", ["甲\t1", "2"]),
    ("<tr><td><p>通知</p><p>请照办。</p></td></tr>", ["通知", "请照办。"]),
    ("<tr><td>通知</td></tr><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr>", ["通知", "甲\t乙"]),
])
def test_tables_are_rows_and_layout_is_not(table: str, expected: list[str]) -> None:
    assert lines(f"<p>说明如下。</p><table>{table}</table><p>此致。</p>") == ["说明如下。", *expected, "此致。"]


def test_places_lead_to_paragraphs_and_cells() -> None:
    source = html.read("<p>表。</p><table><tr><td>甲</td><td>乙</td></tr></table><p>完。</p>".encode(), "")
    (start, end), = source.tables
    assert source.text[start:end] == "甲\t乙"
    at = dict(source.places)
    cell = at[source.text.index("乙")]
    assert (cell.table, cell.row, cell.cell) == (1, 1, 2)
    assert at[0].paragraph == 1
    assert at[source.text.index("完")].table is None


@pytest.mark.parametrize("page", [
    f"<nav><a>首页</a></nav><div>{BODY}</div><footer>版权所有</footer>",
    f"<div class=header><a>首页</a><a>政务公开</a></div><div class=wrap><div id=zoom>{BODY}</div></div>",
    f"<div class=mbx>您的位置：<a>首页</a></div><div class=article>{BODY}<div class=share>分享到：</div></div>",
    f"<table><tr><td><a>栏目</a></td><td><table><tr><td class=b12c id=UCAP-CONTENT>{BODY}</td></tr></table></td></tr>"
    "</table>",
    f"<div class=left><ul><li><a>要闻</a><li><a>公告</a></ul></div><div class=right>{BODY}</div>",
    f"<p>发布时间：2022-03-01　来源：某局　字体：【大 中 小】</p>{BODY}<p>【打印】【关闭】</p><p>责任编辑：某某</p>",
    f"<p>当前位置：首页 &gt; 公告</p>{BODY}<p>扫一扫在手机打开当前页</p><p>上一篇：没有了</p>",
    f"{BODY}<h3>相关链接</h3><p><a>一图读懂学习安排。</a></p><p>某ICP备00000000号</p>",
    f"<div style='display:none'>旧稿。</div>{BODY}<div role=contentinfo>主办单位：某局。</div>",
    f"<form action=x><div class=content><div class=TRS_Editor>{BODY}</div></div></form>",
])
def test_chrome_is_left_out(page: str) -> None:
    assert lines(f"<html><body>{page}</body></html>") == LINES


@pytest.mark.parametrize("page", [
    f"<div class=nav-content>{BODY}</div>",
    f"<div><p>各科室：</p><p>现将学习安排通知如下。</p></div><div>{BODY[BODY.index('<p>一'):]}</div>",
    f"<div class=related>{BODY}</div>",
    f"{BODY[:-len('<p>二、每月交流一次。</p>')]}<div class=foot-note>二、每月交流一次。</div>",
])
def test_text_in_odd_boxes_is_kept(page: str) -> None:
    assert lines(page) == LINES


def test_a_document_that_goes_on_behind_a_line_like_chrome_is_whole() -> None:
    rest = ["主办单位：某局、某某局", "三、开展义诊", "主办单位：某委", "政策解读要及时。", "热点新闻", "四、开放场馆",
            "主办单位：某馆"]
    assert lines(BODY + "".join(f"<p>{line}</p>" for line in rest)) == [*LINES, *rest]


@pytest.mark.parametrize(("page", "first"), [
    ("<title>某局关于学习的通知_某局网站</title><h1>某局关于学习的通知</h1><div id=zoom>{}</div>",
     "某局关于学习的通知"),
    ("<meta name=ArticleTitle content=某局关于学习的通知><div class=bt>某局关于学习的通知</div><div id=zoom>{}</div>",
     "某局关于学习的通知"),
    ("<div class=w><div>关于学习的通知</div><div>{}</div></div>", "关于学习的通知"),
    ("<title>某局网站</title><h1>热门</h1><div id=zoom>{}</div>", "各科室："),
    ("<title>关于学习的通知</title><div id=zoom><h1>关于学习的通知</h1><p>关于学习</p><p>的通知</p>{}</div>",
     "关于学习"),
])
def test_the_title_stands_once(page: str, first: str) -> None:
    found = lines(page.format(BODY))
    assert found[0] == first
    assert found[-4:] == LINES
    assert "".join(found).count("学习的通知") == (first != "各科室：")


METADATA = ("<table><tr><td><b>索 引 号：</b></td><td>A-1/2022</td><td>发文机关：</td><td>某局</td></tr>"
            "<tr><td>标　　题：</td><td colspan=3>某局关于学习的通知</td></tr>"
            "<tr><td>发文字号：</td><td>某发〔2022〕1号</td><td>成文日期：</td><td>2022年3月1日</td></tr></table>")


@pytest.mark.parametrize("page", [
    METADATA + "<div id=zoom>{}</div>",
    "<p>索引号：A-1/2022</p><p>发文机关：某局</p><p>标题：某局关于学习的通知</p><p>文号：某发〔2022〕1号</p>"
    "<p>成文日期：2022年3月1日</p>{}",
])
def test_the_table_of_metadata_gives_hints(page: str) -> None:
    source = html.read(page.format(BODY).encode(), "")
    assert source.hints == {"issuer": "某局", "title": "某局关于学习的通知", "doc_number": "某发〔2022〕1号",
                            "date": "2022年3月1日"}
    assert source.text.split("\n") == ["某局关于学习的通知", *LINES]


def test_what_the_text_does_not_say_is_taken_from_the_metadata() -> None:
    document = parse_bytes((METADATA + f"<div id=zoom>{BODY}</div>").encode(), name="a.html")
    assert (document.issuer, document.doc_number, document.date, document.year) == (
        "某局", "某发〔2022〕1号", "2022-03-01", 2022)


@pytest.mark.parametrize(("text", "expected"), [
    ("标　题：某通知", ("标题", "某通知")), ("发文字号", ("发文字号", "")), ("第一条：某", None), ("时间：上午", None),
])
def test_labels_of_metadata(text: str, expected: tuple[str, str] | None) -> None:
    assert label(text) == expected


@pytest.mark.parametrize(("stated", "encoding", "named"), [
    ("utf-8", "utf-8", "utf-8"), ("gb2312", "gb18030", "gb18030"), ("GBK", "gbk", "gb18030"),
    ("", "gb18030", "gb18030"), ("gb2312", "utf-8", "utf-8"), ("", "utf-8-sig", "utf-8"),
    ("", "utf-16", "utf-16-le"), ("big5", "big5", "big5hkscs"), ("no-such-charset", "gb18030", "gb18030"),
    ("iso-8859-1", "gbk", "gb18030"), ("unicode_escape", "utf-8", "utf-8"),
])
def test_encodings(stated: str, encoding: str, named: str) -> None:
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={stated}'>" if stated else ""
    source = html.read(f"<html>{meta}<p>年度工作要求，每月一次。</p>".encode(encoding), "")
    assert (source.text, source.encoding) == ("年度工作要求，每月一次。", named)


@pytest.mark.parametrize(("data", "error"), [
    (b"", EmptyFile), (b"<html><body> <script>var a = 1</script></body></html>", EmptyFile),
    (b"<frameset><frame src=a.html></frameset>", EmptyFile), (b"<p>\xff\xff</p>", BadEncoding),
])
def test_unreadable(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error, match=r"page\.html"):
        html.read(data, "page.html")


@pytest.mark.parametrize("page", [
    "<div>" * 10_000 + "深处有字。" + "</div>" * 10_000, "<font>" * 10_000 + "深处有字。",
    "<ol><li>" * 10_000 + "深处有字。", "<table><tr><td>" * 10_000 + "深处有字。",
])
def test_nesting_beyond_the_parser_loses_no_text(page: str) -> None:
    source = html.read(f"{page}<p>后面还有字。</p>".encode(), "")
    assert source.text.split("\n")[-2:] == ["深处有字。", "后面还有字。"]
    assert [trouble["code"] for trouble in source.diagnostics] == ["html-depth"]


@pytest.mark.parametrize("unit", [
    "<table><tr><td>甲<td>", "<a>甲</a>", "<p> \n \n", "<div class=nav>甲</div>", "&nbsp;<br>甲"])
def test_hostile_pages_stay_linear(unit: str) -> None:
    with no_hang():
        assert html.read((unit * 40_000 + "<p>末尾。</p>").encode(), "").text.endswith("末尾。")


def test_entities_do_not_expand() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]><p>正文&b;</p>'
    assert lines(bomb)[-1] == "正文&b;"


def test_real_pages_give_their_text(shared: Path) -> None:
    pages = sorted((shared / "gov").glob("*.html"))
    assert pages
    for page in pages:
        expected = page.with_suffix(".txt").read_text("utf-8").rstrip("\n").split("\n")
        found = html.read(page.read_bytes(), page.name).text.split("\n")
        # The .txt has the cells of tables without any blank, we keep those between Latin words and numbers
        squeeze = [line.replace(" ", "") if "\t" in line else line for line in found]
        assert squeeze == [line.replace(" ", "") if "\t" in line else line for line in expected], page.name


def test_real_pages_give_the_tree_of_their_text_and_what_the_publisher_states(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "structure" / "dev.jsonl").read_text("utf-8").splitlines()]
    pages = [row for row in rows if "html" in row]
    assert pages
    for row in pages:
        page, text = parse(shared / row["html"]), parse(shared / row["doc"])
        assert tree(page) == tree(text), row["html"]
        stated = {key: row["meta"][key] for key in ("title", "doc_number", "issuer")}
        assert {"title": page.title, "doc_number": page.doc_number, "issuer": page.issuer} == stated, row["html"]


def tree(document: Document) -> list[tuple[str, str, int, str, int | None, str | None, str]]:
    return [(node.id, node.kind, node.depth, node.label, node.number, node.heading,
             "".join(document.text[node.start:node.end].split())) for node in document.walk()]
