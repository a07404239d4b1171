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
│   ├── MissingTool          an extra or a program is not installed
│   ├── Crashed              the process that worked on it died, or an error that nobody foresaw
│   └── TookTooLong          not done within the time limit
├── StrictError              `strict=True` and a diagnostic of severity error
├── StoreError               a knowledge base cannot be used
│   ├── NotAStore            another kind of file, or a damaged one
│   └── NewerStore           written by a later policydoc
├── QueryTooLong             more letters than a search takes
└── UnknownConcept           a concept that the knowledge base does not hold; names what is close
"""

from __future__ import annotations

from typing import ClassVar


class PolicydocError(Exception):
    """Base of every error that policydoc raises on purpose."""


class ReadError(PolicydocError):
    """A file cannot be read: `reason` says in Chinese what was seen, `advice` the next step.

    `english` says of each class what is wrong and what to do, for those who do not read Chinese.
    """

    english: ClassVar[str] = "the file cannot be read"

    def __init__(self, reason: str, *, name: str = "", advice: str = "") -> None:
        self.reason, self.name, self.advice = reason, name, advice
        super().__init__(reason)

    @property
    def said(self) -> str:
        """What is wrong and what to do, without the name of the file."""
        return f"{self.reason}。{self.advice}" if self.advice else self.reason

    def __str__(self) -> str:
        return f"{self.name}: {self.said}" if self.name else self.said


class EmptyFile(ReadError):
    """No byte, or nothing but white space."""

    english = "the file has no text; check that it is the right one and was saved"


class UnknownFormat(ReadError):
    """Binary data of no known kind."""

    english = "not a document of a known format; save it as .docx, .txt, .pdf or .ofd"


class BadEncoding(ReadError):
    """Neither UTF-8 nor GB18030, and no byte order mark."""

    english = "the text is in no known encoding; save it as UTF-8"


class DamagedFile(ReadError):
    """A container (zip, XML, PDF) that is truncated or malformed."""

    english = "the file is truncated or malformed; get it again"


class EncryptedFile(ReadError):
    """A password or a certificate is needed."""

    english = "the file is encrypted; remove the password and save it again"


class TooLarge(ReadError):
    """A zip bomb, an entity bomb, or a file beyond the size limit."""

    english = "the file unpacks to more than the limit; it may be hostile"


class NeedsOCR(ReadError):
    """Pages are pictures; there is no text to read."""

    english = "the pages are pictures without text; run OCR first"


class MissingTool(ReadError):
    """An extra (`pip install 'policydoc[pdf]'`) or a program (LibreOffice) is not installed."""

    english = "an extra or a program that this format needs is not installed"


class Crashed(ReadError):
    """The process that worked on the file died (memory, a fault in a native library), or the program has a fault."""

    english = "working on the file failed; look at it alone, and report it"


class TookTooLong(ReadError):
    """Not done within the time limit of a file."""

    english = "not done within the time limit; look at it alone, or raise --time-limit"


class StrictError(PolicydocError):
    """The first diagnostic of severity error, under `strict=True`."""


class StoreError(PolicydocError):
    """A knowledge base cannot be used; the message says in Chinese what was seen and the next step."""

    english: ClassVar[str] = "the knowledge base cannot be used"


class NotAStore(StoreError):
    """Another kind of file, or a damaged one."""

    english = "not a knowledge base, an old or a damaged one; name another file, or build it again"


class NewerStore(StoreError):
    """Its schema is of a later version than this policydoc knows."""

    english = "written by a later policydoc; run pip install -U policydoc"


class QueryTooLong(PolicydocError):
    """A search for more letters than is answered in good time."""

    def __init__(self, letters: int, most: int) -> None:
        self.english = f"the query has {letters} letters, {most} at most; search for a part of it"
        super().__init__(f"查询过长（{letters} 字，最多 {most} 字）。请只查其中一部分")


class UnknownConcept(PolicydocError):
    """No concept of this label; `close` holds the labels that look most like it, the closest first."""

    def __init__(self, label: str, close: list[str]) -> None:
        self.label, self.close = label, close
        self.english = f"no concept {label}; " + (f"close: {', '.join(close)}" if close else "try kb search")
        hint = f"。相近的有：{'、'.join(close)}" if close else "。可用 kb search 全文检索"
        super().__init__(f"知识库中没有概念“{label}”{hint}")
