"""Full-text search for a script without spaces: what is indexed, what is asked, and how a hit is marked.

Every letter of a run (三会一课) is a token, and every run of punctuation marks between two runs is one token, always
the same. A phrase of these tokens then matches exactly where the letters stand together: a word of one letter, of two
or of any number, and no phrase reaches over a mark that it does not hold. White space counts for nothing (lines may be
hard-wrapped), one mark is as good as another, width and case are folded. Against pairs of letters as tokens this index
is built in a fifth of the time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from policydoc.errors import QueryTooLong

LONGEST: Final = 200
"""Letters of a query: each one costs a look at every place where it stands."""

_RUN: Final = re.compile(r"[^\W_]+")
_MARK: Final = "、"
_OTHER: Final = re.compile("[A-Z０-９Ａ-Ｚａ-ｚ]+")
_FOLD: Final = {0xFF01 + n: ord(chr(0x21 + n).lower()) for n in range(94)} | {n: n + 32 for n in range(65, 91)}
_PARTS: Final = re.compile(r'"([^"]*)"|(\S+)')


def folded(text: str) -> str:
    """Width and case of letters and digits folded; the same length, letter by letter."""
    return _OTHER.sub(lambda match: match[0].translate(_FOLD), text)


def tokens(text: str) -> str:
    """The tokens of a text, apart by spaces, in its order."""
    return _MARK.join(_RUN.findall(folded("".join(text.split())))).replace("", " ")[1:-1]


def phrases(query: str) -> list[str]:
    """The parts of a query, each to be found: apart by white space, or whole in "…"."""
    parts = [quoted or plain for quoted, plain in _PARTS.findall(folded(query).replace("”", '"').replace("“", '"'))]
    return [part for part in parts if _RUN.search(part)]


def expression(query: str) -> str | None:
    """The query in FTS5's language, None where it has no letter. Raises `QueryTooLong`."""
    if len(query) > LONGEST:
        raise QueryTooLong(len(query), LONGEST)
    return " AND ".join(dict.fromkeys(f'"{tokens(part)}"' for part in phrases(query))) or None


@lru_cache(64)
def pattern(query: str) -> re.Pattern[str]:
    """What marks the hits of a query in a folded text: the same meaning as `expression`, as a regular expression."""
    return re.compile("|".join(_spelled(part) for part in sorted(phrases(query), key=lambda p: (-len(p), p))))


def _spelled(part: str) -> str:
    runs = _RUN.findall("".join(part.split()))
    return r"[\W_]+".join(r"\s*".join(map(re.escape, run)) for run in runs)
