"""What holds for every document: nothing is lost, nothing overlaps, every span is its text, nothing raises.

`POLICYDOC_FUZZ` sets how many mutated documents are tried (a few hundred where it is not set).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policydoc
from conftest import CORPUS, ROOT, SHARED
from policydoc.model.document import Document

FUZZ = int(os.environ.get("POLICYDOC_FUZZ", "300"))
SEED = int(os.environ.get("POLICYDOC_SEED", "20230101"))

KEYWORDS = (*(ROOT / "tests/cases/keywords.txt").read_text(encoding="utf-8").split(),
            "# ", "\n", "\n\n", "\t", "\u3000", " ", "- 3 -", "\u200b", "\ufeff", "\x0b")
LINES = st.lists(st.sampled_from(KEYWORDS), min_size=1, max_size=8).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=25).map("\n".join)


def nodes(record: Any) -> Iterator[dict[str, Any]]:
    """Every dict of a JSON value."""
    stack = [record]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)


def assert_holds(text: str) -> Document:
    """All invariants of a parsed text."""
    document = policydoc.parse_text(text)
    record = document.model_dump(mode="json")
    for node in nodes(record):
        if {"text", "start", "end"} <= node.keys():
            assert node["text"] == document.text[node["start"]:node["end"]], node
    assert_lossless(record, document.text)
    assert_nested(record)
    assert document.model_dump_json() == policydoc.parse_text(text).model_dump_json()
    return document


def assert_lossless(record: dict[str, Any], text: str) -> None:
    """Every character that is not white space lies in the front matter or in exactly one leaf."""
    leaves = [node for node in nodes(record["provisions"]) if not node.get("children", True)]
    spans = sorted((node["start"], node["end"]) for node in [*record["front_matter"], *leaves])
    at = 0
    for start, end in spans:
        assert at <= start < end, f"{start}:{end} overlaps or is empty"
        assert not text[at:start].strip(), f"lost: {text[at:start]!r}"
        at = end
    assert not text[at:].strip(), f"lost: {text[at:]!r}"


def assert_nested(record: dict[str, Any]) -> None:
    """Children lie in their parent, in order; ids are unique; every fact and diagnostic names a unit there is."""
    stack = [(record["provisions"], 0, len(record["text"]), 1)]
    ids: set[str] = set()
    while stack:
        row, at, end, depth = stack.pop()
        for node in row:
            assert at <= node["start"] < node["end"] <= end, node["id"]
            assert node["depth"] == depth
            assert node["id"] not in ids
            assert record["text"].startswith(node["label"], node["start"])
            ids.add(node["id"])
            at = node["end"]
            if node["children"]:
                assert (node["start"], node["end"]) == (node["children"][0]["start"], node["children"][-1]["end"])
            stack.append((node["children"], node["start"], node["end"], depth + 1))
    for node in nodes(record):
        assert node.get("provision") is None or node["provision"] in ids, node


@settings(max_examples=max(100, FUZZ), deadline=None)
@given(TEXTS)
def test_any_text_of_the_grammar_holds(text: str) -> None:
    assert_holds(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_holds(text: str) -> None:
    try:
        assert_holds(text)
    except policydoc.ReadError:
        assert not text.strip() or not text.isprintable()


@pytest.mark.parametrize("text", [
    "每年" * 2000, "（一）" * 1000, "一、\n" * 1000, "第" * 5000, "“" * 3000, "《" * 3000, "（" * 3000, "附件\n" * 500,
    "\n" * 50 + "学", "目录\n" + "学习\n" * 500, "学\t习\n" * 500, "国务院办公厅\n2023年1月5日\n" * 300,
    "一、学习\n（一）学习\n1.学习\n（1）学习\n" * 200,
    "1." * 2000, "①" * 2000, "第一条　" * 1000, "——" * 2000, "定期不定期" * 1000, "学习，" * 5000])
def test_hostile_text_holds(text: str) -> None:
    assert_holds(text)


def test_a_document_of_one_line_is_not_lost() -> None:
    document = assert_holds("各支部每月学习一次")
    assert [p.kind for p in document.provisions] == ["paragraph"]


@cache
def documents() -> tuple[Path, ...]:
    return (*sorted(CORPUS.glob("*.txt")), *sorted(SHARED.glob("*/*.txt")))


def readable(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("path", documents(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_real_document_holds(path: Path) -> None:
    text = readable(path)
    if not text.strip():
        pytest.skip("the file holds no text")
    assert_holds(text)


def mutated(text: str, rng: random.Random) -> str:
    """A stretch of a document with lines and characters dropped, doubled, moved, and keywords thrown in."""
    start = rng.randrange(max(1, len(text) - 3000))
    lines = text[start:start + rng.randrange(200, 3000)].split("\n")
    for _ in range(rng.randrange(1, 12)):
        i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
        line = lines[i]
        at = rng.randrange(len(line) + 1)
        match rng.randrange(7):
            case 0:
                lines[i] = line[:at] + rng.choice(KEYWORDS) + line[at:]
            case 1:
                lines[i] = line[:at] + "\n" + line[at:]
            case 2:
                lines[i], lines[j] = lines[j], lines[i]
            case 3:
                lines.insert(i, lines[j])
            case 4:
                lines[i] = line[at:]
            case 5:
                lines[i:i + 2] = ["".join(lines[i:i + 2])]
            case _:
                lines[i] = rng.choice(KEYWORDS) + line
    return "\n".join(lines)


def test_mutated_documents_hold() -> None:
    texts = [text for path in documents() if (text := readable(path)).strip()]
    for number in range(FUZZ):
        seed = SEED + number
        rng = random.Random(seed)
        text = mutated(rng.choice(texts), rng)
        if not text.strip():
            continue
        try:
            assert_holds(text)
        except Exception as error:
            raise AssertionError(f"POLICYDOC_SEED={seed} POLICYDOC_FUZZ=1 shows it: {error}\n{text!r}") from error
