"""Every rule by its page: docs/checks.md holds a wrong and a right text for each code, and rows that go further."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from conftest import ROOT, no_hang
from policydoc import parse_text
from policydoc.checks import RULES, check
from policydoc.checks.rule import Rule
from policydoc.lexicon import table

PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = {section[:3]: section for section in re.split(r"(?m)^### ", PAGE)[1:]}
_BLOCK = re.compile(r"(?ms)^```text (wrong|right|beside)\n(.*?)^```$")


def codes(text: str, beside: tuple[str, ...] = (), select: tuple[str, ...] = ()) -> list[str]:
    return [f.code for f in check(parse_text(text), select=select, beside=[parse_text(other) for other in beside])]


def blocks(code: str) -> dict[str, str]:
    return {block[1]: block[2] for block in _BLOCK.finditer(SECTIONS[code])}


def test_every_code_is_documented_and_nothing_else() -> None:
    assert list(SECTIONS) == [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_says_what_the_rule_is(rule: Rule) -> None:
    assert SECTIONS[rule.code].startswith(
        f"{rule.code} {rule.name} {rule.title[0]}\n\n{rule.severity}, {'on' if rule.default else 'off'} by default")
    assert rule.reason[0] in SECTIONS[rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_text_is_found_and_the_right_one_is_not(rule: Rule) -> None:
    texts = blocks(rule.code)
    beside = (texts["beside"],) if rule.beside else ()
    assert rule.code in codes(texts["wrong"], beside, (rule.code,))
    assert codes(texts["right"], beside, ("ALL",)).count(rule.code) == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_off_by_default_is_off(rule: Rule) -> None:
    texts = blocks(rule.code)
    beside = (texts["beside"],) if rule.beside else ()
    assert (rule.code in codes(texts["wrong"], beside)) is rule.default


@pytest.mark.parametrize(("text", "found"), [
    ("会议于9:30开始，比分为3:2。", []),
    ("增长率(GDP)为5%。", []),
    ("县（市)区要抓好落实。", ["M03"]),
    ("美丽乡村?三大行动：抓好落实。", ["M03"]),
    ("什么是真正的落实?要看群众评价。", ["M03"]),
    ("依照（2023）第3条的比例计算。", []),
    ("经国务院批准（国发(2023)1号）。", ["M07"]),
    ("自然增长率为4.81‰。。", ["M06"]),
    ("他问：“怎么办？”大家都在想。", []),
    ("他说要抓紧……，大家同意。", []),
    ("2024年2月29日开会。", []),
    ("2023年2月29日开会。", ["F01"]),
    ("13月1日开会。", ["F01"]),
    ("每月10日前报送，5月4日检查。", []),
    ("第一、抓学习。", ["M09"]),
    ("第一，抓学习。", []),
    ("实施“三大工程”（道路、桥梁）。", ["F05"]),
    ("实施“三大工程”（道路、桥梁等）。", []),
    ("实施“三大工程”（道路、桥梁、隧道）。", []),
    ("落实“四个责任”（牵头部门：教育局、财政局）。", []),
    ("学习党的二十届四中全会精神。", []),
    ("学习党的二十届九中全会精神。", []),
    ("学习党的十八届八中全会精神。", ["F04"]),
])
def test_rows(text: str, found: list[str]) -> None:
    assert codes(text) == found


PLAN = "澜州市图书馆{year}年工作要点\n一、重点工作\n{text}"


@pytest.mark.parametrize(("year", "text", "found"), [
    (2024, "召开2023年度总结会。", []),
    (2024, "开展2023年以来的问题整改。", []),
    (2024, "推进2023年结转项目建设。", []),
    (2024, "2023年10月底前完成平台对接。", ["F02"]),
    (2024, "2025年底前完成平台对接。", []),
    (2024, "巩固2021年底前已建成的设施。", []),
    (2024, "学习党的十九届六中全会精神。", ["F03"]),
    (2024, "学习党的二十大精神和党的十九届六中全会精神。", []),
    (2022, "学习党的十九届六中全会精神。", []),
    (2024, "学习党的十九大精神。", ["F03"]),
    (2024, "党的十九大以来，读者逐年增加。", []),
    (2024, "落实中国工会十七大部署。", ["F03"]),
    (2023, "落实中国工会十七大部署。", []),
    (2024, "贯彻十三届全国人大五次会议精神。", ["F03"]),
    (2024, "贯彻十三届全国人大六次会议精神，学习十四届全国人大二次会议精神。", ["F04"]),
    (2024, "宣传十三届全国人大常委会第三十次会议通过的决定。", []),
    (2024, "清理依据《合同法》制定的文件。", []),
    (2021, "依据《合同法》审查文本。", []),
    (2024, "依据《澜州市信访条例》办理。", []),
    (2024, "依据《信访条例》办理。", ["F06"]),
])
def test_rows_of_yearly_plans(year: int, text: str, found: list[str]) -> None:
    assert codes(PLAN.format(year=year, text=text)) == found


def test_another_plan_of_the_year_tells_the_term() -> None:
    plan = PLAN.format(year=2024, text="落实市委十届六次全会要求，办好实事。")
    other = plan.replace("十届六次", "十一届三次")
    assert codes(plan, (other,)) == ["F03"]
    assert codes(plan, (other.replace("2024", "2025"),)) == []


def test_codes_are_unique_and_in_order() -> None:
    listed = [rule.code for rule in RULES]
    assert len({*listed, *(rule.name for rule in RULES)}) == 2 * len(RULES)
    assert listed == sorted(listed, key=lambda code: ("SMFDW".index(code[0]), code))


def test_choosing() -> None:
    text = "压实责任,,抓好落实；；6月31日。"
    assert codes("压实责任,抓好落实；；6月31日。") == ["M03", "M06", "F01"]
    assert codes("压实责任,抓好落实；；6月31日。", select=("M",)) == ["M03", "M06"]
    assert codes("压实责任,抓好落实；；6月31日。", select=("impossible-date",)) == ["F01"]
    document = parse_text(text)
    assert "F01" not in [f.code for f in check(document, ignore=["F"])]
    with pytest.raises(ValueError, match="no rule 'X9'"):
        check(document, select=["X9"])


def test_sessions_are_dated_in_order() -> None:
    terms = table("sessions")["term"]
    assert {term["body"] for term in terms} == {"中国共产党", "全国人大", "中国工会"}
    for before, term in pairwise(terms):
        if before["body"] == term["body"]:
            assert term["number"] == before["number"] + 1
            assert [before["opened"], *before["sessions"], term["opened"]] == sorted(
                [before["opened"], *before["sessions"], term["opened"]])
        assert term["source"]


def test_wrong_words_are_no_part_of_right_ones() -> None:
    wrong = table("wordings")["wrong"]
    assert [(bad, good) for bad in wrong for good in wrong.values() if bad in good] == []


@pytest.mark.parametrize("text", ["每年、", "“三大", "(一)", "读  书  ", "6月31日", "第一、", "\"学", "（a)",
                                  "贯彻2023年底前"])
def test_hostile_text_takes_linear_time(text: str) -> None:
    document = parse_text(PLAN.format(year=2024, text=text * (200_000 // len(text))))
    with no_hang():
        check(document, select=["ALL"])
