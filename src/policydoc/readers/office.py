"""Old word-processor files (.doc, .wps, .rtf, also .odt): LibreOffice turns them into .docx, which is then read."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from policydoc.errors import DamagedFile, MissingTool, TooLarge
from policydoc.model.source import SourceText
from policydoc.readers.detect import detect
from policydoc.readers.docx import read as read_docx

TIMEOUT: Final = 180.0
"""Seconds that one conversion may take."""

_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_KINDS: Final = {"doc": "Word 97–2003（.doc）", "wps": "WPS（.wps）", "rtf": "RTF", "odt": "ODT"}


def read(data: bytes, name: str = "") -> SourceText:
    """Raises `MissingTool` without LibreOffice, `DamagedFile` for what it cannot open, `TooLarge` beyond the time."""
    kind = detect(data, name)
    program = find()
    if program is None:
        raise MissingTool(f"读取 {_KINDS.get(kind, kind)} 文件需要 LibreOffice（soffice），但没有找到", name=name,
                          advice="请安装 LibreOffice；或用 Word、WPS 打开后另存为 docx 再试")
    with tempfile.TemporaryDirectory(prefix="policydoc-", ignore_cleanup_errors=True) as folder:
        converted = _convert(program, data, kind, Path(folder), name)
    return replace(read_docx(converted, name), format=kind)


def find() -> str | None:
    """The LibreOffice program: on the PATH, else where its installers put it."""
    for program in ("soffice", "libreoffice"):
        found = shutil.which(program)
        if found:
            return found
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _convert(program: str, data: bytes, kind: str, folder: Path, name: str) -> bytes:
    """A profile of its own keeps a running LibreOffice, its lock and its macros out of this."""
    source = folder / f"document.{kind}"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
               "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        raise MissingTool(f"LibreOffice 无法启动：{error}", name=name, advice="请检查 LibreOffice 的安装") from error
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise TooLarge(f"LibreOffice 转换超过 {TIMEOUT:.0f} 秒", name=name,
                       advice="请用 Word 或 WPS 打开后另存为 docx 再试") from error
    finally:
        _stop(process)
    target = folder / "out" / "document.docx"
    if not target.is_file():
        raise DamagedFile("LibreOffice 无法打开该文件，文件可能已损坏或已加密", name=name,
                          advice="请用 Word 或 WPS 打开后另存为 docx 再试")
    return target.read_bytes()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; the launcher is only the parent of the office itself."""
    if process.poll() is None:
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
