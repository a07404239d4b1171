"""Which line of work of one year goes with which of the next: 1:1 by optimal assignment, then splits and merges.

Pairs must have a paragraph or their heading in common; what is alone after that lives on where one of its paragraphs
does, or goes with the heading of its field.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from policydoc.comparison.assign import assign
from policydoc.comparison.fields import of_one_field
from policydoc.comparison.fold import folded
from policydoc.comparison.paragraphs import Paragraphs
from policydoc.comparison.units import Unit
from policydoc.comparison.weigh import Likeness, Pair, add_facts, likeness, rarity

LEAST_SCORE: Final = 0.10
"""Pairs below are no candidates."""
CANDIDATES: Final = 12
"""Candidates a unit, the best ones: bounds the cost of the assignment."""
ORDER: Final = 1e-3
"""Most a pair can lose for standing elsewhere in its document: decides ties, convex so that order is kept."""
ANY_SHARE: Final = 0.3
BEST_SHARE: Final = 0.15
"""Share of a text that must vote for a further partner; less if that partner is the best for either side."""
NEAR_BEST: Final = 0.45
"""A further partner's text likeness over that of the best partner either side has."""
SAME_HEADING: Final = 0.5
"""Likeness of headings from which two lines of work are one, though not a paragraph of the old text is left."""


class Link(NamedTuple):
    """One old and one new unit that belong together."""

    old: int
    new: int
    likeness: Likeness


class Group(NamedTuple):
    """What shares a row: 1:1, 1:n, n:1, or one side empty."""

    old: list[int]
    new: list[int]
    links: list[Link]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Group]:
    """Every unit stands in a group; the groups go in the order of the new units, gone ones where they stood."""
    pairs = _pairs(old, new)
    scores = {pair: like.score for pair, like in pairs.items()}
    chosen = _assigned(old, new, scores)
    paragraphs = Paragraphs(old, new)
    links = {pair for pair in {*chosen, *_further(old, pairs, scores)}
             if pairs[pair].text == 1 or (pairs[pair].heading or 0.0) >= SAME_HEADING or paragraphs.common(pair)}
    for pair, fit in paragraphs.lives_on(_alone(old, new, links)).items():
        links.add(pair)
        pairs.setdefault(pair, Likeness()).paragraph = fit
    for pair in of_one_field(old, new, links, pairs):
        links.add(pair)
        like = pairs.setdefault(pair, Likeness())
        like.heading = max(like.heading or 0.0, SAME_HEADING)
    return _groups(len(old), len(new), {pair: pairs[pair] for pair in sorted(links)})


def _alone(old: Sequence[Unit], new: Sequence[Unit], links: set[Pair]) -> tuple[set[int], set[int]]:
    return set(range(len(old))) - {i for i, _ in links}, set(range(len(new))) - {j for _, j in links}


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> dict[Pair, Likeness]:
    """The likeness of all pairs of one kin.

    Units of equal text are twins, in their order; nothing else is weighed for them.
    """
    weight = rarity([unit.text for unit in (*old, *new)])
    out = {pair: Likeness(text=1.0, gives=1.0, takes=1.0) for pair in _twins(old, new)}
    done = {i for i, _ in out}, {j for _, j in out}
    for kin in sorted({unit.kin for unit in old}):
        rows, columns = ([n for n, unit in enumerate(side) if unit.kin == kin and n not in taken]
                         for side, taken in zip((old, new), done, strict=True))
        found = likeness([old[i].text for i in rows], [new[j].text for j in columns], weight)
        out.update({(rows[i], columns[j]): like for (i, j), like in found.items()})
    add_facts(old, new, out)
    return out


def _twins(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    places: dict[tuple[object, str], list[int]] = {}
    for i, unit in enumerate(old):
        places.setdefault((unit.kin, folded(unit.text)), []).append(i)
    pairs = []
    for j, unit in enumerate(new):
        left = places.get((unit.kin, folded(unit.text)))
        if left:
            pairs.append((left.pop(0), j))
    return pairs


def _assigned(old: Sequence[Unit], new: Sequence[Unit], scores: dict[Pair, float]) -> list[Pair]:
    """The best pairs, each unit in one at most; only a unit's best candidates take part."""
    rows: list[dict[int, float]] = [{} for _ in old]
    used = [0] * len(old), [0] * len(new)
    likely = [pair for pair, score in scores.items() if score >= LEAST_SCORE]
    for i, j in sorted(likely, key=lambda pair: (-scores[pair], abs(pair[0] - pair[1]), pair)):
        if used[0][i] < CANDIDATES or used[1][j] < CANDIDATES:
            used[0][i] += 1
            used[1][j] += 1
            shift = i / len(old) - j / len(new)
            rows[i][j] = scores[i, j] - ORDER * shift * shift
    return assign(rows, len(new))


def _further(old: Sequence[Unit], pairs: dict[Pair, Likeness], scores: dict[Pair, float]) -> set[Pair]:
    """Pairs beside the assigned ones: a large share of one text fits the other better than anything else."""
    near: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, int], float] = {}
    for pair, like in pairs.items():
        for side, unit in enumerate(pair):
            near[side, unit] = max(near.get((side, unit), 0.0), like.text)
            best[side, unit] = max(best.get((side, unit), 0.0), scores[pair])

    def belongs(pair: Pair, like: Likeness) -> bool:
        if like.text < NEAR_BEST * max(near[0, pair[0]], near[1, pair[1]]):
            return False
        share = max(like.gives, like.takes)
        return share >= ANY_SHARE or (share >= BEST_SHARE and any(best[at] == scores[pair] for at in enumerate(pair)))

    return {pair for pair, like in pairs.items() if not old[pair[0]].lead and belongs(pair, like)}


def _groups(olds: int, news: int, links: dict[Pair, Likeness]) -> list[Group]:
    """Stars around each unit with several partners, then the plain pairs, then what stands alone."""
    by_old: dict[int, list[int]] = {}
    by_new: dict[int, list[int]] = {}
    for i, j in links:
        by_old.setdefault(i, []).append(j)
        by_new.setdefault(j, []).append(i)
    groups = [([i], sorted(js)) for i, js in by_old.items() if len(js) > 1]
    groups += [(sorted(js), [j]) for j, js in by_new.items() if len(js) > 1]
    groups += [([i], [j]) for i, j in links if len(by_old[i]) == 1 == len(by_new[j])]
    groups += [([i], []) for i in range(olds) if i not in by_old]
    groups += [([], [j]) for j in range(news) if j not in by_new]
    found = [Group(a, b, [Link(i, j, links[i, j]) for i in a for j in b]) for a, b in groups]
    return sorted(found, key=lambda group: _position(group, by_old, by_new))


def _position(group: Group, by_old: dict[int, list[int]], by_new: dict[int, list[int]]) -> tuple[float, int, float]:
    """By the new text; a gone unit follows the counterpart of the nearest one before it."""
    if group.new:
        return min(group.new), 0, min(group.old, default=-1)
    before = next((i for i in range(group.old[0] - 1, -1, -1) if i in by_old), None)
    return (max(by_old[before]) if before is not None else -1), 1, group.old[0]
