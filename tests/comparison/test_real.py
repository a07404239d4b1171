"""Real reports: pairs as an editor would lay them side by side; a report is itself; a comparison has its mirror."""

from __future__ import annotations

import json
from bisect import bisect_right
from pathlib import Path
from typing import Any

import pytest
from test_properties import mirrored, plain, texts

from conftest import SHARED
from policydoc import Document, compare, parse, parse_text

DOCS = sorted((SHARED / "docs").glob("*.txt"))
GOLD = SHARED / "alignment" / "dev.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()] if GOLD.is_file() else []


def f1(found: set[Any], strong: set[Any], weak: set[Any] | None = None) -> tuple[int, int, int]:
    return len(found & strong), len(found - strong - (weak or set())), len(strong - found)


def test_alignment(shared: Path) -> None:
    """Pairs, dropped and new items against gold made by hand (measured: 0.964, 0.8, 0.667 of one item)."""
    sums = {"pairs": [0, 0, 0], "alone": [0, 0, 0]}
    for gold in ROWS:
        documents = [parse_text((shared / gold[name]).read_text(encoding="utf-8")) for name in ("a_doc", "b_doc")]
        lines = [{node.id: line(document, node.start) for node in document.walk()} for document in documents]
        a, b = set(gold["a_lines"]), set(gold["b_lines"])
        found = {(lines[0][x], lines[1][y]) for row in compare(*documents).rows for x in row.old for y in row.new}
        found = {pair for pair in found if pair[0] in a and pair[1] in b}
        kinds = {kind: {(p[0], p[1]) for p in gold["pairs"] if p[2] == kind} for kind in ("strong", "weak")}
        alone = {("old", x) for x in a - {x for x, _ in found}} | {("new", y) for y in b - {y for _, y in found}}
        want = {("old", x) for x in gold["dropped"]} | {("new", y) for y in gold["new"]}
        for name, counts in (("pairs", f1(found, kinds["strong"], kinds["weak"])), ("alone", f1(alone, want))):
            sums[name] = [x + y for x, y in zip(sums[name], counts, strict=True)]
    scores = {name: 2 * tp / (2 * tp + fp + fn) for name, (tp, fp, fn) in sums.items()}
    assert scores["pairs"] >= 0.9
    assert scores["alone"] >= 0.75


def line(document: Document, offset: int) -> int:
    starts = [0, *[at + 1 for at, letter in enumerate(document.text) if letter == "\n"]]
    return bisect_right(starts, offset) - 1


@pytest.mark.parametrize("path", DOCS[::9], ids=lambda path: path.stem)
def test_a_document_is_itself(path: Path) -> None:
    document = parse(path)
    assert {row.verdict for row in compare(document, document).rows} <= {"kept"}


@pytest.mark.parametrize("paths", list(zip(DOCS[::11], DOCS[5::11], strict=False)), ids=lambda paths: paths[0].stem)
def test_mirror_and_exact_texts(paths: tuple[Path, Path]) -> None:
    """Any two documents, related or not."""
    old, new = map(parse, paths)
    there, back = compare(old, new), compare(new, old)
    assert sorted(map(mirrored, there.rows), key=str) == sorted(map(plain, back.rows), key=str)
    for row in there.rows:
        assert texts(there, row) == tuple(
            "".join(edition.text[unit.start:unit.end] for unit in edition.units if unit.provision in ids)
            for edition, ids in zip(there.editions, (row.old, row.new), strict=True))
