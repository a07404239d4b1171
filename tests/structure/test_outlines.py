"""Text → outline, by the cases of cases/structure.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import policydoc
from policydoc.model.document import Document
from policydoc.model.provision import Provision

FILE = Path(__file__).parent.parent / "cases" / "structure.txt"
_CASE = re.compile(r"^# ([^\n]+)\n((?:(?!---\n|# )[^\n]*\n|## [^\n]*\n)*?)---\n(.*?)(?=\n+# (?!#)|\Z)", re.M | re.S)
SHOWN = {"part", "chapter", "section", "article", "item", "subitem", "point", "clause", "bullet", "heading", "preamble",
         "closing", "attachment", "toc", "table"}


def cases() -> list[object]:
    content = FILE.read_text(encoding="utf-8")
    first = content.index("\n# ")
    return [pytest.param(m[2], m[3].strip("\n"), id=f"{content.count(chr(10), 0, m.start()) + 1}: {m[1]}")
            for m in _CASE.finditer(content, first)]


def outline(provisions: list[Provision], depth: int = 0) -> list[str]:
    out: list[str] = []
    for p in provisions:
        if p.kind in SHOWN:
            heading = f"[{p.heading}]" if p.heading else ""
            out.append("  " * depth + " ".join(part for part in (p.kind, p.label, heading) if part))
        out += outline(p.children, depth + (p.kind in SHOWN))
    return out


def described(document: Document, like: str) -> list[str]:
    """Front matter and fields that the expected outline names, then the units."""
    front = [f"{line.role}: {line.text}" for line in document.front_matter]
    named = re.findall(r"^(\w+) = ", like, re.M)
    return [*front, *(f"{name} = {getattr(document, name)}" for name in named), *outline(document.provisions)]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_outline(text: str, expected: str) -> None:
    assert described(policydoc.parse_text(text), expected) == expected.split("\n")


def test_the_case_file_is_read_whole() -> None:
    assert len(cases()) == len(re.findall(r"^---$", FILE.read_text(encoding="utf-8"), re.M))
