"""数字缩略语: numeral abbreviations, quoted or not, with the members that the document or the lexicon gives.

Members come from the sentence that lists them, from a definition (即, 指, 包括, ：) there or elsewhere in the document,
else from the lexicon where it has one sense that fits; they are never guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from sys import intern
from typing import Final, NamedTuple

from policydoc.extract.abbreviations.members import Found, defined, listed
from policydoc.extract.quotes.forms import home_of
from policydoc.lexicon.abbreviations import NUMERALS, expected_count, senses, unquoted
from policydoc.model.draft import Draft, Record
from policydoc.numerals import to_int
from policydoc.patterns import late

_NUMERAL: Final = late(r"(\d+|[一二三四五六七八九十]+|两|双)[个大项条种类件张位篇]?(?=[一-鿿])")


def extract(draft: Draft) -> list[Record]:
    """All numeral abbreviations in the order of the text."""
    text = draft.text
    terms = draft.facts.get("quoted_terms", [])
    places = [(term["start"], term["end"], True) for term in terms if term["kind"] == "numeral_abbreviation"]
    places += [(start, end, False) for start, end in _unquoted(text, terms)]
    places.sort()
    found: list[tuple[int, int, bool, Form, Found | None]] = []
    given: dict[str, tuple[list[str], str | None]] = {}
    for start, end, quoted in places:
        if form := _form(text[start:end]):
            own = _in_place(text, start, end, quoted, form) if form.promised > 1 else None
            found.append((start, end, quoted, form, own))
            if own and (form.term not in given or given[form.term][1] == "sentence"):
                given[form.term] = own
    home = home_of(text)
    records = []
    provisions = draft.provisions_at([start for start, *_ in found])
    for (start, end, quoted, form, own), provision in zip(found, provisions, strict=True):
        term, numeral, head, _, known = form
        members, source = own or given.get(term) or given.setdefault(term, _from_lexicon(known, home))
        records.append({
            "text": term, "start": start, "end": end, "provision": provision,
            "rule": "abbreviation-quoted" if quoted else "abbreviation-lexicon", "numeral": numeral, "head": head,
            "quoted": quoted, "members": members, "members_from": source, "senses": known})
    return records


def _unquoted(text: str, terms: list[Record]) -> list[tuple[int, int]]:
    """The unmistakable terms but those that are one of the quoted terms."""
    starts = [term["start"] for term in terms]
    places = []
    for start, end in unquoted(text):
        if text[start - 1:start] in _QUOTES:
            at = bisect_left(starts, start)
            if at < len(starts) and starts[at] == start and terms[at]["end"] == end:
                continue
        places.append((start, end))
    return places


_QUOTES: Final = frozenset("“”‘’「」『』\"＂")


class Form(NamedTuple):
    """What the term itself says, with the senses of the lexicon: shared by all its records."""

    term: str
    numeral: int | None
    head: str
    promised: int
    known: list[Record]


@lru_cache(8192)
def _form(term: str) -> Form | None:
    numeral = _NUMERAL.match(term)
    if not numeral:
        return None
    value = NUMERALS.get(numeral[1]) or to_int(numeral[1])
    return Form(intern(term), value, term[numeral.end():], expected_count(term), list(senses(term)))


def _in_place(text: str, start: int, end: int, quoted: bool, form: Form) -> Found | None:
    """What stands around the term itself; a list before a term that the lexicon knows has to resemble its members."""
    found = defined(text, end, form.promised)
    if found or not quoted:
        return found
    found = listed(text, start, form.promised)
    return found if found and (not form.known or any(
        _alike(found.members, sense["members"]) for sense in form.known)) else None


def _alike(members: list[str], known: list[str]) -> bool:
    return 2 * sum(any(a in b or b in a for b in known) for a in members) >= len(members)


def _from_lexicon(known: list[Record], home: str | None) -> tuple[list[str], str | None]:
    """The members of the one sense that fits: one of the document's place first, else one of no place."""
    fitting = [sense for sense in known if not sense["place"] or (home and home in sense["place"])]
    if len(fitting) > 1:
        fitting = [sense for sense in fitting if sense["place"]]
    return (fitting[0]["members"], "lexicon") if len(fitting) == 1 else ([], None)
