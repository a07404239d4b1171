"""Two versions of one sentence, word by word.

There is no dictionary: a change that begins or ends inside a word is widened by the letter that, in these two texts,
belongs more to the change than to its other neighbour (重[点→大] → [重点→重大]).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from policydoc.comparison.fold import Token
from policydoc.model.comparison import RedlineOp, Span
from policydoc.numerals import COUNTING

PASSES: Final = 4
"""Changes grow together; after so many rounds they are left as they are."""

LARGEST: Final = 100_000_000
"""Pairs of words that are compared within one sentence; a longer one is replaced as a whole."""

Known = Mapping[str, int]
"""How often each pair of letters stands in the two texts."""
NOTHING: Final[Known] = Counter()

Run = tuple[bool, int, int, int, int]
"""(equal?, old from, old to, new from, new to), in tokens."""


def words(old: Sequence[Token], new: Sequence[Token], known: Known) -> list[RedlineOp]:
    """The steps from one sentence to the other."""
    ops: list[RedlineOp] = []
    for same, a, b, c, d in _slid(_widened(_runs(old, new), old, new, known), old, new):
        before = Span(start=old[a].start, end=old[b - 1].end) if a < b else None
        after = Span(start=new[c].start, end=new[d - 1].end) if c < d else None
        if same and before:
            ops.append(RedlineOp(op="equal", old=before, new=after))
        if not same and before:
            ops.append(RedlineOp(op="delete", old=before))
        if not same and after:
            ops.append(RedlineOp(op="insert", new=after))
    return ops


def _runs(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    from rapidfuzz.distance import Indel

    if len(old) * len(new) > LARGEST:
        return [(False, 0, len(old), 0, len(new))]
    first, second = [token.key for token in old], [token.key for token in new]
    if first > second:  # the same steps whichever side is called old
        return [(same, a, b, c, d) for same, c, d, a, b in _runs(new, old)]
    runs: list[Run] = []
    for step in Indel.opcodes(first, second):
        _push(runs, (step.tag == "equal", step.src_start, step.src_end, step.dest_start, step.dest_end))
    for _ in range(PASSES):
        out: list[Run] = []
        for at, run in enumerate(runs):
            inner = run[0] and 0 < at < len(runs) - 1
            _push(out, (False, *run[1:]) if inner and _stray(old, new, runs, at) else run)
        if len(out) == len(runs):
            break
        runs = out
    return runs


def _push(runs: list[Run], run: Run) -> None:
    """Append a run; neighbours of one kind become one."""
    if runs and runs[-1][0] == run[0]:
        same, a, _, c, _ = runs.pop()
        run = (same, a, run[2], c, run[4])
    runs.append(run)


def _stray(old: Sequence[Token], new: Sequence[Token], runs: Sequence[Run], at: int) -> bool:
    """An equal stretch no longer than the changes on both its sides is chance, as is a single letter."""
    size = _letters(old, runs[at][1], runs[at][2])
    around = min(max(_letters(old, a, b), _letters(new, c, d)) for _, a, b, c, d in (runs[at - 1], runs[at + 1]))
    return size <= max(around, 1)


def _letters(tokens: Sequence[Token], start: int, end: int) -> int:
    return sum(len(token.key) for token in tokens[start:end])


def _widened(runs: Sequence[Run], old: Sequence[Token], new: Sequence[Token], known: Known) -> list[Run]:
    """Replacements that cut a word take in the letter before, or the one after."""
    out: list[Run] = []
    shift = 0
    for same, a, b, c, d in runs:
        a, c = a + shift, c + shift
        shift = 0
        if not same and a < b and c < d:
            if out and out[-1][0] and _belongs_before(old, new, a, c, known):
                _, *rest = out.pop()
                a, c = a - 1, c - 1
                if rest[0] < a:
                    out.append((True, rest[0], a, rest[2], c))
            if _belongs_after(old, new, b, d, known):
                b, d, shift = b + 1, d + 1, 1
        if a < b or c < d:
            _push(out, (same, a, b, c, d))
    return out


def _belongs_before(old: Sequence[Token], new: Sequence[Token], a: int, c: int, known: Known) -> bool:
    """Whether the letter before the change makes a word with both versions rather than with the letter before it."""
    letter = old[a - 1]
    if not all(map(_letter, (letter, old[a], new[c]))):
        return False
    outward = old[a - 2].key[-1:] + letter.key if a > 1 and not old[a - 2].closed else ""
    return _word(known, letter.key + old[a].key, letter.key + new[c].key, outward)


def _belongs_after(old: Sequence[Token], new: Sequence[Token], b: int, d: int, known: Known) -> bool:
    """The same for the letter after the change."""
    if b >= len(old) or d >= len(new) or not (_letter(old[b - 1]) and _letter(new[d - 1]) and len(old[b].key) == 1):
        return False
    letter = old[b]
    outward = letter.key + old[b + 1].key[:1] if _bare(letter) and b + 1 < len(old) else ""
    return _word(known, old[b - 1].key + letter.key, new[d - 1].key + letter.key, outward)


def _word(known: Known, first: str, second: str, outward: str) -> bool:
    """Whether two pairs of letters are both words, and more so than a third."""
    counts = known.get(first, 0), known.get(second, 0)
    return min(counts) > 1 and sum(counts) > known.get(outward, 0)


def _slid(runs: Sequence[Run], old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """Additions and deletions moved to marks where the text allows it: 委员[会（常委]会 → 委员会[（常委会）]."""
    out = list(runs)
    for at, (same, a, b, c, d) in enumerate(out):
        if same or (a < b and c < d):
            continue
        tokens, start, end = (old, a, b) if a < b else (new, c, d)
        shifts = range(-_room(tokens, start - 1, end - 1, -1, out[at - 1] if at else None),
                       _room(tokens, start, end, 1, out[at + 1] if at + 1 < len(out) else None) + 1)
        best = max(shifts, key=lambda n: (_part(tokens, start + n) + _part(tokens, end + n), -abs(n), n))
        out[at] = (same, a + best, b + best, c + best, d + best)
        if at:
            out[at - 1] = (*out[at - 1][:2], a + best, out[at - 1][3], c + best)
        if at + 1 < len(out):
            out[at + 1] = (True, b + best, out[at + 1][2], d + best, out[at + 1][4])
    return [run for run in out if run[1] < run[2] or run[3] < run[4]]


def _room(tokens: Sequence[Token], first: int, last: int, step: int, beside: Run | None) -> int:
    """How far a stretch can slide: as long as what it takes in equals what it leaves, within the equal run beside."""
    most = beside[2] - beside[1] if beside else 0
    room = 0
    while room < most and tokens[first + room * step].key == tokens[last + room * step].key:
        room += 1
    return room


def _part(tokens: Sequence[Token], at: int) -> bool:
    """Whether marks, or the ends, part the tokens before and at this place."""
    return not 0 < at < len(tokens) or tokens[at - 1].closed or tokens[at].opened


def _bare(token: Token) -> bool:
    """A token with no mark or blank around it."""
    return not (token.opened or token.closed) and token.start < token.end


def _letter(token: Token) -> bool:
    return _bare(token) and len(token.key) == 1 and token.key not in COUNTING
