"""W01: words written with a wrong character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.lexicon import table


def _find(subject: Subject) -> Iterator[Hit]:
    wrong = table("wordings")["wrong"]
    text = subject.text
    if not any(word in text for word in wrong):
        return
    for found in _pattern().finditer(text):
        right = wrong[found[0]]
        yield Hit(*found.span(), (f"“{found[0]}”应为“{right}”", f"{found[0]} is written {right}"))


@cache
def _pattern() -> re.Pattern[str]:
    """All the words; one that may arise where two others meet carries the characters that tell so."""
    lexicon = table("wordings")
    pieces = []
    for word in sorted(lexicon["wrong"], key=len, reverse=True):
        before, after = lexicon["beside"].get(word, ("", ""))
        pieces.append((f"(?<![{before}])" if before else "") + word + (f"(?![{after}])" if after else ""))
    return re.compile("|".join(pieces))


RULE = Rule(
    code="W01", name="wrong-word", severity="error", title=("错字", "wrong character"),
    reason=("《现代汉语词典》（第7版）；词表见 lexicon/wordings.toml",
            "the list and its sources: lexicon/wordings.toml"),
    advice=("改正", "correct it"), find=_find)
