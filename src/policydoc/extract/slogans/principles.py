"""Principles: a run that a verb of holding leads to and a word for a principle, or the end of the clause, follows.

按照统一规划、分期建设的原则, 坚持以改革破难题、以创新添活力。
"""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late

_NAMED: Final = late(
    "的(?:(?:总|基本)?(?:原则|方针|要求|思路|理念|方向|战略|策略)|工作(?:总?要求|原则|方针|思路|理念|作风|方法|机制|格局))")
"""A word for a principle; 的工作人员 and 的工作程序 are none."""
HOLDING: Final = frozenset((
    "按照", "坚持", "遵循", "贯彻", "实行", "秉持", "秉承", "落实", "本着", "依照", "奉行", "执行",
    "采取", "做到", "遵照", "确立", "体现", "符合", "把握", "践行", "树立", "树牢", "照着", "围绕"))
_BODIES: Final = frozenset("央院府委部门会厅局")
"""按照党中央、国务院的要求: whose words they are."""
_LINKS: Final = frozenset("的与")
_CLAUSE: Final = frozenset("，。；！\n")


def principle(members: list[str], before: str, after: str) -> bool:
    """Whether members between a verb of holding and these words are a principle.

    Kinds of one thing, which share their last word, are none.
    """
    left, right = members[0], members[1]
    if after[:1] == "的":
        held = _NAMED.match(after) is not None
    else:
        held = after[:1] in _CLAUSE and (before == "做到" or (before == "坚持" and len(left) != 4))
    return held and len(left) < 7 and left[-1] != right[-1] and left[:2] != right[:2] and (
        _LINKS.isdisjoint(left + members[-1]) and not _BODIES.issuperset((left[-1], right[-1])))
