"""The mechanical mends of findings put into a text. Nothing is renumbered, no word changed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from policydoc.model.findings import Edit, Finding


def edits(findings: Iterable[Finding]) -> list[Edit]:
    """The edits in the order of the text; of two that overlap the first."""
    out: list[Edit] = []
    for edit in sorted({(e.start, e.end, e.text) for finding in findings for e in finding.edits}):
        if not out or edit[0] >= out[-1].end:
            out.append(Edit(start=edit[0], end=edit[1], text=edit[2]))
    return out


def mend(text: str, findings: Iterable[Finding]) -> str:
    """The text with the edits of all findings made."""
    pieces, at = [], 0
    for edit in edits(findings):
        pieces += [text[at:edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def diff(old: str, new: str, name: str, new_name: str) -> str:
    """What was changed, line by line, as a unified diff without context."""
    return "".join(line if line.endswith("\n") else line + "\n" for line in unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, new_name, n=0))
