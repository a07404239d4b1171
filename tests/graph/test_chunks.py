"""Retrieval chunks: nothing lost, nothing too long, no sentence cut that fits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import policydoc
from conftest import CORPUS
from policydoc import Document
from policydoc.chars import sentences
from policydoc.cli import main
from policydoc.graph.chunks import chunks
from policydoc.model.knowledge import Chunk
from policydoc.store.build import build

PLAN = """2024年澜州市档案馆工作要点
一、总体要求
坚持稳中求进。落实“三会一课”制度。
二、重点任务
（一）抓好接收。每季度开展一次接收工作，做到应收尽收、应归尽归。
（二）抓好利用。完善查阅服务。
"""
PIECES = ["一、目标\n", "（一）学习。", "每月学习一次。", "\n", "“四个意识”", "，", "1. 检查", "好" * 30, "；"]


def check(document: Document, limit: int) -> list[Chunk]:
    found = list(chunks(document, limit))
    ends = {place for p in document.walk() if not p.children
            for span in sentences(document.text, p.start, p.end) for place in span}
    covered: set[int] = set()
    for chunk in found:
        assert document.text[chunk.start:chunk.end] == chunk.text
        assert len(chunk.text) <= limit
        assert not covered.intersection(range(chunk.start, chunk.end))
        covered.update(range(chunk.start, chunk.end))
        for place in (chunk.start, chunk.end):
            if place not in ends:
                a, b = next(s for p in document.walk() if not p.children
                            for s in sentences(document.text, p.start, p.end) if s[0] < place < s[1])
                assert b - a > limit, document.text[a:b]
    for leaf in document.walk():
        if not leaf.children and leaf.kind != "toc":
            lost = [at for at in range(leaf.start, leaf.end) if at not in covered and document.text[at].strip()]
            assert not lost, document.text[lost[0]:lost[0] + 20]
    assert len({chunk.id for chunk in found}) == len(found)
    return found


@pytest.mark.parametrize("limit", [1, 40, 200, 800, 10**6])
@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.txt")), ids=lambda file: file.name)
def test_chunks_of_the_corpus(file: object, limit: int) -> None:
    check(policydoc.parse(CORPUS / str(file)), limit)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.integers(1, 60))
def test_chunks_of_any_text(parts: list[str], limit: int) -> None:
    check(policydoc.parse_text("关于学习的通知\n正文" + "".join(parts)), limit)


def test_a_chunk_says_where_it_stands() -> None:
    found = check(policydoc.parse_text(PLAN), 800)
    assert [(chunk.path, chunk.concepts) for chunk in found] == [
        ("2024年澜州市档案馆工作要点 › 一、总体要求", ["三会一课"]),
        ("2024年澜州市档案馆工作要点 › 二、重点任务 › （一）抓好接收", ["应收尽收、应归尽归"]),
        ("2024年澜州市档案馆工作要点 › 二、重点任务 › （二）抓好利用", []),
    ]
    assert {chunk.year for chunk in found} == {2024}
    assert found[1].text.startswith("二、重点任务\n（一）抓好接收。")


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="0 characters"):
        list(chunks(policydoc.parse_text(PLAN), 0))


def test_the_command_writes_lines_of_json() -> None:
    file = str(CORPUS / "2023-work-points.txt")
    result = CliRunner().invoke(main, ["chunks", file, "--limit", "300"])
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == [chunk.id for chunk in chunks(policydoc.parse(file), 300)]
    assert CliRunner().invoke(main, ["chunks", file, "--limit", "0"]).exit_code == 2


def test_a_knowledge_base_gives_the_chunks_of_its_documents(tmp_path: Path) -> None:
    files, kb = sorted(str(path) for path in CORPUS.glob("*.txt")), tmp_path / "a.kb"
    build(files, kb, sync=True)
    of_kb, of_files = (CliRunner().invoke(main, ["chunks", *sources]) for sources in ([str(kb)], files))
    assert of_kb.exit_code == of_files.exit_code == 0
    found, expected = ({chunk["id"]: chunk for chunk in map(json.loads, result.stdout.splitlines())}
                       for result in (of_kb, of_files))
    assert found.keys() == expected.keys()
    for name, chunk in expected.items():
        assert set(chunk.pop("concepts")) <= set(found[name].pop("concepts"))  # those that other documents quote, too
        assert found[name] == chunk
