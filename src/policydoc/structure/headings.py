"""Titles of units: alone on the line, run-in before the first 。, in 【】; and title lines without a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from policydoc.model.draft import Node
from policydoc.patterns import late
from policydoc.structure.lines import END_MARKS, Line
from policydoc.structure.markers import HEADING, Family, Marker
from policydoc.structure.words import ASIDE, DATE, DATELINE, MARKUP, PERSON, SALUTATION, doc_type

LONGEST: Final = 40
"""Characters of an unnumbered title line; what is longer is a paragraph."""
RUN_IN: Final = 42
_STOP: Final = late(r"[。！？!?；;]")
_BRACKETED: Final = late(r"【([^】\n]{1,60})】|[（(]([^（）()\n]{1,30})[）)](?=[ \u3000]|$)")
_TABULAR: Final = late(
    r"\d[\d.．,%％]*[ \u3000]+\S|\t|[ \u3000]-?\d[\d.．]*$|^[\d\s.,．%％-]+$|[：:][ \u3000]?\S|[ \u3000]{2}")
"""Lines of a table without ruling: numbers in columns, names with wide gaps, 组长：…"""
_DIVISIONS: Final = frozenset(("part", "subpart", "chapter", "section", "heading"))
_COLON: Final = late(r"[^，。；：:、\d]{1,10}(?<![是为])[：:](?=\S)")
_LISTS: Final = ("下列", "以下", "如下")
_NAMED: Final = 5000
"""So many lines of a file are looked through for titles that its text repeats."""
_QUOTED: Final = late(r"《([^《》\n]{5,60})》")
_CJK: Final = late(r"[\u4e00-\u9fff]")
_PLAIN: Final = late(r"应当|不得|可以由|是指|所称|有下列|[%％]")
_PLAIN_HEADS: Final = ("凡", "依照", "根据", "当前，")
_ASIDES: Final = late(r"[（(][^（）()]*[）)]")
_DIGITS: Final = late(r"\d[\d.,]*")

Form = Literal["alone", "given", "sentence", "run_in", "body"]


@dataclass(slots=True)
class Unit:
    """A node that a line opens: the family of its label, the form of its title, the unit above it, the attachment
    that holds it, and the nodes below it."""

    node: Node
    line: Line
    family: Family
    form: Form
    parent: Unit | None
    scope: Node | None
    row: list[Node] | None = None

    @property
    def above(self) -> Node | None:
        return self.parent.node if self.parent else self.scope


def mark(text: str, lines: list[Line], short: list[int], first: int, signed: bool) -> None:
    """Give every unnumbered title line a marker of the family `heading`.

    The title of another document inside this one opens a heading too; behind a signature it is the headline of what
    is enclosed.
    """
    quoted = cache(lambda: frozenset(_QUOTED.findall(text)))
    done = first
    for i in short:
        if i < done or lines[i].marker is not None or not _candidate(text, lines[i]):
            continue
        if _embedded(text, lines, i, quoted):
            done = _declare(text, lines, i, signed)
            continue
        done = i + 1
        while done < len(lines) and _candidate(text, lines[done]):
            done += 1
        if done - i < 3 and _leads(text, lines, i, done):
            for line in lines[i:done]:
                line.marker = HEADING


def _embedded(text: str, lines: list[Line], i: int, quoted: Callable[[], frozenset[str]]) -> bool:
    """Whether a title line names a document: its date or its occasion follows, or the text cites it by this name."""
    title = text[lines[i].start:lines[i].end]
    if len(title) < 5 or doc_type(title) is None or i + 1 >= len(lines):
        return False
    after = lines[i + 1]
    piece = text[after.start:after.end]
    if after.marker is None and len(piece) <= 80 and (DATE.match(piece) or DATELINE.match(piece)):
        return True
    if _candidate(text, after):
        return False
    return title in quoted() or (len(title) >= 8 and i < _NAMED and text.count(title) > 1)


def _declare(text: str, lines: list[Line], i: int, signed: bool) -> int:
    """The title at `i` opens a document; its date, occasion and speaker are plain lines. The index after them."""
    title = text[lines[i].start:lines[i].end]
    if signed:
        lines[i].role = "attachment"
    else:
        lines[i].marker = HEADING
        lines[i].document = True
    end = i + 1
    while end < len(lines) and end - i <= 5 and lines[end].role == "text" and lines[end].marker is None:
        piece = text[lines[end].start:min(lines[end].end, lines[end].start + 80)]
        if not (piece == title or any(look.match(piece) for look in (DATE, DATELINE, SALUTATION, ASIDE))
                or (len(piece) <= 28 and PERSON.match(piece) and piece[-1] not in END_MARKS)):
            break
        lines[end].role = "plain"
        end += 1
    return end


def _candidate(text: str, line: Line) -> bool:
    length = line.end - line.start
    if length > LONGEST or length < 2 or line.role != "text" or line.marker is not None:
        return False
    if text[line.end - 1] in END_MARKS:
        return False
    piece = text[line.start:line.end]
    if _STOP.search(piece) or (piece[-1] in "年月日）)" and DATE.match(piece)) or MARKUP.match(piece):
        return False
    if piece[0] == "【" and piece[-1] == "】":
        return True
    return not (ASIDE.match(piece) or _TABULAR.search(piece)) and bool(_CJK.search(piece))


def _leads(text: str, lines: list[Line], first: int, end: int) -> bool:
    """Whether something stands under the title: a paragraph, or a row of labels that begins here."""
    if end >= len(lines):
        return False
    before = lines[first - 1] if first else None
    if before and before.role == "text" and before.marker is None and text[before.end - 1] not in END_MARKS \
            and before.end - before.start > LONGEST and text[before.end - 1] not in "”）)’":
        return False
    after = lines[end]
    if after.role in ("table", "note"):
        return False
    if after.marker is None:
        return after.role == "text" and (after.end - after.start > 24 or text[after.end - 1] in "。：")
    if after.marker.number in (1, None):
        return True
    return after.marker.family != "arabic" and before is not None and text[before.end - 1] in "。！”"


def own(text: str, line: Line, marker: Marker) -> tuple[str | None, Form]:
    """The title on a labelled line and its form; whether a sentence is a title after all `settle` says."""
    family = marker.family
    at = line.start + marker.size
    body = text[at:line.end]
    if family in _DIVISIONS:
        return (_clean(body.strip("【】")) or None), "alone"
    if not body:
        return None, "alone"
    m = _BRACKETED.match(body) if body[0] in "【（(" else None
    if m and (m[1] or family == "article"):
        return _clean(m[1] or m[2]), "alone" if m.end() == len(body) else "given"
    if family == "article":
        alone = len(body) <= 20 and body[-1] not in END_MARKS and text[at - 1] in " \u3000"
        return (_clean(body), "alone") if alone else (None, "body")
    head = body[:12]
    if ("：" in head or ":" in head) and (m := _COLON.match(body)) and body[-1] not in "？?" \
            and not any(word in m[0] for word in _LISTS):
        return _clean(m[0]), "run_in"
    stop = _STOP.search(body)
    if stop is None:
        return (_clean(body), "alone") if len(body) <= 80 and body[-1] not in END_MARKS else (None, "body")
    return _first_sentence(body, stop.start())


def _first_sentence(body: str, stop: int) -> tuple[str | None, Form]:
    if body[stop] in "；;":
        return None, "body"
    question = body[-1] in "？?" and len(body) <= 120
    if stop >= len(body) - 1 or question:
        return (_clean(body, keep=question), "sentence") if question or stop <= 60 else (None, "body")
    title = body[:stop]
    if stop > RUN_IN or title.startswith(_PLAIN_HEADS) or title.endswith("的") or _PLAIN.search(title) \
            or _counts(title):
        return None, "body"
    return _clean(title), "run_in"


def _counts(title: str) -> bool:
    """Whether it names two numbers, what stands in brackets left out."""
    return len(_DIGITS.findall(title)) > 1 and len(_DIGITS.findall(_ASIDES.sub("", title))) > 1


def _clean(title: str, keep: bool = False) -> str:
    title = title.replace("\n", "").strip().strip("*")
    return title if keep else title.rstrip("。：:；;")


def settle(units: list[Unit]) -> list[list[Unit]]:
    """Keep a sentence as title where something stands under it, a run-in title where most of its row have one.

    The rows: units of one kind under one parent, in the order of the text.
    """
    rows: dict[tuple[int, str], list[Unit]] = {}
    forms: dict[str, list[Form]] = {}
    for unit in units:
        node = unit.node
        if unit.form == "sentence" and not node.children:
            unit.form, node.heading = "body", None
        rows.setdefault((id(unit.parent or unit.scope), node.kind), []).append(unit)
        forms.setdefault(node.kind, []).append(unit.form)
    for (_, kind), row in rows.items():
        own = [unit.form for unit in row]
        if "run_in" not in own:
            continue
        share = _titled(own) if len(own) > 2 else (_titled(own) + _titled(forms[kind])) / 2
        listed = row[0].parent is not None and row[0].parent.node.kind == "article"
        if share < (0.99 if listed else 0.6):
            for unit in row:
                if unit.form == "run_in":
                    unit.node.heading = None
    return list(rows.values())


def _titled(forms: list[Form]) -> float:
    """How many of a row of units have a title."""
    return (len(forms) - forms.count("body")) / len(forms)
