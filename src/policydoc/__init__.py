"""Chinese policy documents as a lossless tree with typed facts.

    >>> import policydoc
    >>> document = policydoc.parse_text("一、总体要求\n（一）学习。每月学习一次。")
    >>> [p.label for p in document.walk() if p.label]
    ['一、', '（一）']
"""

from policydoc.comparison import compare
from policydoc.errors import PolicydocError, ReadError, StrictError
from policydoc.model.document import Document
from policydoc.pipeline import parse, parse_bytes, parse_many, parse_text, register

__version__ = "0.1.0"

__all__ = [
    "Document",
    "PolicydocError",
    "ReadError",
    "StrictError",
    "__version__",
    "compare",
    "parse",
    "parse_bytes",
    "parse_many",
    "parse_text",
    "register",
]
