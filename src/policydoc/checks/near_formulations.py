"""W02: a known formulation with one character wrong."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.formulations import of_lexicon
from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.lexicon import table


def _find(subject: Subject) -> Iterator[Hit]:
    sources = [of_lexicon(), *([subject.known.formulations] if subject.known else [])]
    used = subject.known.usage if subject.known else {}
    wrong = table("wordings")["wrong"]  # W01 tells them
    for slip in sorted({slip for source in sources for slip in source.slips(subject.text)}):
        if slip.written not in used and not any(word in slip.written for word in wrong):
            yield Hit(slip.start, slip.start + len(slip.written), (
                f"“{slip.written}”疑为“{slip.meant}”之误", f"{slip.written} may be a slip for {slip.meant}"))


RULE = Rule(
    code="W02", name="near-formulation", severity="warning", title=("提法有错字", "slip in a formulation"),
    reason=("只有一个同音或形近的字与通行提法不同；提法见 lexicon/abbreviations.toml 及 --kb 知识库",
            "one character of the same sound or shape off a known formulation (lexicon/abbreviations.toml, --kb)"),
    advice=("核对提法原文", "compare with the original wording"), find=_find)
