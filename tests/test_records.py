"""The command line writes records without the models: the same bytes as the documents give."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import CORPUS
from policydoc.pipeline import parse_bytes, record_bytes
from policydoc.render import records

FILES = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".docx", ".html", ".ofd"))


def same(path: Path) -> None:
    data = path.read_bytes()
    record = record_bytes(data, name=path.name)
    document = parse_bytes(data, name=path.name)
    assert records.as_json(record) == document.model_dump_json(indent=2) + "\n"
    assert records.as_json_line(record) == document.model_dump_json() + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_corpus(path: Path) -> None:
    same(path)


def test_real_documents(shared: Path) -> None:
    found = sorted([*shared.rglob("*.txt"), *shared.rglob("*.html"), *shared.rglob("*.docx")])
    assert found
    for path in found:
        if path.read_bytes().strip():
            same(path)
