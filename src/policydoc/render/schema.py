"""The JSON Schema of the models, as kept in schemas/."""

from __future__ import annotations

import json

from pydantic import BaseModel

from policydoc.model.comparison import Comparison
from policydoc.model.document import Document

MODELS: dict[str, type[BaseModel]] = {"document": Document, "comparison": Comparison}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def as_json(name: str) -> str:
    """The schema of a model's JSON; keys in a fixed order, so that a change shows in a diff."""
    body = MODELS[name].model_json_schema(mode="serialization")
    return json.dumps({"$schema": _DIALECT, **body}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
