"""Start-up and speed, by pyperf: `python -m benchmarks.speed` runs it alone, with pyperf's own options."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyperf

from benchmarks.table import Row
from benchmarks.texts import CORPUS, plan, texts

CHARACTERS = 200_000
FOLDER = "POLICYDOC_BENCHMARK_FOLDER"


@cache
def sample() -> list[str]:
    return texts(Path(os.environ.get(FOLDER, CORPUS)), CHARACTERS)


def decode() -> None:
    _encoded().decode()


@cache
def _encoded() -> bytes:
    return "".join(sample()).encode()


def floor() -> None:
    """Every call of a pattern that a parse of the sample makes, and nothing besides."""
    for call in calls():
        found = call()
        if hasattr(found, "__next__"):
            deque(found, maxlen=0)


@cache
def calls() -> list[Callable[[], Any]]:
    """What the parse asks of its patterns: taken down while it runs."""
    from policydoc import patterns, pipeline

    taken: list[Callable[[], Any]] = []

    class Recorded:
        def __init__(self, pattern: re.Pattern[str]) -> None:
            self.pattern = pattern.pattern
            for name in vars(patterns._Late):
                if not name.startswith("_"):
                    setattr(self, name, self._recorder(getattr(pattern, name)))

        def _recorder(self, function: Callable[..., Any]) -> Callable[..., Any]:
            def call(*arguments: Any, **named: Any) -> Any:
                taken.append(partial(function, *arguments, **named))
                return function(*arguments, **named)
            return call

    kept = [(vars(module), name, value) for key, module in list(sys.modules.items()) if key.startswith("policydoc")
            for name, value in list(vars(module).items()) if isinstance(value, re.Pattern | patterns._Late)]
    made = {id(value): Recorded(re.compile(value.pattern)) for *_, value in kept}
    try:
        for names, name, value in kept:
            names[name] = made[id(value)]
        for text in sample():
            pipeline.parse_text(text)
    finally:
        for names, name, value in kept:
            names[name] = value
    return taken


def structure() -> None:
    from policydoc import readers
    from policydoc import structure as room
    from policydoc.model.draft import Draft

    for text in sample():
        draft = Draft(readers.from_text(text))
        room.build(draft)
        room.records(draft)


def parse() -> None:
    from policydoc.pipeline import parse_text

    for text in sample():
        parse_text(text)


def jieba() -> None:
    import jieba as words

    for text in sample():
        deque(words.cut(text), maxlen=0)


@cache
def _plans() -> list[Any]:
    from policydoc.pipeline import parse_text

    return [parse_text(plan(93, year)) for year in (2022, 2023)]


def compare() -> None:
    from policydoc.comparison import compare as compared

    compared(*_plans())


def rows(folder: Path) -> Iterator[Row]:
    """Run this file under pyperf and hold the medians against each other."""
    with TemporaryDirectory() as place:
        out = Path(place) / "speed.json"
        subprocess.run([sys.executable, "-m", "benchmarks.speed", "--quiet", "-o", str(out)], check=True,
                       stdout=subprocess.DEVNULL, env={**os.environ, FOLDER: str(folder.absolute())})
        suite = pyperf.BenchmarkSuite.load(str(out))
    runs = {run.get_name(): run for run in suite.get_benchmarks()}

    def row(name: str, above: str, below: str, bound: str = "") -> Row:
        a, b = runs[above], runs[below]
        off = a.median_abs_dev() / a.median() + b.median_abs_dev() / b.median()
        return Row(name, f"{a.median() / b.median():.2f}", f"± {off:.0%}", bound)

    yield row("start: policydoc parse / from pydantic import BaseModel", "command", "pydantic", "≤ 3")
    yield row("parse / jieba.cut, speed", "jieba", "parse", "≥ 15")
    yield row("structure / jieba.cut, speed", "jieba", "structure", "≥ 25")
    yield row("parse / bare pass of the same patterns, time", "parse", "floor")
    yield row("parse / UTF-8 decoding, time", "parse", "decode")
    yield row("compare two plans of 20,000 characters / parse both, time", "compare", "plans")


def plans() -> None:
    _plans.__wrapped__()


def main() -> None:
    runner = pyperf.Runner(values=3, processes=4, warmups=1, program_args=("-m", "benchmarks.speed"))
    runner.argparser.set_defaults(inherit_environ=[FOLDER, "PYTHONPATH", "PATH"])
    with TemporaryDirectory() as place:
        plan_file = Path(place) / "plan.txt"
        plan_file.write_text(plan(13, 2023)[:3000], encoding="utf-8")
        runner.bench_command("pydantic", [sys.executable, "-c", "from pydantic import BaseModel"])
        runner.bench_command("command", [sys.executable, "-m", "policydoc", "parse", str(plan_file)])
    for work in (decode, floor, structure, parse, jieba, compare, plans):
        runner.bench_func(work.__name__, work)


if __name__ == "__main__":
    main()
