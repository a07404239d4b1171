"""Pairs of quotes and brackets, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

QUOTES: Final = {"“": "”", "‘": "’", "「": "」", "『": "』"}
TITLES: Final = {"《": "》", "〈": "〉", "«": "»"}
BRACKETS: Final = {"（": "）", "(": ")", "〔": "〕", "﹝": "﹞", "[": "]", "［": "］", "【": "】"}
PAIRS: Final = QUOTES | TITLES | BRACKETS

CJK: Final = "\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Chinese characters and the marks that stand among them: the inside of a character class."""

_SENTENCE_END: Final = re.compile(r"[。！？!?；;]+[”’』」）)]*|\n+")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of `text[start:end]`, closing mark included, white space at the ends left out.

    A semicolon ends a sentence too: in plans it separates duties, not thoughts.
    """
    stop = len(text) if end is None else end
    at = start
    for mark in _SENTENCE_END.finditer(text, start, stop):
        yield from _trimmed(text, at, mark.end())
        at = mark.end()
    yield from _trimmed(text, at, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    if lead < len(piece):
        yield start + lead, start + len(piece.rstrip())
