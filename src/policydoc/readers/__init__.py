"""A file's bytes to `SourceText`, by what the bytes are and not by the suffix alone."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from policydoc.chars import newlines
from policydoc.errors import DamagedFile, EmptyFile
from policydoc.model.source import SourceText
from policydoc.readers.detect import detect

READERS: Final = {
    "text": "text", "markdown": "markdown", "html": "html", "pdf": "pdf", "ofd": "ofd", "docx": "docx",
    "doc": "office", "wps": "office", "rtf": "office", "odt": "office",
}
"""Module of this package by format; it is imported when a file of that format comes."""


def read(data: bytes, name: str = "") -> SourceText:
    """Read a file of any known format; `name` serves messages, and where the content does not tell the format.

    Raises `ReadError`.
    """
    reader = import_module(f"{__name__}.{READERS[detect(data, name)]}")
    try:
        source: SourceText = reader.read(data, name)
    except RecursionError as error:
        raise DamagedFile("文件结构嵌套过深", name=name, advice="请用办公软件打开后另存一次再试") from error
    if not source.text.strip():
        raise EmptyFile("文件中没有文字", name=name, advice="请确认文件已保存，且内容不是图片")
    return source


def from_text(text: str) -> SourceText:
    """A decoded text as it is, with line ends normalised and the byte order mark gone."""
    return SourceText(newlines(text.removeprefix("\ufeff")), "text")
