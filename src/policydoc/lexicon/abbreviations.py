"""Numeral abbreviations with their members: `abbreviations.toml` as records, and where a text holds one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from policydoc.lexicon import table, words
from policydoc.patterns import late

NUMERALS: Final = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "双": 2}
_VALUES: Final = NUMERALS | {"十" + c: 10 + n for n, c in enumerate("一二三四五六七八九", 1)}
_COUNTING: Final = late(r"十[一二三四五六七八九]|[一二两三四五六七八九十双]")
_NO_COUNT: Final = late(r"[个合统以铁]一|一[批流般体以百]")
"""五个一批, 三证合一, 五位一体: this 一 counts nothing."""


def expected_count(term: str) -> int:
    """How many members the numerals of a term promise: 三会一课 → 4, 五位一体 → 5."""
    counting = _NO_COUNT.sub("", term) if "一" in term else term
    return sum(map(_VALUES.__getitem__, _COUNTING.findall(counting)))


def senses(term: str) -> tuple[dict[str, Any], ...]:
    """The senses of a term as records of `Sense`, none where the lexicon does not know it."""
    entry = table("abbreviations")["terms"].get(term)
    return () if entry is None else tuple(_sense(line) for line in ([entry] if isinstance(entry, str) else entry))


def _sense(line: str) -> dict[str, Any]:
    members, source, date, place = (*line.split("|"), "", "")[:4]
    return {"members": members.split("/"), "place": place or None, "date": date or None, "source": source}


def unquoted(text: str) -> Iterator[tuple[int, int]]:
    """Where a term stands that is unmistakable without quotes: its span, the longest at each place."""
    return (match.span() for match in _unmistakable().finditer(text))


@cache
def _unmistakable() -> re.Pattern[str]:
    """The terms as a trie, where no other numeral stands before: each step looks at one character."""
    plain = words("abbreviations", "mistakable")
    terms = {term for term in table("abbreviations")["terms"] if len(term) > 3 and term not in plain}
    terms |= words("abbreviations", "short")
    heads = {term[0] for term in terms if term[0] in NUMERALS}
    seconds = {term[1] for term in terms if term[0] in heads}
    tries = (f"(?<={first}){_trie([term[1:] for term in terms if term[0] == first])}" for first in sorted(heads))
    return re.compile(f"[{''.join(sorted(heads))}](?=[{''.join(sorted(seconds))}])"
                      f"(?<![第一二三四五六七八九十百千万两几数0-9].)(?:{'|'.join(tries)})")


def _trie(tails: list[str]) -> str:
    """A pattern for any of the words, the longest that fits."""
    firsts = sorted({tail[0] for tail in tails if tail})
    branches = [first + _trie([tail[1:] for tail in tails if tail[:1] == first]) for first in firsts]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tails else "")
