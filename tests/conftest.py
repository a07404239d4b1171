"""Fixtures: the repository's own corpus, and the real documents that may lie beside it."""

from __future__ import annotations

from pathlib import Path

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
