"""What counts as the same text: width, white space and marks folded, words as tokens that tile the text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from policydoc.model.provision import Provision

_CUE: Final = r"每(?:隔)?(?:[一两二三四五六七八九十\d]{1,3})?个?(?:半年|季度|学期|[年季月周日天旬])"
_TIMES: Final = r"[一二三四五六七八九十两几\d]{1,3}[次场期轮遍]"
_NUMBER: Final = r"\d{1,12}(?:[.．,，]\d{1,8})?[%％‰]?"
_LABEL: Final = r"[（(][〇零一二三四五六七八九十百\d]{1,5}[）)]|第[〇零一二三四五六七八九十百千\d]{1,7}[编章节条款]"
_TOKEN: Final = re.compile(f"{_LABEL}|{_CUE}|{_TIMES}|{_NUMBER}|[A-Za-zＡ-Ｚａ-ｚ]{{1,40}}|[^\\W_]")
_OPENING: Final = frozenset("“‘「『《〈«（(〔﹝[［【\"")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DROPPED: Final = re.compile(r"[\W_]+")
_BLANK: Final = re.compile(r"\s*")


class Token(NamedTuple):
    """A word, number or character with the marks and blanks around it; tokens tile their stretch of text.

    `opened` and `closed` say whether marks or blanks stand before and after the word itself.
    """

    key: str
    start: int
    end: int
    opened: bool = False
    closed: bool = False


def folded(text: str) -> str:
    """Full width to half width, marks and blanks dropped: two texts that differ by noise alone fold to one."""
    return _DROPPED.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Tokens of text[start:end]: opening marks go with the word after them, all other marks with the one before."""
    cores = [match.span() for match in _TOKEN.finditer(text, start, end)]
    if not cores:
        return [Token("", start, end)] if start < end else []
    out: list[Token] = []
    at = start
    for (core, stop), following in zip(cores, [*cores[1:], (end, end)], strict=True):
        edge = following[0]
        if edge < end:
            while edge > stop and text[edge - 1] in _OPENING:
                edge -= 1
        out.append(Token(folded(text[core:stop]), at, edge, opened=at < core, closed=stop < edge))
        at = edge
    return out


def bigrams(text: str) -> list[str]:
    """Overlapping pairs of letters in the order of the text; digits and marks part them."""
    return [run[i:i + 2] for run in _LETTERS.findall(text) for i in range(len(run) - 1)]


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    """Twice the shared over the sum; 0 where both are empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def body_start(text: str, provision: Provision) -> int:
    """Where a provision's text begins behind its label."""
    start = provision.start
    if provision.label and text.startswith(provision.label, start):
        start += len(provision.label)
        blank = _BLANK.match(text, start)
        start = blank.end() if blank else start
    return start
