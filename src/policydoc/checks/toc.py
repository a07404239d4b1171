"""S08: a line of the table of contents that no heading of the body has; off by default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject

_LINE = re.compile(r"[^\n]+")
_LEADER = re.compile(r"[\s.．…·（(\-—]*\d*[)）\s]*$")
_LONGEST = 60
_OTHER = re.compile(r"^(?:目[录錄次]|附[件录].*|<.*>)?$")
_NOISE = re.compile(r"[\s\u3000]")


def _find(subject: Subject) -> Iterator[Hit]:
    heads = {_fold(unit.label + (unit.heading or "")) for unit in subject.provisions}
    heads |= {_fold(subject.text[unit.start:unit.end]) for unit in subject.provisions
              if unit.kind in ("heading", "title")}
    for toc in subject.provisions:
        if toc.kind != "toc":
            continue
        lines = [(line.start(), line.end(), _fold(_LEADER.sub("", line[0])))
                 for line in _LINE.finditer(subject.text, toc.start, toc.end) if len(line[0]) <= _LONGEST]
        missing = [line for line in lines if line[2] not in heads and not _OTHER.search(line[2])]
        if len(missing) * 3 <= len(lines):
            for start, end, _ in missing:
                name = subject.text[start:end].strip()
                yield Hit(start, end, (f"目录中的“{name}”与正文标题对不上", f"no heading of the body reads {name}"))


def _fold(text: str) -> str:
    return _NOISE.sub("", text).rstrip("。：:")


RULE = Rule(
    code="S08", name="contents-differ", severity="warning", title=("目录与正文不符", "contents differ from body"),
    reason=("目录应当与正文标题一致", "the table of contents repeats the headings"),
    advice=("按正文更新目录", "update the table of contents"), find=_find, default=False)
