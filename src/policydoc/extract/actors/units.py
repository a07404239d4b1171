"""A list of units into its members."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late

_SEPARATOR: Final = late(
    r"[、，,；;/\t\n]|(?<=[部委局厅办院会行署府司队团馆校])(?:和|及|与|以及)(?!部门|"
    r"单位|机构|其他)|[ 　]+(?=[一-鿿])")
_TAIL: Final = late(
    r"(?:等(?:有关|相关|各)?(?:部门|单位|机构|方面|地)?(?:[和及、](?:有关)?(?:部门|单位|机构))*)?"
    r"(?:按照?(?:各自)?(?:职责|职能|责任|任务)?(?:分工)?(?:负责|落实|实施)?)?(?:分别|共同)?(?:负责|配合|参与|"
    r"牵头)?\Z")
_LEAD: Final = late(r"(?:由|会同|请|市级|[①②③④⑤⑥⑦⑧⑨]|\d{1,2}[.．、])?\s*")
_SUFFIX: Final = late(
    r"(?:[部委局厅办院会行署府司处室科组校所台站社区县市镇乡州盟旗队团馆企]|政府|单位|部门|机构|机关|公司|中心|"
    r"集团|银行|学校|街道|企业|"
    r"工会|妇联|残联|科协|侨联|工商联|文联|党委|纪委|支部|党组|园区|基地|协会|商会|大学|医院|分局|联社|各地|"
    r"地方|省份|同志|小组|专班|地区|政协|人大|法院|工委)(?:[（(][^（）()]{1,12}[）)])?\Z")
_NOT_UNIT: Final = late(r"[\d%。：“”《》]|包括|统称|简称|其中|应当|可以|是指|以下|均需")
LONGEST: Final = 40


def units(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the units named in `text[start:end]`; 等 and 按职责分工负责 are left out, brackets are not cut."""
    spans = []
    for a, b in _pieces(text, start, end):
        a = _lead(text, a, b)
        tail = _TAIL.search(text, a, b)
        b = tail.start() if tail else b
        while b > a and text[b - 1] in " 　。、，等":
            b -= 1
        if 1 < b - a <= LONGEST:
            spans.append((a, b))
    return spans


def _lead(text: str, start: int, end: int) -> int:
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out, at, depth, checked = [], start, 0, start
    for cut in _SEPARATOR.finditer(text, start, end):
        between = text[checked:cut.start()]
        depth += between.count("（") + between.count("(") - between.count("）") - between.count(")")
        checked = cut.start()
        if depth <= 0:
            out.append((at, cut.start()))
            at = cut.end()
    return [*out, (at, end)]


def plausible(name: str) -> bool:
    """Whether a name reads like that of a unit: 市教育局, 各县（市）区人民政府, 有关部门."""
    return bool(_SUFFIX.search(name)) and not _NOT_UNIT.search(name)
