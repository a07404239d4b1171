"""The columns of the tables, as Arrow types. `document` is the SHA-256 of the file's bytes, in every table.

Offsets count code points of `documents.text`, half open, as in the JSON.
"""

from __future__ import annotations

import json
from typing import Any, Final

import pyarrow as pa

TEXT, NUMBER, FLAG, REAL = pa.string(), pa.int32(), pa.bool_(), pa.float64()

_PLACE: Final = {"provision?": TEXT, "start": NUMBER, "end": NUMBER, "text": TEXT, "rule": TEXT}
_PINPOINT: Final = pa.struct([pa.field(name, NUMBER) for name in (
    "part", "chapter", "section", "article", "sub_article", "paragraph", "item", "subitem")])

_COLUMNS: Final[dict[str, dict[str, pa.DataType]]] = {
    "documents": {
        "document": TEXT, "path": TEXT, "name": TEXT, "format": TEXT, "encoding?": TEXT, "title?": TEXT,
        "year?": NUMBER, "issuer?": TEXT, "doc_type?": TEXT, "doc_number?": TEXT, "date?": TEXT, "chars": NUMBER,
        "text": TEXT, "errors": NUMBER, "warnings": NUMBER, "parser": TEXT,
    },
    "provisions": {
        "document": TEXT, "provision": TEXT, "parent?": TEXT, "position": NUMBER, "kind": TEXT, "depth": NUMBER,
        "label": TEXT, "number?": NUMBER, "sub_number?": NUMBER, "heading?": TEXT, "start": NUMBER, "end": NUMBER,
        "leaf": FLAG,
    },
    "mentions": {"document": TEXT, "field": TEXT, **_PLACE, "kind?": TEXT, "values": TEXT},
    "obligations": {
        "document": TEXT, **_PLACE, "cue": TEXT, "period_n?": NUMBER, "period_unit?": TEXT, "count_min?": NUMBER,
        "count_max?": NUMBER, "quantity_min?": REAL, "quantity_max?": REAL, "quantity_unit?": TEXT, "anchor?": TEXT,
        "vague?": TEXT, "event?": TEXT, "actors": pa.list_(TEXT), "action?": TEXT, "modality": TEXT, "rate?": REAL,
        "timex_value?": TEXT, "timex_quant?": TEXT, "timex_freq?": TEXT, "timex_mod?": TEXT, "rrule?": TEXT,
    },
    "citations": {
        "document": TEXT, **_PLACE, "kind": TEXT, "title?": TEXT, "short": FLAG, "agency?": TEXT, "year?": NUMBER,
        "serial?": NUMBER, "meeting_body?": TEXT, "meeting_term?": NUMBER, "meeting_session?": NUMBER,
        "pinpoints": pa.list_(_PINPOINT),
    },
}
"""A name that ends in ? may be null."""

SCHEMAS: Final[dict[str, pa.Schema]] = {
    table: pa.schema([pa.field(name.rstrip("?"), kind, nullable=name.endswith("?")) for name, kind in columns.items()])
    for table, columns in _COLUMNS.items()
}


def as_json() -> str:
    """The schemas to read and to compare, as kept in schemas/."""
    said: dict[str, list[dict[str, Any]]] = {
        table: [{"name": field.name, "type": str(field.type), "nullable": field.nullable} for field in schema]
        for table, schema in SCHEMAS.items()}
    lines = (f'  {json.dumps(table)}: [\n' + ",\n".join(f"    {json.dumps(field)}" for field in fields) + "\n  ]"
             for table, fields in said.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"
