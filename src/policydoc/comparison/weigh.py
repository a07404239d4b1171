"""How alike two lines of work are, signal by signal.

Bigrams weighted by rarity within the two documents: the cosine of the whole texts, and for each sentence a vote for
the counterpart it fits best. Yearly reports reuse 3 % of their clauses, so likeness is one of vocabulary; the votes
tell a split or a merge from a likeness of tone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from policydoc.chars import sentences
from policydoc.comparison.fold import bigrams, dice
from policydoc.comparison.units import Unit
from policydoc.model.comparison import Signal

SHORTEST_VOTE: Final = 25
"""Characters: shorter sentences vote together with the next."""
LEAST_FIT: Final = 0.03
"""Cosine below which a sentence votes for nobody."""
WEIGHTS: Final[dict[Signal, float]] = {
    "text": 0.30, "sentences": 0.35, "paragraph": 0.35, "heading": 0.20,
    "concepts": 0.05, "obligations": 0.05, "chapter": 0.05}

Vector = dict[str, float]
Pair = tuple[int, int]


@dataclass(slots=True)
class Likeness:
    """Signals of one pair, each 0 to 1; `gives` is the share of the old text that votes for the new, `takes` back."""

    text: float = 0.0
    gives: float = 0.0
    takes: float = 0.0
    heading: float | None = None
    concepts: float | None = None
    obligations: float | None = None
    chapter: float | None = None
    paragraph: float | None = None

    @property
    def sentences(self) -> float:
        return (self.gives + self.takes) / 2

    def signals(self) -> list[tuple[Signal, float, float]]:
        """(name, value, weight) of what can be said of this pair; the weights add up to 1."""
        known = [(name, value, WEIGHTS[name]) for name in WEIGHTS if (value := getattr(self, name)) is not None]
        total = sum(weight for _, _, weight in known)
        return [(name, value, weight / total) for name, value, weight in known]

    @property
    def score(self) -> float:
        return round(sum(value * weight for _, value, weight in self.signals()), 6)


def likeness(old: Sequence[str], new: Sequence[str], weight: Vector) -> dict[Pair, Likeness]:
    """What the texts say: all pairs that share anything worth a vote; `weight` is the rarity of each bigram."""
    olds, news = [vector(text, weight) for text in old], [vector(text, weight) for text in new]
    out: dict[Pair, Likeness] = {}
    for j, values in enumerate(cosines(news, olds)):
        for i, value in enumerate(values):
            if value >= LEAST_FIT:
                out[i, j] = Likeness(text=round(value, 6))
    for i, shares in enumerate(_votes(old, news, weight)):
        for j, share in shares.items():
            out.setdefault((i, j), Likeness()).gives = round(share, 6)
    for j, shares in enumerate(_votes(new, olds, weight)):
        for i, share in shares.items():
            out.setdefault((i, j), Likeness()).takes = round(share, 6)
    return out


def rarity(texts: Sequence[str], least: int = 0) -> Vector:
    """Inverse document frequency of each bigram; as if out of `least` texts, where fewer say little."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(bigrams(text)))
    return {gram: math.log((max(len(texts), least) + 1) / (count + 0.5)) for gram, count in seen.items()}


def vector(text: str, weight: Vector) -> Vector:
    """Unit vector of the text's bigrams: (1 + log count) times rarity."""
    counts = Counter(bigrams(text))
    raw = {gram: (1 + math.log(count)) * weight.get(gram, 0.0) for gram, count in counts.items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {gram: value / length for gram, value in raw.items()} if length else {}


def cosines(vectors: Iterable[Vector], others: Sequence[Vector]) -> Iterator[list[float]]:
    """For each vector its cosines with the others, by way of an inverted index."""
    index: dict[str, list[tuple[int, float]]] = {}
    for at, vector in enumerate(others):
        for gram, value in vector.items():
            index.setdefault(gram, []).append((at, value))
    for vector in vectors:
        sums = [0.0] * len(others)
        for gram, value in vector.items():
            if gram in index:
                for at, other in index[gram]:
                    sums[at] += value * other
        yield sums


def _votes(texts: Sequence[str], others: Sequence[Vector], weight: Vector) -> list[dict[int, float]]:
    """For each text: the share of it, by length, whose best fit among the others is this one, and no other as well."""
    pieces = [(at, piece) for at, text in enumerate(texts) for piece in _pieces(text)]
    fits = cosines((vector(piece, weight) for _, piece in pieces), others)
    sizes: Counter[int] = Counter()
    shares: list[dict[int, float]] = [{} for _ in texts]
    for (at, piece), fit in zip(pieces, fits, strict=True):
        sizes[at] += len(piece)
        most = max(fit, default=0.0)
        if most >= LEAST_FIT and fit.count(most) == 1:
            best = fit.index(most)
            shares[at][best] = shares[at].get(best, 0) + len(piece)
    return [{other: size / sizes[at] for other, size in row.items()} for at, row in enumerate(shares)]


def _pieces(text: str) -> list[str]:
    out: list[str] = []
    short = ""
    for start, end in sentences(text):
        short += text[start:end]
        if len(short) >= SHORTEST_VOTE:
            out.append(short)
            short = ""
    return [*out, short] if short else out


def add_facts(old: Sequence[Unit], new: Sequence[Unit], pairs: dict[Pair, Likeness]) -> None:
    """Headings, concepts, obligations and chapters of the pairs found."""
    weight = rarity([unit.heading for unit in (*old, *new) if unit.heading])
    headings = [[vector(unit.heading, weight) for unit in side] for side in (old, new)]
    chapters = _chapters(old, new, pairs)
    for (i, j), pair in pairs.items():
        a, b = old[i], new[j]
        if a.heading and b.heading:
            pair.heading = round(sum(v * headings[1][j].get(g, 0.0) for g, v in headings[0][i].items()), 6)
        if a.concepts and b.concepts:
            pair.concepts = dice(a.concepts, b.concepts)
        if a.duties and b.duties:
            pair.obligations = dice(a.duties, b.duties)
        if a.chapter and b.chapter:
            pair.chapter = chapters[chapter(a), chapter(b)]


def chapter(unit: Unit) -> str:
    """The id of the division that holds a unit, empty where none does."""
    return unit.chapter[-1].id if unit.chapter else ""


def _chapters(old: Sequence[Unit], new: Sequence[Unit], pairs: dict[Pair, Likeness]) -> dict[tuple[str, str], float]:
    """How alike the chapters are, 1 for the best: half their headings, half the text that votes for the other."""
    sizes: Counter[tuple[int, str]] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    titles: dict[tuple[int, str], frozenset[str]] = {}
    for side, part in enumerate((old, new)):
        for unit in part:
            sizes[side, chapter(unit)] += len(unit.text)
            titles[side, chapter(unit)] = frozenset(bigrams(unit.chapter[-1].heading or "") if unit.chapter else ())
    for (i, j), pair in pairs.items():
        mass = pair.gives * len(old[i].text) + pair.takes * len(new[j].text)
        shared[chapter(old[i]), chapter(new[j])] += round(mass)
    plain = {(a, b): mass / max(1, sizes[0, a] + sizes[1, b]) + dice(titles[0, a], titles[1, b])
             for (a, b), mass in shared.items()}
    best: dict[tuple[int, str], float] = {}
    for (a, b), value in plain.items():
        best[0, a], best[1, b] = max(best.get((0, a), 0), value), max(best.get((1, b), 0), value)
    return {(a, b): round(value / (max(best[0, a], best[1, b]) or 1), 6) for (a, b), value in plain.items()}
