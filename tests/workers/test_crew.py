"""Workers: every file is an outcome, in order, whatever a file does to the process that works on it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from deeds import deed, dies_at_the_end, folder, told

from conftest import no_hang
from policydoc.errors import Crashed, MissingTool
from policydoc.workers.crew import crew
from policydoc.workers.job import Job, outcomes, ranges

JOB = Job(deed, outcomes)
GOOD = [f"text {n}" for n in range(30)]


def ran(files: list[str], workers: int, limit: float = 60, most: int = 4) -> list[tuple[str, str]]:
    with no_hang(), crew(JOB, workers, limit) as run:
        return told(list(chain.from_iterable(run(ranges(files, most)))))


def shown(texts: list[str], **errors: str) -> list[tuple[str, str]]:
    return [(f"{n:03}.txt", errors.get(text.split()[0], text.upper())) for n, text in enumerate(texts)]


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_results_come_in_the_order_of_the_files(tmp_path: Path, workers: int) -> None:
    assert ran(folder(tmp_path / "in", GOOD), workers) == shown(GOOD)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("at", [[0], [29], [5, 6], [4, 5, 6, 7]])
def test_a_file_that_kills_its_worker_is_told_and_the_rest_is_done(tmp_path: Path, workers: int, at: list[int]) -> None:
    texts = ["exit" if n in at else text for n, text in enumerate(GOOD)]
    assert ran(folder(tmp_path / "in", texts), workers) == shown(texts, exit="Crashed")


def test_the_error_says_how_the_worker_ended(tmp_path: Path) -> None:
    with crew(JOB, 1) as run:
        found = next(run([folder(tmp_path / "in", ["exit", "segfault", "raise"])]))
    first, second, third = (str(outcome.error) for outcome in found)
    assert first.startswith("000.txt: ")
    assert "退出码 3" in first
    assert f"信号 {signal.SIGSEGV.value}" in second
    assert "LookupError: raise" in third
    assert "in deed" in "".join(getattr(found[2].error, "__notes__", []))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_hangs_is_given_up(tmp_path: Path, workers: int) -> None:
    texts = ["hang" if n == 9 else text for n, text in enumerate(GOOD)]
    assert ran(folder(tmp_path / "in", texts), workers, limit=1) == shown(texts, hang="TookTooLong")


def test_a_file_whose_worker_was_killed_once_is_done(tmp_path: Path) -> None:
    texts = ["once" if n % 7 == 3 else text for n, text in enumerate(GOOD)]
    assert ran(folder(tmp_path / "in", texts), 2) == shown(texts, once="TWICE")


@pytest.mark.parametrize("workers", [0, 2])
def test_a_missing_file_and_a_fault_are_outcomes(tmp_path: Path, workers: int) -> None:
    files = [*folder(tmp_path / "in", ["text", "raise"]), str(tmp_path / "gone.txt")]
    assert ran(files, workers) == [("000.txt", "TEXT"), ("001.txt", "Crashed"), ("gone.txt", "FileNotFoundError")]


def test_a_range_that_cannot_be_finished_is_an_error(tmp_path: Path) -> None:
    files = folder(tmp_path / "in", GOOD)
    with no_hang(), crew(Job(deed, dies_at_the_end), 2) as run, pytest.raises(Crashed, match="退出码 4"):
        list(run(ranges(files, 4)))


def test_few_ranges_are_taken_ahead_of_their_turn(tmp_path: Path) -> None:
    taken = 0

    def slow() -> Iterator[list[str]]:
        nonlocal taken
        for files in ranges(folder(tmp_path / "in", ["text"] * 60), 1):
            taken += 1
            yield files

    with crew(JOB, 2) as run:
        for turn, _ in enumerate(run(slow())):
            time.sleep(0.002)
            assert taken <= turn + 1 + 8


def test_no_process_is_left_when_the_reader_stops(tmp_path: Path) -> None:
    with crew(JOB, 2) as run:
        next(iter(run(ranges(folder(tmp_path / "in", GOOD), 1))))
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    files = folder(tmp_path / "in", ["text"])
    code = ("import multiprocessing, sys; from deeds import deed\n"
            "from policydoc.workers.crew import crew; from policydoc.workers.job import Job, outcomes\n"
            "with crew(Job(deed, outcomes), 2) as run:\n"
            "    print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
            "    next(run([sys.argv[1:]]))\n"
            "    sys.stdin.read()")
    place = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    with subprocess.Popen([sys.executable, "-c", code, *files],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=place) as child:
        assert child.stdout
        pids = [int(pid) for pid in child.stdout.readline().split()]
        child.kill()
    assert len(pids) == 2
    with no_hang():
        while any(Path(f"/proc/{pid}").exists() for pid in pids):
            time.sleep(0.05)


def test_beside_a_thread_workers_are_spawned(tmp_path: Path) -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        texts = ["exit" if n == 9 else text for n, text in enumerate(GOOD)]
        assert ran(folder(tmp_path / "in", texts), 1, most=30) == shown(texts, exit="Crashed")
    finally:
        over.set()
        thread.join()


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingTool, match=r"policydoc\[dask\]"), crew(JOB, 0, scheduler="tcp://127.0.0.1:1"):
        pass
