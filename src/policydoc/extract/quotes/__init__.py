"""带引号的词语: quote marks paired within their paragraph, each pair one term with its kind.

“” ‘’ 「」 『』 and straight quotes; nested pairs are terms too. A mark in the wrong direction (“X“, ”X”) is read as
what it must be where the marks around it leave no doubt; any other mark without partner is a diagnostic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from policydoc.extract.quotes.kinds import Judge, look
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

LONGEST: Final = 600
"""Characters between two marks that still pair."""
SHORT: Final = 24
"""Characters between two marks of the same direction that still pair."""

Span = tuple[int, int]

_FAMILIES: Final = ("“”\"＂", "‘’", "「」", "『』")
"""Marks that pair with each other, the opening one first."""
_FAMILY: Final = {mark: family for family in _FAMILIES for mark in family}
_OPENS: Final = dict.fromkeys("“‘「『", True) | dict.fromkeys("”’」』", False)
_BREAK: Final = late(r"[。！？；\n]")
_AFTER_CLOSE: Final = frozenset("，。、；：！？）)】》,.;:!?")


class Mark(NamedTuple):
    """One quote mark; `opens` is None for a straight one."""

    at: int
    opens: bool | None


def extract(draft: Draft) -> list[Record]:
    """All quoted terms in the order of the text; unpaired marks become diagnostics `quote-unbalanced`."""
    text = draft.text
    spans: list[Span] = []
    lost: list[Mark] = []
    families = list(_families(text))
    for found, alone in families:
        spans += found
        lost += alone
    if lost or len(families) > 1:
        lost.sort()
        spans += _over_lines(draft, lost)
        spans.sort()
        spans = _uncrossed(spans)
    for mark in lost:
        draft.trouble("quote-unbalanced", "warning",
                      f"引号{text[mark.at]}在本段中没有配对的另一半：请补上缺少的引号，或删去多余的引号。",
                      mark.at, mark.at + 1)
    judge = Judge(text, spans)
    records = []
    for (start, end), provision in zip(spans, draft.provisions_at([start for start, _ in spans]), strict=True):
        term, content, verdict, rules = look(text[start:end])
        if content:
            kind, rule = (rules and judge(content, rules, start, end)) or verdict
            records.append({"text": term, "start": start, "end": end, "provision": provision, "rule": rule,
                            "kind": kind})
    return records


def _families(text: str) -> Iterator[tuple[list[Span], list[Mark]]]:
    """For each family of marks in the text the spans of its pairs in order, and the marks without partner."""
    for family in _FAMILIES:
        if not any(mark in text for mark in family):
            continue
        spans = _tidy(text, family)
        yield _paired(text, family) if spans is None else (spans, [])


def _tidy(text: str, family: str) -> list[Span] | None:
    """The spans where opening and closing marks take turns within their lines, as in nearly all documents; else None.

    They do where all marks of both directions stand in pairs with some other text between.
    """
    opening, closing = family[0], family[1]
    if any(mark in text for mark in family[2:]):
        return None
    spans = [match.span(1) for match in _pairs(opening, closing).finditer(text)]
    if not len(spans) == text.count(opening) == text.count(closing):
        return None
    return spans


@cache
def _pairs(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(rf"{opening}([^{opening}{closing}\n]{{1,{LONGEST}}}){closing}")


def _paired(text: str, family: str) -> tuple[list[Span], list[Mark]]:
    places = sorted(chain.from_iterable(
        (match.start() for match in re.finditer(mark, text)) for mark in family if mark in text))
    spans: list[Span] = []
    lost: list[Mark] = []
    for marks in _paragraphs(text, places):
        found, alone = pair(text, marks)
        spans += found
        lost += [mark for mark in alone if not _apostrophe(text, mark.at, family)]
    return spans, lost


def _paragraphs(text: str, places: list[int]) -> Iterator[list[Mark]]:
    """The marks of each line."""
    stop = -1
    line: list[Mark] = []
    for at in places:
        if at > stop:
            if line:
                yield line
            line = []
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
        line.append(Mark(at, _OPENS.get(text[at])))
    if line:
        yield line


def pair(text: str, marks: list[Mark]) -> tuple[list[Span], list[Mark]]:
    """Spans between paired marks of one family in one paragraph, and the marks that found no partner."""
    pairs: list[Span] = []
    lost: list[Mark] = []
    open_: list[Mark] = []
    for i, mark in enumerate(marks):
        after = [m.opens for m in marks[i + 1:i + 3]] + [None, None]
        opens = mark.opens
        if opens is None:
            opens = not open_ and not (len(marks) % 2 and text[mark.at + 1:mark.at + 2] in _AFTER_CLOSE)
        elif opens and open_ and after[0] is not False and _near(text, open_[-1].at, mark.at):
            opens = False
        elif not opens and not open_ and after[:2] in ([False, True], [False, None]) \
                and _near(text, mark.at, marks[i + 1].at):
            opens = True
        if opens:
            if open_ and not (after[:2] == [False, False] and len(open_) < 3):
                lost.append(open_.pop())
            open_.append(mark)
        elif open_ and mark.at - open_[-1].at <= LONGEST:
            if mark.at > open_[-1].at + 1:
                pairs.append((open_[-1].at + 1, mark.at))
            open_.pop()
        else:
            lost.append(mark)
    return pairs, lost + open_


def _near(text: str, start: int, end: int) -> bool:
    """Two marks of the same direction may enclose a term: something short, within one sentence."""
    return 1 < end - start <= SHORT and not _BREAK.search(text, start, end)


def _apostrophe(text: str, at: int, family: str) -> bool:
    """’ in Latin script (People’s) or before a short year (’99), a straight mark for inches and seconds (5")."""
    before, after = text[at - 1:at], text[at + 1:at + 2]
    if family == "‘’":
        return (before.isascii() and before.isalpha()) or after.isdecimal()
    return text[at] == '"' and before.isdecimal()


def _over_lines(draft: Draft, lost: list[Mark]) -> list[Span]:
    """Pairs over the line ends of one leaf (hard-wrapped lines); takes them out of `lost`.

    A text cited over several paragraphs (修改为：“第一款…⏎第二款…”) is balanced too, but no term.
    """
    spans: list[Span] = []
    left: list[Mark] = []
    for mark in lost:
        first = left[-1] if left else None
        if first and first.opens and mark.opens is False and _FAMILY[draft.text[first.at]] == \
                _FAMILY[draft.text[mark.at]] and mark.at - first.at <= 10 * LONGEST:
            within = mark.at - first.at <= LONGEST and draft.provision_at(first.at) == draft.provision_at(mark.at)
            cited = draft.text[first.at - 1:first.at] in "：:，\n"
            if within or cited:
                left.pop()
                if within:
                    spans.append((first.at + 1, mark.at))
                continue
        left.append(mark)
    lost[:] = left
    return spans


def _uncrossed(spans: list[Span]) -> list[Span]:
    """Leave out pairs that cross the end of one that began before them (“甲‘乙”丙’)."""
    kept: list[Span] = []
    around: list[int] = []
    for start, end in spans:
        while around and around[-1] < start:
            around.pop()
        if not around or end <= around[-1]:
            kept.append((start, end))
            around.append(end)
    return kept
