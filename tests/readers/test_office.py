"""Old formats go through LibreOffice; without it the error says what to install."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from docx_files import abstract, docx, lvl, num, p, table
from test_detect import compound

from policydoc.errors import DamagedFile, MissingTool, TooLarge
from policydoc.readers import office, read

PLAN = docx(
    p("某市总工会2024年工作要点") + p("总体要求", num=1, level=0) + p("坚持党的领导", num=1, level=1)
    + p("每季度通报一次", num=1, level=2) + p("重点任务", num=1, level=0)
    + table([["任务", "单位"], ["走访", "办公室"]]) + p("以上任务逐项落实。"),
    parts={"numbering": abstract(1, [lvl("chineseCounting", "%1、"), lvl("chineseCounting", "（%2）"),
                                     lvl("decimal", "%3.")]) + num(1, 1)})
RTF = (r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 "
       r"\'d2\'bb\'a1\'a2\'d7\'dc\'cc\'e5\'d2\'aa\'c7\'f3\par "
       r"\u27599?\u26376?\'d7\'df\'b7\'c3\par}")


@pytest.fixture(scope="module")
def soffice() -> str:
    program = office.find()
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return program


@pytest.fixture(scope="module")
def converted(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan as .doc and .odt, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "plan.docx").write_bytes(PLAN)
    for suffix in ("doc", "odt"):
        subprocess.run([soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
                        suffix, "--outdir", str(folder), str(folder / "plan.docx")],
                       check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.parametrize(("file", "name", "kind"), [
    ("plan.doc", "要点.doc", "doc"), ("plan.doc", "要点.wps", "wps"), ("plan.doc", "要点.docx", "doc"),
    ("plan.odt", "要点.odt", "odt")])
def test_old_formats_read_as_the_docx(converted: Path, file: str, name: str, kind: str,
                                      tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source = read((converted / file).read_bytes(), name)
    assert (source.format, source.text) == (kind, read(PLAN).text)
    assert list(tmp_path.iterdir()) == []


def test_rtf(soffice: str) -> None:
    source = read(RTF.encode("ascii"), "要点.rtf")
    assert (source.format, source.text) == ("rtf", "一、总体要求\n每月走访")


def test_a_damaged_file(soffice: str) -> None:
    with pytest.raises(DamagedFile, match="LibreOffice"):
        read(compound("WordDocument"), "要点.doc")


@pytest.mark.parametrize(("data", "kind"), [(RTF.encode("ascii"), "RTF"), (compound("WordDocument"), "Word 97")])
def test_without_libreoffice(data: bytes, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    with pytest.raises(MissingTool, match=kind) as caught:
        read(data, "要点")
    assert "LibreOffice" in caught.value.advice


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in program is a shell script")
def test_a_conversion_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\n(sleep 1; echo late > "{tmp_path}/late") &\nwait\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find", lambda: str(program))
    monkeypatch.setattr(office, "TIMEOUT", 0.3)
    with pytest.raises(TooLarge, match="秒"):
        read(RTF.encode("ascii"), "要点.rtf")
    time.sleep(1.2)
    assert not (tmp_path / "late").exists()


def test_a_program_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: str(tmp_path / "gone"))
    with pytest.raises(MissingTool, match="无法启动"):
        read(RTF.encode("ascii"), "要点.rtf")


def test_the_path_is_searched_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "libreoffice"
    program.write_text("", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find() == str(program)
