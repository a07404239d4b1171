"""Numeral abbreviations with their members: `abbreviations.toml` as records, and where a text holds one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final

from policydoc.lexicon import table, words
from policydoc.patterns import late

NUMERALS: Final = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "双": 2}
_COUNTING: Final = late(r"十[一二三四五六七八九]|[一二两三四五六七八九十双]")
_NO_COUNT: Final = late(r"[个合统以铁]一|一[批流般体以百]")
"""五个一批, 三证合一, 五位一体: this 一 counts nothing."""


@lru_cache(4096)
def expected_count(term: str) -> int:
    """How many members the numerals of a term promise: 三会一课 → 4, 五位一体 → 5."""
    return sum(NUMERALS[numeral[-1]] + 10 * (len(numeral) - 1)
               for numeral in _COUNTING.findall(_NO_COUNT.sub("", term)))


@cache
def senses(term: str) -> tuple[dict[str, Any], ...]:
    """The senses of a term as records of `Sense`, none where the lexicon does not know it."""
    entry = table("abbreviations")["terms"].get(term, [])
    return tuple(_sense(line) for line in ([entry] if isinstance(entry, str) else entry))


def _sense(line: str) -> dict[str, Any]:
    members, source, date, place = (*line.split("|"), "", "")[:4]
    return {"members": members.split("/"), "place": place or None, "date": date or None, "source": source}


def unquoted(text: str) -> Iterator[tuple[int, str]]:
    """Where a term stands that is unmistakable without quotes: offset and term, the longest at each place."""
    prefixes = _prefixes()
    end = 0
    for match in _start().finditer(text):
        at = match.start()
        if at >= end:
            for term in prefixes.get(match[0], ()):
                if text.startswith(term, at):
                    yield at, term
                    end = at + len(term)
                    break


@cache
def _prefixes() -> dict[str, list[str]]:
    """The first two characters of each unmistakable term with all terms that begin so, the longest first."""
    known = table("abbreviations")["terms"]
    plain = words("abbreviations", "mistakable")
    terms = [term for term in known if len(term) > 3 and term not in plain] + list(words("abbreviations", "short"))
    out: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        out.setdefault(term[:2], []).append(term)
    return out


@cache
def _start() -> re.Pattern[str]:
    seconds = "".join(sorted({prefix[1] for prefix in _prefixes()}))
    return re.compile(f"[一二两三四五六七八九十双][{seconds}](?<![第一二三四五六七八九十百千万两几数0-9]..)")
