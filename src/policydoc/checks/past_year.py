"""F02: a plan that speaks of work to come in a year that is over: copied from last year's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_PLANNED: Final = re.compile(
    r"(?:围绕|举办|召开|迎接)((?:19|20)\d\d)年(?!度|版|以来|以前|第|底以?前)[^，。；\n]{0,24}")
_BY_THEN: Final = re.compile(
    r"((?:19|20)\d\d)年(?:年?底|\d{1,2}月(?:底|末|中旬|上旬|\d{1,2}日)?)(?:以?前|之前)"
    r"(?:全面|基本|全部|力争|确保|要|必须|须|一律|统一|分别)?(?:完成|实现|建成|达到|出台|印发|形成|报送?|制定|启动|召开|开展|举办|提交|上报)"
    r"(?![^，。；\n]{0,24}的)")
_BACKWARD: Final = re.compile(r"总结|考核|评价|述职|结果|情况|"
                              r"遗留|结转|已|审计|决算|年报|公报|绩效|回头看|整改|以来|原|曾|"
                              r"出生|参加|取得|登记|建成的|存量|竣工|老旧|建造|注册|入职|未|"
                              r"提出|部署|确定|发布|课题|项目|立项|结题|验收|试点|收尾|续建|专项|民主生活会|组织生活会|复查|"
                              r"反馈|问题|表彰|颁|典礼|事迹|巡|获|评选|统计|数据|经验|成效|成果|相比|同期|比[^，。；]{0,6}年")


def _find(subject: Subject) -> Iterator[Hit]:
    year = subject.plan_year
    if not year:
        return
    for pattern in (_PLANNED, _BY_THEN):
        for found in pattern.finditer(subject.text):
            low, high = subject.sentence(found.start())
            past = int(found[1])
            if year - 3 <= past < year and not _BACKWARD.search(subject.text, low, high):
                yield Hit(found.start(1), found.end(1) + 1, (
                    f"这是{year}年的文件，这里安排的却是{past}年", f"a plan for {year} speaks of work in {past}"))


RULE = Rule(
    code="F02", name="past-year", severity="warning", title=("年份过时", "year is over"),
    reason=("安排下一步工作的语句，年份应当是文件所属年度或以后", "what is planned lies in the plan's year or later"),
    advice=("核对是否沿用了上年文稿", "see whether it was copied from last year"), find=_find)
