"""Principles: a run that a verb of holding leads to and a word for a principle, or the end of the clause, follows.

按照统一规划、分期建设的原则, 坚持以改革破难题、以创新添活力。
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = frozenset(("原则", "方针", "要求", "思路", "理念", "方向", "战略", "策略", "总要", "工作", "基本"))
"""How a word for a principle begins after 的."""
HOLDING: Final = frozenset((
    "按照", "坚持", "遵循", "贯彻", "实行", "秉持", "秉承", "落实", "本着", "依照", "奉行", "执行",
    "采取", "做到", "遵照", "确立", "体现", "符合", "把握", "践行", "树立", "树牢", "照着", "围绕"))
_LINKS: Final = frozenset("的与")
_CLAUSE: Final = frozenset("，。；！\n")


def principle(members: list[str], before: str, after: str) -> bool:
    """Whether members between a verb of holding and these words are a principle.

    Kinds of one thing, which share their last word, are none.
    """
    left, right = members[0], members[1]
    if after[:1] == "的":
        held = after[1:3] in _NAMES
    else:
        held = after[:1] in _CLAUSE and (before == "做到" or (before == "坚持" and len(left) != 4))
    return held and len(left) < 7 and left[-1] != right[-1] and left[:2] != right[:2] and (
        _LINKS.isdisjoint(left + members[-1]))
