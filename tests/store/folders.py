"""Folders of plans for the tests of building: the corpus, and as many more as a test needs."""

from __future__ import annotations

from pathlib import Path

from conftest import CORPUS


def folder_of(place: Path, plans: int) -> Path:
    """A folder with the corpus' text files and so many plans of other towns and years."""
    place.mkdir()
    sources = sorted(CORPUS.glob("*.txt"))
    for source in sources:
        (place / source.name).write_bytes(source.read_bytes())
    for n in range(plans):
        text = sources[n % len(sources)].read_text(encoding="utf-8")
        (place / f"plan-{n:03}.txt").write_text(
            f"{text}\n（二十）增补。第{n}分会每月学习“{n}号提法”{n % 5 + 1}次，落实“四个意识”。\n", encoding="utf-8")
    return place


def files_of(place: Path) -> list[str]:
    return sorted(str(file) for file in place.iterdir())
