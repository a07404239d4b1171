"""The closed sets of words that models use; apart from them, so that the pipeline needs no pydantic."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "part", "chapter", "section", "article", "item", "subitem", "point", "clause", "bullet", "heading",
    "paragraph", "preamble", "closing", "attachment", "title", "table", "toc", "note",
]
Severity = Literal["error", "warning", "info"]
QuotedKind = Literal["numeral_abbreviation", "slogan", "name", "label", "quotation"]
Unit = Literal["hour", "day", "workday", "week", "xun", "month", "quarter", "half_year", "semester", "year", "term"]
Vague = Literal["regular", "irregular", "often", "standing", "anytime"]
Modality = Literal["obligation", "permission", "prohibition", "recommendation"]
