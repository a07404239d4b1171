"""Pages of government sites (and any other HTML): the document without the chrome, one block element a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policydoc.errors import BadEncoding, EmptyFile
from policydoc.model.source import Location, SourceText
from policydoc.readers import html_meta as meta
from policydoc.readers.build import TextBuilder
from policydoc.readers.html_main import drop, main_element, prune
from policydoc.readers.html_text import Block, blocks
from policydoc.readers.html_trim import trim

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET: Final = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,20})", re.I)
_CHINESE: Final = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "hz-gb-2312": "hz"}
"""Stated charsets that are believed. Every GB one is part of GB18030; a Western one over Chinese text is a mistake."""

_WRAPPER: Final = re.compile(rb"</?(?!(?:p|br|h[1-6]|script|style|title|head|body|html|meta)\b)[a-z][^>]*>", re.I)


def read(data: bytes, name: str) -> SourceText:
    """The main text of a page; raises `BadEncoding` or `EmptyFile`."""
    text, encoding = decode(data, name)
    builder = TextBuilder()
    root = _parse(text, builder)
    lines, stated = _document(root) if root is not None else ([], {})
    if not lines:
        raise EmptyFile("网页中没有正文", name=name,
                        advice="正文可能由脚本加载或在框架页中，请在浏览器中打开，复制正文另存为文本后再试")
    _write(lines, builder)
    source = builder.source("html", encoding)
    source.hints = stated
    return source


def decode(data: bytes, name: str = "") -> tuple[str, str]:
    """The page as text and its encoding: byte order mark, UTF-8, the charset that it states, GB18030; all strictly.

    What is valid UTF-8 is UTF-8 even where the page states otherwise: saved pages often keep the old statement.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark):], [encoding], name)
    stated = _CHARSET.search(data[:4096])
    charset = stated[1].decode("ascii").lower() if stated else ""
    return _strict(data, ["utf-8", _CHINESE.get(charset, "gb18030"), "gb18030"], name)


def _strict(data: bytes, ladder: list[str], name: str) -> tuple[str, str]:
    for encoding in ladder:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise BadEncoding(f"网页的编码不是 {'、'.join(dict.fromkeys(ladder))} 中的任何一种", name=name,
                      advice="请在浏览器中打开后另存为 UTF-8 编码的网页再试")


def _parse(text: str, builder: TextBuilder) -> _Element | None:
    """The root of the page; where its nesting is beyond the parser (2,048), once more without the wrappers."""
    from lxml import etree

    data = text.encode("utf-8", "replace")
    for attempt in (data, None):
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        root = etree.fromstring(attempt if attempt is not None else _WRAPPER.sub(b"\n", data), parser)
        if not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            return root
        builder.trouble("html-depth", "warning", "网页标签嵌套过深，已按无嵌套的文字读入，请核对段落和表格", 0, 0)
    return root


def _document(root: _Element) -> tuple[list[Block], dict[str, str]]:
    """The lines of the document, and what the page states about it."""
    title = meta.page_title(root)
    prune(root)
    pairs: list[tuple[str, str]] = []
    for table in list(root.iter("table")):
        if found := meta.table_pairs(table):
            pairs += found
            drop(table)
    body = next(root.iter("body"), root)
    main = main_element(body)
    lines, more = trim(list(blocks(main)))
    stated = meta.hints(pairs + more)
    title = stated.get("title", title)
    return _titled(lines, title, meta.heading_outside(body, main, title) or stated.get("title", "")), stated


def _titled(lines: list[Block], title: str, heading: str) -> list[Block]:
    """The lines with the title of the page once: not twice, and not only in the `heading` above them."""
    if not lines or not title:
        return lines
    own = meta.squeezed(lines[0].text) == meta.squeezed(title)
    if own and meta.names_itself(lines[1:15], title):
        return lines[1:]
    if own or not heading or meta.names_itself(lines, title):
        return lines
    return [Block(heading), *lines]


def _write(lines: list[Block], builder: TextBuilder) -> None:
    table = 0
    for number, line in enumerate(lines, 1):
        if line.table != table:
            builder.close_table()
            if line.table:
                builder.open_table()
            table = line.table
        if line.cells:
            builder.row([(cell, Location(table=table, row=line.row, cell=at)) for at, cell in enumerate(line.cells, 1)])
        else:
            builder.line(line.text, Location(paragraph=number))
    builder.close_table()
