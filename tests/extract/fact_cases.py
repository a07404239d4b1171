"""Reads tests/cases/{citations,meetings,deadlines,targets,actors}.txt, and makes drafts of single sentences.

A row that is not indented is a text (⏎ a line end, → a tab), the indented rows below it the facts in it, in order;
# begins a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from policydoc.model.draft import Draft, Node, Record
from policydoc.model.source import SourceText
from policydoc.numerals import to_int

CASES = Path(__file__).parent.parent / "cases"
_ARTICLE = re.compile(r"第([一二三四五六七八九十百\d]+)条")

HOSTILE = 400_000
"""Characters of a hostile text: what is quadratic does not end on it."""


@dataclass
class Case:
    """A text, its line in the file, and the facts that it holds in compact form."""

    line: int
    text: str
    facts: list[str] = field(default_factory=list)


def load(name: str) -> list[Case]:
    cases: list[Case] = []
    for number, row in enumerate((CASES / name).read_text(encoding="utf-8").splitlines(), 1):
        if not row.strip() or row.startswith("#"):
            continue
        if row.startswith("  "):
            cases[-1].facts.append(row.strip())
        else:
            cases.append(Case(number, row.replace("⏎", "\n").replace("→", "\t")))
    return cases


def label(case: Case) -> str:
    return f"line {case.line}"


def draft_of(text: str, **fields: str | int | None) -> Draft:
    """A draft with one paragraph a line; a line that begins with 第N条 opens an article, the lines below are in it."""
    draft = Draft(SourceText(text, "text"), fields=dict(fields))
    at, article = 0, None
    for row in text.split("\n"):
        node = Node("paragraph", at, at + len(row), id=f"p{at}")
        opened = _ARTICLE.match(row)
        if opened:
            article = Node("article", at, at + len(row), label=opened[0], number=to_int(opened[1]), id=f"a{at}",
                           children=[node])
            draft.roots.append(article)
        elif row and article is not None:
            article.children = [*article.children, node]
            article.end = node.end
        elif row:
            draft.roots.append(node)
        at += len(row) + 1
    return draft


def assert_places(draft: Draft, records: list[Record]) -> None:
    """Every mention anywhere in the records is the text at its place, and lies inside the text."""
    for record in records:
        for mention in _mentions(record):
            start, end = mention["start"], mention["end"]
            assert 0 <= start < end <= len(draft.text)
            assert draft.text[start:end] == mention["text"]


def _mentions(record: Record) -> list[Record]:
    out = [record]
    for value in record.values():
        if isinstance(value, dict) and "start" in value:
            out.append(value)
        elif isinstance(value, list):
            out += [one for one in value if isinstance(one, dict) and "start" in one]
    return out
