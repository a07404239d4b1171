"""The parts of a .docx package and how they hang together."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from policydoc.errors import DamagedFile
from policydoc.readers.package import Package, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL: Final = W + "val"

_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""Namespace of documents saved as “Strict Open XML”; everything else in them is the same."""

_TRANSITIONAL: Final = W[1:-1].encode()


class Parts:
    """The main part (word/document.xml or what the package names instead) and those it refers to."""

    def __init__(self, package: Package) -> None:
        """Raises `DamagedFile` where there is no main part."""
        self._package = package
        main = self._targets("", "officeDocument")
        self.main = main[0] if main and main[0] in package else "word/document.xml"
        if self.main not in package:
            raise DamagedFile("文件中缺少正文（word/document.xml）", name=package.name,
                              advice="请用 Word 或 WPS 打开后另存为 docx 再试")

    def related(self, kind: str) -> list[_Element]:
        """Roots of the parts that the main part refers to as this kind (numbering, styles, header …)."""
        return [self.root(part) for part in self._targets(self.main, kind) if part in self._package]

    def root(self, part: str) -> _Element:
        data = self._package.read(part)
        return parse_xml(data.replace(_STRICT, _TRANSITIONAL), part, self._package.name)

    def _targets(self, part: str, kind: str) -> list[str]:
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", file + ".rels")
        if rels not in self._package:
            return []
        targets = [posixpath.normpath(posixpath.join("/" + folder, unquote(rel.get("Target", "")))).lstrip("/")
                   for rel in _relationships(self._package, rels)
                   if rel.get("Type", "").rsplit("/", 1)[-1] == kind and rel.get("TargetMode") != "External"]
        return list(dict.fromkeys(targets))


def _relationships(package: Package, rels: str) -> list[_Element]:
    return [rel for rel in package.xml(rels) if isinstance(rel.tag, str) and rel.tag.endswith("}Relationship")]


def chosen(alternate: _Element) -> _Element | None:
    """The branch of `mc:AlternateContent` that is read: the first with text, else the first; never two of them."""
    branches = [child for child in alternate if child.tag in (MC + "Choice", MC + "Fallback")]
    return next((branch for branch in branches if next(branch.iter(W + "t"), None) is not None),
                branches[0] if branches else None)


def value(parent: _Element | None, name: str) -> str | None:
    """`w:val` of the child element `w:name`."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def number(text: str | None, default: int | None = None) -> int | None:
    """A number of OOXML, None for what is none: attributes come from outside."""
    try:
        return int(text) if text is not None and len(text) < 12 else default
    except ValueError:
        return default


def switched_on(properties: _Element | None, name: str) -> bool:
    """A toggle such as `w:vanish`: there, and not set to 0."""
    child = None if properties is None else properties.find(W + name)
    return child is not None and child.get(VAL, "1") not in ("0", "false", "off")
