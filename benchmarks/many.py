"""Many files: what two workers gain over one, and the memory of a run from its 1,000th document to its last."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Row, ratio
from benchmarks.texts import folder_of, texts
from policydoc.cli.parse import _loader
from policydoc.many import parse_many
from policydoc.workers.crew import crew
from policydoc.workers.job import Job, outcomes, ranges

GAIN, FLAT = 4_000, 20_000
"""Files, of 2,000 characters."""
ROUNDS = 5


def rows(folder: Path) -> Iterator[Row]:
    with TemporaryDirectory() as place:
        files = folder_of(Path(place), texts(folder), FLAT)
        for name, work in {"parse_many": documents, "parse to JSON lines": lines}.items():
            taken = {workers: [run(work, files[:GAIN], workers) for _ in range(ROUNDS)] for workers in (1, 2)}
            walls, work_done = ({workers: [pair[n] for pair in pairs] for workers, pairs in taken.items()}
                                for n in (0, 1))
            yield ratio(f"{name}: one worker / two workers, time", walls[1], walls[2], "≥ 1.8 on two free cores")
            yield ratio(f"{name}: two workers / one worker, processor time of all", work_done[2], work_done[1])
        yield flat(files)


def run(work: object, files: list[str], workers: int) -> tuple[float, float]:
    """Seconds and processor seconds of all processes; those of a worker count when it has ended."""
    assert callable(work)
    start, before = time.perf_counter(), processor()
    work(files, workers)
    return time.perf_counter() - start, processor() - before


def processor() -> float:
    return sum(use.ru_utime + use.ru_stime
               for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def documents(files: list[str], workers: int) -> None:
    for _ in parse_many(files, workers=workers):
        pass


def lines(files: list[str], workers: int) -> None:
    load = _loader("jsonl", strict=False)
    with crew(Job(lambda file: load(Path(file).read_bytes(), file), outcomes), workers) as run, \
            Path(os.devnull).open("w", encoding="utf-8") as out:
        for found in run(ranges(files)):
            for outcome in found:
                out.write(outcome.value or "")


def flat(files: list[str]) -> Row:
    sizes = {}
    for n, _ in enumerate(parse_many(files, workers=2), 1):
        if n in (1_000, len(files)):
            sizes[n] = sum(map(resident, [os.getpid(), *(c.pid or 0 for c in multiprocessing.active_children())]))
    first, last = sizes.values()
    return Row(f"memory of all processes at {len(files):,} documents / at 1,000", f"{last / first:.2f}",
               f"{first:.0f} and {last:.0f} MiB", "flat")


def resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
