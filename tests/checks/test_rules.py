"""Every rule by its page: docs/checks.md holds a wrong and a right text for each code, and rows that go further."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest

from conftest import ROOT, no_hang
from policydoc import parse_text
from policydoc.checks import RULES, check
from policydoc.checks.rule import Rule
from policydoc.lexicon import table
from policydoc.store.base import KnowledgeBase

PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = {section[:3]: section for section in re.split(r"(?m)^### ", PAGE)[1:]}
_BLOCK = re.compile(r"(?ms)^```text (wrong|right|beside|kb)(?: (\d{4})-(\d{4}))?\n(.*?)^```$")


def codes(text: str, beside: Sequence[str] = (), select: Sequence[str] = (), kept: Sequence[str] = ()) -> list[str]:
    known = KnowledgeBase.from_documents(map(parse_text, kept)).known if kept else None
    return [f.code for f in check(parse_text(text), select=select, beside=[parse_text(other) for other in beside],
                                  known=known)]


def blocks(code: str) -> dict[str, list[str]]:
    """The texts of a section by what they are; a block of years stands for one document a year."""
    out: dict[str, list[str]] = {"beside": [], "kb": []}
    for block in _BLOCK.finditer(SECTIONS[code]):
        years = range(int(block[2]), int(block[3]) + 1) if block[2] else [0]
        out.setdefault(block[1], []).extend(block[4].replace("{year}", str(year)) for year in years)
    return out


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
    assert rule.code in codes(texts["wrong"][0], texts["beside"], (rule.code,), texts["kb"])
    assert rule.code not in codes(texts["right"][0], texts["beside"], ("ALL",), texts["kb"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_off_by_default_is_off(rule: Rule) -> None:
    texts = blocks(rule.code)
    assert (rule.code in codes(texts["wrong"][0], texts["beside"], (), texts["kb"])) is rule.default


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
    ("贯彻省委十八届八次全会精神，落实十九届中央纪委八次全会部署。", []),
    ("发布署名文章，究竟争取了多少项目，骑手轻松驰骋。", []),
    ("这句话有四个意思。", []),
    ("增强“四个意思”，抓好布署。", ["W01", "W01"]),
    ("第一、二、三批项目全部开工。", []),
    ("第三、第四季度集中攻坚。", []),
    ("（一）、（二）项合并办理。", []),
    ("农历2月30日前后开展走访。", []),
    ("活动于6月28日至31日举行，2024年13月总结。", ["F01", "F01"]),
    ("活动于6月28日至30日举行，比分为2:1，占4.5月日均量。", []),
    ("配备24\"显示器和32\"显示器各一台。", []),
    ("开展'送温暖'活动。", ["M04"]),
    ("会上，是坚持原来的路线，还是改走新的路线?这要调研。", ["M03"]),
    ("收入(含补贴）和支出（含税)一并公开。", ["M03", "M03"]),
    ("评分表(A卷)和(二)款一并执行。", ["M03", "M03"]),
    ("尽快建立“统\n一领导、分级负责”的体制。", []),
    ("会议指出：\n“要坚持为民。\n“要坚持改革。\n“要坚持团结。”\n抓好落实。", []),
    ("抓好“安全生产月，落实责任。", ["M01"]),
    ("参会的有馆长 甲某某  书记 乙某某，会议由馆长主持。散会。", []),
    ("实施“三项行动”，在教育、医疗、养老、住房四个领域开展试点。", []),
    ("深入实施“四大工程”，覆盖城区、乡镇、园区三个方面的职工。", []),
    ("实施“三大行动”，推进道路、桥梁、隧道、管廊四大工程。", []),
    ("实施“三大行动”，推进送书、流动、阅读、培训四大行动。", ["F05"]),
    ("落实“三会一课”（支部党员大会、支部委员会会议、党小组会）制度。", ["F05"]),
    ("落实三会一课（支部党员大会、支部委员会会议、党小组会、党课）制度。", []),
    ("落实“三会一课”（支部党员大会、支部委员会会议、党小组会等）制度。", []),
    ("落实“三会一课”（大会、支委会、小组会）制度。", []),
    ("增强“四个意识”（政治意识、大局意识、核心意识）。", ["F05"]),
    ("坚持党对人民军队的绝对领导，坚持党对人民军队的决对领导。", ["W02"]),
    ("坚决维护党中央权威和集中统一领倒。", ["W02"]),
    ("推进国家治理体系和治理能力现代化水平提升。", []),
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
    (2024, "严格执行《中华人民共和国民法典》，不再适用《合同法》。", []),
    (2024, "组织《合同法》知识展览。", []),
    (2024, "落实我省《信访条例》。", []),
    (2024, "落实《澜州市信访条例》（以下简称《信访条例》），按照《信访条例》办理。", []),
    (2024, "围绕2023年读者大会提出的目标持续用力。", []),
    (2024, "推进2023年省级试点县建设，召开2023年民主生活会。", []),
    (2024, "对2023年12月31日前入会的读者发放礼包。", []),
    (2024, "迎接2023年全民读书月。", ["F02"]),
    (2024, "落实十三届全国人大四次会议通过的规划纲要。", []),
    (2024, "按照党的十九届五中全会《建议》抓好规划实施。", []),
    (2024, "举办2023年技能大赛颁奖典礼。", []),
    (2024, "2023年底前建成的分馆要全部达标。", []),
    (2024, "依据《合同法》签订、尚在履行的合同要逐份核对。", []),
    (2024, "市图书馆每季度召开一次工作例会，假期高峰时段每月召开一次工作例会。", []),
    (2024, "市图书馆每季度报送一次数据信息。对重点项目，市图书馆每月报送一次数据信息。", []),
    (2024, "市图书馆每季度报送一次数据信息。市图书馆每月报送一次数据信息。", ["D01"]),
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
    for wanted, hint in (("X9", "give a code"), ("M3", "did you mean M13, M03"), ("half-width", "half-width-mark")):
        with pytest.raises(ValueError, match=f"no rule '{wanted}': .*{hint}"):
            check(document, select=[wanted])


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


RULE = "澜州市文献管理办法\n第一条 文献应当编目。\n第二条 本办法自2022年1月1日起施行。{end}\n"
END = "2010年5月4日市政府印发的《澜州市文献保存规定》、《澜州市文献借阅规定》同时废止。"


@pytest.mark.parametrize(("year", "text", "found"), [
    (2024, "落实《澜州市文献保存规定》。", ["F06"]),
    (2024, "落实《澜州市文献借阅规定》。", ["F06"]),
    (2021, "落实《澜州市文献借阅规定》。", []),
    (2024, "《澜州市文献借阅规定》已废止，落实《澜州市文献管理办法》。", []),
    (2024, "落实《澜州市文献管理办法》。", []),
    (2024, "落实《澜州市文献管里办法》。", ["F07"]),
    (2024, "落实《澜州市文献管办法》。", ["F07"]),
    (2024, "落实《澜州县文献管理办法》。", []),
    (2024, "落实《澜州市文献管理条例》。", []),
])
def test_rows_with_a_knowledge_base(year: int, text: str, found: list[str]) -> None:
    assert codes(PLAN.format(year=year, text=text), kept=[RULE.format(end=END)]) == found


def test_a_shared_formulation_of_the_knowledge_base() -> None:
    kept = [PLAN.format(year=year, text="坚持“服务读者、面向基层、常办常新”。") for year in range(2018, 2024)]
    for text, found in (("坚持服务读者、面向积层、常办常新。", ["W02"]), ("坚持服务读者、面向基层、常办常新。", []),
                        ("坚持服务读者、面向边疆、常办常新。", [])):
        assert codes(PLAN.format(year=2024, text=text), kept=kept) == found
