"""What can go wrong so badly that no Document comes out. Everything milder is a `Diagnostic`.

PolicydocError
├── ReadError                the file cannot be read at all
│   ├── EmptyFile            no byte, or no text in it
│   ├── UnknownFormat        binary data of no known kind
│   ├── BadEncoding          text in no encoding of the ladder BOM → UTF-8 → GB18030
│   ├── DamagedFile          truncated or malformed container
│   ├── EncryptedFile        a password or a certificate is needed
│   ├── TooLarge             a zip bomb, an entity bomb, or beyond the size limit
│   ├── NeedsOCR             a scan: pictures of text
│   └── MissingTool          an extra or a program is not installed
└── StrictError              `strict=True` and a diagnostic of severity error
"""

from __future__ import annotations

from typing import ClassVar


class PolicydocError(Exception):
    """Base of every error that policydoc raises on purpose."""


class ReadError(PolicydocError):
    """A file cannot be read: `reason` says what was seen, `advice` the next step, `headline` the kind in Chinese."""

    headline: ClassVar[str] = "文件无法读取"

    def __init__(self, reason: str, *, name: str = "", advice: str = "") -> None:
        self.reason, self.name, self.advice = reason, name, advice
        super().__init__(reason)

    def __str__(self) -> str:
        where = f"{self.name}: " if self.name else ""
        advice = f" ({self.advice})" if self.advice else ""
        return f"{where}{self.reason}{advice}"


class EmptyFile(ReadError):
    """No byte, or nothing but white space."""

    headline = "文件是空的，请检查是否选错了文件"


class UnknownFormat(ReadError):
    """Binary data of no known kind."""

    headline = "无法识别的文件格式，请另存为 .docx、.txt、.pdf 或 .ofd"


class BadEncoding(ReadError):
    """Neither UTF-8 nor GB18030, and no byte order mark."""

    headline = "文字编码无法识别，请另存为 UTF-8 编码"


class DamagedFile(ReadError):
    """A container (zip, XML, PDF) that is truncated or malformed."""

    headline = "文件已损坏或不完整，请重新获取"


class EncryptedFile(ReadError):
    """A password or a certificate is needed."""

    headline = "文件已加密，请先解除密码保护"


class TooLarge(ReadError):
    """A zip bomb, an entity bomb, or a file beyond the size limit."""

    headline = "文件解开后过大，可能是恶意文件"


class NeedsOCR(ReadError):
    """Pages are pictures; there is no text to read."""

    headline = "文件是扫描件，没有文字层，请先做文字识别（OCR）"


class MissingTool(ReadError):
    """An extra (`pip install 'policydoc[pdf]'`) or a program (LibreOffice) is not installed."""

    headline = "缺少读写这种格式所需的组件"


class StrictError(PolicydocError):
    """The first diagnostic of severity error, under `strict=True`."""
