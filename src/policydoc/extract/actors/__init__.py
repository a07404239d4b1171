"""责任单位: who leads, answers for or supports what a provision demands; by labels, in brackets, in tables."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final

from policydoc.extract.actors import tables
from policydoc.extract.actors.units import plausible, units
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late, places

LEAD: Final = "牵头|主办|主责|组织"
SUPPORT: Final = "配合|协办|协助|协同|参与|参加|支持|会办"
ANSWER: Final = "责任|负责|承办|落实|实施|执行|主管"

_LABEL: Final = (
    rf"(?P<role>(?:{LEAD}|{SUPPORT}|{ANSWER})(?:[、和及（(/](?:{LEAD}|{SUPPORT}|{ANSWER})[）)]?)?)"
    r"(?:单位|部门|机关|处室|科室|主体|机构)\s?")
_LABEL_END: Final = late(rf"{_LABEL}\Z")
_LABELLED: Final = late(rf"{_LABEL}[：:]")
_COLONS: Final = {colon: late(f"{colon}(?<=[位门关室体构 ]{colon})") for colon in "：:"}
"""The colon of a label; a literal leads, because a pattern is searched for ten times faster by it than by a class."""
_STOP: Final = late(r"[（(）)\n。】］\]]|[；;，,、\s][一-鿿]{2,8}[：:]")
_SAYS: Final = late("负责|牵头|配合|主办|承办|协办|落实|参与|实施")
_CLOSES: Final = {close: late(rf"\{close}(?<=[责头合办实与施导同出]\{close})") for close in "）)"}
"""A closing bracket behind the last character of a role, of 下同 or of 不再列出."""

_MARK: Final = late("[（()）\n]")
_PART: Final = late(r"[^，,；;。]+[，,；;。]?")
_SAID: Final = late(
    r"(?:等(?:有关|相关|各)?(?:部门|单位|机构|方面)?(?:和(?:部门|单位))?)?(?:按照?(?:各自)?(?:职责|职能|责任|"
    r"任务)?(?:分工)?|分别|共同|具体|联合|统筹)*"
    rf"(?P<role>{LEAD}|{SUPPORT}|{ANSWER}|指导)(?:负责|落实|组织|实施|推进|做好|抓好|配合)*[。]?\Z")
_FIRST_LEADS: Final = late("(?:排在|排名|列|排)第?(?:一位|一|首位|在前)[^，。；]{0,6}(?:为|是)牵头")
_LED: Final = late(rf"牵头(?:负责|组织|落实)?，(?:会同)?(?P<with>[^，。；：\n]{{2,60}}?)(?:{SUPPORT})")
_LEADER: Final = late(
    r"(?:由(?P<by>[^，。；：（\n由]{2,30})|(?:^|(?<=[，。；：（\n]))(?P<start>[^，。；：（\n由]{2,20}))\Z")


def extract(draft: Draft) -> list[Record]:
    """Responsibilities in the order of the text."""
    out = _labelled(draft) + _bracketed(draft) + _in_sentences(draft) + tables.find(draft)
    out.sort(key=lambda record: (record["start"], record["end"]))
    kept: list[Record] = []
    for record in out:
        if not kept or record["start"] >= kept[-1]["end"]:
            kept.append(record)
    return kept


def role_of(words: str) -> str:
    """The role that a word or a label gives: lead before support before responsible."""
    if re.search(LEAD, words):
        return "lead"
    return "support" if re.search(f"{SUPPORT}|指导", words) else "responsible"


def _fact(draft: Draft, rule: str, start: int, end: int, role: str, spans: list[tuple[int, int]]) -> Record:
    return draft.fact(rule, start, end, role=role, units=[draft.mention(*span) for span in spans])


def _starts(text: str, marks: dict[str, re.Pattern[str]]) -> list[int]:
    return [match.start() for mark, pattern in marks.items() if mark in text for match in pattern.finditer(text)]


def _labelled(draft: Draft) -> list[Record]:
    """责任单位：A、B up to the end of the line, the bracket or the next label."""
    text, out = draft.text, []
    found = [_LABEL_END.search(text, max(0, at - 16), at) for at in _starts(text, _COLONS)]
    labels = sorted((label for label in found if label), key=lambda label: label.start())
    for label, following in zip_longest(labels, labels[1:]):
        end = _list_end(text, label.end() + 1, following.start() if following else len(text))
        spans = units(text, label.end() + 1, end)
        if spans:
            out.append(_fact(draft, "label", label.start(), spans[-1][1], role_of(label["role"]), spans))
    return out


def _list_end(text: str, start: int, limit: int) -> int:
    """Where a list of units ends: brackets inside it (各县（市）区) are part of it."""
    depth, limit = 0, min(limit, start + 600)
    for stop in _STOP.finditer(text, start, limit):
        mark = stop[0][0]
        if mark in "（(":
            depth += 1
        elif mark in "）)" and depth:
            depth -= 1
        elif mark == "\n" or not depth:
            return stop.start()
    return limit


def _bracketed(draft: Draft) -> list[Record]:
    """（A牵头，B、C配合）, （A、B按职责分工负责）; 列第一位者为牵头单位，下同 holds from there on."""
    text, out = draft.text, []
    first_leads = False
    for end in sorted(_starts(text, _CLOSES)):
        start = _open_mark(text, end) + 1
        inside = text[start:end]
        if start == 0 or not _SAYS.search(inside) or _LABELLED.search(inside):
            continue
        here = bool(_FIRST_LEADS.search(inside))
        found = _parts(draft, start, end)
        if not found:
            continue
        record = found[0]
        alone = len(found) == 1 and record["role"] == "responsible" and len(record["units"]) > 1
        named = record["units"][0]["text"][0] not in "各有相"
        if (here or first_leads) and alone and named:
            head, *rest = [(unit["start"], unit["end"]) for unit in record["units"]]
            found = [_fact(draft, "bracket-first", head[0], head[1], "lead", [head]),
                     _fact(draft, "bracket", rest[0][0], record["end"], "responsible", rest)]
        first_leads = first_leads or (here and "下同" in inside)
        out += found
    return out


def _open_mark(text: str, close: int) -> int:
    """The bracket that the one at `close` closes, at most 300 characters before it; -1 where there is none."""
    depth = 0
    for mark in reversed(list(_MARK.finditer(text, max(0, close - 300), close))):
        if mark[0] == "\n":
            break
        if mark[0] in "（(" and not depth:
            return mark.start()
        depth += 1 if mark[0] in "）)" else -1
    return -1


def _parts(draft: Draft, start: int, end: int) -> list[Record]:
    """The groups of units inside a bracket, each with the role said behind it; [] where they are no units."""
    text = draft.text
    out: list[Record] = []
    waiting: list[tuple[int, int]] = []
    for part in _PART.finditer(text, start, end):
        stop = part.end() - (text[part.end() - 1] in "，,；;。")
        said = _SAID.search(text, part.start(), stop)
        begin = part.start() + (text[part.start()] in "由请")
        spans = units(text, begin, said.start() if said else stop)
        if not all(plausible(text[a:b]) for a, b in spans) or (not spans and not waiting):
            if waiting and not out:
                return []
            break
        waiting += spans
        if said and waiting:
            out.append(_fact(draft, "bracket", waiting[0][0], stop, role_of(said["role"]), waiting))
            waiting = []
        if text[part.end() - 1] == "。" and out:
            break
    return out


def _in_sentences(draft: Draft) -> list[Record]:
    """由A牵头，B、C配合 in running text."""
    text, out = draft.text, []
    for at in places(text, "牵"):
        match = _LED.match(text, at)
        leader = _LEADER.search(text, max(0, at - 31), at) if match else None
        if match is None or leader is None:
            continue
        group = "by" if leader["by"] else "start"
        for span, role, end in ((leader.span(group), "lead", at + 2),
                                (match.span("with"), "support", match.end())):
            spans = units(text, *span)
            if spans and all(plausible(text[a:b]) for a, b in spans):
                out.append(_fact(draft, "sentence", span[0], end, role, spans))
    return out
