"""Fixtures: the repository's own corpus, and the real documents that may lie beside it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents with gold; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the real documents (../shared/data) are not on this machine")
    return SHARED


@contextmanager
def no_hang(seconds: int = 60) -> Iterator[None]:
    """Fail where the block hangs.

    A guard, not a measure: linear work on the texts of these tests takes a second at most, quadratic work hours.
    """
    def stop(number: int, frame: object) -> NoReturn:
        pytest.fail(f"still at work after {seconds} seconds: is this linear?")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
