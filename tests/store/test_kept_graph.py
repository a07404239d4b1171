"""The graph that is kept is the graph of the documents."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

import policydoc
from conftest import CORPUS
from policydoc import KnowledgeBase
from policydoc.cli import main
from policydoc.graph import records
from policydoc.store.build import build
from policydoc.store.records import all_of

DOCUMENTS = [policydoc.parse(path) for path in sorted(CORPUS.glob("*.txt"))]


def test_records_come_back_as_they_went_in() -> None:
    base = KnowledgeBase.from_documents(DOCUMENTS)
    expected = sorted((records.of(document) for document in DOCUMENTS), key=lambda each: each.sha256)
    assert list(all_of(base.db)) == expected


def test_the_graph_is_that_of_the_documents_but_for_what_continues() -> None:
    expected = policydoc.build_graph(DOCUMENTS)
    gone = [(a, b, key) for a, b, key, values in expected.edges(keys=True, data=True)
            if values["relation"] == "continues"]
    assert gone
    expected.remove_edges_from(gone)
    assert nx.utils.graphs_equal(KnowledgeBase.from_documents(DOCUMENTS).graph(), expected)


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kb") / "a.kb"
    build([str(file) for file in CORPUS.glob("*.txt")], path, sync=True)
    return path


@pytest.mark.parametrize(("suffix", "start"), [("graphml", b"<?xml"), ("json", b"{"), ("turtle", b"@prefix")])
def test_export_writes_the_form_of_the_suffix(kb: Path, tmp_path: Path, suffix: str, start: bytes) -> None:
    out = tmp_path / f"graph.{suffix}"
    done = CliRunner().invoke(main, ["kb", "export", str(kb), "-o", str(out)])
    assert (done.exit_code, done.output) == (0, "")
    assert out.read_bytes().startswith(start)


def test_export_draws_one_concept(kb: Path) -> None:
    done = CliRunner().invoke(main, ["kb", "export", str(kb), "--concept", "四个意识"])
    assert done.exit_code == 0
    assert "<svg" in done.output
    assert "四个意识" in done.output
    assert CliRunner().invoke(main, ["kb", "export", str(kb), "-f", "svg"]).exit_code == 2
