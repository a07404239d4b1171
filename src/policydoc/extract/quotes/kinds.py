"""Which kind of term stands in quotes: what it says by itself, then the rules that ask for the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import Final

from policydoc.extract.quotes import mottos
from policydoc.extract.quotes import rules as asking
from policydoc.extract.quotes.forms import home_of, numeral_kind, proper_form
from policydoc.extract.quotes.terms import Around
from policydoc.lexicon import words
from policydoc.model.kinds import QuotedKind

Span = tuple[int, int]
Verdict = tuple[QuotedKind, str]
"""A kind and the rule that gave it."""


class Judge:
    """Gives the kind of each quoted span of one text, and the name of the rule that decided."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.home = home_of(text)
        self.spans = spans

    def __call__(self, content: str, start: int, end: int) -> Verdict:
        """The kind of the span and the rule; `content` is its text without white space around it."""
        home = self.home
        verdict, rules = _look(content, home is not None and home in content)
        if not rules:
            return verdict
        text = self.text
        left = self._first(start) if text[start - 2:start - 1] in _LAST_IN_LIST else start
        right = self._last(end) if text[end + 1:end + 2] in _NEXT_IN_LIST else end
        rules &= asking.before(text[left - 2:left - 1]) | asking.behind(text[right + 1:right + 2])
        if rules:
            around = Around(text[max(0, left - 13):left - 1], text[right + 1:right + 13],
                            text[max(0, start - 13):start - 1], text[end + 1:end + 13])
            for rule, name in asking.rules(rules):
                if kind := rule(content, around):
                    return kind, name
        return verdict

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
_NEXT_IN_LIST: Final = _JOINTS | {"“"}
_LAST_IN_LIST: Final = _JOINTS | {"”"}


@lru_cache(16384)
def _look(text: str, local: bool) -> tuple[Verdict, int]:
    """What a term says by itself: the verdict on it, and the rules that may know better."""
    if known := _known().get(text):
        return (known, "quote-lexicon"), 0
    if text.isdecimal():
        return _DEFAULT, asking.DEFINED | asking.MENTIONED | asking.DIALLED
    if kind := numeral_kind(text):
        return (kind, "quote-numeral"), 0
    size = len(text)
    rules = asking.DEFINED | asking.MENTIONED
    if kind := mottos.sentence(text):
        return (kind, "quote-sentence"), rules
    if not text.isalnum():
        if kind := mottos.formula(text):
            return (kind, "quote-parallel"), rules
        rules |= asking.PARALLEL
    if size < 6 and text[-1] not in "条送":
        rules |= asking.COUNTED
    if proper_form(text, local):
        return ("name", "quote-proper"), rules
    rules |= asking.WINNING | asking.AWARDED if size > 3 else asking.WINNING
    if size > 2:
        if mottos.key_link(text):
            return ("slogan", "quote-motto"), rules | asking.UPHELD
        rules |= _calls(text, size)
    if size > 1 and not (text.startswith("问题") or text[-1] == "难" or (size < 6 and text.endswith("企业"))):
        rules |= asking.APPOSED
        if not mottos.summed(text[:-1]):
            rules |= asking.HEADED | asking.WIDELY_HEADED
    if size > 6:
        rules |= asking.SAID
    if size > 15:
        return ("label" if "+" in text else "quotation", "quote-long-text"), rules
    return _DEFAULT, rules


def _calls(text: str, size: int) -> int:
    """The rules for a call or motto that the term leaves open."""
    rules = asking.UPHELD | asking.VOWED if size > 3 else asking.UPHELD
    if mottos.voiced(text):
        rules |= asking.VOICED
    if size in (5, 7):
        rules |= asking.SCENE
    if mottos.chanted(text):
        rules |= asking.CHANTED
    if mottos.clause(text):
        rules |= asking.CLAUSE
    return rules


_DEFAULT: Final[Verdict] = ("label", "quote-default")


@cache
def _known() -> dict[str, QuotedKind]:
    kinds: dict[str, QuotedKind] = {"name": "name", "label": "label", "slogan": "slogan",
                                    "numeral": "numeral_abbreviation"}
    return {word: kind for key, kind in kinds.items() for word in words("quotes", key)}
