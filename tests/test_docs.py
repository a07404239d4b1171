"""The documentation says what is so: every `$ command` is run and its output compared, every Python block is run.

`POLICYDOC_UPDATE=1 pytest tests/test_docs.py` writes the real outputs into the pages.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import policydoc
from conftest import ROOT
from policydoc.cli import COMMANDS

PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])
_CONSOLE = re.compile(r"(?ms)^```console\n(\$ (.+?)\n)(.*?)^```$")
_PYTHON = re.compile(r"(?ms)^```python\n(.*?)^```$")
_UPDATE = os.environ.get("POLICYDOC_UPDATE") == "1"


def shell(command: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100"}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8",
                          check=False)
    return done.stdout + done.stderr


def blocks(pattern: re.Pattern[str]) -> list[tuple[Path, re.Match[str]]]:
    return [(page, match) for page in PAGES for match in pattern.finditer(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "block"), blocks(_CONSOLE), ids=lambda x: x.name if isinstance(x, Path) else x[2])
def test_command_prints_what_the_page_says(page: Path, block: re.Match[str]) -> None:
    output = shell(block[2])
    assert output.strip(), f"{block[2]} prints nothing"
    if _UPDATE:
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(block[0], f"```console\n{block[1]}{output.rstrip()}\n```"), encoding="utf-8")
    else:
        assert block[3].rstrip() == output.rstrip()


_SESSION = """import doctest, sys
session = sys.stdin.read()
test = doctest.DocTestParser().get_doctest(session, {}, sys.argv[1], None, 0)
assert len(test.examples) >= session.count(">>>")
sys.exit(doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed > 0)"""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_of_a_page_runs(page: Path) -> None:
    """The blocks of a page are one session, run from the repository's root in a process of its own."""
    session = "\n".join(block[1] for block in _PYTHON.finditer(page.read_text(encoding="utf-8")))
    done = subprocess.run([sys.executable, "-X", "utf8", "-W", "error", "-c", _SESSION, page.name], input=session,
                          cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_command_is_documented_in_both_languages() -> None:
    for page in (ROOT / "README.md", ROOT / "README.zh-CN.md"):
        text = page.read_text(encoding="utf-8")
        assert [command for command in COMMANDS if f"$ policydoc {command}" not in text] == []


def test_every_public_name_is_documented() -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert [name for name in policydoc.__all__ if f"`{name}" not in text] == []


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
