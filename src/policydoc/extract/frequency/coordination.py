"""A coordination of actors taken apart: 党委、政府 are two, 县、自治县、市委员会 with their one head stay one."""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency.context import Span
from policydoc.extract.frequency.words import BODIES, CONNECTOR, CORE_BODIES, PERSONS, UNITS, alternation
from policydoc.patterns import late

_JOINT_FIRST: Final = frozenset("、，会以或特和与及暨")
_RANK: Final = late(r"(?:省部|地厅|厅局|司局|县处|乡科|处|科)$")
_REGION: Final = late(
    r"(?:各|设区的|有关|相关|本|直辖|自治)?(?:省|自治区|直辖市|市|县|自治县|区|市辖区|自治州|州|旗|盟|乡|镇|"
    r"街道|村|社区)(?:（[^（）]{1,10}）)?$")
_REGION_HEAD: Final = late(r"(?:各|设区的|直辖|自治)?[省市县区州旗盟乡镇村]")
_SHARING: Final = late(rf"(?:{alternation(CORE_BODIES + ' 委员会')})$")
_TWIN: Final = late(r"(?<=([省市区县州])委)(?=\1(?:人民)?政府)")
"""省委省政府: two names without a mark between them."""
_TEAM: Final = "领导班子"
_FILLER: Final = late(r"(?:各|有关|主管|相关|主要|所有|的|等|直属|（[^（）]{1,12}）)+$")


def _endings() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """By the last character of a phrase: the kinds of actor it can be, each with its words, the longest first."""
    out: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, table in (("person", PERSONS), ("body", BODIES), ("unit", UNITS)):
        words = sorted(table.split(), key=len, reverse=True)
        for last in {word[-1] for word in words}:
            out.setdefault(last, []).append((kind, tuple(word for word in words if word[-1] == last)))
    return out


_ENDINGS: Final = _endings()


def split(text: str, left: int, end: int) -> list[Span]:
    """A coordination taken apart; one-head coordinations (县、自治县、市委员会) stay whole."""
    pieces: list[Span] = []
    at, depth = left, 0
    i = left
    while i < end:
        c, joint = text[i], None
        if c in "（“《）”》":
            depth += 1 if c in "（“《" else -1
        elif depth == 0 and c in _JOINT_FIRST:
            joint = CONNECTOR.match(text, i, end)
        elif depth == 0 and text[i - 1] == "委":
            joint = _TWIN.match(text, i, end)
        if joint and i > at:
            pieces.append((at, i))
            i = at = joint.end()
        else:
            i += 1
    pieces.append((at, end))
    out = [pieces.pop()]
    while pieces:
        piece = pieces.pop()
        last = out[-1]
        following = _next_piece(text, last)
        if _shares(text[slice(*piece)], text[slice(*following)]):
            out[-1] = (piece[0], last[1])
        else:
            out.append(piece)
    return out[::-1]


def _next_piece(text: str, group: Span) -> Span:
    """The last member of a group that was joined already: it bears the head."""
    joint = max((m.end() for m in CONNECTOR.finditer(text, *group) if text.count("（", group[0], m.end()) ==
                 text.count("）", group[0], m.end())), default=group[0])
    return joint, group[1]


def kind_of(phrase: str) -> tuple[str | None, str]:
    """The kind of actor that a phrase ends in, and the word that says so."""
    stem = phrase[:-1] if phrase.endswith(("”", "’", "」")) else phrase
    for kind, words in _ENDINGS.get(stem[-1:], ()):
        if stem.endswith(words):
            return kind, next(word for word in words if stem.endswith(word))
    return None, ""


def _shares(piece: str, following: str) -> bool:
    kind, head = kind_of(piece)
    if _RANK.search(piece):
        return True
    if _REGION.search(piece) and not piece.startswith("各级") and not piece.endswith("农村"):
        return bool(_REGION_HEAD.match(following))
    if kind is None:
        return True
    last_kind, last = kind_of(following)
    if last == head or not last:
        return False
    stem = _FILLER.sub("", following.rstrip("”’」")[:-len(last)])
    stem_kind, stem_head = kind_of(stem)
    while stem_kind == "person":
        stem = _FILLER.sub("", stem[:-len(stem_head)])
        stem_kind, stem_head = kind_of(stem)
    if kind != stem_kind:
        return False
    return kind == "unit" or (
        kind == "body" and last_kind == "person" and (_TEAM in following or bool(_SHARING.search(piece))))
