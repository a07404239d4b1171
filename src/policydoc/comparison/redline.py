"""花脸稿: the way from the old text of a row to the new, readable and exact.

Sentences first, in order; inside a pair of sentences words, with stray letters that happen to be equal taken into
the change around them. Marks, blanks and width are no change. A sentence that only stands elsewhere is a move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal

from policydoc.chars import sentences
from policydoc.comparison.fold import bigrams, dice, folded, tokens
from policydoc.comparison.words import NOTHING, Known, words
from policydoc.model.comparison import RedlineOp, Span

LEAST_ALIKE: Final = 0.35
"""Dice of bigrams from which two sentences count as one sentence changed."""
MOVED_ALIKE: Final = 0.9
MOVED_LENGTH: Final = 8
"""Letters of a sentence that can be said to have moved."""
LARGEST: Final = 250_000
"""Pairs of sentences that are weighed one by one; beyond that only equal sentences pair."""


@dataclass(slots=True, frozen=True)
class Sentence:
    """A sentence with the blanks after it; the sentences of a unit tile it."""

    start: int
    end: int
    key: str
    grams: frozenset[str]


@dataclass(slots=True, frozen=True)
class Match:
    """Two sentences that belong together, by their index; `moved` where their order differs."""

    old: int
    new: int
    alike: float
    moved: bool


def split(text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
    """The sentences of some stretches of text, in order."""
    out = []
    for start, end in spans:
        starts = [begin for begin, _ in sentences(text, start, end)]
        bounds = [start, *starts[1:], end] if starts else [start, end]
        for begin, stop in pairwise(bounds):
            if begin < stop:
                piece = text[begin:stop]
                out.append(Sentence(begin, stop, folded(piece), frozenset(bigrams(piece))))
    return out


def match(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Match]:
    """Pairs of sentences by the old order: the best that keeps the order, and moves among the rest.

    Ties are broken the same way whichever side is called old.
    """
    if [sentence.key for sentence in old] > [sentence.key for sentence in new]:
        flipped = [Match(m.new, m.old, m.alike, m.moved) for m in _match(new, old)]
        return sorted(flipped, key=lambda m: m.old)
    return _match(old, new)


def _match(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Match]:
    kept = list(_in_order(old, new))
    left_old = set(range(len(old))) - {m.old for m in kept}
    left_new = set(range(len(new))) - {m.new for m in kept}
    moved = []
    for i in sorted(left_old) if len(left_old) * len(left_new) <= LARGEST else ():
        if len(old[i].key) < MOVED_LENGTH:
            continue
        best = max(sorted(left_new), key=lambda j: _alike(old[i], new[j]), default=None)
        if best is not None and (alike := _alike(old[i], new[best])) >= MOVED_ALIKE:
            moved.append(Match(i, best, alike, moved=True))
            left_new.discard(best)
    return sorted([*kept, *moved], key=lambda m: m.old)


def _alike(a: Sentence, b: Sentence) -> float:
    return 1.0 if a.key == b.key else min(dice(a.grams, b.grams), 0.999)


def _in_order(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Match]:
    """The common subsequence of greatest likeness, by length of text."""
    a, b = len(old), len(new)
    if a * b > LARGEST:
        equal = SequenceMatcher(None, [s.key for s in old], [s.key for s in new], autojunk=False)
        for i, j, size in equal.get_matching_blocks():
            yield from (Match(i + n, j + n, 1.0, moved=False) for n in range(size))
        return
    gain = [[0.0] * (b + 1) for _ in range(a + 1)]
    alike = [[0.0] * b for _ in range(a)]
    for i in range(a - 1, -1, -1):
        for j in range(b - 1, -1, -1):
            like = _alike(old[i], new[j])
            alike[i][j] = like
            here = like * min(len(old[i].key), len(new[j].key)) if like >= LEAST_ALIKE else 0.0
            gain[i][j] = max(gain[i + 1][j], gain[i][j + 1], gain[i + 1][j + 1] + here)
    i = j = 0
    while i < a and j < b:
        if gain[i][j] == gain[i + 1][j]:
            i += 1
        elif gain[i][j] == gain[i][j + 1]:
            j += 1
        else:
            yield Match(i, j, alike[i][j], moved=False)
            i, j = i + 1, j + 1


def redline(old_text: str, new_text: str, old: Sequence[Sentence], new: Sequence[Sentence],
            matches: Sequence[Match], known: Known = NOTHING) -> list[RedlineOp]:
    """The steps from the old sentences to the new ones; `known` counts the pairs of letters of both texts."""
    gone = {m.old: m for m in matches if m.moved}
    come = {m.new: m for m in matches if m.moved}
    ops: list[RedlineOp] = []
    i = j = 0
    for pair in [*[m for m in matches if not m.moved], Match(len(old), len(new), 0, moved=False)]:
        for at in range(i, pair.old):
            ops.append(_away(old[at], new, gone.get(at)))
        for at in range(j, pair.new):
            ops.append(_here(new[at], old, come.get(at)))
        if pair.old < len(old) and pair.new < len(new):
            ops += _changed(old_text, new_text, old[pair.old], new[pair.new], known)
        i, j = pair.old + 1, pair.new + 1
    return _joined(ops)


def _away(sentence: Sentence, new: Sequence[Sentence], moved: Match | None) -> RedlineOp:
    span = Span(start=sentence.start, end=sentence.end)
    if moved is None:
        return RedlineOp(op="delete", old=span)
    return RedlineOp(op="move", at="old", old=span, new=_span(new[moved.new]))


def _here(sentence: Sentence, old: Sequence[Sentence], moved: Match | None) -> RedlineOp:
    span = Span(start=sentence.start, end=sentence.end)
    if moved is None:
        return RedlineOp(op="insert", new=span)
    return RedlineOp(op="move", at="new", old=_span(old[moved.old]), new=span)


def _changed(old_text: str, new_text: str, a: Sentence, b: Sentence, known: Known) -> list[RedlineOp]:
    if a.key == b.key:
        return [RedlineOp(op="equal", old=_span(a), new=_span(b))]
    return words(tokens(old_text, a.start, a.end), tokens(new_text, b.start, b.end), known)


def _span(sentence: Sentence) -> Span:
    return Span(start=sentence.start, end=sentence.end)


def _joined(ops: Sequence[RedlineOp]) -> list[RedlineOp]:
    """Neighbours of one kind become one where their spans touch: deletions before insertions."""
    out: list[RedlineOp] = []
    for group in _grouped(ops):
        for op in group:
            last = out[-1] if out else None
            if last and last.op == op.op != "move" and _touch(last.old, op.old) and _touch(last.new, op.new):
                out[-1] = RedlineOp(op=op.op, old=_union(last.old, op.old), new=_union(last.new, op.new))
            else:
                out.append(op)
    return out


def _grouped(ops: Sequence[RedlineOp]) -> Iterator[list[RedlineOp]]:
    """Between two equal stretches: what goes first, then what comes."""
    group: list[RedlineOp] = []
    for op in ops:
        if op.op == "equal":
            yield _ordered(group)
            yield [op]
            group = []
        else:
            group.append(op)
    yield _ordered(group)


def _ordered(group: list[RedlineOp]) -> list[RedlineOp]:
    side: dict[str, Literal[0, 1]] = {"delete": 0, "insert": 1}
    return sorted(group, key=lambda op: side.get(op.op, 0 if op.at == "old" else 1))


def _touch(a: Span | None, b: Span | None) -> bool:
    return a is b is None or (a is not None and b is not None and a.end == b.start)


def _union(a: Span | None, b: Span | None) -> Span | None:
    return Span(start=a.start, end=b.end) if a and b else None
