"""Comparing plans: two of 20,000 characters in a fresh process (imports, parse and memory), twenty years in turn."""

from __future__ import annotations

import resource
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
          "policydoc.compare(old, new).model_dump_json()")


def rows(folder: Path) -> Iterator[Row]:
    with TemporaryDirectory() as place:
        paths = []
        for year in (2022, 2023):
            path = Path(place) / f"{year}.txt"
            path.write_text(plan(SIZE // 215, year)[:SIZE], encoding="utf-8")
            paths.append(str(path))
        took = seconds(lambda: subprocess.run([sys.executable, "-c", _FRESH, *paths], check=True))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Row(f"compare two plans of {SIZE:,} characters, fresh process", f"{took:.2f} s", f"{memory:.0f} MiB",
              "2 s, 300 MiB")
    documents = [policydoc.parse_text(plan(100, 2000 + year)) for year in range(20)]
    yield Row("compare 20 years of 100 items", f"{seconds(lambda: policydoc.compare(*documents)):.1f} s", "", "20 s")
