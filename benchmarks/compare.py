"""Cost of comparing plans: `python benchmarks/compare.py`.

Two documents of 20,000 characters in a fresh process (imports and parse included, with its memory), twenty years of
a hundred items, and how the time grows with the number of items: at most with the product of the two numbers.
"""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import policydoc
from policydoc.numerals import to_chinese

VERBS = ["加强", "推进", "完善", "落实", "深化", "健全", "规范", "组织", "开展", "建立", "优化", "提升",
         "拓展", "巩固"]
THINGS = ["基层组织", "学习制度", "安全检查", "技能竞赛", "走访慰问", "信息公开", "民主管理", "志愿服务",
          "文化活动", "财务预算", "人才培养", "法律援助", "数据平台", "劳动保护", "集体协商", "困难帮扶",
          "阵地建设", "干部培训", "调查研究", "督查考核", "宣传报道", "档案管理", "创新工作室", "健康体检",
          "社区治理", "绿色发展"]
TIMES = ["每月", "每季度", "每半年", "每年"]
SIZE = 20_000


def plan(items: int, year: int, letters: int = 200) -> str:
    """A plan of so many items of so many letters: a tenth of the sentences changes from year to year."""
    lines = [f"某市{year}年工作要点"]
    for item in range(items):
        if item % 20 == 0:
            lines.append(f"{to_chinese(item // 20 + 1)}、第{item // 20 + 1}方面工作")
        fixed, fresh = random.Random(item), random.Random(f"{item} {year}")
        body = ""
        while len(body) < letters:
            source = fresh if random.Random(f"{item} {len(body)} {year}").random() < 0.1 else fixed
            first, second = source.choice(VERBS), source.choice(VERBS)
            body += (f"{first}{source.choice(THINGS)}{item}，{second}{source.choice(THINGS)}，"
                     f"{source.choice(TIMES)}开展一次{source.choice(THINGS)}。")
        lines.append(f"（{to_chinese(item + 1)}）{fixed.choice(VERBS)}{fixed.choice(THINGS)}。{body}")
    return "\n".join(lines)


def fresh_process() -> None:
    code = ("import sys, policydoc\n"
            "old, new = (policydoc.parse(path) for path in sys.argv[1:])\n"
            "policydoc.compare(old, new).model_dump_json()")
    with TemporaryDirectory() as folder:
        paths = []
        for year in (2022, 2023):
            path = Path(folder) / f"{year}.txt"
            path.write_text(plan(SIZE // 215, year)[:SIZE], encoding="utf-8")
            paths.append(str(path))
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, *paths], check=True)
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  two documents of {SIZE:,} characters, fresh process: {seconds:.2f} s (2), {memory:.0f} MiB (300)")


def many_years(years: int = 20, items: int = 100) -> None:
    documents = [policydoc.parse_text(plan(items, 2000 + year)) for year in range(years)]
    start = time.perf_counter()
    comparison = policydoc.compare(*documents)
    seconds = time.perf_counter() - start
    print(f"  {years} years of {items} items: {seconds:.1f} s (20), {len(comparison.rows)} rows")


def growth() -> None:
    sizes = [50, 100, 200, 400, 800]
    seconds = []
    for items in sizes:
        old, new = (policydoc.parse_text(plan(items, year)) for year in (2022, 2023))
        start = time.perf_counter()
        policydoc.compare(old, new)
        seconds.append(time.perf_counter() - start)
    exponent = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
    shown = ", ".join(f"{items}: {took:.2f} s" for items, took in zip(sizes, seconds, strict=True))
    print(f"  growth exponent {exponent:.2f} (2.1) over items a document; {shown}")


if __name__ == "__main__":
    fresh_process()
    many_years()
    growth()
