"""Which facts make a row stronger or weaker, and which look like it but do not: one case a row."""

from __future__ import annotations

import pytest
from small_plans import one

from policydoc import compare, parse_text
from policydoc.model.comparison import Row


def row(old: str, new: str, years: tuple[int, int] = (2022, 2023)) -> Row:
    """The row of the item whose body changes from `old` to `new`."""
    comparison = compare(one(old, years[0]), one(new, years[1]))
    return next(row for row in comparison.rows if comparison.editions[0].units[1].provision in row.old)


STRONGER = [
    ("frequency", "纪检组每半年通报一次典型案例。", "纪检组每季度通报一次典型案例。"),
    ("frequency", "纪检组每两年通报一次典型案例。", "纪检组每年通报一次典型案例。"),
    ("frequency", "纪检组定期通报典型案例。", "纪检组每季度通报一次典型案例。"),
    ("count", "领导干部每年至少讲一次党课。", "领导干部每年至少讲两次党课。"),
    ("quantity", "干部每年参加培训不少于20小时。", "干部每年参加培训不少于40小时。"),
    ("target", "新建职工驿站20个，选址靠近公交站。", "新建职工驿站35个，选址靠近公交站。"),
    ("target", "建会率达到80%以上。", "建会率达到85%以上。"),
    ("target", "会议费控制在30万元以内，从严审批。", "会议费控制在25万元以内，从严审批。"),
    ("target", "全年发展会员1.2万人，做好实名登记。", "全年发展会员2万人，做好实名登记。"),
    ("deadline", "10月底前完成验收。", "8月底前完成验收。"),
    ("deadline", "到2026年全部完成改造。", "到2025年全部完成改造。"),
    ("modality", "用人单位应当公示工资标准。", "用人单位必须公示工资标准。"),
    ("modality", "用人单位可以公示工资标准。", "用人单位应当公示工资标准。"),
    ("modality", "不得挪用会费和帮扶资金。", "严禁挪用会费和帮扶资金。"),
    ("strength", "力争全年创建示范点两处。", "确保全年创建示范点两处。"),
    ("strength", "原则上由本单位承担相关费用。", "由本单位承担相关费用。"),
    ("strength", "在商圈试点集体协商新做法。", "在商圈全面推行集体协商新做法。"),
    ("strength", "鼓励企业设立职工读书角。", "督促企业设立职工读书角。"),
    ("strength", "逐步推进驿站数字化改造。", "加快推进驿站数字化改造。"),
]


@pytest.mark.parametrize(("kind", "old", "new"), STRONGER)
def test_stronger_one_way_and_weaker_the_other(kind: str, old: str, new: str) -> None:
    there, back = row(old, new), row(new, old, (2023, 2022))
    assert (there.verdict, back.verdict) == ("strengthened", "weakened")
    for side, direction in ((there, "stronger"), (back, "weaker")):
        assert {(change.kind, change.direction) for change in side.decided_by} == {(kind, direction)}


NEITHER = [
    "同一年度内滚动的时限|2022年12月底前完成档案清理。|2023年12月底前完成档案清理。",
    "逐年顺延的时限|到2024年建成两个基地。|到2025年建成两个基地。",
    "届次|落实市工会十五届五次全委会部署，抓好分工。|落实市工会十五届六次全委会部署，抓好分工。",
    "周年|以庆祝建会95周年为契机开展宣传。|以庆祝建会96周年为契机开展宣传。",
    "文号|执行市总〔2021〕5号文件关于经费的要求。|执行市总〔2022〕8号文件关于经费的要求。",
    "标点|每月开展一次学习、交流，做好记录。|每月开展一次学习，交流，做好记录。",
    "全角|全年培训１００人，结业率较高。|全年培训100人，结业率较高。",
    "频次相同而说法不同|支部每季度召开一次会议。|支部每季召开1次会议。",
    "含“要”的词|进一步提高对主要问题的认识。|进一步提高对重要问题的认识。",
    "引号中的数字|实施“100个好班组”行动，做好展示。|实施“200个好班组”行动，做好展示。",
    "列举的方面|统筹做好3个方面的服务工作。|统筹做好4个方面的服务工作。",
    "全力争取不是力争|全市经济增长要有更好结果。|全市经济增长要全力争取更好结果。",
    "力争连同所在分句删去|组织职工篮球队参赛，力争取得好成绩。|组织职工篮球队参赛。",
    "区间不与单值相比|投资增长16%，出口平稳。|投资增长10%-18%，出口平稳。",
    "按年与按季的次数相同|全年开展督导不少于4次，形成报告。|每季度开展督导不少于1次，形成报告。",
    "说的不是一件事|干部在参加学习调研或者其他集体活动时，可以交流指导工作的个人体会。|干部在参加学习调研或者其他集体活动时交流的个人体会，应当符合集体决定。",
    "定语里的词|对必须由大会决定的重要事项作出安排。|对应当由大会决定的重要事项作出安排。",
    "只有一方有时限|完成线路更换工作并组织验收。|9月底前完成线路更换工作并组织验收。",
]


@pytest.mark.parametrize("case", NEITHER, ids=lambda case: case.split("|")[0])
def test_neither(case: str) -> None:
    _, old, new = case.split("|")
    found = row(old, new)
    assert found.decided_by == []
    assert not {found.verdict, *found.also} & {"strengthened", "weakened"}


OTHERS = [
    ("kept", "每月学习一次，做好记录。", "每月学习一次, 做好记录。"),
    ("reworded", "每月组织学习一次，做好笔记。", "每月组织学习一次，做好记录。"),
    ("extended", "每月组织学习一次，做好笔记。", "每月组织学习一次，做好笔记。选派骨干到先进单位跟班实训。"),
    ("narrowed", "每月组织学习一次，做好笔记。选派骨干到先进单位跟班实训。", "每月组织学习一次，做好笔记。"),
    ("reworded", "总会、产业工会的代表会议，每五年举行一次。县工会和不设县的街道工会的代表会议，每五年举行一次。",
     "总会、产业工会的代表会议，县工会和不设县的街道工会的代表会议，每五年举行一次。"),
    ("reworded", "选派骨干外出实训。每月组织学习一次。", "每月组织学习一次。选派骨干外出实训。"),
]


@pytest.mark.parametrize(("verdict", "old", "new"), OTHERS)
def test_other_verdicts(verdict: str, old: str, new: str) -> None:
    assert row(old, new).verdict == verdict


def test_values_are_readable() -> None:
    found = row("完成投资120亿元以上，2个工作日内办结。", "完成投资150亿元以上，1个工作日内办结。").decided_by
    assert [(change.old_value, change.new_value) for change in found] == [
        ("≥120亿元", "≥150亿元"), ("2个工作日内", "1个工作日内")]


def test_reports_on_the_past_are_not_strengthened() -> None:
    """新增30个 after 新增20个 is a result, no stricter duty."""
    text = ("某市政府工作报告\n一、{}年工作回顾\n（一）服务群众。新建驿站{}个，群众满意。\n"
            "二、{}年工作安排\n（一）服务群众。新建驿站{}个，便民利民。")
    comparison = compare(parse_text(text.format(2021, 20, 2022, 30)), parse_text(text.format(2022, 30, 2023, 40)))
    assert {row.part: [change.new_value for change in row.decided_by] for row in comparison.rows if row.old and row.new
            and row.score} == {"review": [], "plan": ["40个"]}
