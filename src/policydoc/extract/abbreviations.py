"""数字缩略语: numeral abbreviations, quoted or not, with the members that the document or the lexicon gives.

Members come from the sentence that lists them, from a definition (即, 指, 包括, ：) there or elsewhere in the document,
else from the lexicon where it has one sense that fits; they are never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final

from policydoc.extract.abbreviations_members import Found, defined, listed
from policydoc.extract.quote_forms import home_of
from policydoc.lexicon.abbreviations import expected_count, senses, unquoted
from policydoc.model.draft import Draft, Record
from policydoc.numerals import to_int
from policydoc.patterns import late

_NUMERAL: Final = late(r"(\d+|[一二三四五六七八九十]+|两|双)[个大项条种类件张位篇]?(?=[一-鿿])")


def extract(draft: Draft) -> list[Record]:
    """All numeral abbreviations in the order of the text."""
    text = draft.text
    quoted = [term for term in draft.facts.get("quoted_terms", ()) if term["kind"] == "numeral_abbreviation"]
    places = [(term["start"], term["end"], True) for term in quoted]
    spans = [(term["start"], term["end"]) for term in draft.facts.get("quoted_terms", ())]
    starts = [start for start, _ in spans]
    for at, term in unquoted(text):
        near = bisect_right(starts, at) - 1
        if near < 0 or spans[near] != (at, at + len(term)):
            places.append((at, at + len(term), False))
    places.sort()
    own = {place: _in_place(text, *place) for place in places}
    elsewhere: dict[str, Found] = {}
    for (start, end, _), found in own.items():
        if found and (text[start:end] not in elsewhere or elsewhere[text[start:end]].source == "sentence"):
            elsewhere[text[start:end]] = found
    home = home_of(text)
    records = (_record(draft, place, found or elsewhere.get(text[place[0]:place[1]]), home)
               for place, found in own.items())
    return [record for record in records if record]


def _in_place(text: str, start: int, end: int, quoted: bool) -> Found | None:
    """What stands around the term itself; a list before a term that the lexicon knows has to resemble its members."""
    term = text[start:end]
    count = expected_count(term)
    found = defined(text, end, count)
    if found or not quoted:
        return found
    found = listed(text, start, count)
    known = senses(term)
    return found if found and (not known or any(_alike(found.members, sense[
        "members"]) for sense in known)) else None


def _alike(members: list[str], known: list[str]) -> bool:
    return 2 * sum(any(a in b or b in a for b in known) for a in members) >= len(members)


def _record(draft: Draft, place: tuple[int, int, bool], found: Found | None, home: str | None) -> Record | None:
    start, end, quoted = place
    parts = _parts(draft.text[start:end])
    if not parts:
        return None
    numeral, head, known = parts
    members, source = (found.members, found.source) if found else _from_lexicon(known, home)
    return draft.fact("abbreviation-quoted" if quoted else "abbreviation-lexicon", start, end, numeral=numeral,
                      head=head, quoted=quoted, members=members, members_from=source, senses=known)


@lru_cache(4096)
def _parts(term: str) -> tuple[int | None, str, list[Record]] | None:
    """Numeral, head, and the senses of the lexicon: shared by all records of the term."""
    numeral = _NUMERAL.match(term)
    if not numeral:
        return None
    return {"两": 2, "双": 2}.get(numeral[1]) or to_int(numeral[1]), term[numeral.end():], list(senses(term))


def _from_lexicon(known: list[Record], home: str | None) -> tuple[list[str], str | None]:
    """The members of the one sense that fits: one of the document's place first, else one of no place."""
    if not known:
        return [], None
    fitting = [sense for sense in known if not sense["place"] or (home and home in sense["place"])]
    if len(fitting) > 1:
        fitting = [sense for sense in fitting if sense["place"]]
    return (fitting[0]["members"], "lexicon") if len(fitting) == 1 else ([], None)
