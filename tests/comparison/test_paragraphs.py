"""An item without a partner: one paragraph that lives on links it, nothing left makes it dropped or new."""

from __future__ import annotations

from small_plans import ITEMS, plan

from policydoc import compare, parse_text
from policydoc.comparison.align import align
from policydoc.comparison.units import units

GRAIN = ("守住粮食安全。改造提升高标准农田，疏浚灌溉渠道，推广良种良法和全程机械作业，"
         "在沿湖乡镇建设万亩稻虾共作示范片，粮食播种面积只增不减。")
GRAIN_LATER = ("沿湖乡镇抓好稻虾共作示范片二期，配套疏浚灌溉渠道，落实粮食播种面积，"
               "农机合作社承担全程机械作业，良种覆盖率继续提高，灌溉用水按亩计量。")
TRADE = ("办好年货大集和夜间消费节，发放家电换新补贴，引导商超向乡镇延伸网点，"
         "整治缺斤短两，公布放心商户名单，方便群众就近购物。")
PORT = ("扩建河港码头二号泊位，开通至下游港口的集装箱班轮，培育报关货代企业，"
        "对首次出口的小微企业给予信用保险支持，吸引加工贸易订单。")
CHORUS = ("邀请退休教师辅导合唱团排练，夏夜在河滨广场举办露天音乐会，"
          "征集方言童谣编印成册，送给每一所乡村小学的图书角。")
COMMON = [(name, ITEMS[name]) for name in ("学习教育", "财务管理", "民主管理")]


def row(old_body: str, new_body: str, heading: str, new_heading: str) -> tuple[str, int]:
    """What became of `heading`: the old item of this name against the new one of another."""
    comparison = compare(plan([[*COMMON, (heading, old_body)]]), plan([[*COMMON, (new_heading, new_body)]], 2024))
    old = {unit.provision: unit.heading for unit in comparison.editions[0].units}
    found = next(row for row in comparison.rows if heading in [old[at] for at in row.old])
    return found.verdict, len(found.new)


def test_a_paragraph_lives_on_in_another_item() -> None:
    _, partners = row(GRAIN, f"{TRADE}\n{GRAIN_LATER}\n{PORT}", "守住粮食安全", "扩大有效需求")
    assert partners == 1


def test_nothing_left_is_dropped() -> None:
    assert row(GRAIN, f"{TRADE}\n{CHORUS}\n{PORT}", "守住粮食安全", "扩大有效需求")[0] == "dropped"


def test_an_item_written_anew_under_its_heading_is_still_itself() -> None:
    assert row(CHORUS, PORT, "敢于担当作为", "始终坚持敢于担当作为")== ("reworded", 1)


def test_the_paragraph_is_the_reason_where_the_new_home_has_a_partner_of_its_own() -> None:
    others = "\n".join(f"{text}{more}" for text, more in ((TRADE, PORT), (PORT, CHORUS), (CHORUS, TRADE)))
    home = "扩大有效需求"
    old = plan([[*COMMON, ("守住粮食安全", GRAIN), (home, others)]])
    new = plan([[*COMMON, (home, f"{others}\n{GRAIN_LATER}\n{others}")]], 2024)
    (merged,) = (group for group in align(units(old), units(new)) if len(group.old) > 1)
    assert [link.likeness.paragraph is not None for link in merged.links] == [True, False]


def test_one_short_item_is_still_itself() -> None:
    """Two short texts do not show which words are rare."""
    texts = "一、学习。每月学习一次，记好笔记。", "一、学习。每季度集中学习研讨两次，做好笔记整理和归档。"
    assert [found.verdict for found in compare(*map(parse_text, texts)).rows] == ["reworded"]
