"""What stands in a paragraph of a .docx: text, breaks and fields; tracked deletions and hidden text left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policydoc.readers.docx_parts import MC, W, chosen, switched_on, value
from policydoc.readers.docx_styles import Styles
from policydoc.readers.docx_symbols import enclosed, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_MATH: Final = ("{http://schemas.openxmlformats.org/officeDocument/2006/math}",
                "{http://purl.oclc.org/ooxml/officeDocument/math}")
_WRAPPERS: Final = frozenset(W + name for name in (
    "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
    "ruby", "rubyBase"))
"""Elements whose content stands in the paragraph as if they were not there."""

_REVISIONS: Final = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_DRAWINGS: Final = frozenset(W + name for name in ("drawing", "pict", "object"))


@dataclass(slots=True)
class Content:
    """A paragraph taken apart: its text, text boxes anchored in it, (kind, id) of its notes."""

    text: str
    boxes: list[_Element]
    notes: list[tuple[str, str]]


@dataclass(slots=True)
class _Field:
    """A complex field (域): nothing shows between its begin and its separator but the code of the field."""

    code: list[str] = field(default_factory=list)
    shown: bool = False


class Runs:
    """Reads paragraphs one after the other; a field may reach over several of them."""

    def __init__(self, styles: Styles) -> None:
        self.hidden = 0
        """Characters of hidden text (隐藏文字) that were left out."""
        self.revised = False
        """A tracked change was met."""
        self._styles = styles
        self._fields: list[_Field] = []
        self._unshown = 0
        self._hidden = False
        self._out: list[str] = []
        self._boxes: list[_Element] = []
        self._notes: list[tuple[str, str]] = []
        self._hidden_styles: dict[str, bool] = {}
        self._special: Final[dict[str, Callable[[_Element], None]]] = {
            W + "r": self._run, W + "t": self._text, W + "sym": self._symbol, W + "fldChar": self._field,
            W + "instrText": self._code, W + "footnoteReference": self._note, W + "endnoteReference": self._note,
            W + "br": lambda _: self._put("\n"), MC + "AlternateContent": self._alternate,
            W + "tab": lambda _: self._put("\t"), W + "ptab": lambda _: self._put("\t"),
            W + "cr": lambda _: self._put("\n"), W + "noBreakHyphen": lambda _: self._put("-"),
        }

    def read(self, paragraph: _Element) -> Content:
        """The content of a `w:p`."""
        self._out, self._boxes, self._notes = [], [], []
        self._hidden = self._is_hidden_style(value(paragraph.find(W + "pPr"), "pStyle"))
        self._walk(paragraph)
        for unclosed in reversed(self._fields):
            if not self._unshown:
                break
            self._show(unclosed)
        return Content("".join(self._out).strip("\n"), self._boxes, self._notes)

    def _walk(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            special = self._special.get(tag)
            if special is not None:
                special(child)
            elif tag in _WRAPPERS:
                self.revised = self.revised or tag in _REVISIONS
                self._walk(child)
            elif tag in _DRAWINGS:
                self._find_boxes(child)
            elif tag in _REVISIONS:
                self.revised = True
            elif tag.startswith(_MATH):
                self._put("".join(part.text or "" for part in child.iter() if part.tag.endswith("}t")))

    def _run(self, run: _Element) -> None:
        properties = run.find(W + "rPr")
        if self._hidden if properties is None else self._is_hidden(properties):
            self.hidden += sum(len(text.text or "") for text in run.iterfind(W + "t"))
            return
        self._walk(run)

    def _is_hidden(self, properties: _Element) -> bool:
        if properties.find(W + "vanish") is not None:
            return switched_on(properties, "vanish")
        return self._hidden or self._is_hidden_style(value(properties, "rStyle"))

    def _is_hidden_style(self, style: str | None) -> bool:
        if style is None:
            return False
        if style not in self._hidden_styles:
            self._hidden_styles[style] = self._styles.hidden(style)
        return self._hidden_styles[style]

    def _text(self, element: _Element) -> None:
        text = element.text
        if text:
            if element.get(_SPACE) != "preserve":
                text = text.strip(" \t\r\n")
            self._put(text.replace("\n", " ") if "\n" in text else text)

    def _put(self, text: str) -> None:
        if not self._unshown:
            self._out.append(text)

    def _symbol(self, element: _Element) -> None:
        try:
            char = chr(int(element.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            return
        self._put(symbol(char, element.get(W + "font", "")))

    def _note(self, element: _Element) -> None:
        self._notes.append((element.tag.removeprefix(W).removesuffix("Reference"), element.get(W + "id", "")))

    def _field(self, element: _Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._unshown += 1
        elif self._fields and kind == "separate":
            self._show(self._fields[-1])
        elif self._fields and kind == "end":
            closed = self._fields.pop()
            if not closed.shown:
                self._show(closed)
                self._out.append(enclosed("".join(closed.code)))

    def _show(self, opened: _Field) -> None:
        self._unshown -= not opened.shown
        opened.shown = True

    def _code(self, element: _Element) -> None:
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].code.append(element.text or "")

    def _alternate(self, element: _Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._walk(branch)

    def _find_boxes(self, element: _Element) -> None:
        for child in element:
            if child.tag == W + "txbxContent":
                self._boxes.append(child)
            elif child.tag == MC + "AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._find_boxes(branch)
            else:
                self._find_boxes(child)


def mark_removed(paragraph: _Element) -> bool:
    """Whether the paragraph mark itself is a tracked deletion: its text joins the next paragraph."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(
        properties.find(W + name) is not None for name in ("del", "moveFrom"))
