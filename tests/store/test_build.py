"""Building: only what is new or changed, the same content whatever the way, whole after a kill."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dump import dump
from folders import files_of, folder_of

import policydoc
from policydoc import KnowledgeBase
from policydoc.errors import NewerStore, NotAStore
from policydoc.store import schema, write
from policydoc.store.build import Progress, Report, build, remove

BUILD = ("import sys; from pathlib import Path; from policydoc.store.build import build;"
         "build([str(p) for p in Path(sys.argv[1]).iterdir()], sys.argv[2], sync=True, workers=2)")


def numbers(report: Report) -> tuple[int, int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.removed, len(report.failed)


def test_second_run_does_only_what_is_new_or_changed(tmp_path: Path) -> None:
    docs, kb = folder_of(tmp_path / "docs", 3), tmp_path / "a.kb"
    assert numbers(build(files_of(docs), kb, sync=True)) == (10, 0, 0, 0, 0)
    said: list[int] = []
    again = build(files_of(docs), kb, sync=True, progress=Progress(total=said.append))
    assert (numbers(again), said) == ((0, 0, 10, 0, 0), [0])
    (docs / "plan-000.txt").write_text("某市2020年工作要点\n一、总则\n每月学习一次。", encoding="utf-8")
    (docs / "plan-001.txt").unlink()
    (docs / "new.txt").write_text("某市2019年工作要点\n一、总则\n每季度学习“四个意识”一次。", encoding="utf-8")
    assert numbers(build(files_of(docs), kb, sync=True)) == (1, 1, 8, 1, 0)
    fresh = tmp_path / "b.kb"
    build(files_of(docs), fresh, sync=True)
    assert dump(kb) == dump(fresh)


def test_the_same_bytes_are_one_document(tmp_path: Path) -> None:
    docs, kb = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb"
    (docs / "copy.txt").write_bytes((docs / "notice.txt").read_bytes())
    build(files_of(docs), kb, sync=True)
    with KnowledgeBase.open(kb) as base:
        assert (base.info().files, base.info().documents) == (8, 7)
    (docs / "notice.txt").unlink()
    build(files_of(docs), kb, sync=True)
    with KnowledgeBase.open(kb) as base:
        assert (base.info().files, base.info().documents) == (7, 7)


def test_add_keeps_and_remove_takes_out(tmp_path: Path) -> None:
    docs, kb, whole = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb", tmp_path / "whole.kb"
    files = files_of(docs)
    build(files, whole, sync=True)
    for file in reversed(files):
        build([file], kb, sync=False)
    assert dump(kb) == dump(whole)
    assert remove([files[0], str(tmp_path / "elsewhere")], kb) == [str(tmp_path / "elsewhere")]
    build(files[1:], whole, sync=True)
    assert dump(kb) == dump(whole)
    remove([str(docs)], kb)
    with KnowledgeBase.open(kb) as base:
        assert base.info().documents == base.info().concepts == base.info().mentions == base.count("会") == 0


def test_in_memory_answers_as_from_the_file(tmp_path: Path) -> None:

    docs, kb = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb"
    build(files_of(docs), kb, sync=True)
    memory = KnowledgeBase.from_documents(policydoc.parse_many(files_of(docs)))
    with KnowledgeBase.open(kb) as base:
        for label in ("四个意识", "三会一课"):
            assert memory.concept(label) == base.concept(label)
        assert memory.obligations() == base.obligations()
        assert memory.citations() == base.citations()
        assert memory.communities() == base.communities()
        assert memory.search("工会") == base.search("工会")


def test_unreadable_files_are_counted_and_the_rest_is_done(tmp_path: Path) -> None:
    docs, kb = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb"
    (docs / "bad.docx").write_bytes(b"PK\x03\x04 not a package")
    (docs / "empty.txt").write_bytes(b"")
    report = build([*files_of(docs), str(docs / "gone.txt")], kb, sync=True)
    assert (report.new, [Path(file).name for file, _ in report.failed]) == (7, ["gone.txt", "bad.docx", "empty.txt"])


def test_killed_builds_end_like_an_undisturbed_one(tmp_path: Path) -> None:
    docs, whole = folder_of(tmp_path / "docs", 120), tmp_path / "whole.kb"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", BUILD, docs, whole], check=True)
    took = time.perf_counter() - start
    expected = dump(whole)
    moments = random.Random(int(os.environ.get("POLICYDOC_SEED", "4")))
    for n in range(int(os.environ.get("POLICYDOC_KILLS", "3"))):
        kb = tmp_path / f"{n}.kb"
        child = subprocess.Popen([sys.executable, "-c", BUILD, docs, kb])
        time.sleep(moments.uniform(0.1, took))
        child.send_signal(signal.SIGKILL)
        child.wait()
        if kb.exists() and kb.stat().st_size:
            db = sqlite3.connect(kb)
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            db.close()
        build(files_of(docs), kb, sync=True, workers=1)
        assert dump(kb) == expected


def test_what_was_said_to_be_done_is_in_the_file_after_a_kill(tmp_path: Path) -> None:
    docs, kb = folder_of(tmp_path / "docs", 150), tmp_path / "a.kb"
    code = BUILD.replace("sync=True", "sync=True, progress=Progress(done=lambda n: print(n, flush=True))").replace(
        "import build", "import build, Progress", 1)
    with subprocess.Popen([sys.executable, "-c", code, docs, kb], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        said = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
    with KnowledgeBase.open(kb) as base:
        info = base.info()
    assert info.documents >= said
    assert info.unlinked == info.documents
    assert numbers(build(files_of(docs), kb, sync=True))[2] >= said


def test_two_builds_at_once_do_no_harm(tmp_path: Path) -> None:
    docs, kb, whole = folder_of(tmp_path / "docs", 60), tmp_path / "a.kb", tmp_path / "whole.kb"
    children = [subprocess.Popen([sys.executable, "-c", BUILD, docs, kb]) for _ in range(2)]
    assert [child.wait() for child in children] == [0, 0]
    build(files_of(docs), whole, sync=True)
    assert dump(kb) == dump(whole)
    assert not kb.with_name("a.kb.lock").exists()


def test_a_reader_sees_the_old_state_while_a_build_writes(tmp_path: Path) -> None:
    docs, kb = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb"
    build(files_of(docs)[:3], kb, sync=True)
    seen: list[int] = []

    def look(_: int) -> None:
        with KnowledgeBase.open(kb) as base:
            seen.append(base.info().documents)

    build(files_of(docs), kb, sync=True, progress=Progress(total=look))
    assert seen == [3]


def test_another_version_of_policydoc_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs, kb = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb"
    monkeypatch.setattr(write, "__version__", "0.0.1")
    build(files_of(docs), kb, sync=True)
    old = dump(kb)
    monkeypatch.undo()
    said: list[int] = []
    build(files_of(docs), kb, sync=True, progress=Progress(total=said.append))
    assert said == [7]
    assert dump(kb) != old
    assert {row[-1] for row in dump(kb)["documents"]} == {policydoc.__version__}


def test_adding_with_another_version_reads_all_again_and_loses_none(tmp_path: Path,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    docs, kb, whole = folder_of(tmp_path / "docs", 0), tmp_path / "a.kb", tmp_path / "whole.kb"
    files = files_of(docs)
    monkeypatch.setattr(write, "__version__", "0.0.1")
    build(files[1:], kb, sync=True)
    monkeypatch.undo()
    gone = Path(files[2])
    kept = gone.read_bytes()
    gone.unlink()
    build(files[:1], kb, sync=False)
    assert sorted(row[-1] for row in dump(kb)["documents"]) == ["0.0.1"] + [policydoc.__version__] * 6
    gone.write_bytes(kept)
    build([files[0]], kb, sync=False)
    build(files, whole, sync=True)
    assert dump(kb) == dump(whole)


def test_newer_and_foreign_files_are_refused(tmp_path: Path) -> None:
    newer, foreign, text = tmp_path / "newer.kb", tmp_path / "foreign.db", tmp_path / "text.kb"
    schema.connect(newer, write=True).close()
    db = sqlite3.connect(newer)
    db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.close()
    db = sqlite3.connect(foreign)
    db.execute("CREATE TABLE cards (name TEXT)")
    db.close()
    text.write_text("这不是知识库，只是一段文字。" * 100, encoding="utf-8")
    before = {path: path.read_bytes() for path in (newer, foreign, text)}
    for act in (KnowledgeBase.open, lambda path: build([], path, sync=True)):
        with pytest.raises(NewerStore, match=f"{schema.VERSION + 1}.*pip install -U policydoc"):
            act(newer)
        for path in (foreign, text):
            with pytest.raises(NotAStore, match=path.name):
                act(path)
    assert {path: path.read_bytes() for path in before} == before
    with pytest.raises(FileNotFoundError):
        KnowledgeBase.open(tmp_path / "none.kb")


def test_new_labels_link_again_only_the_documents_that_hold_them(tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    docs, kb, whole = tmp_path / "docs", tmp_path / "a.kb", tmp_path / "whole.kb"
    docs.mkdir()
    sentences = ["开展金匠传承行动，每月学习一次。", "落实“安全月”活动。", "实施“金匠传承行动”。",
                 "实施“金匠传承”和安全月。"]
    texts = [f"某市202{n}年工作要点\n一、要求\n{sentence}" for n, sentence in enumerate(sentences)]
    files = [docs / f"{n}.txt" for n in range(4)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    again: list[int] = []
    unlink = write.unlink

    def noted(db: sqlite3.Connection, document: int) -> None:
        again.append(document)
        unlink(db, document)

    monkeypatch.setattr(write, "unlink", noted)
    build([str(file) for file in files[:2]], kb, sync=True, workers=0)
    for n, expected in ((2, [1]), (3, [1, 3])):
        build([str(files[n])], kb, sync=False, workers=0)
        assert again == expected
        again.clear()
        build([str(file) for file in files[:n + 1]], whole, sync=True, workers=0)
        assert dump(kb) == dump(whole)
        whole.unlink()
        again.clear()
    assert remove([str(files[2])], kb) == []
    assert again == [3, 1]
    build([str(file) for file in [*files[:2], files[3]]], whole, sync=True, workers=0)
    assert dump(kb) == dump(whole)
