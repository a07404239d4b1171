"""A coordination of actors taken apart: 党委、政府 are two, 县、自治县、市委员会 with their one head stay one."""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency.context import Span
from policydoc.extract.frequency.words import BODIES, CONNECTOR, CORE_BODIES, PERSONS, UNITS, alternation
from policydoc.patterns import late

_KINDS: Final = (("person", frozenset(PERSONS.split())), ("body", frozenset(BODIES.split())),
                 ("unit", frozenset(UNITS.split())))
_LAST: Final = frozenset(word[-1] for _, words in _KINDS for word in words)
_LENGTHS: Final = range(max(len(word) for _, words in _KINDS for word in words), 0, -1)
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


def split(text: str, left: int, end: int) -> list[Span]:
    """A coordination taken apart; one-head coordinations (县、自治县、市委员会) stay whole."""
    pieces: list[Span] = []
    at, depth = left, 0
    i = left
    while i < end:
        c = text[i]
        depth += c in "（“《"
        depth -= c in "）”》"
        joint = CONNECTOR.match(text, i, end) or _TWIN.match(text, i, end) if depth == 0 else None
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
    for kind, words in _KINDS if stem[-1:] in _LAST else ():
        for length in _LENGTHS:
            if stem[-length:] in words:
                return kind, stem[-length:]
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
