"""Ctrl-C and harm in the middle of a folder, as at a terminal: what is done is kept, nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CORPUS, no_hang
from policydoc import KnowledgeBase

PLAN = CORPUS / "2023-work-points.txt"
FILES = 1500


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More plans than can be read before Ctrl-C comes."""
    place: Path = tmp_path_factory.mktemp("many")
    text = PLAN.read_text(encoding="utf-8")
    for n in range(FILES):
        (place / f"{n:04}.txt").write_text(f"{text}\n第{n}号。\n", encoding="utf-8")
    return place


def interrupted(args: list[str | Path], begun: Callable[[], bool]) -> tuple[int, str]:
    """Exit code and messages of a command that got Ctrl-C, with all its processes, once it had `begun`.

    Its group must be empty afterwards.
    """
    command = [sys.executable, "-m", "policydoc", *map(str, args)]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8") as process, no_hang():
        while not begun():
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr
        messages = process.stderr.read()
    left = subprocess.run(["ps", "-s", str(process.pid), "-o", "pid="], capture_output=True, text=True, check=False)
    assert left.stdout.split() == []
    return process.returncode, messages


def test_lines_that_are_done_are_kept(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code, messages = interrupted(["parse", folder, "-o", out, "-j", "2"],
                                 lambda: any(path.stat().st_size for path in tmp_path.glob(".out*")))
    assert code == 1
    assert "out.jsonl.part" in messages
    assert "Traceback" not in messages
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl.part"]
    lines = (tmp_path / "out.jsonl.part").read_text(encoding="utf-8").splitlines()
    names = [json.loads(line)["source"]["name"] for line in lines]
    assert names == [f"{n:04}.txt" for n in range(len(names))]
    assert 0 < len(names) < FILES


def test_transactions_that_are_done_are_kept(folder: Path, tmp_path: Path) -> None:
    kb = tmp_path / "a.kb"
    code, messages = interrupted(["kb", "build", folder, "-o", kb, "-j", "2"],
                                 lambda: (tmp_path / "a.kb-wal").exists()
                                 and (tmp_path / "a.kb-wal").stat().st_size > 1_000_000)
    assert code == 1
    assert "Traceback" not in messages
    with KnowledgeBase.open(kb) as base:
        assert 0 < base.info().documents < FILES


def test_parts_that_are_done_are_kept(folder: Path, tmp_path: Path) -> None:
    documents = tmp_path / "out" / "documents"
    code, messages = interrupted(["parse", folder, "-f", "parquet", "-o", tmp_path / "out", "-j", "2"],
                                 lambda: any(documents.glob("*.parquet")))
    assert code == 1
    assert "Traceback" not in messages
    done = sum(1 for _ in documents.glob("*.parquet"))
    assert 0 < done < FILES / 256
