"""A Dask cluster of real processes on the loopback: the same bytes as from one process, though a worker is killed."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import dask
import dask.bag
import pytest
from click.testing import CliRunner
from distributed import Client, LocalCluster

import policydoc
from conftest import CORPUS, no_hang
from policydoc import distributed
from policydoc.cli import main
from policydoc.model.draft import Draft, Record
from policydoc.tables import parts

PLANS = sorted(CORPUS.glob("*.txt"))
WORKERS = 3


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A cluster that gives a task up when it has killed two workers."""
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}), \
            LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster, \
            Client(cluster) as client:
        yield client


@pytest.fixture
def plans(tmp_path: Path) -> list[str]:
    """The corpus and as many more plans as give every worker several parts."""
    place = tmp_path / "in"
    place.mkdir()
    for n in range(80):
        text = PLANS[n % len(PLANS)].read_text(encoding="utf-8")
        (place / f"{n:03}.txt").write_text(f"{text}\n（二十）增补。第{n}分会每月学习一次。\n", encoding="utf-8")
    return [str(path) for path in sorted(place.iterdir())]


def tables(out: Path) -> dict[str, str]:
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in out.rglob("*.parquet")}


def test_the_same_bytes_as_one_process_though_a_worker_is_killed(client: Client, plans: list[str],
                                                                 tmp_path: Path) -> None:
    parts.write(plans, tmp_path / "one", workers=0, part=8)
    killed: list[int] = []

    def kill(files: int) -> None:
        if not killed:
            killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    with no_hang():
        report = distributed.parse(plans, tmp_path / "many", client, part=8, done=kill)
    assert (report.new, report.known, report.failed, len(killed)) == (80, 0, [], 1)
    assert tables(tmp_path / "many") == tables(tmp_path / "one")
    assert len(tables(tmp_path / "many")) == 5 * 10
    again = distributed.parse(dask.bag.from_sequence(plans, npartitions=4), tmp_path / "many", client, part=8)
    assert (again.new, again.known) == (0, 80)


def harm(draft: Draft) -> list[Record]:
    if "进程中断" in draft.text:
        os._exit(1)
    if "永远不完" in draft.text:
        threading.Event().wait()
    return []


def test_files_that_kill_or_hang_workers_are_told_and_the_rest_is_done(
        client: Client, plans: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydoc.pipeline._registered", {})
    policydoc.register("harm", lambda draft: harm(draft))
    (tmp_path / "dead.txt").write_text("通知\n一、进程中断。", encoding="utf-8")
    (tmp_path / "endless.txt").write_text("通知\n一、永远不完。", encoding="utf-8")
    files = [*plans[:4], str(tmp_path / "dead.txt"), str(tmp_path / "endless.txt"), str(tmp_path / "none.txt"),
             *plans[4:16]]
    with no_hang():
        report = distributed.parse(files, tmp_path / "out", client, part=8, time_limit=3)
    assert report.new == 16
    assert sorted((Path(file).name, type(error).__name__) for file, error in report.failed) == [
        ("dead.txt", "Crashed"), ("endless.txt", "Crashed"), ("none.txt", "FileNotFoundError")]


def test_commands_take_the_address_of_a_scheduler(client: Client, plans: list[str], tmp_path: Path) -> None:
    folder, address = str(Path(plans[0]).parent), client.scheduler.address
    alone = CliRunner().invoke(main, ["parse", folder, "-j", "0"])
    assert CliRunner().invoke(main, ["parse", folder, "--scheduler", address]).stdout == alone.stdout
    for kb, how in {"one.kb": ["-j", "0"], "many.kb": ["--scheduler", address]}.items():
        assert CliRunner().invoke(main, ["kb", "build", folder, "-o", str(tmp_path / kb), *how]).exit_code == 0
    assert rows(tmp_path / "one.kb") == rows(tmp_path / "many.kb")


def rows(kb: Path) -> list[list[object]]:
    db = sqlite3.connect(kb)
    try:
        return [db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                for table in ("documents", "provisions", "duties", "concepts", "mentions")]
    finally:
        db.close()
