"""The text as paragraphs: one a line, hard-wrapped lines joined, headings glued to a paragraph set free,
a document without line ends taken apart. The text itself stays as it is; only spans are made."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final, Literal

from policydoc.model.source import SourceText
from policydoc.patterns import late
from policydoc.structure.markers import Family, Marker, read
from policydoc.structure.words import doc_type

Role = Literal["text", "table", "note", "toc", "front", "words", "signature", "attachment", "headline", "plain"]
Span = tuple[int, int]
END_MARKS: Final = frozenset("。！？；：!?;:…，、,")


@dataclass(slots=True)
class Line:
    """A paragraph: its span without white space at the ends, and what opens it; `document` where that is the title
    of another document."""

    start: int
    end: int
    role: Role = "text"
    marker: Marker | None = None
    document: bool = False


_SHORT: Final = 60
_STOPS: Final = frozenset("。！？：；!?:;")
_FILLED: Final = late(r"\S(?:.*\S)?")
_RARER_ENDS: Final = "\v\f\x85\u2028\u2029"
"""Soft break, page break, NEL, line and paragraph separator end a line too."""
_GLUED: Final = late(
    r"[。！？”）：:]\s{0,4}((?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]{1,4}[章节])"
    r"[^。；！？：\n]{2,44})$")
_INSIDE: Final = late(
    r"第[一二三四五六七八九十百]{1,5}(?:[编章节条](?=[ \u3000])|部分(?=[ \u3000]))"
    r"|(?<=[^一二三四五六七八九十百、第])[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|(?<=[。；：！？ \u3000])\d{1,2}[.．、](?!\d)")
_ENDLESS: Final = 800
"""Characters a line, on the average, from which on a text counts as one without line ends."""
_TITLES: Final = 300
"""A title stands within so many characters; it is never joined with what follows."""
_ROW: Final = late(r"(?<![、.．）)条章节 \t])\t+(?=\S)")
_HEAD: Final = late(
    r"[^。，；：、\n]{4,45}?(?:报告|要点|意见|通知|方案|规定|办法|条例|决定|计划|规划|纲要|细则|规则)[ \u3000]?"
    r"(?=\d{4}\s?年|[ \u3000]\S|为[了深进贯全]|各|根据|第一[章条]|一、)")
_NARROW: Final = late(r"[\0-\u2000]")
_PAGE: Final = late(
    r"[-—－·\s]{0,4}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?/\s?\d{1,4}|\s?共\s?\d{1,4}\s?页)?[-—－·\s]{0,4}$")


def split(source: SourceText) -> list[Line]:
    """All paragraphs of the text with their markers, tables and notes as one line each."""
    text = source.text
    spans = _filled(text)
    endless = len(spans) == 1 or len(text) > _ENDLESS * len(spans) > 0
    blocks: list[tuple[int, int, Role]] = [(a, b, "table") for a, b in source.tables]
    blocks += [(a, b, "note") for a, b in source.notes]
    ragged = _ragged(text, spans)
    if not blocks and (width := _wrap_width(text, spans, ragged)):
        spans = _joined(text, spans, width)
        ragged = _ragged(text, spans)
    spans = [piece for span in spans for piece in _taken_apart(text, *span)] if endless \
        else _set_free(text, spans, ragged)
    lines = _with_blocks(text, spans, sorted(blocks)) if blocks \
        else [Line(start, end, "text", read(text, start, end)) for start, end in spans]
    return _with_tables(text, lines) if "\t" in text else lines


def short(lines: list[Line]) -> list[int]:
    """Which lines are short enough to be a title, a signature, the headline of an attachment."""
    return [i for i, line in enumerate(lines) if line.end - line.start <= _SHORT]


def _filled(text: str) -> list[Span]:
    """Spans of the lines that hold something, without the white space around it."""
    if any(end in text for end in _RARER_ENDS):
        text = text.translate(dict.fromkeys(map(ord, _RARER_ENDS), "\n"))
    return [m.span() for m in _FILLED.finditer(text)]


def _ragged(text: str, spans: list[Span]) -> list[Span]:
    """The lines that no mark ends."""
    return [span for span in spans if text[span[1] - 1] not in END_MARKS]


def _with_blocks(text: str, spans: list[Span], blocks: list[tuple[int, int, Role]]) -> list[Line]:
    out: list[Line] = []
    at = 0
    for start, end in spans:
        while at < len(blocks) and blocks[at][1] <= start:
            at += 1
        if at < len(blocks) and blocks[at][0] <= start:
            role = blocks[at][2]
            if out and out[-1].role == role and out[-1].start >= blocks[at][0]:
                out[-1].end = end
            else:
                out.append(Line(start, end, role))
        else:
            out.append(Line(start, end, "text", read(text, start, end)))
    return out


def _with_tables(text: str, lines: list[Line]) -> list[Line]:
    """Rows of cells with tabs between, put together to tables; a row of one cell may stand between two others."""
    rows = [line.role == "text" and _ROW.search(text, line.start, line.end) is not None for line in lines]
    out: list[Line] = []
    i = 0
    while i < len(lines):
        if not rows[i]:
            out.append(lines[i])
            i += 1
            continue
        end = last = i
        head = text[lines[i].start:text.index("\t", lines[i].start) + 1]
        while end < len(lines) and end - last <= 3 and lines[end].role == "text":
            if rows[end]:
                if end - last > 1 and text.startswith(head, lines[end].start):
                    break
                last = end
            elif lines[end].end - lines[end].start > 60 or text[lines[end].end - 1] in "。；：":
                break
            end += 1
        if last > i or text.count("\t", lines[i].start, lines[i].end) > 1:
            out.append(Line(lines[i].start, lines[last].end, "table"))
        else:
            out.append(lines[i])
        i = last + 1
    return out


# ---------------------------------------------------------------- hard-wrapped lines

def _joined(text: str, spans: list[Span], width: int) -> list[Span]:
    """Spans of paragraphs; a page number between two halves of one stays inside it."""
    out: list[Span] = []
    start, end = spans[0]
    last, page = start, False
    for a, b in spans[1:]:
        broken = page or (text[end - 1] not in _STOPS and _width(text, last, end) >= width - 8)
        if broken and _PAGE.match(text, a, b):
            end, page = b, True
        elif broken and text[a - 1] not in " \u3000<" and text[a] not in "<[" and not _opens(text, a, b) \
                and not (start < _TITLES and end - start < 80 and doc_type(text[start:end])):
            end, last, page = b, a, False
        else:
            out.append((start, end))
            start, end, last, page = a, b, a, False
    return [*out, (start, end)]


def _wrap_width(text: str, spans: list[Span], ragged: list[Span]) -> int:
    """The width at which lines were broken, 0 where they were not."""
    sample = spans[:3000]
    if len(sample) < 12 or bisect_right(ragged, sample[-1]) < 0.4 * len(sample):
        return 0
    short = [span for span in sample if span[1] - span[0] < 120]
    if len(short) < 0.9 * len(sample):
        return 0
    widths = sorted(_width(text, a, b) for a, b in short)
    full = widths[int(len(widths) * 0.85)]
    near = sum(abs(w - full) <= 5 for w in widths)
    return full if full >= 30 and near >= 0.35 * len(widths) else 0


def _width(text: str, start: int, end: int) -> int:
    """Columns: a Chinese character takes two."""
    return 2 * (end - start) - len(_NARROW.findall(text, start, end))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a line begins a paragraph by its label; `1.` may be the inside of a number."""
    marker = read(text, start, end)
    return marker is not None and marker.family not in ("arabic", "paren", "heading")


# ---------------------------------------------------------------- labels inside a line

def _set_free(text: str, spans: list[Span], ragged: list[Span]) -> list[Span]:
    """A heading glued to the end of the paragraph before becomes a line of its own."""
    glued = {end: m.start(1) for start, end in ragged
             if end - start > 40 and (m := _GLUED.search(text, max(start, end - 60), end))}
    if not glued:
        return spans
    out: list[Span] = []
    for start, end in spans:
        cut = glued.get(end)
        out += [(start, _trimmed(text, cut)), (cut, end)] if cut else [(start, end)]
    return out


def _trimmed(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _taken_apart(text: str, start: int, end: int) -> list[Span]:
    """A paragraph that holds the whole document, cut before each label that continues its row (or begins one)."""
    starts = [start]
    title = _HEAD.match(text, start, end)
    if title:
        starts.append(title.end())
    last: dict[Family, int] = {}
    for m in _INSIDE.finditer(text, start, end):
        at = m.start()
        marker = read(text, at, end)
        if marker is None or marker.number is None:
            continue
        expected = last.get(marker.family, 0) + 1
        if marker.number == 1 or (expected <= marker.number <= expected + 1 and marker.number > 1):
            if marker.number > 1 and marker.family not in last:
                continue
            last[marker.family] = marker.number
            if at > starts[-1]:
                starts.append(at)
    if len(starts) < 4:
        return [(start, end)]
    ends = [_trimmed(text, at) for at in starts[1:]] + [end]
    return list(zip(starts, ends, strict=True))
