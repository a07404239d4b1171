"""Modality and strength words in sentences that are otherwise alike: 应当 → 必须, 力争 → 确保."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from policydoc.comparison.fold import bigrams
from policydoc.comparison.side import Side, Twins
from policydoc.lexicon.strength import Scale, Word, scales, words
from policydoc.model.comparison import Change

ONLY_THE_HEDGE: Final = 0.8
"""Likeness of two sentences from which a word that stands in one of them only is the change."""
AROUND: Final = 8
"""Characters beside two words, of which some must be the same if the words are to have taken each other's place."""
Span = tuple[int, int]


def changes(old: Side, new: Side, twins: Twins) -> list[Change]:
    """Words of one scale that took each other's place, and hedges that came or went."""
    out = []
    for first, second in twins.spans():
        alike = twins.alike(first[0], second[0])
        for scale in scales():
            a, b = _differing(list(words(scale, old.text, *first)), list(words(scale, new.text, *second)))
            if len(a) == len(b):
                out += [_change(scale, old, new, x, y) for x, y in zip(a, b, strict=True)
                        if x.rank != y.rank and _same_place(old.text, x, new.text, y)]
            elif scale.absent is not None and not (a and b) and alike >= ONLY_THE_HEDGE:
                out += _hedged(scale, old, new, a, b, (first, second))
    return out


def _differing(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """What is left of each when the words that both have are taken out."""
    both = Counter(word.text for word in a) & Counter(word.text for word in b)
    return _without(a, both), _without(b, both)


def _without(found: Sequence[Word], taken: Counter[str]) -> list[Word]:
    left = Counter(taken)
    out = []
    for word in found:
        if left[word.text]:
            left[word.text] -= 1
        else:
            out.append(word)
    return out


def _same_place(old: str, a: Word, new: str, b: Word) -> bool:
    """可以发表意见 and 发表的意见应当符合决定 say different things: nothing beside the two words is the same."""
    before = [set(bigrams(text[max(0, word.start - AROUND):word.start])) for text, word in ((old, a), (new, b))]
    after = [set(bigrams(text[word.end:word.end + AROUND])) for text, word in ((old, a), (new, b))]
    return bool(before[0] & before[1] or after[0] & after[1])


def _change(scale: Scale, old: Side, new: Side, a: Word, b: Word) -> Change:
    return Change(kind=scale.kind, direction="stronger" if b.rank > a.rank else "weaker",
                  old=old.place(a.start, a.end), new=new.place(b.start, b.end), old_value=a.text, new_value=b.text)


def _hedged(scale: Scale, old: Side, new: Side, a: Sequence[Word], b: Sequence[Word],
            spans: tuple[Span, Span]) -> list[Change]:
    """A hedge that stands in one of the two sentences only; the other side's place is its sentence."""
    absent = scale.absent or 0.0
    places = old.place(*spans[0]), new.place(*spans[1])
    out = []
    for word in a:
        if word.rank < absent:
            out.append(Change(kind=scale.kind, direction="stronger", old=old.place(word.start, word.end),
                              new=places[1], old_value=word.text, new_value="—"))
    for word in b:
        if word.rank < absent:
            out.append(Change(kind=scale.kind, direction="weaker", old=places[0],
                              new=new.place(word.start, word.end), old_value="—", new_value=word.text))
    return out
