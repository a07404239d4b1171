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


class PolicydocError(Exception):
    """Base of every error that policydoc raises on purpose."""


class ReadError(PolicydocError):
    """A file cannot be read; the message names the file, the reason and the next step."""

    def __init__(self, reason: str, *, name: str = "", advice: str = "") -> None:
        self.reason, self.name, self.advice = reason, name, advice
        super().__init__(reason)

    def __str__(self) -> str:
        where = f"{self.name}: " if self.name else ""
        advice = f" ({self.advice})" if self.advice else ""
        return f"{where}{self.reason}{advice}"


class EmptyFile(ReadError):
    """No byte, or nothing but white space."""


class UnknownFormat(ReadError):
    """Binary data of no known kind."""


class BadEncoding(ReadError):
    """Neither UTF-8 nor GB18030, and no byte order mark."""


class DamagedFile(ReadError):
    """A container (zip, XML, PDF) that is truncated or malformed."""


class EncryptedFile(ReadError):
    """A password or a certificate is needed."""


class TooLarge(ReadError):
    """A zip bomb, an entity bomb, or a file beyond the size limit."""


class NeedsOCR(ReadError):
    """Pages are pictures; there is no text to read."""


class MissingTool(ReadError):
    """An extra (`pip install 'policydoc[pdf]'`) or a program (LibreOffice) is not installed."""


class StrictError(PolicydocError):
    """The first diagnostic of severity error, under `strict=True`."""
