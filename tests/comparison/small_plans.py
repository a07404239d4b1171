"""Small plans made of parts, for tests of comparison."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc import Document, parse_text

ITEMS: dict[str, str] = {
    "学习教育": "党支部每月组织一次集体学习，围绕理论文章交流体会。青年学习小组自选书目，撰写读书笔记。",
    "走访慰问": "领导班子成员每半年至少走访一次困难职工家庭。建立帮扶台账，做到一户一策。",
    "技能竞赛": "全年举办岗位练兵比赛不少于6场，参赛职工覆盖全部车间。对优胜班组给予表扬。",
    "安全检查": "每季度开展一次消防隐患排查，重点检查配电房和仓库。9月底前完成老旧线路更换。",
    "信息宣传": "办好内部简报，每周更新一期图文动态。力争全年被省级媒体采用稿件20篇。",
    "民主管理": "企业应当每年召开一次职工代表大会。工资专项协议提交大会讨论。",
    "文体活动": "组织职工书法摄影展和趣味运动会。支持各类兴趣小组自主活动，丰富业余生活。",
    "财务管理": "会费收支每年公开两次，接受全体会员监督。严格执行预算，压缩一般性支出。",
    "女工关怀": "为女职工提供健康讲座和心理咨询。哺乳室配备冷藏柜和消毒设备。",
    "志愿服务": "招募志愿者参加社区环境整治。建立服务时长登记制度，评选优秀志愿者。",
}
"""Heading → body; each holds facts of its own and shares few words with the others."""

CHAPTERS = ("加强思想引领", "服务职工群众", "夯实基层基础")


def plan(chapters: Sequence[Sequence[tuple[str, str]]], year: int = 2023) -> Document:
    """A plan with the items of each chapter, numbered through."""
    lines = [f"某市总工会{year}年工作要点"]
    number = 0
    numerals = "一二三四五六七八九十"
    for at, items in enumerate(chapters):
        lines.append(f"{numerals[at]}、{CHAPTERS[at]}")
        for heading, body in items:
            number += 1
            ten = "十" + numerals[number - 11] if number > 10 else numerals[number - 1]
            lines.append(f"（{ten}）{heading}。{body}")
    return parse_text("\n".join(lines), name=f"{year}.txt")


def one(body: str, year: int = 2023) -> Document:
    """A plan whose second item has this body; the others stay."""
    fixed = [("学习教育", ITEMS["学习教育"]), ("专项工作", body), ("女工关怀", ITEMS["女工关怀"])]
    return plan([fixed], year)
