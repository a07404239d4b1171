"""What `import policydoc` and the command line load, and what the one public door offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

import policydoc

HEAVY = ["networkx", "jieba", "lxml", "docx", "jinja2", "rich", "openpyxl", "icalendar", "pypdfium2", "rapidfuzz",
         "numpy", "scipy", "ahocorasick_rs", "rdflib"]


@pytest.mark.parametrize("start", ["import policydoc", "import policydoc.cli.parse"])
def test_nothing_heavy_is_loaded(start: str) -> None:
    code = f"{start}\nimport sys\nprint(*[m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.split() == []


def test_parsing_a_text_loads_nothing_heavy() -> None:
    code = ("import policydoc, sys\npolicydoc.parse_text('通知\\n一、每月学习“四个意识”一次。')\n"
            f"print(*[m for m in {HEAVY} if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.split() == []


def test_public_door() -> None:
    assert len(policydoc.__all__) <= 20
    assert sorted(policydoc.__all__) == policydoc.__all__
    for name in policydoc.__all__:
        assert getattr(policydoc, name) is not None
