"""A knowledge base: building it beside the parse of the same documents, and asking one of 100,000 provisions."""

from __future__ import annotations

import random
import statistics
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import policydoc
from benchmarks.table import Row, ratio, seconds
from policydoc import KnowledgeBase
from policydoc.cli.inputs import expand
from policydoc.numerals import to_chinese
from policydoc.store.build import build

PROVISIONS = 100_000
ITEMS = 100
VERBS = ["加强", "推进", "完善", "落实", "深化", "健全", "规范", "组织", "开展", "建立", "优化", "提升", "拓展"]
FIELDS = ["基层", "学习", "安全", "技能", "走访", "信息", "民主", "志愿", "文化", "财务", "人才", "法律", "数据",
          "劳动", "集体", "困难", "阵地", "干部"]
WORKS = ["组织", "制度", "检查", "竞赛", "慰问", "公开", "管理", "服务", "活动", "预算", "培养",
         "援助", "平台", "保护", "协商"]
THINGS = [field + work for field in FIELDS for work in WORKS]
ENDS = ["机制", "体系", "能力", "水平", "质量", "格局", "基础", "短板", "平台", "渠道"]
KNOWN = ["四个意识", "两个维护", "三会一课", "四个自信", "两学一做", "放管服", "一岗双责", "五位一体"]
COINED = [f"{a}{b}{c}" for a in "一二三四五六七八九" for b in "联建清促帮评查补抓树"
          for c in ("行动", "计划", "机制", "工程", "品牌", "平台")]
TIMES = ["每月", "每季度", "每半年", "每年"]


def document(n: int) -> str:
    """A plan of ITEMS items; words and concepts as uneven as in real texts."""
    dice = random.Random(n)
    lines = [f"第{n}市{2000 + n % 25}年工作要点"]
    for item in range(ITEMS):
        if item % 20 == 0:
            lines.append(f"{to_chinese(item // 20 + 1)}、{dice.choice(VERBS)}{dice.choice(THINGS)}{dice.choice(ENDS)}")
        concepts = [dice.choice(KNOWN), COINED[int(len(COINED) * dice.random() ** 2)]]
        quoted = "、".join(f"“{c}”" for c in concepts[: dice.randint(0, 2)])
        body = "，".join(f"{dice.choice(VERBS)}{dice.choice(THINGS)}{dice.choice(ENDS)}"
                        for _ in range(dice.randint(3, 8)))
        lines.append(f"（{to_chinese(item % 20 + 1)}）{dice.choice(VERBS)}{dice.choice(THINGS)}。{body}。"
                     + (f"落实{quoted}，" if quoted else "") + f"{dice.choice(TIMES)}开展一次{dice.choice(THINGS)}。")
    return "\n".join(lines)


def rows(folder: Path) -> Iterator[Row]:
    yield building(expand((str(folder),)))
    with TemporaryDirectory() as place:
        files = []
        for n in range(PROVISIONS // ITEMS):
            path = Path(place) / f"{n:05}.txt"
            path.write_text(document(n), encoding="utf-8")
            files.append(str(path))
        kb = Path(place) / "generated.kb"
        build(files, kb, sync=True)
        with KnowledgeBase.open(kb) as base:
            yield from asking(base)


def asking(base: KnowledgeBase) -> Iterator[Row]:
    words = [*VERBS, *THINGS[::5], *ENDS, *KNOWN, *COINED[::60], "发", "技能竞赛机制", "完善学习制度 干部培训",
             "落实“四个意识”", "2021年"]
    yield asked("kb search", "≤ 20 ms", [partial(base.search, word) for word in words])
    yield asked("kb concept", "≤ 50 ms", [partial(base.concept, label) for label in [*KNOWN, *COINED[::20]]])
    yield asked("kb path", "", [partial(base.path, a, b) for a, b in zip(KNOWN, COINED[::50], strict=False)])
    yield asked("kb central", "", [base.central])
    yield asked("kb communities", "", [base.communities])


def asked(name: str, bound: str, questions: list[Callable[[], object]]) -> Row:
    times = [1000 * seconds(question) for question in questions]
    return Row(f"{name}, {PROVISIONS:,} provisions, {len(times)} questions", f"{statistics.median(times):.1f} ms",
               f"worst {max(times):.0f} ms", bound)


def building(files: list[str]) -> Row:
    parses, builds = [], []
    for _ in range(3):
        parses.append(seconds(lambda: deque(policydoc.parse_many(files), maxlen=0)))
        with TemporaryDirectory() as place:
            builds.append(seconds(partial(build, files, Path(place) / "a.kb", sync=True)))
    return ratio(f"kb build / parse in one process, {len(files)} documents", builds, parses, "≤ 2")
