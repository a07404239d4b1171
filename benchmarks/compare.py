"""Comparing plans: two of 20,000 characters in a fresh process (imports, parse and memory), twenty years in turn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import policydoc
from benchmarks.table import Row, seconds
from benchmarks.texts import plan

SIZE = 20_000
_FRESH = ("import sys, policydoc\n"
          "old, new = (policydoc.parse(path) for path in sys.argv[1:])\n"
          "policydoc.compare(old, new).model_dump_json()\n"
          "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))")
"""The peak as the kernel has it for this process alone: ru_maxrss counts what the parent held before it."""


def rows(folder: Path) -> Iterator[Row]:
    with TemporaryDirectory() as place:
        paths = []
        for year in (2022, 2023):
            path = Path(place) / f"{year}.txt"
            path.write_text(plan(SIZE // 215, year)[:SIZE], encoding="utf-8")
            paths.append(str(path))
        peaks: list[int] = []
        took = seconds(lambda: peaks.append(int(subprocess.check_output([sys.executable, "-c", _FRESH, *paths]))))
    memory = peaks[0] / 1024
    yield Row(f"compare two plans of {SIZE:,} characters, fresh process", f"{took:.2f} s", f"{memory:.0f} MiB",
              "2 s, 300 MiB")
    documents = [policydoc.parse_text(plan(100, 2000 + year)) for year in range(20)]
    yield Row("compare 20 years of 100 items", f"{seconds(lambda: policydoc.compare(*documents)):.1f} s", "", "20 s")
