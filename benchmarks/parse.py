"""Cost of a parse, as ratios taken in one run: `python benchmarks/parse.py [FOLDER of .txt]`.

Absolute times say little on a shared machine, so everything is measured in turns (A B C, A B C, …) and divided by
what ran beside it: `jieba.cut` over the same text, and for start-up the import of pydantic's BaseModel.
"""

from __future__ import annotations

import argparse
import math
import statistics
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jieba

from policydoc import parse_text, readers, structure
from policydoc.model.draft import Draft

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(works: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Seconds of each work in each round; one round goes first, uncounted."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(timed(work))
    return times


def build_tree(text: str) -> None:
    draft = Draft(readers.from_text(text))
    structure.build(draft)
    structure.records(draft)


def speed(texts: list[str]) -> None:
    size = sum(map(len, texts))
    whole = "".join(texts)
    sample = whole[: min(size, 200_000)]  # jieba is slow: a sample, scaled
    data = whole.encode()
    jieba.initialize()
    times = in_turns({
        "jieba.cut": lambda: sum(1 for _ in jieba.cut(sample)),
        "structure": lambda: deque(map(build_tree, texts), maxlen=0),
        "parse": lambda: deque(map(parse_text, texts), maxlen=0),
        "decode": lambda: data.decode(),
    })
    cut = [t * size / len(sample) for t in times.pop("jieba.cut")]
    print(f"{size:,} characters in {len(texts)} documents; jieba.cut = 1")
    for name, seconds in times.items():
        ratios = [c / t for c, t in zip(cut, seconds, strict=True)]
        print(f"  {name:10} {statistics.median(ratios):8.1f} times its speed "
              f"({min(ratios):.1f} to {max(ratios):.1f}); {size / statistics.median(seconds) / 1e6:.2f} M characters/s")


def growth(texts: list[str]) -> None:
    """The exponent of time over size, 1 to 64 times the same documents in one text."""
    unit = "\n".join(texts)[:50_000]
    sizes = [2**i for i in range(7)]
    works: dict[str, Callable[[str], object]] = {"structure": build_tree, "parse": parse_text}
    for name, work in works.items():
        seconds = [min(timed(partial(work, unit * n)) for _ in range(3)) for n in sizes]
        exponent = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
        print(f"  {name:10} exponent {exponent:.2f} from {len(unit):,} to {len(unit) * sizes[-1]:,} characters")


def start_up() -> None:
    plan = str(ROOT / "corpus" / "2023-work-points.txt")
    base = [sys.executable, "-c", "from pydantic import BaseModel"]
    command = [sys.executable, "-m", "policydoc", "parse", plan]
    times = in_turns({
        "pydantic": lambda: subprocess.run(base, check=True),
        "command": lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL),
    }, rounds=9)
    ratios = [c / p for c, p in zip(times["command"], times["pydantic"], strict=True)]
    print(f"  start-up   {statistics.median(ratios):.2f} times `from pydantic import BaseModel` "
          f"({min(ratios):.2f} to {max(ratios):.2f})")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=ROOT / "corpus")
    folder: Path = arguments.parse_args().folder
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    speed(texts)
    growth(texts)
    start_up()


if __name__ == "__main__":
    main()
