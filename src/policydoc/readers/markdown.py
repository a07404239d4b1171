"""Markdown as text: the marks are taken off, line by line, so that the tree is that of the plain text.

Every line of the file stays one line (a line of nothing but marks becomes an empty one): the line numbers of
the text are those of the file.
"""

from __future__ import annotations

import html
import re
from typing import Final

from policydoc.model.source import Location, SourceText
from policydoc.patterns import late
from policydoc.readers.build import TextBuilder
from policydoc.readers.text import read as read_text

_BLOCK: Final = 60
"""Lines of a YAML block at most."""

_PAIR: Final = late(r"[A-Za-z_][\w-]{0,40}\s*:(?:\s|$)|\s*-\s|\s+\S|#|\s*$")
_RULE: Final = late(r" {0,3}(?:(?:[-*_] {0,2}){3,}|={3,}|```.*|~~~.*)$")
_LEAD: Final = late(r"^ {0,3}(?:> ?){1,9}")
_HEADING: Final = late(r"^ {0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$")
_BULLET: Final = late(r"^[ \t]{0,40}[-*+][ \t]+")
_DELIMITER: Final = late(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
_MARK: Final = late(r"[\\*_~`\[<]")
_INLINE: Final = late(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<![*~])(?P<strong>\*\*\*?|~~)(?=[^\s*~])(?P<in_strong>[^\n]{1,500}?)(?<=[^\s*~])(?P=strong)(?![*~])"
    r"|(?<![*0-9A-Za-z])\*(?=[^\s*])(?P<em>[^*\n]{1,500}?)(?<=[^\s*])\*(?![*0-9A-Za-z])"
    r"|(?<!\w)(?P<low>__?)(?=[^\s_])(?P<in_low>[^\n]{1,500}?)(?<=[^\s_])(?P=low)(?!\w)"
    r"|`(?P<code>[^`\n]{1,500})`"
    r"|!?\[(?P<link>[^\[\]\n]{0,500})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,500}\")?\)"
    r"|<br ?/?>(?P<br>)")


def read(data: bytes, name: str = "") -> SourceText:
    """Raises what reading the file as text raises."""
    plain = read_text(data, name)
    lines = plain.text.split("\n")
    out = TextBuilder()
    table = 0
    row = 0
    above = _metadata(lines)
    for number, line in enumerate(lines):
        if number < above:
            out.furniture("header", line.strip(" -"))
            out.line("", Location(line=number + 1))
            continue
        if not row and _starts_table(lines, number):
            table += 1
            row = 1
            out.open_table()
        if row and "|" not in line:
            out.close_table()
            row = 0
        if row:
            _row(out, line, table, row)
            row += 1
        else:
            out.line(_plain(line), Location(line=number + 1))
    out.close_table()
    return out.source("markdown", plain.encoding)


def _metadata(lines: list[str]) -> int:
    """Lines of the YAML block (title: …) between --- at the top of the file; kept apart, as it is no text."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_BLOCK], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1
        if not _PAIR.match(line):
            return 0
    return 0


def _starts_table(lines: list[str], number: int) -> bool:
    return "|" in lines[number] and number + 1 < len(lines) and bool(_DELIMITER.match(lines[number + 1]))


def _row(out: TextBuilder, line: str, table: int, row: int) -> None:
    """The header is row 1; the delimiter below it becomes an empty line and no row."""
    if row == 2:
        out.line("")
        return
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    row -= row > 2
    out.row([(_inline(cell.strip()).replace("\n", " "), Location(table=table, row=row, cell=at))
             for at, cell in enumerate(cells, 1)])


def _plain(line: str) -> str:
    if not line or _RULE.match(line):
        return ""
    line = _LEAD.sub("", line, count=1) if line.lstrip().startswith(">") else line
    line = _HEADING.sub("", line) if line.lstrip().startswith("#") else _BULLET.sub("", line, count=1)
    return _inline(line).removesuffix("\\")


def _inline(line: str) -> str:
    if _MARK.search(line):
        line = _INLINE.sub(_inner, line)
    return html.unescape(line) if "&" in line else line


def _inner(match: re.Match[str]) -> str:
    for group in ("in_strong", "em", "in_low", "link"):
        if match[group] is not None:
            return _INLINE.sub(_inner, match[group])
    return match["escaped"] or match["code"] or " "
