"""Cost of a knowledge base: `python benchmarks/knowledge.py [FOLDER of documents]`.

Search and concept cards over generated documents of 100,000 provisions; with a folder, what building costs beside the
parse of the same documents in one process: wall clock, processor time and memory of all processes.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import policydoc
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


def milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def asking() -> None:
    with TemporaryDirectory() as folder:
        files = []
        for n in range(PROVISIONS // ITEMS):
            path = Path(folder) / f"{n:05}.txt"
            path.write_text(document(n), encoding="utf-8")
            files.append(str(path))
        kb = Path(folder) / "generated.kb"
        build(files, kb, sync=True)
        with KnowledgeBase.open(kb) as base:
            print(f"  {base.info()}")
            words = [*VERBS, *THINGS[::5], *ENDS, *KNOWN, *COINED[::60], "发", "技能竞赛机制", "完善学习制度 干部培训",
                     "落实“四个意识”", "2021年"]
            report("search (20)", [(word, milliseconds(partial(base.search, word))) for word in words])
            labels = [*KNOWN, *COINED[::20]]
            report("concept card (50)", [(word, milliseconds(partial(base.concept, word)))
                                         for word in labels])
            ways = [(f"{a} → {b}", milliseconds(partial(base.path, a, b)))
                    for a, b in zip(KNOWN, COINED[::50], strict=False)]
            report("path", ways)
            print(f"  central: {milliseconds(base.central):.0f} ms, "
                  f"communities: {milliseconds(base.communities):.0f} ms")


def report(name: str, times: list[tuple[str, float]]) -> None:
    slow, most = max(times, key=lambda pair: pair[1])
    print(f"  {name}: median {statistics.median(t for _, t in times):.1f} ms, worst {most:.0f} ms ({slow}), "
          f"{len(times)} asked")


def building(folder: str) -> None:
    files = expand((folder,))
    parses, builds = [], []
    for _ in range(3):
        start = time.perf_counter()
        for _document in policydoc.parse_many(files):
            pass
        parses.append(time.perf_counter() - start)
        with TemporaryDirectory() as place:
            before = processor()
            start = time.perf_counter()
            build(files, Path(place) / "a.kb", sync=True)
            builds.append((time.perf_counter() - start, processor() - before))
    wall, cpu = min(builds)
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    ratio = wall / min(parses)
    print(f"  {len(files)} documents: parse {min(parses):.2f} s, build {wall:.2f} s: {ratio:.2f} times (2), "
          f"{cpu / wall:.1f} cores busy, largest process {memory:.0f} MiB (2,000 in all)")


def processor() -> float:
    return sum(use.ru_utime + use.ru_stime
               for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    arguments = parser.parse_args()
    if arguments.folder:
        building(arguments.folder)
    sys.stdout.flush()
    asking()
