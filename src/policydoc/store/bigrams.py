"""Full-text search for a script without spaces: what is indexed, what is asked, and how a hit is marked.

A run of letters (三会一课) is indexed as its overlapping pairs and its last letter: 三会 会一 一课 课. A phrase of
these tokens then matches exactly where the run's letters stand together, for words of two letters as for any longer;
the last letter marks the end of a run, so that no phrase reaches over a punctuation mark that it does not hold, and
a single letter is found by its prefix. White space counts for nothing (lines may be hard-wrapped), one mark is as
good as another, width and case are folded.
"""

from __future__ import annotations

import re
from functools import cache
from operator import add
from typing import Final

_RUN: Final = re.compile(r"[^\W_]+")
_OTHER: Final = re.compile("[A-Z０-９Ａ-Ｚａ-ｚ]+")
_FOLD: Final = {0xFF01 + n: ord(chr(0x21 + n).lower()) for n in range(94)} | {n: n + 32 for n in range(65, 91)}
_PARTS: Final = re.compile(r'"([^"]*)"|(\S+)')


def folded(text: str) -> str:
    """Width and case of letters and digits folded; the same length, letter by letter."""
    return _OTHER.sub(lambda match: match[0].translate(_FOLD), text)


def tokens(text: str) -> str:
    """The tokens of a text, apart by spaces, in its order."""
    out: list[str] = []
    for run in _RUN.findall(folded("".join(text.split()))):
        out += map(add, run, run[1:])
        out.append(run[-1])
    return " ".join(out)


def phrases(query: str) -> list[str]:
    """The parts of a query, each to be found: apart by white space, or whole in "…"."""
    parts = [quoted or plain for quoted, plain in _PARTS.findall(folded(query).replace("”", '"').replace("“", '"'))]
    return [part for part in parts if _RUN.search(part)]


def expression(query: str) -> str | None:
    """The query in FTS5's language, None where it has no letter."""
    return " AND ".join(_phrase(part) for part in phrases(query)) or None


def _phrase(part: str) -> str:
    *runs, last = _RUN.findall("".join(part.split()))
    words = [word for run in runs for word in tokens(run).split()]
    words += tokens(last).split()[:-1] if len(last) > 1 else [last]
    return f'"{" ".join(words)}"' + ("*" if len(last) == 1 else "")


@cache
def pattern(query: str) -> re.Pattern[str]:
    """What marks the hits of a query in a folded text: the same meaning as `expression`, as a regular expression."""
    return re.compile("|".join(_spelled(part) for part in sorted(phrases(query), key=lambda p: (-len(p), p))))


def _spelled(part: str) -> str:
    runs = _RUN.findall("".join(part.split()))
    return r"[\W_]+".join(r"\s*".join(map(re.escape, run)) for run in runs)
