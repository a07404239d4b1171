"""Known members that other words follow at once: 落实藏粮于地、藏粮于技战略, 大力弘扬真抓实干、攻坚克难精神.

A run knows a member by the mark after it; here its words alone tell where it ends.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from policydoc.extract.slogans.forms import formulae, idioms

Stretch = tuple[int, int, str]
"""Start, end and rule."""
_CONDUCT: Final = frozenset((-1,))
"""The number of the formula that all set phrases of conduct make."""


def known(text: str) -> list[Stretch]:
    """Chains of known members of one formula joined by 、, whatever follows the last."""
    numbers, heads, tails, joint = _lexicon()
    found: list[Stretch] = []
    for match in joint.finditer(text):
        at = match.start()
        lefts = tails.get(text[at - 3:at])
        rights = heads.get(text[at + 1:at + 4]) if lefts else None
        if not lefts or not rights:
            continue
        for left in lefts:
            if not text.endswith(left, 0, at):
                continue
            for right in rights:
                end = at + 1 + len(right)
                if text.startswith(right, at + 1) and left != right and (shared := numbers[left] & numbers[right]) \
                        and not _goes_on(right, text[end:end + 1]):
                    rule = "slogan-conduct" if shared == _CONDUCT else "slogan-formula"
                    _join(found, (at - len(left), end, rule))
    return found


def _goes_on(member: str, after: str) -> bool:
    """高标准、高质量建设新区 says how the work is done; 党委领导、政府负责人 goes on to another word."""
    return after in _SUFFIXES or (member[0] == "高" and len(member) == 3 and after.isalpha())


_SUFFIXES: Final = frozenset("人者化性率员")


def _join(found: list[Stretch], pair: Stretch) -> None:
    """A pair whose first member ends the chain before makes it longer."""
    if found and pair[0] < found[-1][1]:
        start, end, rule = found[-1]
        found[-1] = (min(start, pair[0]), max(end, pair[1]), rule)
    else:
        found.append(pair)


@cache
def _lexicon() -> tuple[dict[str, frozenset[int]], dict[str, list[str]], dict[str, list[str]], re.Pattern[str]]:
    """Members with their formulae, by their first and by their last three characters, and a joint between such."""
    numbers = dict.fromkeys(idioms(), _CONDUCT)
    for member, lines in formulae().items():
        numbers[member] = lines | numbers.get(member, frozenset())
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for member in sorted(numbers):
        heads.setdefault(member[:3], []).append(member)
        tails.setdefault(member[-3:], []).append(member)
    first, second, _ = ("".join(sorted(set(chars))) for chars in zip(*heads, strict=True))
    _, last_but_one, last = ("".join(sorted(set(chars))) for chars in zip(*tails, strict=True))
    joint = re.compile(f"、(?<=[{last_but_one}][{last}]、)(?=[{first}][{second}])")
    return numbers, heads, tails, joint
