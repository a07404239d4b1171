"""落款 and 附件: the lines that sign a document, and the headlines of what is attached to it."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late
from policydoc.structure.lines import END_MARKS, Line
from policydoc.structure.words import (
    ASIDE,
    ATTACHMENT,
    DATE,
    MARKUP,
    OPENINGS,
    PERSON,
    doc_type,
    is_glossary,
    squeezed,
)

_BODY: Final = "厅部院委会局办室署社处府市县省区行司队军组所校心团站庭署盟州旗"
_HEADLINES: Final = 5
_WORDS: Final = ("各位代表", "同志们", "各位委员", "以上意见", "以上报告", "以上请示", "特此", "让我们")
_FOR_ALL: Final = ("各", "本", "请", "望", "上述", "以上", "现将", "感谢", "未尽")
_COMPLETE: Final = 40
"""Characters from which on a labelled line holds its text itself."""
_ENTITY: Final = late(r"&\w{0,6};.*$")
_TERM: Final = late(r"[\[［(（]?\d{1,3}[\]］)）.．、]?\s{0,3}[^。；：:]{1,40}(?:[：:]|[”」]\s?[是指即]|\s{1,4})")
_RULES: Final = "-—–―─_=＿"
_RULE: Final = late(rf"[{_RULES}]{{4,}}$")


def mark(text: str, lines: list[Line], short: list[int], first: int) -> bool:
    """Give roles `signature` and `headline` (and `plain` below a glossary's headline); whether one has signed."""
    signed = False
    done = first
    for i in short:
        line = lines[i]
        if i < done or line.role != "text":
            continue
        piece = text[line.start:line.end]
        start = _signature(text, lines, first, i) if piece[-1] in "日月）)" and DATE.match(piece) else None
        if start is not None:
            done = _signed(text, lines, start, i)
            signed = True
            if done < len(lines) and _title_like(text, lines[done]):
                done = _headlines(text, lines, done)
        elif piece[0] in _RULES and _RULE.match(piece):
            done = _footnotes(text, lines, i)
        elif line.marker is None and i > first:
            done = _listing(text, lines, i) if piece[-1] in "：:" else i
            if done == i and (_attached(piece) or is_glossary(piece)):
                done = _headlines(text, lines, i)
    return signed


def _attached(line: str) -> bool:
    return line[0] == "附" and ATTACHMENT.match(line) is not None


def mark_words(text: str, lines: list[Line], first: int) -> None:
    """Give the role `words` to the last paragraphs that speak for the whole document.

    各位代表！… at the end of a report, and one paragraph between the last item, complete on its own line, and the
    signature.
    """
    end = next((i for i in range(first, len(lines)) if lines[i].role in ("signature", "attachment")), len(lines))
    last = end
    while last > first + 1 and lines[last - 1].role == "text" and lines[last - 1].marker is None \
            and text.startswith(_WORDS, lines[last - 1].start):
        last -= 1
    if last == end and first + 2 <= end < len(lines) and lines[end].role == "signature":
        unit, paragraph = lines[end - 2:end]
        if unit.marker and paragraph.role == "text" and paragraph.marker is None \
                and unit.end - unit.start > _COMPLETE and text[unit.end - 1] in "。）" \
                and text.startswith(_FOR_ALL, paragraph.start):
            last = end - 1
    for line in lines[last:end]:
        line.role = "words"


def _signature(text: str, lines: list[Line], first: int, date: int) -> int | None:
    """The index where the signature that ends with this date begins; None where the date signs nothing."""
    i = date
    while i > first and date - i < 3:
        line = lines[i - 1]
        name = _ENTITY.sub("", text[line.start:line.end]).rstrip()
        if line.role != "text" or line.end - line.start > 40 or name[-1:] in END_MARKS or line.marker:
            break
        if not ((name and name[-1] in _BODY) or PERSON.match(name)) or doc_type(name) in _DECLARED:
            break
        i -= 1
    if i == date and not (date + 3 > len(lines) and lines[date - 1].end - lines[date - 1].start > 40):
        return None
    return _above_list(text, lines, first, i)


_DECLARED: Final = frozenset(("方案", "决定", "说明", "办法", "条例", "意见", "通知"))


def _above_list(text: str, lines: list[Line], first: int, i: int) -> int:
    """The index where 附件：1. … with its further lines begins that ends right above `i`; `i` where none does."""
    top = at = i
    while at > first and lines[at - 1].end - lines[at - 1].start <= 80:
        at -= 1
        head, marker = text[lines[at].start:lines[at].end], lines[at].marker
        if head.startswith("附") and ("：" in head[:6] or ":" in head[:6] or ATTACHMENT.match(head[:4].rstrip("."))):
            top = at
        elif not (marker and marker.family == "arabic" and (marker.number or 0) > 1 and head[-1] not in "。；"):
            break
    return top


def _signed(text: str, lines: list[Line], start: int, date: int) -> int:
    end = date + 1
    while end < len(lines) and ASIDE.match(text, lines[end].start, lines[end].end) and lines[end].marker is None:
        end += 1
    for line in lines[start:end]:
        line.role, line.marker = "signature", None
    return end


def _listing(text: str, lines: list[Line], i: int) -> int:
    """附件： and the names of the attachments, which come later; the index after them, `i` where it is none."""
    piece = text[lines[i].start:lines[i].end]
    if not _attached(piece) or i + 1 >= len(lines):
        return i
    end = i + 1
    while end < len(lines) and (marker := lines[end].marker) and marker.family == "arabic" \
            and lines[end].end - lines[end].start <= 60 and text[lines[end].end - 1] not in END_MARKS:
        end += 1
    if end == i + 1 or (end < len(lines) and not text.startswith("附", lines[end].start)):
        return i
    for line in lines[i:end]:
        line.role, line.marker = "signature", None
    return end


def _headlines(text: str, lines: list[Line], i: int) -> int:
    """Mark the headline that begins here, with the lines of its title; below a glossary's nothing is a unit."""
    glossary = False
    first = i
    while i < len(lines) and i - first < _HEADLINES:
        line = lines[i]
        piece = text[line.start:line.end]
        if i > first and (not _title_like(text, line) or (_attached(piece) and not is_glossary(piece))
                          or doc_type(text[lines[i - 1].start:lines[i - 1].end])):
            break
        glossary = glossary or is_glossary(piece)
        line.role, line.marker = "attachment" if i == first else "headline", None
        i += 1
        if glossary:
            break
    glossary = glossary or _explains(text, lines, i)
    while glossary and i < len(lines):
        if _attached(text[lines[i].start:min(lines[i].end, lines[i].start + 50)]):
            break
        if lines[i].role == "text":
            lines[i].role, lines[i].marker = "plain", None
        i += 1
    return i


def _explains(text: str, lines: list[Line], i: int) -> bool:
    """Whether the lines from `i` on are terms with what they mean: 1.“双千兆”：…"""
    sample = lines[i:i + 40]
    terms = sum(_TERM.match(text, line.start, line.end) is not None for line in sample)
    return len(sample) >= 3 and terms > 0.7 * len(sample)


def _footnotes(text: str, lines: list[Line], i: int) -> int:
    """Notes below a rule: ①… or [1]…, no units of the document."""
    lines[i].role = "plain"
    i += 1
    while i < len(lines) and (text[lines[i].start] in "①②③④⑤⑥⑦⑧⑨⑩[［〔注*※" or lines[i].role == "plain"):
        lines[i].role, lines[i].marker = "plain", None
        i += 1
    return i


def _title_like(text: str, line: Line) -> bool:
    piece = text[line.start:line.end]
    return (line.role == "text" and line.marker is None and len(piece) <= 50 and piece[-1] not in END_MARKS
            and not DATE.match(piece) and not MARKUP.match(piece) and squeezed(piece) not in OPENINGS
            and "\t" not in piece)
