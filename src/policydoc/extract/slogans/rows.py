"""Rows of long members that begin alike: 在困难中顶压前行、在挑战中逆势而上; 敢于啃硬骨头，敢于涉险滩.

The runs hold members of equal length up to eight characters. Here they are longer, or of unequal length with one head.
"""

from __future__ import annotations

from typing import Final

from policydoc.extract.slogans.formulae import Stretch
from policydoc.extract.slogans.frames import NOUNS
from policydoc.extract.slogans.joints import opens
from policydoc.patterns import late

_STOP: Final = "、，。；：！？\n“”（）《》〈〉—…　 "
_LONGEST: Final = 15
_ROWS: Final = tuple(late(
    f"{joint}(?=[以用靠在从让把做越不敢勇善为谁永])[^{_STOP}]{{3,{_LONGEST}}}(?=[{_STOP}])") for joint in "、，")
"""A joint with a member whose first character begins rows."""
_TOLD: Final = frozenset("了0123456789")
"""Characters that tell what was done, or how much of it."""
_BARRED: Final = _TOLD.union(_STOP)
_HEADS: Final = frozenset(("敢于", "勇于", "善于", "不负", "不因", "永远", "永不"))
_SERVING: Final = frozenset("为让谁")
"""Heads of rows that end alike: 为人民服务、为社会主义服务."""
_OPENING: Final = _SERVING.union(head[0] for head in _HEADS)


def rows(text: str) -> list[Stretch]:
    """Chains of such members in the order of the text."""
    found: list[Stretch] = []
    for pattern in _ROWS:
        chain = len(found)
        for match in pattern.finditer(text):
            at, end = match.span()
            first, start = text[at + 1], 2 * at + 1 - end
            pair = _equal(text, start, at, end) if start >= 0 and text[start] == first else None
            if not pair and (first not in _OPENING or not (pair := _headed(text, at, end))):
                continue
            if len(found) > chain and pair[0] < found[-1][1]:
                pair = (found.pop()[0], pair[1])
            found.append((*pair, "slogan-row"))
    return found


def _equal(text: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """The member before the joint is as long as the one after it and says as much in the same form."""
    if end - at < 7 or not opens(text, start):
        return None
    left, right = text[start:at], text[at + 1:end]
    if left == right or not _BARRED.isdisjoint(left) or not _TOLD.isdisjoint(right):
        return None
    return (start, end) if _formed(left, right) else None


def _formed(left: str, right: str) -> bool:
    """What stands at the same place in both: 在X中Y, 把X放在心上; or how: 以X做Y, but 以X为主线 lists what guides."""
    first = left[0]
    if first in "以用靠":
        return "为" not in left and "为" not in right and left[:2] not in NOUNS
    if first in "在从":
        return any(char in "中上下" and char == right[i] for i, char in enumerate(left[:-1]))
    if first == "把":
        return "作为" not in left
    if first == "做":
        return "的" in left and left[-1] == right[-1] and left[1] != "好"
    if first == "越":
        return left.count(first) > 1 < right.count(first) and not left.startswith("越来越")
    return first == "让" or (left[:2] == right[:2] and left[:2] in _HEADS) or left[:2] == right[:2] == "不为"


def _headed(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Members of unequal length with one head; 的 ends the last."""
    head = text[at + 1:at + 3]
    if head not in _HEADS:
        head = head[0]
        if head not in _SERVING:
            return None
    if (stop := text.find("的", at, end)) > 0:
        end = stop
    start = text.rfind(head, max(at - _LONGEST, 0), at - 2)
    left = text[start:at]
    if start < 0 or not _BARRED.isdisjoint(left) or "的" in left:
        return None
    return (start, end) if len(head) > 1 or (left[-2:] == text[end - 2:end] and opens(text, start)) else None
