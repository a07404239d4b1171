"""Fields of work that headings name: what an editor sees where two headings share no word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from policydoc.comparison.units import Unit
from policydoc.comparison.weigh import Likeness, Pair, chapter
from policydoc.lexicon import table


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    of = {word: field for field, words in table("fields")["fields"].items() for word in words.split()}
    return re.compile("|".join(sorted(of, key=lambda word: (-len(word), word)))), of


def fields(heading: str) -> frozenset[str]:
    """The fields that the words of a heading belong to."""
    pattern, of = _words()
    return frozenset(of[word] for word in pattern.findall(heading))


def of_one_field(old: Sequence[Unit], new: Sequence[Unit], links: Collection[Pair],
                 pairs: dict[Pair, Likeness]) -> set[Pair]:
    """For each unit that no link holds, the one of its field in the chapter that goes with its own.

    Among several the most alike in text. Chapters go together where each is the other's best (`Likeness.chapter`). The
    items of an attachment are single tasks, no fields.
    """
    together = {(chapter(old[i]), chapter(new[j])) for (i, j), like in pairs.items() if like.chapter == 1} | {("", "")}
    linked = {i for i, _ in links}, {j for _, j in links}
    named = [[_fields_of(unit) for unit in side] for side in (old, new)]

    def best(options: Iterable[Pair]) -> Pair | None:
        fit = [(i, j) for i, j in options if named[0][i] & named[1][j] and old[i].kin == new[j].kin
               and (chapter(old[i]), chapter(new[j])) in together]
        return max(fit, key=lambda pair: (pairs[pair].text if pair in pairs else 0.0, pair), default=None)

    found = [best((i, j) for j in range(len(new))) for i in range(len(old)) if i not in linked[0]]
    found += [best((i, j) for i in range(len(old))) for j in range(len(new)) if j not in linked[1]]
    return {pair for pair in found if pair}


def _fields_of(unit: Unit) -> frozenset[str]:
    attached = any(node.kind == "attachment" for node in unit.chapter)
    return frozenset() if attached else fields(unit.heading)
