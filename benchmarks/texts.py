"""What is measured on: the .txt files of a folder, and plans made of words, so many items of so many letters."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from policydoc.numerals import to_chinese

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

VERBS = ["加强", "推进", "完善", "落实", "深化", "健全", "规范", "组织", "开展", "建立", "优化", "提升",
         "拓展", "巩固"]
THINGS = ["基层组织", "学习制度", "安全检查", "技能竞赛", "走访慰问", "信息公开", "民主管理", "志愿服务",
          "文化活动", "财务预算", "人才培养", "法律援助", "数据平台", "劳动保护", "集体协商", "困难帮扶",
          "阵地建设", "干部培训", "调查研究", "督查考核", "宣传报道", "档案管理", "创新工作室", "健康体检",
          "社区治理", "绿色发展"]
TIMES = ["每月", "每季度", "每半年", "每年"]


def texts(folder: Path, most: int | None = None) -> list[str]:
    """The texts of a folder, drawn by a fixed seed until they hold `most` characters where that is given.

    Drawn, as files whose names stand together are of one kind: a rule in short lines costs three times a report.
    """
    found: list[str] = []
    paths = sorted(folder.glob("*.txt"))
    for path in random.Random(0).sample(paths, len(paths)) if most else paths:
        found.append(path.read_text(encoding="utf-8"))
        if most and sum(map(len, found)) >= most:
            break
    return found


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


def folder_of(place: Path, sources: Iterable[str], files: int, letters: int = 2000) -> list[str]:
    """So many files, each a stretch of one of the texts with a number of its own."""
    sources = list(sources)
    dice = random.Random(1)
    paths = [place / f"{n:06}.txt" for n in range(files)]
    for n, path in enumerate(paths):
        text = sources[n % len(sources)]
        start = dice.randrange(max(1, len(text) - letters))
        path.write_text(f"{text[:60]}\n{text[start:start + letters]}\n第{n}号。\n", encoding="utf-8")
    return [str(path) for path in paths]
