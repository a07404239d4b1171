"""The way to the pages of an OFD: OFD.xml → documents → pages with their templates → text objects."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policydoc.errors import DamagedFile
from policydoc.readers.layout import Glyph, Row, Size, rows
from policydoc.readers.ofd_text import aslant, glyphs, numbers
from policydoc.readers.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_A4: Final = Size(210.0, 297.0)


@dataclass(slots=True)
class Page:
    """A page: its number from 1 over all documents of the file, size in mm, rows of text, and what else is drawn.

    `aslant` is the text that does not run from left to right.
    """

    number: int
    size: Size = _A4
    rows: list[Row] = field(default_factory=list)
    aslant: str = ""
    images: int = 0
    paths: int = 0
    trouble: str = ""


def local(element: _Element) -> str:
    """The tag without its namespace: two of them are in use."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element, name: str) -> list[_Element]:
    return [child for child in element.iter() if local(child) == name]


def pages(package: Package) -> Iterator[Page]:
    """All pages of all documents of the file; a page that cannot be read says why."""
    number = 0
    for root in children(package.xml("OFD.xml"), "DocRoot"):
        path = resolve("OFD.xml", root.text or "")
        document = package.xml(path)
        templates = {template.get("ID"): resolve(path, template.get("BaseLoc") or "")
                     for template in children(document, "TemplatePage")}
        size = _size(document, _A4)
        for page in children(document, "Page"):
            number += 1
            yield _page(package, resolve(path, page.get("BaseLoc") or ""), templates, Page(number, size))


def resolve(base: str, location: str) -> str:
    """A location is absolute in the package, or stands beside the file that names it."""
    location = location.strip().replace("\\", "/")
    if location.startswith("/"):
        return location.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), location)).lstrip("/")


def _page(package: Package, path: str, templates: dict[str | None, str], page: Page) -> Page:
    try:
        content = package.xml(path)
    except DamagedFile as error:
        page.trouble = error.reason
        return page
    page.size = _size(content, page.size)
    parts = [package.xml(path) for used in children(content, "Template")
             if (path := templates.get(used.get("TemplateID"), "")) in package]
    page.rows = list(rows(_glyphs([*parts, content], page)))
    return page


def _size(element: _Element, default: Size) -> Size:
    for box in children(element, "PhysicalBox"):
        values = numbers(box.text)
        if len(values) == 4 and min(values[2:]) > 0:
            return Size(*values[2:])
    return default


def _glyphs(parts: list[_Element], page: Page) -> Iterator[Glyph]:
    run = 0
    for element in (element for part in parts for element in part.iter()):
        kind = local(element)
        if element.get("Visible") == "false":
            continue
        if kind == "TextObject":
            if aslant(element):
                page.aslant += "".join(glyph.text for glyph in glyphs(element, page.number))
                continue
            run += 1
            yield from glyphs(element, page.number, run)
        elif kind == "ImageObject":
            page.images += 1
        elif kind in ("PathObject", "CompositeObject"):
            page.paths += 1
