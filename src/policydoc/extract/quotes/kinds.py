"""Which kind of term stands in quotes: what it says by itself, then the rules that ask for the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from sys import intern
from typing import Final

from policydoc.extract.quotes import mottos
from policydoc.extract.quotes.forms import home_of, members, numeral_kind, proper_form
from policydoc.extract.quotes.rules import (
    APPOSED,
    AWARDED,
    CHANTED,
    CLAUSE,
    COUNTED,
    DEFINED,
    DIALLED,
    HEADED,
    LOCAL,
    MENTIONED,
    PARALLEL,
    SAID,
    SCENE,
    UPHELD,
    VOICED,
    VOWED,
    WIDE_HEADS,
    WIDELY_HEADED,
    WINNING,
    before,
    behind,
    chosen,
)
from policydoc.extract.quotes.terms import Around
from policydoc.lexicon import words
from policydoc.model.kinds import QuotedKind

Span = tuple[int, int]
Verdict = tuple[QuotedKind, str]
"""A kind and the rule that gave it."""
Look = tuple[str, str, Verdict, int]
"""What a term says by itself: its text, interned; the same without white space around it; the verdict on it; the rules
that it leaves open, which may know better."""


class Judge:
    """Asks what stands around the quoted spans of one text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.home = home_of(text)
        self.spans = spans

    def __call__(self, content: str, rules: int, start: int, end: int) -> Verdict | None:
        """The verdict of the first of the rules that has one; `content` stands in the span."""
        text = self.text
        left = self._first(start) if "”" in text[start - 3:start - 1] else start
        right = self._last(end) if "“" in text[end + 1:end + 3] else end
        speaking = before(text[left - 2:left - 1]) | behind(text[right + 1:right + 2])
        if self.home and self.home in content:
            speaking |= LOCAL
        rules &= speaking
        if rules & WIDELY_HEADED and not WIDE_HEADS.search(text, right + 1, right + 13):
            rules ^= WIDELY_HEADED
        if rules:
            around = self._around(start, end, left, right)
            for rule, name in chosen(rules):
                if kind := rule(content, around):
                    return kind, name
        return None

    def _around(self, start: int, end: int, left: int, right: int) -> Around:
        """The words around the term, and around the list that it stands in."""
        text = self.text
        close_before, close_after = text[start - 13 if start > 13 else 0:start - 1], text[end + 1:end + 13]
        if left == start and right == end:
            return Around(close_before, close_after, close_before, close_after)
        return Around(text[left - 13 if left > 13 else 0:left - 1], text[right + 1:right + 13],
                      close_before, close_after)

    @cached_property
    def _end_of(self) -> dict[int, int]:
        return dict(self.spans)

    @cached_property
    def _start_of(self) -> dict[int, int]:
        return {end: start for start, end in self.spans}

    def _last(self, end: int) -> int:
        """The end of the last of the coordinated quoted terms behind this one (six at most)."""
        text = self.text
        for _ in range(6):
            at = end + 1
            if text[at:at + 1] in _JOINTS:
                at += 1
            if text[at:at + 1] != "“" or at + 1 not in self._end_of:
                break
            end = self._end_of[at + 1]
        return end

    def _first(self, start: int) -> int:
        """The start of the first of those before it."""
        text = self.text
        for _ in range(6):
            at = start - 2
            if text[at:at + 1] in _JOINTS:
                at -= 1
            if text[at:at + 1] != "”" or at not in self._start_of:
                break
            start = self._start_of[at]
        return start


_JOINTS: Final = frozenset("、和与及暨或")


@lru_cache(16384)
def look(text: str) -> Look:
    """What the text between two quote marks says by itself."""
    content = text.strip()
    return (intern(text), content, *(_said(content) if content else (_DEFAULT, 0)))


def _said(text: str) -> tuple[Verdict, int]:
    """The verdict on a term, and the rules that may know better."""
    if known := _known().get(text):
        return (known, "quote-lexicon"), 0
    if kind := numeral_kind(text):
        decimal = text.isdecimal()
        return (kind, "quote-dialled" if decimal else "quote-numeral"), DEFINED | MENTIONED | DIALLED if decimal else 0
    if text.isalnum() and text[0] != "是":
        return _said_of_words(text)
    if kind := mottos.sentence(text):
        return (kind, "quote-sentence"), DEFINED | MENTIONED
    if "+" not in text and len(parts := members(text)) > 1:
        kind = mottos.formula(parts)
        return (kind or "slogan", "quote-parallel"), DEFINED | MENTIONED | (0 if kind else PARALLEL)
    if kind := mottos.joined(text):
        return (kind, "quote-parallel"), DEFINED | MENTIONED
    return _said_of_words(text)


def _said_of_words(text: str) -> tuple[Verdict, int]:
    """The same for a term that is neither a sentence nor a formula of several members."""
    size = len(text)
    rules = DEFINED | MENTIONED
    if size < 6 and text[-1] not in "条送":
        rules |= COUNTED
    if proper_form(text):
        return ("name", "quote-proper"), rules
    rules |= LOCAL | WINNING | AWARDED if size > 3 else LOCAL | WINNING
    if size > 2:
        if mottos.key_link(text):
            return ("slogan", "quote-motto"), rules | UPHELD
        rules |= _calls(text, size)
    if size > 1 and not (text[:2] == "问题" or text[-1] == "难" or (size < 6 and text[-2:] == "企业")):
        rules |= APPOSED | (0 if mottos.summed(text[:-1]) else HEADED | WIDELY_HEADED)
    if size > 6:
        rules |= SAID
        if size > 15:
            return ("label" if "+" in text else "quotation", "quote-long-text"), rules
    return _DEFAULT, rules


def _calls(text: str, size: int) -> int:
    """The rules for a call or motto that the term leaves open."""
    rules = UPHELD
    if size > 3:
        rules |= VOWED
    if size > 4:
        if size in (5, 7):
            rules |= SCENE
        if mottos.voiced(text):
            rules |= VOICED
        if mottos.chanted(text):
            rules |= CHANTED
        if mottos.clause(text):
            rules |= CLAUSE
    return rules


_DEFAULT: Final[Verdict] = ("label", "quote-default")


@cache
def _known() -> dict[str, QuotedKind]:
    kinds: dict[str, QuotedKind] = {"name": "name", "label": "label", "slogan": "slogan",
                                    "numeral": "numeral_abbreviation"}
    return {word: kind for key, kind in kinds.items() for word in words("quotes", key)}
