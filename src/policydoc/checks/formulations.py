"""Finds what is nearly a known formulation: all but one character, and that one of the same sound or shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from policydoc.lexicon import table
from policydoc.lexicon.confusable import confusable

_LEAST: Final = 8
_FORM: Final = re.compile(r"[一-鿿、，]+")
_HAN: Final = re.compile(r"[一-鿿]")
_NUMERAL: Final = frozenset("〇零一二两三四五六七八九十百千万")


class Slip(NamedTuple):
    """`written` stands at `start` for the known formulation `meant`."""

    start: int
    written: str
    meant: str


class Formulations:
    """A wrong character lies in one half of a formulation; the other half stands as it should and leads there."""

    def __init__(self, labels: Iterable[str]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self._labels = frozenset(label for label in labels if len(label) >= _LEAST and _FORM.fullmatch(label))
        halves: dict[str, list[tuple[str, int]]] = {}
        for label in sorted(self._labels):
            middle = len(label) // 2
            halves.setdefault(label[:middle], []).append((label, 0))
            halves.setdefault(label[middle:], []).append((label, middle))
        self._places = [halves[half] for half in sorted(halves)]
        self._machine = AhoCorasick(sorted(halves), implementation=Implementation.DFA) if halves else None

    def slips(self, text: str) -> Iterator[Slip]:
        """In the order of the text."""
        found = set()
        for number, start, _ in self._machine.find_matches_as_indexes(text, overlapping=True) if self._machine else ():
            for label, offset in self._places[number]:
                at = start - offset
                written = text[max(at, 0):at + len(label)]
                if written != label and len(written) == len(label) and self._slip(text, at, written, label):
                    found.add(Slip(at, written, label))
        yield from sorted(found)

    def _slip(self, text: str, at: int, written: str, label: str) -> bool:
        """One character differs; at an end of the label it counts only where the word ends there too."""
        differing = [k for k, letter in enumerate(written) if letter != label[k]]
        if len(differing) != 1 or written in self._labels:
            return False
        k = differing[0]
        beside = text[at - 1:at] if k == 0 else text[at + len(label):at + len(label) + 1] if k == len(label) - 1 else ""
        return not (_HAN.match(beside) or {written[k], label[k]} & _NUMERAL) and confusable(written[k], label[k])


@cache
def of_lexicon() -> Formulations:
    """The members of the numeral abbreviations that the lexicon knows: 坚决维护党中央权威和集中统一领导."""
    entries = table("abbreviations")["terms"].values()
    lines = [line for entry in entries for line in ([entry] if isinstance(entry, str) else entry)]
    return Formulations({member for line in lines for member in line.split("|")[0].split("/")})
