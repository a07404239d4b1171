"""Rules on a document, and which of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from policydoc.checks.known import Known
from policydoc.checks.registry import RULES
from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.model.document import Document
from policydoc.model.findings import Edit, Finding

ALL = "ALL"


def check(document: Document, *, select: Sequence[str] = (), ignore: Sequence[str] = (),
          beside: Iterable[Document] = (), known: Known | None = None) -> list[Finding]:
    """The findings of the chosen rules, in the order of the text.

    `select` and `ignore` take codes, names, letters (M: all of marks) or ALL; without `select` the rules that are on
    by default run. `beside` are documents to hold it against: the rules that it cites; `known` is what a knowledge
    base tells (`policydoc.store.known`). Raises ValueError for a code that no rule has.
    """
    subject = Subject(document, tuple(beside), known)
    found = [_finding(rule, hit, subject) for rule in chosen(select, ignore)
             if subject.beside or not rule.beside for hit in rule.find(subject)]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.code))


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules meant, in the order of the registry; raises ValueError for a code that no rule has."""
    for wanted in (*select, *ignore):
        if not any(_meant(rule, wanted) for rule in RULES):
            raise ValueError(f"no rule {wanted!r}: {_hint(wanted)}")
    return [rule for rule in RULES
            if (any(_meant(rule, wanted) for wanted in select) if select else rule.default)
            and not any(_meant(rule, wanted) for wanted in ignore)]


def _hint(wanted: str) -> str:
    names = [name for rule in RULES for name in (rule.code, rule.name)]
    close = get_close_matches(wanted.upper(), names, 3) or get_close_matches(wanted.lower(), names, 3)
    if close:
        return f"did you mean {', '.join(close)}?"
    return f"give a code ({RULES[0].code}), a name ({RULES[0].name}), a letter ({RULES[0].code[0]}) or ALL"


def _meant(rule: Rule, wanted: str) -> bool:
    return wanted in (ALL, rule.name) or (bool(wanted) and rule.code.startswith(wanted.upper()))


def _finding(rule: Rule, hit: Hit, subject: Subject) -> Finding:
    leaf = subject.leaf_at(hit.start)
    return Finding(
        code=rule.code, name=rule.name, severity=rule.severity, start=hit.start, end=hit.end,
        provision=leaf.id if leaf else None, message=hit.message[0], message_en=hit.message[1],
        reason=rule.reason[0], reason_en=rule.reason[1], advice=rule.advice[0], advice_en=rule.advice[1],
        edits=[Edit(start=start, end=end, text=text) for start, end, text in hit.edits])
