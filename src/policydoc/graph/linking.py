"""From labels to concepts and back to the text: which spellings are one concept, and where it stands without quotes.

Labels are the same concept only by rule, and the rule is recorded: marks, white space, width and case folded. A
label is looked for in plain text where it is unmistakable there (`linkable`); the longest at a place wins, so that
三会 is not found inside 三会一课.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from policydoc.lexicon import table, words
from policydoc.model.knowledge import ConceptKind

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LONGEST: Final = 30
"""Characters of a label; longer quotations are no concepts."""

_LETTER: Final = re.compile(r"[^\W\d_]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_PLAIN: Final = re.compile(r"[\u4e00-\u9fff]+")
_SEPARATOR: Final = re.compile(r"[、，,·•・‧]")
_NUMERALS: Final = "〇零一二两三四五六七八九十百千万几数第0123456789０１２３４５６７８９"
_WORD: Final = string.ascii_letters + string.digits
_PLAIN_COUNT: Final = re.compile(r"[一二两三四五六七八九十]+(?:个|项|大|类|条|种|张|支|批|套|家|名|次|年|月|级|层|方)")

FOLDS: Final[dict[str, Callable[[str], str]]] = {
    "width": lambda label: label if label.isascii() else unicodedata.normalize("NFKC", label),
    "case": str.lower,
    "quotes": lambda label: re.sub("[“”‘’「」『』\"']", "", label),
    "title-marks": lambda label: re.sub("[《》〈〉«»]", "", label),
    "separators": lambda label: _SEPARATOR.sub("", label),
    "spaces": lambda label: "".join(label.split()),
}
"""What may differ between two spellings of one concept, in the order in which it is folded."""


class Label(NamedTuple):
    """A spelling of the concept `key`."""

    key: str
    label: str
    kind: ConceptKind


@lru_cache(65536)
def normal(label: str) -> str:
    """The key of a concept: its label with everything folded that does not tell concepts apart."""
    if _PLAIN.fullmatch(label):
        return label
    key = _fold(label, "")
    while (again := _fold(key, "")) != key:  # what was apart by a blank may be composed now
        key = again
    return key or label


def merge_rules(label: str, preferred: str) -> list[str]:
    """The names of the folds without which the two labels would not be one concept; empty for equal labels."""
    needed = [rule for rule in FOLDS if _fold(label, rule) != _fold(preferred, rule)]
    return needed or [rule for rule, fold in FOLDS.items() if fold(label) != label or fold(preferred) != preferred]


def _fold(label: str, but: str) -> str:
    for rule, fold in FOLDS.items():
        if rule != but:
            label = fold(label)
    return label


@lru_cache(65536)
def worth(label: str) -> bool:
    """Whether a quoted stretch can name a concept: two letters or more, and not too long."""
    return 1 < len(label) <= LONGEST and "\n" not in label and bool(_LETTER.search(label))


def linkable(label: str, kind: ConceptKind) -> bool:
    """Whether a label means its concept wherever it stands, also without quotes.

    Three characters or more, of which one is Chinese (four for a slogan), and no function word at its ends (正确的).
    A numeral abbreviation of the lexicon is as unmistakable as the lexicon says; one that it does not know must not
    read like a plain count (三个项目).
    """
    if kind == "numeral_abbreviation" or label in table("abbreviations")["terms"]:
        return _linkable_abbreviation(label)
    if kind in ("slogan", "formulation"):
        return 4 <= len(label) <= LONGEST
    ends = table("linking")["function"]
    return (3 <= len(label) <= LONGEST and bool(_HAN.search(label))
            and label[0] not in ends["first"] and label[-1] not in ends["last"])


def _linkable_abbreviation(label: str) -> bool:
    if label in words("abbreviations", "short"):
        return True
    if len(label) < 4 or label in words("abbreviations", "mistakable"):
        return False
    return label in table("abbreviations")["terms"] or not _PLAIN_COUNT.match(label)


def spellings(label: str) -> list[str]:
    """The label and its variants that a text may hold: between its parts 、 or ，, and double or single quotes."""
    out = [label]
    if _PLAIN.fullmatch(label):
        return out
    parts = _SEPARATOR.split(label)
    if len(parts) > 1 and all(len(part) > 1 for part in parts):
        out += ["、".join(parts), "，".join(parts)]
    if "‘" in label:
        out += [each.replace("‘", "“").replace("’", "”") for each in out]
    elif "“" in label:
        out += [each.replace("“", "‘").replace("”", "’") for each in out]
    return list(dict.fromkeys(out))


class Linker:
    """Finds the concepts of many labels in one pass over a text.

    All labels of at least three characters stand in the machine, so that a longer one covers the shorter inside it;
    only linkable ones are reported.
    """

    def __init__(self, labels: Iterable[Label]) -> None:
        keys: dict[str, tuple[str, bool]] = {}
        for key, label, kind in labels:
            link = linkable(label, kind)
            for spelling in spellings(label) if link or len(label) > 2 else ():
                if link or spelling not in keys:
                    keys[spelling] = (key, link)
        patterns = sorted(keys)
        self._meant = [(key, _not_before(pattern[0]), _not_after(pattern[-1])) if link else None
                       for pattern in patterns for key, link in (keys[pattern],)]
        """Key of the concept, characters that must not stand before and after; None for what is not reported."""
        self._machine = _machine(patterns)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, key) of every concept, in order, none inside another."""
        if self._machine is None:
            return []
        found = []
        for n, start, end in self._machine.find_matches_as_indexes(text):
            if (meant := self._meant[n]) is not None:
                key, before, after = meant
                if not (start and text[start - 1] in before) and text[end:end + 1] not in after:
                    found.append((start, end, key))
        return found


def holder(labels: Iterable[Label]) -> Callable[[str], bool]:
    """Tells whether a text holds one of many labels in any spelling, whatever stands around it."""
    machine = _machine(sorted({spelling for _, label, _ in labels for spelling in spellings(label)}))
    return lambda text: machine is not None and bool(machine.find_matches_as_indexes(text))


def lexicon_labels() -> list[Label]:
    """The abbreviations of the lexicon: known without any document that quotes them."""
    return [Label(normal(term), term, "numeral_abbreviation") for term in table("abbreviations")["terms"]]


def _machine(patterns: list[str]) -> AhoCorasick | None:
    if not patterns:
        return None
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)


@cache
def _not_before(first: str) -> frozenset[str]:
    """The characters that must not stand before a label that begins so: no numeral before a numeral (第三农场,
    十四个意识), no half of another word (重大项目), no Latin word that goes on."""
    halves = table("linking")
    before = _NUMERALS + halves["counting"] if first in _NUMERALS else halves["not_after"].get(first, "")
    return frozenset(before + (_WORD if first in _WORD else ""))


@cache
def _not_after(last: str) -> frozenset[str]:
    """Those that must not stand after a label that ends so (现代服务业)."""
    halves = table("linking")
    suffixes = _WORD if last in _WORD else halves["suffixes"] if _HAN.match(last) else ""
    return frozenset(halves["not_before"].get(last, "") + suffixes)
