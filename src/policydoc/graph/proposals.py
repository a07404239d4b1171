"""Concepts that nobody quotes (党风廉政建设, 民主集中制), proposed by the statistics of a set of documents.

Words are jieba's, with the lexicon as its user dictionary. A sequence of words is proposed where its parts hold
together (much more frequent than by chance) and its surroundings vary (it is whole). That is no finding: the kind of
such a concept is `proposal`. jieba runs at some 0.3 M characters a second, so this is done only when asked for.
"""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from policydoc.graph.linking import lexicon_labels, linkable, normal
from policydoc.graph.rows import ConceptRow
from policydoc.lexicon import table, words

if TYPE_CHECKING:
    import jieba

RULE: Final = "jieba-statistics"
SHORTEST, LONGEST, WORDS = 4, 12, 4
"""Characters, and words, of a proposal."""
TIMES: Final = 5
"""Fewer places say nothing."""
COHESION: Final = 2.5
"""Least pointwise mutual information (natural) of the weakest joint."""
FREEDOM: Final = 1.0
"""Least entropy (natural) of the words before and of the words after."""

_RUN: Final = re.compile(r"[\u3400-\u9fff]{2,}")


class Proposal(NamedTuple):
    """A sequence of words with its number of places and of documents."""

    label: str
    times: int
    documents: int


def propose(texts: Iterable[str], known: Collection[str] = (), *, limit: int = 200) -> list[Proposal]:
    """Proposals from the texts of documents, the most frequent first; `known` holds keys of concepts already there."""
    single: Counter[str] = Counter()
    grams: Counter[tuple[str, ...]] = Counter()
    seen: dict[tuple[str, ...], set[int]] = defaultdict(set)
    sides: dict[tuple[str, ...], tuple[Counter[str], Counter[str]]] = {}
    texts = list(texts)
    tokenizer = _tokenizer()
    for text in texts:
        for run in _RUN.findall(text):
            tokens = tokenizer.lcut(run, HMM=False)
            single.update(tokens)
            grams.update(gram for _, gram in _grams(tokens))
    often = {gram for gram, times in grams.items() if times >= TIMES}
    for number, text in enumerate(texts):
        for run in _RUN.findall(text):
            tokens = tokenizer.lcut(run, HMM=False)
            for at, gram in _grams(tokens):
                if gram in often:
                    left, right = sides.setdefault(gram, (Counter(), Counter()))
                    left[tokens[at - 1] if at else f"^{number}:{len(left)}"] += 1
                    end = at + len(gram)
                    right[tokens[end] if end < len(tokens) else f"${number}:{len(right)}"] += 1
                    seen[gram].add(number)
    total = sum(single.values())
    whole = [gram for gram in often
             if _cohesion(gram, grams, single, total) >= COHESION and min(map(_entropy, sides[gram])) >= FREEDOM]
    out = [Proposal("".join(gram), grams[gram], len(seen[gram])) for gram in whole]
    return sorted((p for p in out if normal(p.label) not in known and linkable(p.label, "proposal")),
                  key=lambda p: (-p.documents, -p.times, p.label))[:limit]


def rows(proposals: Iterable[Proposal]) -> list[ConceptRow]:
    """Proposals as rows of the inventory."""
    return [ConceptRow(normal(p.label), p.label, "proposal", RULE, p.times) for p in proposals]


def _tokenizer() -> jieba.Tokenizer:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    for label in lexicon_labels():
        tokenizer.add_word(label.label)
    return tokenizer


def _grams(tokens: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Sequences of words that may be a concept, with the number of their first word."""
    idle, joints = words("linking", "idle"), table("linking")["function"]["last"]
    for at, first in enumerate(tokens):
        if first in idle or first[:2] in idle:
            continue
        size = 0
        for end in range(at, min(at + WORDS, len(tokens))):
            size += len(tokens[end])
            if size > LONGEST or tokens[end] in joints:
                break
            if size >= SHORTEST and tokens[end] not in idle:
                yield at, tuple(tokens[at:end + 1])


def _cohesion(gram: tuple[str, ...], grams: Counter[tuple[str, ...]], single: Counter[str], total: int) -> float:
    """The pointwise mutual information of the weakest joint; a single word of the dictionary holds together."""
    if len(gram) == 1:
        return COHESION
    times = log(grams[gram] / total)
    joints = [log(_times(gram[:n], grams, single) / total) + log(_times(gram[n:], grams, single) / total)
              for n in range(1, len(gram))]
    return times - max(joints)


def _times(part: tuple[str, ...], grams: Counter[tuple[str, ...]], single: Counter[str]) -> int:
    """How often a part stands; one that is too short to be counted stands at most as often as its rarest pair."""
    if len(part) == 1:
        return single[part[0]]
    return grams[part] or min(min(single[a], single[b]) for a, b in pairwise(part))


def _entropy(sides: Counter[str]) -> float:
    total = sum(sides.values())
    return -sum(times / total * log(times / total) for times in sides.values())
