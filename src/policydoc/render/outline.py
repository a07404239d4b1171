"""The outline for people: labels and headings as a tree, trouble where it stands."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from policydoc.model.diagnostics import Diagnostic
from policydoc.model.document import Document
from policydoc.model.provision import Provision
from policydoc.render.plain import caption
from policydoc.render.table import Lang

_HIDDEN = {"title", "paragraph"}
_MARKS = {"error": ("✗", "red"), "warning": ("!", "yellow"), "info": ("i", "blue")}
_PARTS = {
    "preamble": ("（前言）", "(preamble)"),
    "closing": ("（结尾）", "(closing)"),
    "toc": ("（目录）", "(contents)"),
    "table": ("（表格）", "(table)"),
    "note": ("（脚注）", "(note)"),
    "attachment": ("（附件）", "(attachment)"),
}
_SEPARATOR = " · "


def as_tree(document: Document, lang: Lang, *, width: int | None = None, colour: bool = False) -> str:
    """Title and front matter in one line, then the tree."""
    root = Tree(Text(document.title or document.source.name, style="bold"))
    facts = (document.doc_type, document.issuer, document.doc_number, document.date, document.year)
    if any(facts):
        root.add(Text(_SEPARATOR.join(str(fact) for fact in facts if fact), style="dim"))
    trouble = _by_provision(document)
    branches: dict[int, Tree] = {0: root}
    for node in document.walk():
        branch = branches.get(node.depth - 1, root)
        if node.kind not in _HIDDEN:
            branch = branch.add(_caption(document, node, lang))
        branches[node.depth] = branch
        for diagnostic in trouble.pop(node.id, []):
            branch.add(_trouble(diagnostic))
    for rest in trouble.values():
        for diagnostic in rest:
            root.add(_trouble(diagnostic))
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour)
    console.print(root)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def _by_provision(document: Document) -> dict[str | None, list[Diagnostic]]:
    groups: dict[str | None, list[Diagnostic]] = {}
    for diagnostic in document.diagnostics:
        groups.setdefault(diagnostic.provision, []).append(diagnostic)
    return groups


def _caption(document: Document, node: Provision, lang: Lang) -> Text:
    if node.kind in _PARTS:
        return Text(_PARTS[node.kind][0 if lang == "zh" else 1], style="dim")
    text = caption(document, node)
    label = len(node.label) if text.startswith(node.label) else 0
    return Text.assemble((text[:label], "cyan"), text[label:])


def _trouble(diagnostic: Diagnostic) -> Text:
    mark, colour = _MARKS[diagnostic.severity]
    return Text(f"{mark} {diagnostic.code}: {diagnostic.message}", style=colour)
