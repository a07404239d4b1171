"""Styles of a .docx: what a paragraph inherits of numbering, and which text is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policydoc.readers.docx_parts import W, number, switched_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST: Final = 50


@dataclass(slots=True)
class Style:
    """One `w:style`; `num_id` and `level` as it says itself, None where it says nothing."""

    based_on: str | None
    num_id: int | None
    level: int | None
    hidden: bool


class Styles:
    """All styles by id, empty where the package has no styles part."""

    def __init__(self, root: _Element | None = None) -> None:
        self._styles: dict[str, Style] = {}
        self._chains: dict[str | None, list[tuple[str, Style]]] = {}
        self.default: str | None = None
        for element in () if root is None else root.iterfind(W + "style"):
            name = element.get(W + "styleId", "")
            properties = element.find(W + "pPr")
            numbering = None if properties is None else properties.find(W + "numPr")
            self._styles[name] = Style(
                value(element, "basedOn"), number(value(numbering, "numId")), number(value(numbering, "ilvl")),
                switched_on(element.find(W + "rPr"), "vanish"))
            if element.get(W + "type") == "paragraph" and element.get(W + "default", "0") in ("1", "true", "on"):
                self.default = name

    def chain(self, name: str | None) -> list[tuple[str, Style]]:
        """The style and those it is based on, nearest first and at most 50; a circle is walked once."""
        if name not in self._chains:
            out: dict[str, Style] = {}
            at = name
            while at is not None and at not in out and at in self._styles and len(out) < _DEEPEST:
                out[at] = self._styles[at]
                at = self._styles[at].based_on
            self._chains[name] = list(out.items())
        return self._chains[name]

    def hidden(self, name: str | None) -> bool:
        return any(style.hidden for _, style in self.chain(name))
