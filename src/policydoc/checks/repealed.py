"""F06: a plan that carries out a rule which is no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.lexicon import table

_TOLD: Final = re.compile(r"废止|修订|修改|替代|取代|原《|旧|失效|清理")


def _find(subject: Subject) -> Iterator[Hit]:
    year = subject.plan_year
    if not year:
        return
    for citation in subject.document.citations:
        rule = _ended().get(citation.text.removeprefix("中华人民共和国")) if citation.kind == "title" else None
        if rule and rule["ended"].year < year and not _TOLD.search(subject.text, *subject.sentence(citation.start)):
            yield Hit(citation.start, citation.end, (
                f"《{citation.text}》已于{rule['ended']}失效，由《{rule['successor']}》取代（{rule['source']}）",
                f"《{citation.text}》 ended on {rule['ended']}; now 《{rule['successor']}》 ({rule['source']})"))


@cache
def _ended() -> dict[str, dict[str, Any]]:
    return {title: rule for rule in table("repealed")["rule"] for title in rule["titles"]}


RULE = Rule(
    code="F06", name="repealed-rule", severity="warning", title=("引用失效文件", "rule no longer in force"),
    reason=("失效日期及依据见 lexicon/repealed.toml", "dates and sources: lexicon/repealed.toml"),
    advice=("改引现行文件，并核对所依据的条款", "cite what is in force and see to its provisions"), find=_find)
