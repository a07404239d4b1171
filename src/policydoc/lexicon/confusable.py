"""Characters that are put for one another by mistake: of one sound, or alike in shape. `confusable.toml`."""

from __future__ import annotations

from functools import cache

from policydoc.lexicon import table


def confusable(one: str, other: str) -> bool:
    """Whether one Chinese character is likely a slip for the other; both being usual in a word (制定, 制订) is none."""
    if one == other or (_groups("same").get(one, frozenset()) & _groups("same").get(other, frozenset())):
        return False
    return any(groups.get(one, frozenset()) & groups.get(other, frozenset())
               for groups in (_sounds(), _groups("alike")))


@cache
def _sounds() -> dict[str, frozenset[str]]:
    return _by_letter(table("confusable")["sounds"])


@cache
def _groups(key: str) -> dict[str, frozenset[str]]:
    return _by_letter({letters: letters for letters in table("confusable")[key]})


def _by_letter(groups: dict[str, str]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for name, letters in groups.items():
        for letter in letters:
            out.setdefault(letter, set()).add(name)
    return {letter: frozenset(names) for letter, names in out.items()}
