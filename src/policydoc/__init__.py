"""Chinese policy documents as a lossless tree with typed facts.

    >>> import policydoc
    >>> document = policydoc.parse_text("一、总体要求\\n（一）学习。每月学习一次。")
    >>> [p.label for p in document.walk() if p.label]
    ['一、', '（一）']

Names are loaded when they are first used, so that the command line starts fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from policydoc.errors import PolicydocError, ReadError, StrictError
from policydoc.version import __version__

if TYPE_CHECKING:
    from policydoc.comparison import compare
    from policydoc.graph import build_graph
    from policydoc.many import parse_many
    from policydoc.model.document import Document
    from policydoc.pipeline import parse, parse_bytes, parse_text, register
    from policydoc.store.base import KnowledgeBase

__all__ = [
    "Document",
    "KnowledgeBase",
    "PolicydocError",
    "ReadError",
    "StrictError",
    "__version__",
    "build_graph",
    "compare",
    "parse",
    "parse_bytes",
    "parse_many",
    "parse_text",
    "register",
]

_HOMES = {
    "Document": "policydoc.model.document",
    "KnowledgeBase": "policydoc.store.base",
    "build_graph": "policydoc.graph",
    "compare": "policydoc.comparison",
    "parse": "policydoc.pipeline",
    "parse_bytes": "policydoc.pipeline",
    "parse_many": "policydoc.many",
    "parse_text": "policydoc.pipeline",
    "register": "policydoc.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'policydoc' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
