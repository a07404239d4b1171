"""Every command as a user runs it: output, messages, exit codes, files left behind."""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import CORPUS
from policydoc.cli import COMMANDS, main

PLAN = CORPUS / "2023-work-points.txt"
NOTICE = CORPUS / "notice.txt"


def run(*args: str | Path, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, env=env)


def test_parse_gives_one_indented_json() -> None:
    result = run("parse", PLAN)
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["year"] == 2023
    assert [p["number"] for p in document["provisions"] if p["kind"] == "chapter"] == [1, 2, 3, 4, 5]
    assert result.stdout.startswith('{\n  "schema_version"')
    assert result.stderr == ""


def test_parse_several_gives_a_line_each() -> None:
    result = run("parse", PLAN, NOTICE)
    assert [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()] == [PLAN.name, NOTICE.name]


def test_parse_folder_takes_known_formats_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("乙通知\n一、做事", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text("丙通知", encoding="utf-8")
    (tmp_path / "a.txt").write_text("甲通知", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("丁通知", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = run("parse", tmp_path)
    assert result.exit_code == 0
    assert [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()] == ["a.txt", "b.txt", "c.txt"]


def test_folders_without_files_or_access_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("empty", "closed", "good"):
        (tmp_path / name).mkdir()
    (tmp_path / "good" / "a.txt").write_text("甲通知", encoding="utf-8")
    scandir = os.scandir

    def denied(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", denied)
    result = run("parse", tmp_path, tmp_path / "empty")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["source"]["name"] == "a.txt"
    assert "closed: 没有读取权限" in result.stderr
    assert "empty: 没有可识别的文件" in result.stderr


def test_a_name_that_is_empty_is_no_folder() -> None:
    result = run("parse", "")
    assert (result.exit_code, result.stdout) == (1, "")


def test_parse_reads_standard_input() -> None:
    result = run("parse", "-", stdin="关于学习的通知\n一、每月学习一次。".encode())
    assert json.loads(result.stdout)["source"]["name"] == "stdin"


@pytest.mark.parametrize("form", ["text", "markdown", "tree"])
def test_parse_forms_keep_every_label(form: str) -> None:
    result = run("parse", PLAN, "--format", form)
    assert result.exit_code == 0
    for label in ("一、", "五、", "（一）", "（十）"):
        assert label in result.stdout


def test_text_form_loses_nothing() -> None:
    written = run("parse", PLAN, "-f", "text").stdout
    assert "".join(written.split()) == "".join(PLAN.read_text(encoding="utf-8").split())


def test_unreadable_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 truncated")
    result = run("parse", bad, tmp_path / "missing.txt", PLAN)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "bad.docx" in result.stderr
    assert "missing.txt: 文件不存在" in result.stderr


def test_output_is_whole_or_not_there(tmp_path: Path) -> None:
    bad = tmp_path / "empty.txt"
    bad.write_bytes(b"")
    target = tmp_path / "out.json"
    assert run("parse", bad, "-o", target).exit_code == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty.txt"]
    assert run("parse", PLAN, "-o", target).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["source"]["name"] == PLAN.name
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty.txt", "out.json"]


@pytest.mark.parametrize("target", ["out.xlsx", "out.ics", "out.csv", "out.json"])
def test_nothing_read_nothing_written(target: str, tmp_path: Path) -> None:
    result = run("obligations", tmp_path / "missing.txt", "-o", tmp_path / target)
    assert (result.exit_code, result.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert run("terms", tmp_path / "missing.txt").stdout == ""


def test_a_terminated_run_leaves_no_part_behind(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        (tmp_path / "in" / f"{number}.txt").write_bytes(PLAN.read_bytes())
    command = [sys.executable, "-m", "policydoc", "parse", str(tmp_path / "in"), "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(command) as process:
        while process.poll() is None and not list(tmp_path.glob(".out*")):
            time.sleep(0.01)
        process.terminate()
        assert process.wait() == 143
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_output_goes_through_links_and_into_pipes(tmp_path: Path) -> None:
    target, link, pipe = tmp_path / "out.json", tmp_path / "link.json", tmp_path / "pipe"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    assert run("parse", PLAN, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["year"] == 2023
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        got = pool.submit(pipe.read_bytes)
        assert run("parse", PLAN, "-o", pipe).exit_code == 0
        assert json.loads(got.result(60))["year"] == 2023
    assert pipe.is_fifo()


def test_the_longest_names_are_written(tmp_path: Path) -> None:
    target = tmp_path / ("关于" * 41 + ".json")
    assert run("parse", PLAN, "-o", target).exit_code == 0
    assert list(tmp_path.iterdir()) == [target]


def test_failed_run_keeps_the_old_output(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    assert run("parse", tmp_path / "missing.txt", "-o", target).exit_code == 1
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("args", [
    ("parse",), ("parse", "--format", "yaml", "x"), ("nonsense",), ("parse", "x", "--colour"),
    ("obligations", PLAN, "-o", Path("no-such-folder") / "x.csv"), ("parse", PLAN, "-o", CORPUS),
])
def test_wrong_usage_is_exit_code_2(args: tuple[str | Path, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Usage" in result.stderr or "Error" in result.stderr


def test_strict_takes_errors_for_failures(tmp_path: Path) -> None:
    assert run("parse", "--strict", NOTICE).exit_code == 0


def test_messages_are_chinese_by_default_and_english_when_asked(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert "文件是空的" in run("parse", empty).stderr
    english = run("parse", empty, "--lang", "en").stderr
    assert "empty.txt" in english
    assert "文件" not in english
    assert run("parse", empty, env={"POLICYDOC_LANG": "en"}).stderr == english


def test_an_outline_shows_nothing_of_the_next_unit(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("某局工作要点\n一、任务\n1.查台账；\n2.访职工。\n", encoding="utf-8")
    for form in (run("outline", plan), run("parse", plan, "-f", "tree")):
        first, = (line for line in form.stdout.splitlines() if "1." in line)
        assert "2." not in first


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_message_stands_beside_no_progress_bar(tmp_path: Path) -> None:
    import pty

    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("" if number == 15 else "甲通知", encoding="utf-8")
    outer, inner = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "policydoc", "parse", str(tmp_path), "-o", str(tmp_path / "out")],
                          stderr=inner) as process:
        os.close(inner)
        seen = b""
        with contextlib.suppress(OSError):
            while piece := os.read(outer, 65536):
                seen += piece
        assert process.wait() == 1
    os.close(outer)
    before, _, _ = seen.decode().partition(f"policydoc: {tmp_path / '15.txt'}")
    assert before.removesuffix("\x1b[31m").endswith("\r\x1b[K")


def test_outline_shows_labels_and_trouble() -> None:
    result = run("outline", CORPUS)
    assert result.exit_code == 0
    assert "一、" in result.stdout
    assert "number-gap" in result.stdout
    assert "\x1b[" not in result.stdout


def test_obligations_as_json_and_csv_say_the_same() -> None:
    rows = json.loads(run("obligations", PLAN, "-f", "json").stdout)
    assert len(rows) >= 5
    assert {"actors", "action", "frequency", "place", "sentence"} <= rows[0].keys()
    for row in rows:
        assert row["sentence"] in PLAN.read_text(encoding="utf-8")
    table = list(csv.reader(io.StringIO(run("obligations", PLAN, "-f", "csv").stdout.removeprefix("\ufeff"))))
    assert len(table) == len(rows) + 1
    assert table[0][2] == "责任主体"


def test_obligations_table_holds_the_sentences() -> None:
    result = run("obligations", PLAN)
    assert result.exit_code == 0
    assert "责任主体" in result.stdout
    assert run("obligations", PLAN, "--lang", "en").stdout.count("How often") == 1


def test_terms_counts_each_term_once() -> None:
    rows = json.loads(run("terms", PLAN, "-f", "json").stdout)
    terms = [row["term"] for row in rows]
    assert len(terms) == len(set(terms)) >= 10
    text = PLAN.read_text(encoding="utf-8")
    assert all(term in text for term in terms)


def test_version_and_help_of_every_command() -> None:
    assert run("--version").stdout.startswith("policydoc, version ")
    for command in COMMANDS:
        result = run(command, "--help")
        assert result.exit_code == 0
        assert "Usage" in result.stdout
