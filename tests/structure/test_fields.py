"""Front matter and signature → title, kind, issuer, number, year and date."""

from __future__ import annotations

import pytest

import policydoc

BODY = "\n一、总体要求\n认真学习，抓好落实。\n二、有关安排\n按时完成各项任务。"


@pytest.mark.parametrize(("front", "fields"), [
    ("2024年县总工会女职工工作要点", {"year": 2024, "issuer": "县总工会", "doc_type": "工作要点"}),
    ("某市教育局2022年工作计划", {"year": 2022, "issuer": "某市教育局", "doc_type": "工作计划"}),
    ("某省人民政府办公厅关于加强消防工作的意见\n某政办发【2021】3号",
     {"issuer": "某省人民政府办公厅", "doc_type": "意见", "doc_number": "某政办发〔2021〕3号", "year": 2021}),
    ("某县人民政府文件\n某政发[2020] 12 号\n某县人民政府关于修建公路的决定",
     {"title": "某县人民政府关于修建公路的决定", "issuer": "某县人民政府", "doc_number": "某政发〔2020〕12号"}),
    ("某市2019年政府工作报告\n——2019年2月3日在某市第五届人民代表大会第四次会议上\n市长　某某\n各位代表：",
     {"title": "某市2019年政府工作报告", "issuer": "某市人民政府", "doc_type": "政府工作报告", "date": "2019-02-03"}),
    ("防汛值班管理办法（试行）（2018年）\n防汛值班管理办法（试行）",
     {"title": "防汛值班管理办法（试行）", "doc_type": "管理办法", "year": 2018}),
    ("某市国务院令\n第12号\n现公布《水库条例》，自2019年1月1日起施行。\n市长　某某\n2018年6月1日\n水库条例",
     {"title": "水库条例", "doc_type": "条例", "date": "2018-06-01"}),
    ("某委关于转发某局\n关于做好统计工作意见\n的通知",
     {"title": "某委关于转发某局关于做好统计工作意见的通知", "issuer": "某委"}),
    ("关  于  表  彰  先  进  的  通  报", {"title": "关于表彰先进的通报", "doc_type": "通报"}),
    ("2018年滨州市政府工作报告\n各位代表：", {"issuer": "滨州市人民政府", "year": 2018}),
    ("2020年政府工作报告\n——2020年1月9日在某某县第十届人民代表大会第五次会议上\n县长　某某\n各位代表：",
     {"issuer": "某某县人民政府", "date": "2020-01-09"}),
    ("城市发展大事记（1950年3月—1999年6月）", {"year": None, "date": None}),
    ("某市总工会文件\n关于印发《学习方案》的通知", {"issuer": "某市总工会", "doc_type": "通知"}),
    ("关于召开会议的通 知", {"title": "关于召开会议的通知", "doc_type": "通知"}),
    ("某市2025年工作总结和2026年工作计划", {"year": 2026, "doc_type": "工作计划"}),
    ("某地概况", {"title": "某地概况", "doc_type": None, "issuer": None, "year": None, "date": None}),
])
def test_front_matter(front: str, fields: dict[str, object]) -> None:
    document = policydoc.parse_text(front + BODY)
    assert {name: getattr(document, name) for name in fields} == fields
    assert [p.label for p in document.provisions] == ["一、", "二、"]
    assert "\n".join(line.text for line in document.front_matter) == front


@pytest.mark.parametrize(("signature", "fields"), [
    ("某市总工会\n2023年4月5日", {"issuer": "某市总工会", "date": "2023-04-05"}),
    ("某县卫生局　　某县教育局\n二〇一九年十二月三十日", {"issuer": "某县卫生局、某县教育局", "date": "2019-12-30"}),
    ("附件：1.报名表\n2.汇总表\n某镇人民政府\n2022年7月1日\n（此件依申请公开）",
     {"issuer": "某镇人民政府", "date": "2022-07-01"}),
])
def test_signature(signature: str, fields: dict[str, object]) -> None:
    document = policydoc.parse_text("关于开展健步走活动的通知\n各科室：" + BODY + "\n" + signature)
    assert {name: getattr(document, name) for name in fields} == fields
    closing = document.provisions[-1]
    assert closing.kind == "closing"
    assert document.text[closing.start:closing.end] == signature


@pytest.mark.parametrize("text", [
    "每月学习一次。", "各支部每月学习一次", "一、学习\n二、实践", "党支部每月学习一次。\n每季度上党课。"])
def test_a_text_without_a_title_has_no_front_matter(text: str) -> None:
    document = policydoc.parse_text(text)
    assert (document.title, document.front_matter) == (None, [])


def test_tables_and_notes_of_the_source_are_leaves() -> None:
    from policydoc import structure
    from policydoc.model.draft import Draft
    from policydoc.model.source import SourceText

    text = "某市工作规划\n一、数据\n一、表头\n（一）表身\n二、任务\n抓好落实。\n1.脚注，见附表。"
    table, note = text.index("一、表头"), text.index("1.脚注")
    draft = Draft(SourceText(text, "docx", tables=[(table, text.index("\n二、"))], notes=[(note, len(text))]))
    structure.build(draft)
    assert [(leaf.kind, text[leaf.start:leaf.end]) for leaf in draft.leaves if leaf.kind in ("table", "note")] == [
        ("table", "一、表头\n（一）表身"), ("note", "1.脚注，见附表。")]


@pytest.mark.parametrize(("text", "year"), [
    ("某局工作要点\n2023年，全局工作的总体要求是：稳中求进。\n一、抓学习。", 2023),
    ("某局工作计划\n为做好2024年工作，制定本计划。\n一、抓学习。", 2024),
    ("关于某事的意见\n一、目标\n到2030年降低排放。", None),
    ("某地大事记\n1911年，有事。\n1921年，又有事。", None),
])
def test_year_of_the_opening(text: str, year: int | None) -> None:
    assert policydoc.parse_text(text).year == year


def test_inserted_item() -> None:
    document = policydoc.parse_text("某市办法\n第一条　有下列情形的：\n（一）甲；\n（一）之一　乙；\n（二）丙。")
    items = [(p.number, p.sub_number) for p in document.walk() if p.kind == "item"]
    assert items == [(1, None), (1, 1), (2, None)]
    assert document.diagnostics == []
