"""A redline as pieces of text: of one row, and of a whole edition against the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from policydoc.comparison.redline import match, redline, split
from policydoc.model.comparison import Comparison, RedlineOp, Row, Span

Mark = Literal["equal", "insert", "delete", "move_old", "move_new"]


class Piece(NamedTuple):
    """A stretch of text; `new` differs from `old` in an equal piece by punctuation or width only."""

    mark: Mark
    old: str
    new: str


def of_row(comparison: Comparison, row: Row) -> list[Piece]:
    """The redline of a row, to be read: each unit of a split or a merged one begins a line."""
    editions = comparison.editions[row.step], comparison.editions[row.step + 1]
    old_starts, new_starts = ({comparison.unit(row.step + n, provision).start for provision in ids[1:]}
                              for n, ids in enumerate((row.old, row.new)))
    out = []
    for op in row.redline:
        piece = _piece(op, editions[0].text, editions[1].text)
        out.append(Piece(piece.mark, _broken(piece.old, op.old, old_starts), _broken(piece.new, op.new, new_starts)))
    return out


def _broken(text: str, span: Span | None, starts: set[int]) -> str:
    """The text with a line end before each of the starts."""
    for at in sorted((start - span.start for start in starts if span.start <= start < span.end), reverse=True
                     ) if span and text else ():
        text = f"{text[:at]}\n{text[at:]}"
    return text


def _piece(op: RedlineOp, old_text: str, new_text: str) -> Piece:
    old = old_text[op.old.start:op.old.end] if op.old else ""
    new = new_text[op.new.start:op.new.end] if op.new else ""
    if op.op == "move":
        return Piece("move_old", old, "") if op.at == "old" else Piece("move_new", "", new)
    return Piece(op.op, old, new)


def whole(comparison: Comparison, step: int) -> list[tuple[Literal["equal", "insert", "delete"], str]]:
    """One edition's text on the way to the next: equal + delete is the old text exactly, equal + insert the new.

    Rows whose order is the same on both sides hold their place, each with its own redline; what lies between them
    (chapter headings, dropped, new and moved items) is compared stretch by stretch.
    """
    old_text, new_text = comparison.editions[step].text, comparison.editions[step + 1].text
    out: list[tuple[Literal["equal", "insert", "delete"], str]] = []
    old_at = new_at = 0
    for old, new, ops in [*_anchors(comparison, step), (Span(start=len(old_text), end=len(old_text)),
                                                        Span(start=len(new_text), end=len(new_text)), [])]:
        sides = split(old_text, [(old_at, old.start)]), split(new_text, [(new_at, new.start)])
        between = redline(old_text, new_text, *sides, match(*sides))
        for op in [*between, *ops]:
            out += _exact(_piece(op, old_text, new_text))
        old_at, new_at = old.end, new.end
    return out


def _exact(piece: Piece) -> Iterator[tuple[Literal["equal", "insert", "delete"], str]]:
    """Nothing folded: where equal texts differ by marks or width, those characters alone are a change."""
    from rapidfuzz.distance import Levenshtein

    if piece.mark != "equal":
        yield ("delete", piece.old) if piece.old else ("insert", piece.new)
        return
    for op in Levenshtein.opcodes(piece.old, piece.new):
        if op.tag == "equal":
            yield "equal", piece.old[op.src_start:op.src_end]
            continue
        if op.src_start < op.src_end:
            yield "delete", piece.old[op.src_start:op.src_end]
        if op.dest_start < op.dest_end:
            yield "insert", piece.new[op.dest_start:op.dest_end]


def _anchors(comparison: Comparison, step: int) -> list[tuple[Span, Span, list[RedlineOp]]]:
    """Pairs of units in the same order on both sides: the longest such chain."""
    spans = [{unit.provision: Span(start=unit.start, end=unit.end) for unit in comparison.editions[n].units}
             for n in (step, step + 1)]
    pairs = [(spans[0][row.old[0]], spans[1][row.new[0]], row.redline) for row in comparison.rows
             if row.step == step and len(row.old) == len(row.new) == 1]
    pairs.sort(key=lambda pair: (pair[0].start, -pair[1].start))
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for i, (_, new, _ops) in enumerate(pairs):
        at = bisect_left(ends, new.start)
        before.append(last[at - 1] if at else None)
        ends[at:at + 1], last[at:at + 1] = [new.start], [i]
    chain: list[tuple[Span, Span, list[RedlineOp]]] = []
    i_or_none = last[-1] if last else None
    while i_or_none is not None:
        chain.append(pairs[i_or_none])
        i_or_none = before[i_or_none]
    return chain[::-1]
