"""A file's bytes to `SourceText`, by what the bytes are and not by the suffix alone."""

from __future__ import annotations

from policydoc.errors import BadEncoding
from policydoc.model.source import SourceText


def read(data: bytes, name: str = "") -> SourceText:
    """Read a file of any known format; raises `ReadError`."""
    try:
        return from_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadEncoding("not UTF-8", name=name) from error


def from_text(text: str) -> SourceText:
    """A decoded text as it is, with line ends normalised and the byte order mark gone."""
    return SourceText(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), "text")
