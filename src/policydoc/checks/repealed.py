"""F06: a plan that carries out a rule which is no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from policydoc.checks.known import Known
from policydoc.checks.rule import Both, Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.lexicon import table

_AWARE: Final = re.compile(r"废止|修订|修改|替代|取代|原《|旧|失效|清理|不再|立法|历史|历程|回顾|期间")
_APPLIED: Final = re.compile(
    r"(?:依据|根据|按照|依照|参照|遵守|遵循|执行|落实|贯彻|实施|学习|宣传|普及|违反|符合)"
    r"(?:[^，。；、《》\n]{0,8}(?:《[^《》\n]{1,40}》[、和与及]?(?:以及)?){0,6})《$")
_LOCAL: Final = re.compile(r"[省市县区州旗盟]《$")
_MADE: Final = re.compile(r"》[^，。；《》\n]{0,4}(?:签订|订立|签署|设立|成立|登记)")
"""What was made under a rule outlives it."""
_AROUND: Final = 120


def _find(subject: Subject) -> Iterator[Hit]:
    year = subject.plan_year
    if not year:
        return
    for citation in subject.document.citations:
        if citation.kind != "title" or citation.title not in (None, citation.text):
            continue
        message = _listed(citation.text, year) or (_told(subject.known, citation.text, year) if subject.known else None)
        if message and _applied(subject, citation.start):
            yield Hit(citation.start, citation.end, message)


def _listed(title: str, year: int) -> Both | None:
    rule = _ended().get(title.removeprefix("中华人民共和国"))
    if rule is None or rule["ended"].year >= year:
        return None
    return (f"《{title}》已于{rule['ended']}失效，由《{rule['successor']}》取代（{rule['source']}）",
            f"《{title}》 ended on {rule['ended']}; now 《{rule['successor']}》 ({rule['source']})")


def _told(known: Known, title: str, year: int) -> Both | None:
    ended = known.ended.get(title)
    if ended is None or ended.year >= year:
        return None
    return (f"《{title}》已被《{ended.by}》废止（{ended.year}年）：“{ended.sentence}”",
            f"《{title}》 was repealed by 《{ended.by}》 in {ended.year}: {ended.sentence}")


def _applied(subject: Subject, start: int) -> bool:
    """Whether the sentence carries the rule out, and tells nothing of its end."""
    low, high = subject.sentence(start)
    text, low = subject.text, max(low, start - _AROUND)
    return bool(_APPLIED.search(text, low, start)) and not (
        _LOCAL.search(text, low, start) or _MADE.search(text, start, high) or _AWARE.search(text, low, high))


@cache
def _ended() -> dict[str, dict[str, Any]]:
    return {title: rule for rule in table("repealed")["rule"] for title in rule["titles"]}


RULE = Rule(
    code="F06", name="repealed-rule", severity="warning", title=("引用失效文件", "rule no longer in force"),
    reason=("失效日期及依据见 lexicon/repealed.toml；--kb 知识库中载明废止的文件",
            "dates and sources: lexicon/repealed.toml; documents of the knowledge base (--kb) that say so"),
    advice=("改引现行文件，并核对所依据的条款", "cite what is in force and see to its provisions"), find=_find)
