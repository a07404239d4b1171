"""Rows to the lines of a `SourceText`, with their pages, and the furniture of the pages apart."""

from __future__ import annotations

import re
from typing import Final

from policydoc.model.source import Location, SourceText
from policydoc.readers.build import TextBuilder
from policydoc.readers.layout import Row, Size
from policydoc.readers.layout_pages import take_off
from policydoc.readers.layout_paragraphs import paragraphs

PRIVATE: Final = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
"""Characters that only their font can tell."""


def write(found: list[Row], sizes: dict[int, Size], builder: TextBuilder) -> None:
    """Write paragraphs and furniture; a paragraph that goes on over the end of a page has a place for each page."""
    body, furniture = take_off(found, sizes)
    for number, paragraph in enumerate(paragraphs(body, sizes), 1):
        page = paragraph.rows[0][1].page
        start, _ = builder.line(paragraph.text, Location(paragraph=number, page=page))
        for at, row in paragraph.rows:
            if row.page != page:
                page = row.page
                builder.mark(start + at, Location(paragraph=number, page=page))
    for kind, row in furniture:
        builder.furniture(kind, row.text, row.page)


def tell_private(source: SourceText) -> None:
    """A diagnostic about characters that cannot be told, at the first of them."""
    count = len(PRIVATE.findall(source.text))
    if first := PRIVATE.search(source.text):
        source.diagnostics.append({
            "code": "private-glyphs", "severity": "warning", "provision": None,
            "start": first.start(), "end": first.end(),
            "message": f"有 {count} 个字用了专用字体编码，无法还原为汉字：请对照原件补上，或向发文单位索取文字版"})
