"""What opens a line: a label, its family and its number.

A family is a way of writing labels (一、 or （一） or 1. …); which level it has is decided by `nesting`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Final, Literal, NamedTuple

from policydoc.numerals import to_int
from policydoc.patterns import late

Family = Literal["part", "subpart", "chapter", "section", "article", "comma", "bracket", "arabic", "paren",
                 "circle", "clause", "bullet", "heading"]

RANK: Final[dict[Family, int]] = {
    "part": 0, "subpart": 1, "chapter": 2, "section": 3, "article": 4, "comma": 5, "bracket": 6, "arabic": 7,
    "paren": 8, "circle": 9, "clause": 10, "bullet": 11, "heading": 12}
"""The usual order, GB/T 9704 (一、 （一） 1. （1）) below the divisions of a law; a document may use its own."""

LABEL: Final[dict[Family, str]] = {"comma": "{}、", "bracket": "（{}）", "arabic": "{}.", "paren": "（{}）"}


class Marker(NamedTuple):
    """A label at the head of a line; the text after it begins `size` characters behind the begin of the line."""

    family: Family
    label: str
    number: int | None
    sub_number: int | None
    size: int


HEADING: Final = Marker("heading", "", None, None, 0)
"""What opens a title line without a label."""


_N: Final = "〇○零一二三四五六七八九十百千万"
_D: Final = "0-9０-９"
_ORDINAL: Final = late(
    rf"第[ \u3000]{{0,2}}([{_N}]{{1,9}}|[{_D}]{{1,5}})[ \u3000]{{0,2}}"
    r"(?:(部分|分编|[编篇章节条])(?:之([一二三四五六七八九十]{1,3}))?|[，,、：:](?!第))"
    r"[ \t\u3000\xa0]*")
_CHINESE: Final = late(
    rf"([{_N}]{{1,6}})(?:([、.．])(?![{_N}]{{1,4}}[、级类产审线])|([ \u3000]{{1,3}}(?=\D))|(是)(?!非))"
    r"[ \u3000]{0,4}")
_BRACKET: Final = late(
    rf"[（(][ \u3000]?(?:([{_N}]{{1,6}})|([{_D}]{{1,3}}))[ \u3000]?[）)](?![至到、和及])"
    r"(?:之([一二三四五六七八九十]{1,3})(?![\u4e00-\u9fff]))?[ \u3000]{0,4}")
_ARABIC: Final = late(
    rf"([{_D}]{{1,3}})(?:[.．、](?![{_D}]{{1,3}}(?![{_D}]))|(）|\)))[ \u3000]{{0,4}}")
_DASHES: Final = late(r"(?:[—─―－–-]{2,4}|[—─―](?=[^—─―])|[●◆■◇○▲•★☆►▶※✦□◎](?=\S|[ \u3000]))[ \u3000]{0,4}")
_LISTED: Final = late(r"[-*+][ \t]{1,4}(?=\S)")
UNSEEN: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without width that pages and editors leave in a text."""
_MARKS: Final = late(
    rf"[{UNSEEN} \t\u3000]{{0,9}}(?:#{{1,6}}[ \t]{{1,4}}(?:\*\*|__)?|\*\*(?=\S))?[{UNSEEN}]{{0,9}}")
_FIRSTLY: Final = {"首先": 1, "其次": 2, "再次": 3, "其一": 1, "其二": 2, "其三": 3, "其四": 4, "其五": 5}
_DIVISIONS: Final[dict[str, Family]] = {
    "编": "part", "篇": "part", "部分": "part", "分编": "subpart", "章": "chapter", "节": "section", "条": "article"}
_NO_ARTICLE: Final = late(r"第|规定|所称|所列|至第|到第|[、和与及或的]|，|中的")
_SPACE: Final = " \t\u3000\xa0"


def read(text: str, start: int, end: int) -> Marker | None:
    """The label at `start` of a line that ends at `end`, None where the line is plain text."""
    reader = _READERS.get(text[start])
    return reader(text, start, end) if reader else None


# Labels are few and come again in every document: what one says is read off its letters once (`lru_cache`).

def _ordinal(text: str, start: int, end: int) -> Marker | None:
    m = _ORDINAL.match(text, start, end)
    marker = _division(m[0]) if m else None
    if marker is None or marker.family == "clause":
        return marker
    at = start + len(marker.label)
    if marker.family == "article":
        return None if _NO_ARTICLE.match(text, at, end) else marker
    if end - at > 45 or text[end - 1] in "。；，：" or text[at:at + 1] in ("“", "的", "是", "为", "课"):
        return None
    return marker


@lru_cache(maxsize=4096)
def _division(written: str) -> Marker | None:
    m = _ORDINAL.match(written)
    assert m
    number, unit, sub = to_int(m[1]), m[2], m[3]
    if number is None or number > 9999:
        return None
    return Marker(_DIVISIONS[unit] if unit else "clause", intern(written.rstrip(_SPACE)), number,
                  to_int(sub) if sub else None, len(written))


def _chinese(text: str, start: int, end: int) -> Marker | None:
    m = _CHINESE.match(text, start, end)
    marker = _counted(m[0]) if m else None
    if m and m[3] and (end - start > 40 or text[end - 1] in "。；，：、" or m.end() >= end):
        return None
    return marker


@lru_cache(maxsize=4096)
def _counted(written: str) -> Marker | None:
    label = intern(written.rstrip(_SPACE))
    number = to_int(label.rstrip("、.．是"))
    clause = label[-1] == "是"
    if number is None or number > (30 if clause else 999):
        return None
    return Marker("clause" if clause else "comma", label, number, None, len(written))


def _bracket(text: str, start: int, end: int) -> Marker | None:
    m = _BRACKET.match(text, start, end)
    return _bracketed(m[0]) if m else None


@lru_cache(maxsize=4096)
def _bracketed(written: str) -> Marker:
    m = _BRACKET.match(written)
    assert m
    return Marker("bracket" if m[1] else "paren", intern(written.rstrip(_SPACE)), to_int(m[1] or m[2]),
                  to_int(m[3]) if m[3] else None, len(written))


def _arabic(text: str, start: int, end: int) -> Marker | None:
    m = _ARABIC.match(text, start, end)
    return _digits(m[0]) if m and m.end() < end else None


@lru_cache(maxsize=4096)
def _digits(written: str) -> Marker:
    label = intern(written.rstrip(_SPACE))
    return Marker("paren" if label[-1] in "）)" else "arabic", label, to_int(label[:-1]), None, len(written))


def _circled(text: str, start: int, end: int) -> Marker | None:
    c = text[start]
    family: Family = "circle" if c in _CIRCLES else "paren" if c in _PARENS else "bracket" if c in _CJK else "arabic"
    at = start + 1
    while at < end and text[at] in _SPACE:
        at += 1
    return Marker(family, c, to_int(c), None, at - start)


def _dash(text: str, start: int, end: int) -> Marker | None:
    if text.startswith("**", start):
        return _marked(text, start, end)
    m = _DASHES.match(text, start, end) or _LISTED.match(text, start, end)
    if not m or m.end() >= end or text[m.end()] in "0123456789０１２３４５６７８９.—─―－–-":
        return None
    return Marker("bullet", intern(m[0].rstrip(_SPACE)), None, None, m.end() - start)


def _firstly(text: str, start: int, end: int) -> Marker | None:
    word = text[start:start + 2]
    number = _FIRSTLY.get(word)
    if number is None or text[start + 2:start + 3] not in ("，", ",", "、", "：", "是"):
        return None
    return Marker("clause", intern(text[start:start + 3]), number, None, 3)


def _marked(text: str, start: int, end: int) -> Marker | None:
    """Markdown's # or ** before a label belongs to the label, as do characters without width; without a label a
    line with # is a heading. Marks behind marks are text."""
    m = _MARKS.match(text, start, end)
    if not m or not start < m.end() < end:
        return None
    inner = read(text, m.end(), end) if text[m.end()] not in _BEFORE_LABELS else None
    if inner:
        return inner._replace(label=intern(m[0] + inner.label), size=len(m[0]) + inner.size)
    whole = "#" in m[0] or ("*" in m[0] and end - start <= 40 and text.endswith("**", start, end))
    return Marker("heading", "", None, None, len(m[0])) if whole else None


_CIRCLES: Final = "".join(map(chr, range(0x2460, 0x2474))) + "".join(map(chr, range(0x3251, 0x3260))) + "❶❷❸❹❺❻❼❽❾❿"
_PARENS: Final = "".join(map(chr, range(0x2474, 0x2488)))
_DOTTED: Final = "".join(map(chr, range(0x2488, 0x249C)))
_CJK: Final = "".join(map(chr, range(0x3220, 0x322A)))

_READERS: Final[dict[str, Callable[[str, int, int], Marker | None]]] = {
    "第": _ordinal, **dict.fromkeys("#" + UNSEEN, _marked),
    **dict.fromkeys(_N, _chinese),
    **dict.fromkeys("（(", _bracket),
    **dict.fromkeys("0123456789０１２３４５６７８９", _arabic),
    **dict.fromkeys(_CIRCLES + _PARENS + _DOTTED + _CJK, _circled),
    **dict.fromkeys("—─―－–-●◆■◇○▲•★☆►▶※✦□◎*+", _dash),
    **dict.fromkeys("首其再", _firstly),
}
_READERS["○"] = _dash
_BEFORE_LABELS: Final = frozenset("#*" + UNSEEN)
