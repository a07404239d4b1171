"""`policydoc check`: forms, exit codes, settings, mends."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from conftest import CORPUS
from policydoc import parse_text
from policydoc.checks import RULES, check
from policydoc.cli import main
from policydoc.render import check_forms
from policydoc.render.check_places import report

WRONG = "一、学习\n（一）6月31日前完成,逾期通报<b>。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "plan.txt").write_text(WRONG, encoding="utf-8")
    here = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(here)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_caret_stands_below_its_words(folder: Path) -> None:
    done = run("plan.txt")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "plan.txt:2:4: 错误 F01 “6月31日”不存在：6月只有30天"
    assert lines[1:3] == ["  | （一）6月31日前完成,逾期通报<b>。", "  |       ^^^^^^^"]
    assert lines[-1] == "1 个文件：错误 1，警告 1；1 处可用 --fix 改正"
    assert "error F01 6月31日 does not exist: 6 has 30 days" in run("plan.txt", "--lang", "en").stdout


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """The excerpt is cut around what it is about, and the caret stays below it."""
    text = "一、学习\n" + "各单位要抓好落实，" * 9 + "6月31日前完成。" + "按照《澜州市图书馆关于全民阅读的规定，" * 2
    document = parse_text(text)
    shown = report("plan.txt", document, check(document))
    assert len(shown.found) > 1
    lines = check_forms.as_text([shown], "zh", width=width).splitlines()
    for line, caret in pairwise(lines):
        if caret.startswith("  | ") and "^" in caret:
            assert cell_len(line) < width
            assert len(caret) < width
    first = check_forms.as_text([shown], "zh", width=width).split("\n")
    low = cell_len(first[2][:first[2].index("^")])
    assert cell_len(first[1][:first[1].index("6月31日")]) == low


@pytest.mark.parametrize(("arguments", "code"), [
    ((), 1), (("--fail-on", "never"), 0), (("--select", "M"), 1), (("--select", "M", "--fail-on", "error"), 0),
    (("--ignore", "F01,M03"), 0), (("--select", "X"), 2), (("--fail-on", "bad"), 2)])
def test_exit_codes(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run("plan.txt", *arguments).exit_code == code


def test_a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "empty.txt").touch()
    done = run("empty.txt", "plan.txt", "--fail-on", "never")
    assert done.exit_code == 1
    assert "F01" in done.stdout


def test_json(folder: Path) -> None:
    found = json.loads(run("plan.txt", "-f", "json").stdout)[0]["findings"]
    places = [(f["code"], f["line"], f["column"], f["end_column"]) for f in found]
    assert places == [("F01", 2, 4, 9), ("M03", 2, 12, 13)]
    assert found[1]["edits"] == [{"start": 16, "end": 17, "text": "，"}]


def test_sarif(folder: Path) -> None:
    log = json.loads(run("plan.txt", "-f", "sarif").stdout)
    run_ = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run_["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    assert [(r["ruleId"], r["level"]) for r in run_["results"]] == [("F01", "error"), ("M03", "warning")]
    region = run_["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 9}


def test_github(folder: Path) -> None:
    lines = run("plan.txt", "-f", "github").stdout.splitlines()
    assert lines[0].startswith("::error file=plan.txt,line=2,col=4,endLine=2,endColumn=9,title=F01::“6月31日”不存在")
    assert len(lines) == 2


def test_html_is_escaped_and_stands_alone(folder: Path) -> None:
    assert run("plan.txt", "-f", "html", "-o", "out.html").exit_code == 1
    page = (folder / "out.html").read_text(encoding="utf-8")
    assert "<mark>6月31日</mark>" in page
    assert "&lt;b&gt;" in page
    assert "<b>。" not in page
    assert "http" not in page


@pytest.mark.parametrize(("name", "content"), [
    ("policydoc.toml", '[check]\nignore = ["F", "M"]\n'),
    ("pyproject.toml", '[tool.policydoc.check]\nignore = ["F", "M"]\n'),
    ("policydoc.toml", '[check]\nfail-on = "never"\n')])
def test_settings(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    assert run("plan.txt").exit_code == 0
    assert run("plan.txt", "--ignore", "S", "--fail-on", "error").exit_code == 1


def test_settings_by_the_folder_of_the_file(folder: Path) -> None:
    """The file's own folder before the folder of the call, the command line before both."""
    (folder / "policydoc.toml").write_text('[check]\nignore = ["F"]\n', encoding="utf-8")
    deep = folder / "plans" / "2024"
    deep.mkdir(parents=True)
    (deep / "plan.txt").write_text(WRONG, encoding="utf-8")
    assert run("plans/2024/plan.txt").stdout.count("plan.txt:") == 1
    (folder / "plans" / "pyproject.toml").write_text(
        '[tool.policydoc.check]\nignore = ["M"]\nfail-on = "never"\n', encoding="utf-8")
    done = run("plans/2024/plan.txt")
    assert (done.exit_code, "F01" in done.stdout, "M03" in done.stdout) == (0, True, False)
    assert run("plans/2024/plan.txt", "--fail-on", "error").exit_code == 1
    assert "M03" in run("plans/2024/plan.txt", "--ignore", "F01").stdout
    both = run("plan.txt", "plans")
    assert both.exit_code == 1
    assert [line.split()[2] for line in both.stdout.splitlines() if ".txt:" in line] == ["M03", "F01"]
    (folder / "plans" / "policydoc.toml").write_text("[check]\n", encoding="utf-8")
    assert run("plans/2024/plan.txt").stdout.count("plan.txt:") == 2


def test_settings_of_the_call_where_the_file_has_none(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "plan.txt"
    elsewhere.write_text(WRONG, encoding="utf-8")
    (folder / "policydoc.toml").write_text('[check]\nignore = ["F"]\n', encoding="utf-8")
    assert "F01" not in run(str(elsewhere)).stdout
    assert "M03" in run(str(elsewhere)).stdout


@pytest.mark.parametrize(("content", "message"), [
    ("[check]\nsilent = true\n", "no setting 'silent'"), ('[check]\nfail-on = "x"\n', "fail-on is one of"),
    ('[check]\nselect = "M"\n', "select is a list"), ("[check\n", "policydoc.toml"),
    ('[check]\nselect = ["Z"]\n', "no rule 'Z'")])
def test_bad_settings(folder: Path, content: str, message: str) -> None:
    (folder / "policydoc.toml").write_text(content, encoding="utf-8")
    done = run("plan.txt")
    assert done.exit_code == 2
    assert message in done.stderr


def test_settings_name_documents_beside(folder: Path) -> None:
    (folder / "rule.txt").write_text(
        "市馆服务办法\n第一条 市图书馆每半年召开一次读者座谈会。\n第二条 本办法即日施行。\n", encoding="utf-8")
    (folder / "plan.txt").write_text(
        "市馆2024年工作要点\n一、服务\n执行《市馆服务办法》，改进窗口服务。\n", encoding="utf-8")
    assert run("plan.txt").exit_code == 0
    (folder / "policydoc.toml").write_text('[check]\nbeside = ["rule.txt"]\n', encoding="utf-8")
    assert "D03" in run("plan.txt").stdout


def test_a_knowledge_base_holds_the_cited_rules(folder: Path) -> None:
    built = CliRunner().invoke(main, ["kb", "build", str(CORPUS), "-o", "policy.kb"])
    assert built.exit_code == 0, built.output
    plan = str(CORPUS / "2023-work-points.txt")
    assert "D02" not in run(plan).stdout
    assert run(plan, "--kb", "policy.kb").stdout == run(plan, "--beside", str(CORPUS / "regulation.txt")).stdout
    assert "D02" in run(plan, "--kb", "policy.kb").stdout
    assert run(plan, "--kb", "plan.txt").exit_code == 1


@pytest.mark.parametrize(("encoding", "head", "end"), [
    ("utf-8", b"", "\n"), ("gb18030", b"", "\r\n"), ("utf-8", b"\xef\xbb\xbf", "\n"), ("utf-16", b"", "\r\n")])
def test_fix_writes_a_new_file_in_the_old_encoding(folder: Path, encoding: str, head: bytes, end: str) -> None:
    data = head + WRONG.replace("\n", end).encode(encoding)
    (folder / "plan.txt").write_bytes(data)
    done = run("plan.txt", "--fix")
    assert done.exit_code == 0
    assert "-（一）6月31日前完成,逾期通报<b>。\n+（一）6月31日前完成，逾期通报<b>。\n" in done.stdout
    assert (folder / "plan.txt").read_bytes() == data
    wanted = head + WRONG.replace(",", "，").replace("\n", end).encode(encoding)
    assert (folder / "plan.fixed.txt").read_bytes() == wanted
    assert run("plan.txt", "--fix").exit_code == 2
    assert run("plan.fixed.txt", "--fix").stdout == "plan.fixed.txt: 没有可以自动改正的地方\n"


def test_fix_takes_text_only(folder: Path) -> None:
    (folder / "plan.html").write_text(f"<p>{WRONG}</p>", encoding="utf-8")
    done = run("plan.html", "--fix")
    assert done.exit_code == 1
    assert "只用于 .txt 和 .md" in done.stderr
    assert not (folder / "plan.fixed.html").exists()
