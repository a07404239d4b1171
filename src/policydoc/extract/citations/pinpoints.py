"""第三条、第五条至第七条: the provisions that an expression names, as numbers."""

from __future__ import annotations

from typing import Final

from policydoc.numerals import COUNTING, to_int
from policydoc.patterns import late

LEVELS: Final = {"编": "part", "章": "chapter", "节": "section", "条": "article",
                 "款": "paragraph", "项": "item", "目": "subitem"}
"""The units from the widest to the narrowest, and their fields in `Pinpoint`."""

_FIELDS: Final = tuple(LEVELS.values())
_RANK: Final = {unit: rank for rank, unit in enumerate(LEVELS)}
_NUM: Final = rf"(?:[{COUNTING}\d]{{1,8}}|[（(][{COUNTING}\d]{{1,4}}[）)])"
_UNIT: Final = "(?:条(?![约件例理])|款(?![式项])|项(?![目工任])|目(?![标的录前光])|[编章节])"
_STEP: Final = rf"第{_NUM}(?:[、至到和或—－-]第?{_NUM}){{0,20}}{_UNIT}(?:之{_NUM})?"
_JOINT: Final = r"(?:、|和|或者?|以及|及|与|至|到|—|－|-)?"
EXPRESSION: Final = rf"{_STEP}(?:{_JOINT}{_STEP}){{0,40}}"
"""The pattern of a whole expression; a caller puts its own condition before or behind it."""

_STEPS: Final = late(
    rf"(?P<joint>{_JOINT})第(?P<numbers>{_NUM}(?:[、至到和或—－-]第?{_NUM}){{0,20}})"
    rf"(?P<unit>{_UNIT})(?:之(?P<sub>{_NUM}))?")
_NUMBERS: Final = late(rf"([、至到和或—－-]?)第?({_NUM})")
_MOST: Final = 300
_THROUGH: Final = "至到—－-"

Place = dict[str, int]
"""A `Pinpoint` as a record, without what is not named."""

NOWHERE: Final[dict[str, int | None]] = dict.fromkeys(
    ("part", "chapter", "section", "article", "sub_article", "paragraph", "item", "subitem"))
"""A `Pinpoint` that names nothing."""


def resolve(expression: str, context: Place | None = None) -> list[Place]:
    """Every place that the expression names; `context` is what stands before it (本条 → its article).

    A step without a joint narrows the last place (第三条 → 第三条第一款); after a joint it stands beside it.
    """
    places: list[Place] = []
    base = dict(context or {})
    for step in _STEPS.finditer(expression):
        field = LEVELS[step["unit"][0]]
        rank = _RANK[step["unit"][0]]
        outer = {name: value for name, value in base.items() if _FIELDS.index(name.replace("sub_", "")) < rank}
        joint = step["joint"]
        new = [outer | {field: number} for number in _values(step["numbers"])]
        if step["sub"] and new:
            new[-1]["sub_article"] = to_int(step["sub"].strip("（()）")) or 0
        if not new:
            continue
        if joint and joint in _THROUGH and places and field in places[-1]:
            new = _through(places[-1], new[0], field) + new
        elif not joint and places and rank > _rank(places[-1]):
            places.pop()
        places += new
        base = new[-1]
        if len(places) > _MOST:
            break
    return places


def _rank(place: Place) -> int:
    return max(_FIELDS.index(name) for name in place if name != "sub_article")


def _through(first: Place, last: Place, field: str) -> list[Place]:
    """The places between the two ends of a range."""
    if first[field] == last[field] and "sub_article" in last:
        return [last | {"sub_article": n} for n in range(first.get("sub_article", 0) + 1, last["sub_article"])]
    if not 0 < last[field] - first[field] <= _MOST:
        return []
    outer = {name: value for name, value in last.items() if name != "sub_article"}
    return [outer | {field: n} for n in range(first[field] + 1, last[field])]


def _values(numbers: str) -> list[int]:
    """第七、第八条 → 7, 8; 三至五 → 3, 4, 5."""
    out: list[int] = []
    for joint, numeral in _NUMBERS.findall(numbers):
        value = to_int(numeral.strip("（()）"))
        if value is None:
            continue
        if joint and joint in _THROUGH and out and 0 < value - out[-1] <= _MOST:
            out += range(out[-1] + 1, value)
        out.append(value)
    return out
