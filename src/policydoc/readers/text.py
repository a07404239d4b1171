"""Plain text: byte order mark → strict UTF-8 → strict GB18030, and nothing guessed.

Detectors take short Chinese texts for UTF-16; this ladder does not. Whatever GB18030 can decode by accident
(other encodings, binary data) is told by what comes out: at most 1 in 50 of its wide characters may be for private
use or controls, and 1 in 3 must be of the common ones of GB 2312. Measured on 300 documents: simplified text has
0.95 and more of these, traditional text 0.49, Big5 and broken UTF-8 taken for GB18030 at most 0.24.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from policydoc.chars import newlines
from policydoc.errors import BadEncoding, EmptyFile, UnknownFormat
from policydoc.model.source import SourceText
from policydoc.patterns import late

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\x84\x31\x95\x33", "gb18030"),
)
_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1a\x1b"})
_STRANGE: Final = late("[\x80-\x9f\ue000-\uf8ff\ufff0-\uffff\U00030000-\U0010ffff]")
_SAMPLE: Final = 20_000

_SAVE_AS: Final = "请用记事本或 WPS 打开，确认没有乱码后另存为 UTF-8 编码的文本"


def read(data: bytes, name: str = "") -> SourceText:
    """The text of the file with line ends normalised and the byte order mark gone, nothing else changed.

    Raises `EmptyFile`, `BadEncoding`, and `UnknownFormat` for binary data.
    """
    text, encoding = decode(data, name)
    return SourceText(newlines(text), "text", encoding)


def decode(data: bytes, name: str = "") -> tuple[str, str]:
    """The text without its byte order mark, and the encoding by its name: utf-8, gb18030, utf-16 or utf-32."""
    if not data.strip():
        raise EmptyFile("文件是空的" if not data else "文件中只有空白", name=name, advice="请确认文件已保存")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise _bad(error, name, f"文件标明为 {encoding.upper()} 编码，但内容有误") from error
            if "\0" in text:
                raise _binary(name)
            return text, encoding
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls * 50 > len(data):
        raise _binary(name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _gb18030(data, name, error), "gb18030"


def _gb18030(data: bytes, name: str, first: UnicodeDecodeError) -> str:
    """Raises `BadEncoding` where it is UTF-8 with a fault, or comes out as no Chinese text."""
    good = data[max(0, first.start - 3000):first.start].decode("utf-8", errors="ignore")
    if sum(not c.isascii() for c in good) >= 16:
        # 16 characters of GB18030 in a row are never valid UTF-8
        raise _bad(first, name, "UTF-8 文本中有损坏的字节") from first
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _bad(max(first, error, key=lambda e: e.start), name, "既不是 UTF-8 也不是 GB18030 编码") from error
    if not _plausible(text):
        raise _bad(first, name, "编码无法识别：既不是 UTF-8，按 GB18030 读出来也不成文字") from first
    return text


def _plausible(text: str) -> bool:
    wide = Counter(c for c in text[:_SAMPLE] if not c.isascii())
    total = sum(wide.values())
    common = sum(count for c, count in wide.items() if c in _common())
    strange = sum(1 for _ in _STRANGE.finditer(text))
    return common * 3 >= total and strange * 50 <= len(text) - len(text.encode("ascii", "ignore"))


@cache
def _common() -> frozenset[str]:
    """The 3,755 ideographs of the first level of GB 2312, and its punctuation and full-width forms."""
    rows = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
    pairs = b"".join(bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA))
    return frozenset(pairs.decode("gb18030"))


def _binary(name: str) -> UnknownFormat:
    return UnknownFormat("不是文本，而是未知格式的二进制数据", name=name,
                         advice="支持 txt、md、docx、doc、wps、rtf、html、pdf、ofd；" + _SAVE_AS)


def _bad(error: UnicodeDecodeError, name: str, reason: str) -> BadEncoding:
    line = error.object.count(b"\n", 0, error.start) + 1
    return BadEncoding(f"{reason}（第 {error.start + 1} 字节，第 {line} 行）", name=name, advice=_SAVE_AS)
