"""schemas/ holds what the models say today, and the JSON that comes out obeys it."""

from __future__ import annotations

import json

import jsonschema
import pytest

import policydoc
from conftest import CORPUS, ROOT
from policydoc.render import schema


@pytest.mark.parametrize("name", schema.MODELS)
def test_schema_is_current(name: str) -> None:
    kept = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert kept == schema.as_json(name), f"run: policydoc schema {name} -o schemas/{name}.schema.json"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda p: p.name)
def test_documents_obey_the_schema(path: object) -> None:
    document = policydoc.parse(str(path))
    jsonschema.Draft202012Validator(json.loads(schema.as_json("document"))).validate(document.model_dump(mode="json"))
