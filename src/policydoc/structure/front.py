"""Front matter: title (over several lines, letter-spaced), document number, date, recipients, salutation."""

from __future__ import annotations

from typing import Final

from policydoc.model.draft import Record
from policydoc.structure.lines import END_MARKS, Line
from policydoc.structure.markers import HEADING
from policydoc.structure.words import (
    ASIDE,
    DATE,
    DOC_NUMBER,
    MARKUP,
    MEETING,
    OPENINGS,
    ORDER,
    PASSED,
    PERSON,
    PROVENANCE,
    SALUTATION,
    WRAPPED,
    doc_type,
    is_glossary,
    says_again,
    squeezed,
    whole_title,
)

_TITLE: Final = 70
_LONGEST: Final = 120
"""Characters of a line of a title; more where the first line ends with a kind of document."""
_DEPTH: Final = 24
"""Front matter ends within so many lines."""
_CERTAIN: Final = frozenset(("doc_number", "date", "salutation", "recipients", "subtitle", "issuer"))
_NOT_RECIPIENTS: Final = (
    "如下：", "以下：", "如下:", "是：", "工作：", "意见：", "方面：", "规定：", "事项：", "措施：")


def mark(text: str, lines: list[Line]) -> list[Record]:
    """Give the role `front` to the first lines as far as they are front matter; their records."""
    if len(lines) < 2:
        return []
    roles: list[str] = []
    order = False
    for i, line in enumerate(lines[:_DEPTH]):
        if line.role != "text":
            break
        piece = text[line.start:line.end]
        role = _role(piece, line, roles)
        if role == "title" and piece.endswith("令") and not order:
            order = True
        if role is None and order and "date" not in roles and line.marker is None:
            role = "note"
        if role in (None, "title") and "title" in roles and _greeted(text, lines[i:i + 3]):
            role = "note" if role is None else "subtitle"
        if role is None:
            break
        roles.append(role)
    keep = _kept(text, lines, roles, order)
    for line in lines[:keep]:
        line.role, line.marker = "front", None
    return [{"text": text[line.start:line.end], "start": line.start, "end": line.end, "role": role}
            for role, line in zip(roles[:keep], lines, strict=False)]


def _role(piece: str, line: Line, roles: list[str]) -> str | None:
    """What a line would be in front matter; None ends it."""
    titled, last = "title" in roles, piece[-1]
    if len(piece) > 400 or (len(piece) < 30 and "目录" in piece):
        return None
    if MARKUP.match(piece) or (("：" in piece or ":" in piece) and PROVENANCE.match(piece)):
        return "note"
    if last in "年月日）)" and DATE.match(piece):
        return "date"
    if "号" in piece and (DOC_NUMBER.match(piece) or (titled and ORDER.match(piece))):
        return "doc_number"
    if last in "：:！!" and SALUTATION.match(piece):
        return "salutation"
    if line.marker is not None:
        return "subtitle" if titled and line.marker.family == "bullet" and _subtitle(piece) else None
    if last in "：:":
        return "recipients" if titled and _recipients(piece) else None
    if titled and len(piece) <= 80 and _subtitle(piece):
        return "subtitle"
    if titled and (("年" in piece and PASSED.match(piece)) or ASIDE.match(piece)):
        return "note"
    if titled and len(piece) <= 28 and PERSON.match(squeezed(piece)) and doc_type(piece) is None:
        return "issuer"
    if not roles and piece.endswith("文件") and len(piece) <= 40:
        return "issuer"
    longest = _LONGEST if not titled and doc_type(piece) else _TITLE
    if len(piece) > longest or last in END_MARKS or squeezed(piece) in OPENINGS or is_glossary(piece):
        return None
    return "title"


def _greeted(text: str, lines: list[Line]) -> bool:
    """Whether a short line without a label stands right above 各位代表：."""
    return lines[0].end - lines[0].start <= 80 and lines[0].marker is None and any(
        line.end - line.start <= 30 and SALUTATION.match(text, line.start, line.end) for line in lines[1:])


def _subtitle(piece: str) -> bool:
    return piece[-1] not in END_MARKS and len(piece) <= 80 and bool(
        piece[0] in "—─―–" or (("年" in piece or "在" in piece) and MEETING.match(piece)))


def _recipients(piece: str) -> bool:
    return "。" not in piece and not piece.endswith(_NOT_RECIPIENTS) and not any(
        word in piece for word in ("通知如下", "我们", "现将", "工作要", "主要"))


def _kept(text: str, lines: list[Line], roles: list[str], order: bool) -> int:
    """How many of the lines are front matter: the first title, and all up to the last line of a certain role."""
    first = next((i for i, role in enumerate(roles) if role == "title"), len(roles))
    if first == len(roles):
        return len(roles) if any(role in _CERTAIN for role in roles) else 0
    end = first + 1
    while end < len(roles) and roles[end] == "title" and lines[end].end - lines[end].start <= WRAPPED \
            and not whole_title(_joined(text, lines[first:end])) \
            and not says_again(_joined(text, lines[first:end]), _joined(text, lines[end:end + 1])):
        end += 1
    last = max((i + 1 for i, role in enumerate(roles) if role in _CERTAIN), default=0)
    if doc_type(_joined(text, lines[first:end])) is None and last < end:
        end = first + 1
    keep = max(end, last)
    title = _joined(text, lines[first:end])
    while keep < len(roles) and (roles[keep] == "note" or (roles[keep] == "title" and (
            order or says_again(title, _joined(text, lines[keep:keep + 1]))))):
        keep += 1
    return keep if keep < len(lines) else 0


def _joined(text: str, lines: list[Line]) -> str:
    return "".join(text[line.start:line.end] for line in lines)


def give_back(front: list[Record], lines: list[Line]) -> None:
    """In a file of several documents the first title is a heading like the others."""
    titles = [i for i, record in enumerate(front) if record["role"] == "title"]
    if len(titles) != 1 or front[-1]["role"] != "date" or any(record["role"] == "salutation" for record in front) \
            or doc_type(front[titles[0]]["text"]) is None or len([line for line in lines if line.document]) < 2:
        return
    i = titles[0]
    for line in lines[i:len(front)]:
        line.role = "plain"
    lines[i].role, lines[i].document = "text", True
    lines[i].marker = HEADING
    del front[i:]
