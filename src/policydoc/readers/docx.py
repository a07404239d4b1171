"""Word documents (.docx, .docm, .dotx, also “strict” ones): the text that Word shows, automatic numbers included.

Lines come in the order of the body: a paragraph is a line (a soft break inside of it a line end), a table row is
a line, a text box follows the paragraph that it is anchored in, footnotes and endnotes come last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policydoc.errors import NeedsOCR
from policydoc.model.source import Location, SourceText
from policydoc.readers.build import TextBuilder
from policydoc.readers.docx_parts import MC, Parts, W, chosen
from policydoc.readers.docx_runs import Runs, mark_removed
from policydoc.readers.docx_styles import Styles
from policydoc.readers.docx_tables import cells, is_frame, rows
from policydoc.readers.numbering import Level, Numbering
from policydoc.readers.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_PAGE_NUMBER: Final = re.compile(r"[\s\-—–－·.第共页/／\d]+")
_CLOSED: Final = re.compile(r"[^\w%]$|[①-⑳㉑-㉟㊱-㊿⑴-⒛]$")


def read(data: bytes, name: str = "") -> SourceText:
    """Raises `DamagedFile`, `EncryptedFile`, `TooLarge`, and `NeedsOCR` where there are only pictures."""
    package = Package(data, name)
    source = _Reader(Parts(package)).source()
    if not source.text.strip() and any("/media/" in member for member in package.names):
        raise NeedsOCR("文件中只有图片，没有文字", name=name, advice="请先做文字识别（OCR），再处理得到的文本")
    return source


class _Reader:
    """One pass over the body; the counters of the numbers run along."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        styles = Styles(next(iter(parts.related("styles")), None))
        self._numbering = Numbering(next(iter(parts.related("numbering")), None), styles)
        self._runs = Runs(styles)
        self._out = TextBuilder()
        self._carried = ""
        self._paragraphs = self._tables = 0
        self._notes: list[tuple[str, str, int]] = []

    def source(self) -> SourceText:
        body = self._parts.root(self._parts.main).find(W + "body")
        for block in _blocks(body):
            self._block(block)
        self._flush(Location(paragraph=self._paragraphs or None, part="body"))
        self._add_notes()
        self._add_furniture()
        self._report()
        return self._out.source("docx")

    def _block(self, block: _Element) -> None:
        if block.tag == W + "p":
            self._paragraphs += 1
            self._paragraph(block, Location(paragraph=self._paragraphs, part="body"))
        elif block.tag == W + "tbl":
            self._tables += 1
            self._table(block)
        else:
            at = self._out.offset
            self._out.trouble("embedded_document", "warning",
                              "此处嵌入了另一文件，其内容未读入；请在 Word 中另存一次后再试", at, at)

    def _paragraph(self, paragraph: _Element, place: Location) -> None:
        text, boxes = self._text(paragraph, place)
        if text is not None:
            self._out.line(text, place)
        for box in boxes:
            for inner in _blocks(box):
                self._boxed(inner, replace(place, part="textbox"))

    def _boxed(self, block: _Element, place: Location) -> None:
        if block.tag == W + "p":
            self._paragraph(block, place)
        elif block.tag == W + "tbl":
            for row in rows(block):
                self._out.line("\t".join(self._cell(cell, place) for cell in cells(row)).rstrip("\t"), place)

    def _text(self, paragraph: _Element, place: Location) -> tuple[str | None, list[_Element]]:
        """Label and text as one; None where the paragraph mark is deleted and the text belongs to the next."""
        content = self._runs.read(paragraph)
        self._notes += [(kind, note, place.paragraph or 0) for kind, note in content.notes]
        if mark_removed(paragraph):
            self._runs.revised = True
            self._carried += content.text
            return None, content.boxes
        text, self._carried = self._carried + content.text, ""
        numbered = self._numbering.place(paragraph.find(W + "pPr"))
        if numbered is not None:
            text = _labelled(*self._numbering.label(*numbered), text)
        return text, content.boxes

    def _flush(self, place: Location) -> None:
        if self._carried:
            self._out.line(self._carried, place)
            self._carried = ""

    def _table(self, table: _Element) -> None:
        found = list(rows(table))
        if is_frame(found):
            for at, row in enumerate(found, 1):
                place = Location(table=self._tables, row=at, cell=1, part="body")
                for cell in cells(row):
                    for block in _blocks(cell) if cell is not None else ():
                        self._boxed(block, place)
            return
        self._out.open_table()
        for at, row in enumerate(found, 1):
            places = ((cell, Location(table=self._tables, row=at, cell=column, part="body"))
                      for column, cell in enumerate(cells(row), 1))
            texts = [(self._cell(cell, place), place) for cell, place in places]
            while texts and not texts[-1][0]:
                texts.pop()
            if texts:
                self._out.row(texts)
        self._out.close_table()

    def _cell(self, cell: _Element | None, place: Location) -> str:
        """The text of a cell on one line: paragraphs, boxes and inner tables joined by a space."""
        return " ".join(part for part in self._pieces(cell, place) if part) if cell is not None else ""

    def _pieces(self, container: _Element, place: Location) -> Iterator[str]:
        for block in _blocks(container):
            if block.tag == W + "p":
                text, boxes = self._text(block, place)
                yield re.sub(r"\s*[\t\n]\s*", " ", text or "").strip()
                for box in boxes:
                    yield from self._pieces(box, place)
            elif block.tag == W + "tbl":
                for row in rows(block):
                    for cell in cells(row):
                        yield self._cell(cell, place)
        yield self._carried
        self._carried = ""

    def _add_notes(self) -> None:
        for kind in ("footnote", "endnote"):
            wanted: dict[str, int] = {}
            for found, note, paragraph in self._notes:
                if found == kind:
                    wanted.setdefault(note, paragraph)
            for root in self._parts.related(kind + "s") if wanted else ():
                notes = {note.get(W + "id", ""): note for note in root.iterfind(W + kind)}
                for note, paragraph in wanted.items():
                    place = Location(paragraph=paragraph or None, part=kind)
                    pieces = [piece for piece in self._pieces(notes[note], place) if piece] if note in notes else []
                    if pieces:
                        self._out.note("\n".join(pieces), place)

    def _add_furniture(self) -> None:
        nowhere = Location()
        for part in ("header", "footer"):
            for root in self._parts.related(part):
                text = " ".join(piece for piece in self._pieces(root, nowhere) if piece)
                number = bool(_PAGE_NUMBER.fullmatch(text))
                self._out.furniture("page_number" if number else "header" if part == "header" else "footer", text)
        for root in self._parts.related("comments"):
            for comment in root.iterfind(W + "comment"):
                self._out.furniture("comment", " ".join(p for p in self._pieces(comment, nowhere) if p))

    def _report(self) -> None:
        if self._runs.hidden:
            self._out.trouble("hidden_text", "info", f"有 {self._runs.hidden} 个字的隐藏文字未读入；"
                              "如需读入，请在 Word 中取消“隐藏文字”后另存", 0, 0)
        if self._runs.revised:
            self._out.trouble("tracked_changes", "info", "文中有修订标记，已按“接受全部修订”读入；"
                              "如不应如此，请在 Word 中处理修订后另存", 0, 0)


def _labelled(label: str, level: Level | None, text: str) -> str:
    """Label and text as they would be typed: 一、 and （一） touch the text, 第一章 and 1.1 keep off from it."""
    text = text.lstrip(" \t\u3000") if label else text
    if not label or not text or level is None or level.suffix == "nothing":
        return label + text
    touching = bool(_CLOSED.search(label)) and not (label[-1].isascii() and text[0].isascii())
    return label + ("" if touching else " ") + text


def _blocks(container: _Element | None) -> Iterator[_Element]:
    """Paragraphs, tables and embedded documents, content controls and the like taken off."""
    for child in () if container is None else container:
        if child.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)
        elif child.tag == MC + "AlternateContent":
            yield from _blocks(chosen(child))
