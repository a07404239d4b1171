"""Word's automatic numbers: formats, counting, restarts, overrides, styles; checked against LibreOffice too."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx_files import abstract, docx, lvl, num, p, restart

from policydoc.readers import read
from policydoc.readers.numbering_formats import write
from policydoc.readers.office import find

FORMATS = [
    ("decimal", {0: "0", 1: "1", 12: "12", 101: "101"}),
    ("decimalZero", {0: "00", 1: "01", 10: "10", 100: "100"}),
    ("decimal:3", {1: "001", 40: "040", 1000: "1000"}),
    ("chineseCounting", {0: "零", 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○", 101: "一○一"}),
    ("taiwaneseCounting", {2: "二", 15: "十五", 110: "一一○"}),
    ("chineseCountingThousand", {1: "一", 12: "十二", 100: "一百", 101: "一百〇一", 110: "一百一十"}),
    ("taiwaneseCountingThousand", {21: "二十一", 205: "二百〇五", 10000: "一萬"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 30: "叁拾", 101: "壹佰零壹", 10000: "壹万"}),
    ("ideographLegalTraditional", {2: "貳", 6: "陸", 10: "壹拾", 1000: "壹仟"}),
    ("ideographDigital", {1: "一", 10: "一〇", 24: "二四", 100: "一〇〇"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
    ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "甲子"}),
    ("japaneseCounting", {1: "一", 11: "十一", 20: "二十", 101: "百一", 2222: "二千二百二十二"}),
    ("japaneseLegal", {1: "壱", 3: "参", 12: "拾弐"}),
    ("koreanCounting", {1: "일", 11: "십일", 20: "이십"}),
    ("koreanDigital", {10: "일영"}),
    ("koreanDigital2", {10: "一零"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
    ("decimalEnclosedCircleChinese", {3: "③"}),
    ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
    ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
    ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 53: "AAA", 781: "781"}),
    ("lowerLetter", {1: "a", 27: "aa"}),
    ("upperRoman", {1: "I", 4: "IV", 1994: "MCMXCIV"}),
    ("lowerRoman", {9: "ix"}),
    ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
    ("numberInDash", {1: "- 1 -"}),
    ("hex", {10: "A", 16: "10"}),
    ("none", {0: "", 1: "", 40_000: ""}),
    ("unheardOf", {7: "7"}),
    ("chineseCounting", {40_000: "40000", -1: "-1"}),
]


@pytest.mark.parametrize(("fmt", "number", "text"), [
    (fmt, number, text) for fmt, row in FORMATS for number, text in row.items()])
def test_format(fmt: str, number: int, text: str) -> None:
    assert write(number, fmt) == text


def test_probe_of_every_format(shared: Path) -> None:
    """LibreOffice's labels hold below 100; ideographDigital from 10 on, and all above, are Word's."""
    text = (shared / "docx" / "probe_numfmt.txt").read_text(encoding="utf-8-sig")
    expected = {name: label.strip() for label, name in (line.split("| ") for line in text.splitlines())}
    found = {name.strip(): label for label, name in (
        line.split("|") for line in read((shared / "docx" / "probe_numfmt.docx").read_bytes()).text.splitlines())}
    below = {name for name in expected if int(name.split("=")[1]) < 100}
    below -= {name for name in below if name.startswith("ideographDigital") and int(name.split("=")[1]) > 9}
    assert len(below) > 200
    assert {name: found[name] for name in below} == {name: expected[name] for name in below}


def style(name: str, *, based_on: str = "", numbering: str = "", default: bool = False, kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inner = f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr>" if numbering else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{mark}><w:name w:val="{name}"/>{based}{inner}</w:style>'


def tied(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def ilvl(level: int) -> str:
    return f'<w:ilvl w:val="{level}"/>'


def num_id(number: int) -> str:
    return f'<w:numId w:val="{number}"/>'


PLAN = [lvl("chineseCounting", "%1、"), lvl("chineseCountingThousand", "（%2）"), lvl("decimal", "%3."),
        lvl("decimalEnclosedCircle", "%4"), lvl("decimal", "%1.%2.%5")]
HEADINGS = [lvl("chineseCounting", "第%1章", extra=tied("H1")), lvl("chineseCounting", "（%2）", extra=tied("H2")),
            lvl("decimal", "%3.", extra=tied("H3"))]
STYLES = (style("Normal", default=True) + style("H1", numbering=num_id(1)) + style("H2", numbering=num_id(1) + ilvl(1))
          + style("H3", numbering=num_id(1) + ilvl(2)) + style("Sub1", based_on="H1") + style("Sub2", based_on="H2")
          + style("Off", based_on="H1", numbering=num_id(0)) + style("OffSub", based_on="Off")
          + style("Deeper", based_on="H1", numbering=ilvl(1)) + style("List", kind="numbering", numbering=num_id(3)))
CIRCLE = style("Circle", based_on="Circle2") + style("Circle2", based_on="Circle")

Paragraphs = Sequence[tuple[dict[str, object], str]]


def at(number: int, level: int) -> dict[str, object]:
    return {"num": number, "level": level}


SHARED: list[tuple[str, str, str, Paragraphs]] = [
    ("levels restart under each parent", abstract(1, PLAN) + num(1, 1), "", [
        (at(1, 0), "一、"), (at(1, 1), "（一）"), (at(1, 2), "1."), (at(1, 2), "2."), (at(1, 3), "①"),
        (at(1, 1), "（二）"), (at(1, 2), "1."), (at(1, 0), "二、"), (at(1, 1), "（一）"), (at(1, 3), "①")]),
    ("plain paragraphs between count nothing", abstract(1, PLAN) + num(1, 1), "", [
        (at(1, 0), "一、"), ({}, ""), (at(1, 0), "二、"), ({"num": 0}, ""), (at(1, 0), "三、")]),
    ("%1.%2 takes the numbers above in their own format", abstract(1, PLAN) + num(1, 1), "", [
        (at(1, 0), "一、"), (at(1, 1), "（一）"), (at(1, 4), "一.一.1"), (at(1, 4), "一.一.2"), (at(1, 1), "（二）"),
        (at(1, 4), "一.二.1")]),
    ("a level above that never came counts as begun", abstract(1, PLAN) + num(1, 1), "", [
        (at(1, 1), "（一）"), (at(1, 4), "一.一.1"), (at(1, 0), "二、"), (at(1, 1), "（一）")]),
    ("nums of one definition count on", abstract(1, PLAN) + num(1, 1) + num(2, 1), "", [
        (at(1, 0), "一、"), (at(2, 0), "二、"), (at(1, 0), "三、"), (at(2, 1), "（一）"), (at(1, 1), "（二）")]),
    ("nums of two definitions count apart", abstract(1, PLAN) + abstract(2, PLAN) + num(1, 1) + num(2, 2), "", [
        (at(1, 0), "一、"), (at(2, 0), "一、"), (at(1, 0), "二、"), (at(2, 0), "二、")]),
    ("startOverride restarts once", abstract(1, PLAN) + num(1, 1) + num(2, 1, restart(0, 1)), "", [
        (at(1, 0), "一、"), (at(1, 0), "二、"), (at(2, 0), "一、"), (at(2, 0), "二、"), (at(1, 0), "三、")]),
    ("startOverride of a lower level", abstract(1, PLAN) + num(1, 1) + num(2, 1, restart(1, 1)), "", [
        (at(1, 0), "一、"), (at(1, 1), "（一）"), (at(1, 1), "（二）"), (at(2, 1), "（一）"), (at(2, 1), "（二）"),
        (at(2, 0), "二、"), (at(2, 1), "（一）")]),
    ("a level overridden whole", abstract(1, PLAN) + num(1, 1) + num(
        2, 1, f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{lvl("upperLetter", "%1)")}</w:lvl></w:lvlOverride>'), "", [
        (at(1, 0), "一、"), (at(2, 0), "B)"), (at(1, 0), "三、")]),
    ("start above one", abstract(1, [
        lvl("decimal", "%1.", start=5), lvl("lowerLetter", "%2)", start=3)]) + num(1, 1), "", [
        (at(1, 0), "5."), (at(1, 1), "c)"), (at(1, 1), "d)"), (at(1, 0), "6."), (at(1, 1), "c)")]),
    ("styles carry numbers", abstract(1, HEADINGS) + num(1, 1), STYLES, [
        ({"style": "H1"}, "第一章"), ({"style": "H2"}, "（一）"), ({"style": "H3"}, "1."),
        ({"style": "Sub1"}, "第二章"), ({"style": "Sub2"}, "（一）"), ({"style": "Off"}, ""), ({"style": "OffSub"}, ""),
        ({"style": "Normal"}, ""), ({"style": "H1", "num": 0}, ""), ({"style": "H1"}, "第三章"),
        ({"style": "H1", "level": 1}, "（一）"),
        ({"style": "Deeper"}, "（二）"), ({"style": "H2", "num": 1, "level": 2}, "1."),
        ({"style": "H3", "num": 1}, "2.")]),
    ("a list style lends its definition", abstract(3, [lvl("upperLetter", "%1.")], '<w:styleLink w:val="List"/>')
     + abstract(4, [], '<w:numStyleLink w:val="List"/>') + num(3, 3) + num(4, 4), STYLES, [
        (at(4, 0), "A."), (at(3, 0), "B."), (at(4, 0), "C.")]),
]
"""Where Word and LibreOffice agree: name, numbering part, styles part, (paragraph, label) in order."""

OURS: list[tuple[str, str, str, Paragraphs]] = [
    ("isLgl writes all numbers as digits", abstract(1, [
        lvl("chineseCounting", "%1、"), lvl("chineseCounting", "%1.%2", extra="<w:isLgl/>")]) + num(1, 1), "", [
        (at(1, 0), "一、"), (at(1, 1), "1.1"), (at(1, 1), "1.2"), (at(1, 0), "二、"), (at(1, 1), "2.1")]),
    ("lvlRestart 0 runs through", abstract(1, [
        lvl("chineseCounting", "%1、"), lvl("decimal", "%2.", extra='<w:lvlRestart w:val="0"/>')]) + num(1, 1), "", [
        (at(1, 0), "一、"), (at(1, 1), "1."), (at(1, 0), "二、"), (at(1, 1), "2."), (at(1, 1), "3.")]),
    ("lvlRestart 1 restarts after the first level only", abstract(1, [
        lvl("chineseCounting", "%1、"), lvl("chineseCounting", "（%2）"),
        lvl("decimal", "%3.", extra='<w:lvlRestart w:val="1"/>')]) + num(1, 1), "", [
        (at(1, 0), "一、"), (at(1, 1), "（一）"), (at(1, 2), "1."), (at(1, 1), "（二）"), (at(1, 2), "2."),
        (at(1, 0), "二、"), (at(1, 1), "（一）"), (at(1, 2), "1.")]),
    ("startOverride holds at every restart of its level", abstract(1, PLAN) + num(1, 1, restart(1, 3)), "", [
        (at(1, 0), "一、"), (at(1, 1), "（三）"), (at(1, 0), "二、"), (at(1, 1), "（三）"), (at(1, 1), "（四）")]),
    ("custom formats fill up with zeros", abstract(1, [
        '<w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1号"/>']) + num(1, 1), "", [
        (at(1, 0), "009号"), (at(1, 0), "010号")]),
    ("styles in a circle, or not there at all", abstract(1, HEADINGS) + num(1, 1), STYLES + CIRCLE, [
        ({"style": "Circle"}, ""), ({"style": "Gone"}, ""), ({"style": "H1"}, "第一章")]),
    ("unknown nums and levels count nothing", abstract(1, PLAN) + num(1, 1) + num(2, 77), "", [
        (at(9, 0), ""), (at(2, 0), ""), (at(1, 8), ""), (at(1, 0), "一、"), ({"num": 1, "level": -3}, "二、")]),
    ("hidden labels count", abstract(1, [lvl("decimal", "%1.") + "<w:rPr><w:vanish/></w:rPr>",
                                         lvl("decimal", "%1.%2")]) + num(1, 1), "", [
        (at(1, 0), ""), (at(1, 0), ""), (at(1, 1), "2.1")]),
    ("bullets", abstract(1, [lvl("bullet", "——"), lvl("bullet", "\uf0b7")]) + num(1, 1), "", [
        (at(1, 0), "——"), (at(1, 1), "•")]),
]
"""What LibreOffice 7 does not do, or shows in glyphs of its own."""


def build(numbering: str, styles: str, paragraphs: Paragraphs) -> bytes:
    body = "".join(p("甲乙丙", **how) for how, _ in paragraphs)  # type: ignore[arg-type]
    return docx(body, parts={"numbering": numbering, **({"styles": styles} if styles else {})})


def labels(text: str) -> list[str]:
    return [line.partition("甲乙丙")[0].strip() for line in text.splitlines() if "甲乙丙" in line]


@pytest.mark.parametrize(("numbering", "styles", "paragraphs"), [
    pytest.param(*case[1:], id=case[0]) for case in (*SHARED, *OURS)])
def test_labels(numbering: str, styles: str, paragraphs: Paragraphs) -> None:
    assert labels(read(build(numbering, styles, paragraphs)).text) == [label for _, label in paragraphs]


def test_libreoffice_shows_the_same_labels(tmp_path: Path) -> None:
    program = find()
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    files = []
    for number, (_, numbering, styles, paragraphs) in enumerate(SHARED):
        files.append(tmp_path / f"case{number}.docx")
        files[-1].write_bytes(build(numbering, styles, paragraphs))
    subprocess.run([program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
                    "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *map(str, files)],
                   check=True, capture_output=True, timeout=300)
    for (name, *_), file in zip(SHARED, files, strict=True):
        shown = labels(file.with_suffix(".txt").read_text(encoding="utf-8-sig"))
        assert labels(read(file.read_bytes()).text) == shown, name


@pytest.mark.parametrize(("label", "suffix", "text", "line"), [
    ("%1、", "tab", "总体要求", "一、总体要求"),
    ("（%1）", "space", "总体要求", "（一）总体要求"),
    ("第%1章", "tab", "总则", "第一章 总则"),
    ("第%1条", "space", "为了推进工作，制定本办法。", "第一条 为了推进工作，制定本办法。"),
    ("第%1条", "nothing", "　为了推进工作", "第一条为了推进工作"),
    ("%1、", "tab", "　　总体要求", "一、总体要求"),
    ("%1.", "tab", "2024年底前完成", "一. 2024年底前完成"),
    ("%1、", "tab", "", "一、"),
    ("", "tab", "没有编号文字", "没有编号文字"),
])
def test_what_stands_between_label_and_text(label: str, suffix: str, text: str, line: str) -> None:
    level = lvl("chineseCounting", label) + f'<w:suff w:val="{suffix}"/>'
    data = docx(p(text, num=1, level=0) + p("后"), parts={"numbering": abstract(1, [level]) + num(1, 1)})
    assert read(data).text == line + "\n后"


@pytest.mark.parametrize(("fmt", "text", "line"), [
    ("decimal", "推进改革", "1.推进改革"), ("decimal", "2024年底前完成", "1. 2024年底前完成"),
    ("decimal", "ISO认证", "1. ISO认证"), ("decimalFullWidth", "推进改革", "1.推进改革")])
def test_a_decimal_label_keeps_off_from_digits(fmt: str, text: str, line: str) -> None:
    data = docx(p(text, num=1, level=0), parts={"numbering": abstract(1, [lvl(fmt, "%1.")]) + num(1, 1)})
    assert read(data).text == line
