"""Text with Word's tracked changes: runs and paragraph marks that Word can accept or reject one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

Change = Literal["equal", "insert", "delete"]
AUTHOR: Final = "policydoc"
DATE: Final = "2000-01-01T00:00:00Z"
"""Fixed: the same comparison gives the same file."""
_TAGS: Final[dict[Change, str]] = {"insert": "w:ins", "delete": "w:del"}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PARTS = re.compile("[\n\t]|[^\n\t]+")


class Tracked:
    """Writes pieces into a document; numbers its changes."""

    def __init__(self, document: WordDocument, style: str) -> None:
        self.document, self.style, self.number = document, style, 0

    def write(self, pieces: Iterable[tuple[Change, str]]) -> None:
        """Paragraphs; a line end is the mark of its paragraph, tracked like any other character."""
        paragraph = self._paragraph()
        for change, text in pieces:
            for part in _PARTS.findall(NOT_IN_XML.sub("", text)):
                if part == "\n":
                    self._mark(paragraph, change)
                    paragraph = self._paragraph()
                else:
                    self._run(paragraph, change, part)

    def _paragraph(self) -> Any:
        return self.document.add_paragraph(style=self.style)._p

    def _tag(self, change: Change) -> Any:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.number += 1
        tag = OxmlElement(_TAGS[change])
        tag.set(qn("w:id"), str(self.number))
        tag.set(qn("w:author"), AUTHOR)
        tag.set(qn("w:date"), DATE)
        return tag

    def _mark(self, paragraph: Any, change: Change) -> None:
        """Says that the paragraph's end was inserted or deleted."""
        if change == "equal":
            return
        from docx.oxml import OxmlElement

        properties = OxmlElement("w:rPr")
        properties.append(self._tag(change))
        paragraph.get_or_add_pPr().append(properties)

    def _run(self, paragraph: Any, change: Change, text: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = OxmlElement("w:r")
        if text == "\t":
            run.append(OxmlElement("w:tab"))
        else:
            body = OxmlElement("w:delText" if change == "delete" else "w:t")
            body.text = text
            body.set(qn("xml:space"), "preserve")
            run.append(body)
        if change == "equal":
            paragraph.append(run)
            return
        tag = self._tag(change)
        tag.append(run)
        paragraph.append(tag)
