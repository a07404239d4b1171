"""The report in Word: summary, comparison table, and the whole text with tracked changes (花脸稿)."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from policydoc.model.comparison import Comparison
from policydoc.render.report.pieces import Piece, whole
from policydoc.render.report.places import Names
from policydoc.render.report.tables import first, summary
from policydoc.render.report.tracked import DATE, NOT_IN_XML, Tracked
from policydoc.render.report.view import steps
from policydoc.render.report.words import word
from policydoc.render.table import Lang

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

STYLE: Final = "Redline"
"""The style of paragraphs with tracked changes."""
_INSERTED, _DELETED, _MOVED = "14532D", "A61B1B", "35368F"
_WIDTHS = (3.4, 10.9, 10.9)
"""Centimetres, on A4 across."""
_FIRST = (3.4, 3.4, 9.2, 9.2)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def as_docx(comparison: Comparison, lang: Lang) -> bytes:
    """A .docx; the same comparison gives the same bytes."""
    import docx

    document = docx.Document()
    _prepare(document)
    names = Names(comparison, lang)
    document.add_heading(f"{word('report', lang)}（{' → '.join(comparison.years)}）", 0)
    document.add_heading(word("counts", lang), 1)
    counts = summary(comparison, lang)
    _grid(document, [[column.title(lang) for column in counts.columns],
                     *([str(cell) for cell in row] for row in counts.rows)])
    important = first(comparison, lang)
    if important.rows:
        document.add_heading(important.title, 1)
        _grid(document, [[column.title(lang) for column in important.columns],
                         *([str(cell) for cell in row] for row in important.rows)], _FIRST[-len(important.columns):])
    for step in steps(comparison, names, lang):
        document.add_heading(f"{word('rows', lang)} {step.name}", 1)
        table = _grid(document, [[word("verdict", lang), *comparison.years[step.index:step.index + 2]]], _WIDTHS)
        for chapter, rows in step.chapters:
            heading = table.add_row()
            joined = heading.cells[0].merge(heading.cells[2])
            joined.paragraphs[0].add_run(_clean(chapter)).bold = True
            _shade(joined, "EEF1F5")
            _whole_on_a_page(heading)
            for view in rows:
                cells = table.add_row().cells
                cells[0].paragraphs[0].add_run("、".join([view.verdict, *view.also])).bold = True
                for fact in view.decided:
                    cells[0].add_paragraph(_clean(fact))
                _pieces(cells[1], [p for p in view.pieces if p.mark in ("equal", "delete", "move_old")], old=True)
                _pieces(cells[2], [p for p in view.pieces if p.mark in ("equal", "insert", "move_new")], old=False)
                _widths(cells, _WIDTHS)
    tracked = Tracked(document, STYLE)
    for index in range(len(comparison.editions) - 1):
        heading = document.add_heading(f"{word('redline_doc', lang)} {names.step(index)}", 1)
        heading.paragraph_format.page_break_before = True
        document.add_paragraph(word("redline_note", lang))
        tracked.write(whole(comparison, index))
    return _saved(document)


def _prepare(document: WordDocument) -> None:
    """A4 across, Chinese fonts, the style of the redline."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.2)
    document.styles.add_style(STYLE, WD_STYLE_TYPE.PARAGRAPH)
    for name, east_asian, size in (("Normal", "宋体", 10.5), (STYLE, "仿宋", 14), ("Title", "黑体", 20),
                                   ("Heading 1", "黑体", 15)):
        style: Any = document.styles[name]
        style.font.size, style.font.name = Pt(size), "Times New Roman"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), east_asian)
        style.paragraph_format.space_after = Pt(4)
        if name in ("Title", "Heading 1"):
            style.font.color.rgb = RGBColor.from_string("1F4E79")
    properties = document.core_properties
    properties.author = properties.last_modified_by = "policydoc"
    properties.created = properties.modified = datetime.fromisoformat(DATE.rstrip("Z"))


def _grid(document: WordDocument, rows: list[list[str]], widths: tuple[float, ...] | None = None) -> Any:
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = widths is None
    for column, width in zip(table.columns, widths or (), strict=False):
        column.width = Cm(width)
    for number, texts in enumerate(rows):
        row = table.add_row()
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(_clean(text)).bold = number == 0
            if number == 0:
                _shade(cell, "D9E2EC")
        if number == 0:
            _flag(row, "w:tblHeader")
        if widths:
            _widths(row.cells, widths)
    return table


def _widths(cells: Any, widths: tuple[float, ...]) -> None:
    from docx.shared import Cm

    for cell, width in zip(cells, widths, strict=True):
        cell.width = Cm(width)


def _shade(cell: _Cell, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _flag(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _whole_on_a_page(row: Any) -> None:
    """A chapter's heading stays with what follows."""
    _flag(row, "w:cantSplit")
    row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def _pieces(cell: _Cell, pieces: list[Piece], *, old: bool) -> None:
    from docx.shared import RGBColor

    paragraph = cell.paragraphs[0]
    for piece in pieces:
        run = paragraph.add_run(_clean(piece.old if old else piece.new))
        if piece.mark == "equal":
            continue
        moved = piece.mark in ("move_old", "move_new")
        run.font.color.rgb = RGBColor.from_string(_MOVED if moved else _DELETED if old else _INSERTED)
        run.font.strike, run.font.underline = old, not old


def _clean(text: str) -> str:
    return NOT_IN_XML.sub("", text)


def _saved(document: WordDocument) -> bytes:
    """The package with fixed dates of its parts: zip would write the hour of the day."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_DATE), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
