"""The comparison report in its forms: one HTML page, Word with tracked changes, a workbook, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from policydoc.model.comparison import Comparison
from policydoc.render.table import Lang


def _html(comparison: Comparison, lang: Lang) -> bytes:
    from policydoc.render.report.html import as_html

    return as_html(comparison, lang).encode()


def _docx(comparison: Comparison, lang: Lang) -> bytes:
    from policydoc.render.report.word import as_docx

    return as_docx(comparison, lang)


def _xlsx(comparison: Comparison, lang: Lang) -> bytes:
    from policydoc.render.report.tables import sheets
    from policydoc.render.workbook import as_xlsx

    return as_xlsx(sheets(comparison, lang), lang)


def _markdown(comparison: Comparison, lang: Lang) -> bytes:
    from policydoc.render.report.markdown import as_markdown

    return as_markdown(comparison, lang).encode()


def _json(comparison: Comparison, lang: Lang) -> bytes:
    return (comparison.model_dump_json(indent=2) + "\n").encode()


FORMS: Final[dict[str, Callable[[Comparison, Lang], bytes]]] = {
    "html": _html, "docx": _docx, "xlsx": _xlsx, "md": _markdown, "json": _json}
"""The forms by the suffix of their files."""
