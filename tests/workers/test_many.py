"""`parse_many`: the same documents whatever the number of workers, and no file that can stop the others."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from docx import Document as Word

import policydoc
from conftest import CORPUS, no_hang
from policydoc.errors import Crashed, TookTooLong
from policydoc.many import packed, unpacked
from policydoc.model.draft import Draft, Record
from policydoc.pipeline import registered

PLANS = sorted(CORPUS.glob("*.txt"))


def harm(draft: Draft) -> list[Record]:
    """An extractor that does not come back from some texts."""
    if "进程中断" in draft.text:
        os._exit(1)
    if "永远不完" in draft.text:
        re.match("(a+)+b", "a" * 60)
    return [draft.fact("length", 0, 1, values={"length": len(draft.text)})]


@pytest.fixture
def harmful(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The corpus with files among it that `harm` does not survive."""
    monkeypatch.setattr("policydoc.pipeline._registered", {})
    policydoc.register("harm", harm)
    texts = {"dead.txt": "通知\n一、进程中断。", "endless.txt": "通知\n一、永远不完。", "empty.txt": ""}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [PLANS[0], *(tmp_path / name for name in texts), *PLANS[1:]]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_documents_are_the_same_with_any_number_of_workers(workers: int) -> None:
    alone = list(policydoc.parse_many(PLANS))
    assert [document.source.name for document in alone] == [plan.name for plan in PLANS]
    assert list(policydoc.parse_many(PLANS, workers=workers)) == alone


def test_places_come_along(tmp_path: Path) -> None:
    word = Word()
    word.add_paragraph("关于学习的通知")
    word.add_table(1, 2).cell(0, 1).text = "每月学习一次"
    word.save(str(tmp_path / "a.docx"))
    alone, = policydoc.parse_many([tmp_path / "a.docx"])
    sent, = policydoc.parse_many([tmp_path / "a.docx"], workers=1)
    at = alone.text.index("每月")
    assert alone.locate(at).cell == 2
    assert [sent.locate(n) for n in range(len(sent.text))] == [alone.locate(n) for n in range(len(alone.text))]


def test_harmful_files_are_handed_over_and_the_rest_is_done(harmful: list[Path]) -> None:
    failed: list[tuple[str, type[Exception]]] = []
    with no_hang():
        documents = list(policydoc.parse_many(harmful, workers=2, time_limit=1,
                                              on_error=lambda file, error: failed.append((file, type(error)))))
    assert [document.source.name for document in documents] == [plan.name for plan in PLANS]
    assert failed == [(str(harmful[1]), Crashed), (str(harmful[2]), TookTooLong),
                      (str(harmful[3]), policydoc.errors.EmptyFile)]
    assert [document.annotations["harm"][0].values["length"] for document in documents] == [
        len(document.text) for document in documents]


def test_without_a_handler_the_first_error_is_raised(harmful: list[Path]) -> None:
    with pytest.raises(Crashed, match=r"dead\.txt"):
        list(policydoc.parse_many(harmful, workers=2, time_limit=1))
    with pytest.raises(policydoc.errors.EmptyFile):
        list(policydoc.parse_many(harmful[3:]))
    with pytest.raises(FileNotFoundError):
        list(policydoc.parse_many(["none.txt"], workers=1))


def test_without_workers_each_file_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    documents = policydoc.parse_many([PLANS[0], later])
    next(documents)
    later.write_text("通知\n一、学习。", encoding="utf-8")
    assert next(documents).source.name == "later.txt"


def test_packed_and_unpacked_is_parsed() -> None:
    for plan in PLANS:
        assert unpacked(packed(plan.read_bytes(), plan.name)) == policydoc.parse(plan)


def test_workers_find_what_is_registered_and_nothing_else(harmful: list[Path],
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(registered()) == ["harm"]
    monkeypatch.setattr("policydoc.pipeline._registered", {})
    assert next(policydoc.parse_many(PLANS, workers=1)).annotations == {}
