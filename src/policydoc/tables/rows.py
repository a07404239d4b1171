"""The record of a document → its rows by table, in the order of the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from policydoc.model.draft import Record
from policydoc.version import __version__

Rows = dict[str, list[Record]]

MENTIONS: Final = ("quoted_terms", "slogans", "guiding_formulae", "abbreviations", "responsibilities", "deadlines",
                   "targets")
"""Fields whose facts are rows of `mentions`; obligations and citations have tables of their own."""

_PLACE: Final = ("provision", "start", "end", "text", "rule")


def rows(record: Record, path: str) -> Rows:
    """All rows of one document that was read from `path`."""
    document = record["source"]["sha256"]
    found = {
        "documents": [_document(record, path)],
        "provisions": list(_provisions(record["provisions"], None)),
        "mentions": list(_mentions(record)),
        "obligations": [_obligation(fact) for fact in record["frequency_obligations"]],
        "citations": [_citation(fact) for fact in record["citations"]],
    }
    for table in found.values():
        for position, row in enumerate(table):
            row["document"] = document
            row["position"] = position
    return found


def _document(record: Record, path: str) -> Record:
    grave = [diagnostic["severity"] for diagnostic in record["diagnostics"]]
    return {**record, **record["source"], "path": path, "chars": len(record["text"]), "parser": __version__,
            "errors": grave.count("error"), "warnings": grave.count("warning")}


def _provisions(nodes: list[Record], parent: str | None) -> Iterator[Record]:
    for node in nodes:
        yield {**node, "provision": node["id"], "parent": parent, "leaf": not node["children"]}
        yield from _provisions(node["children"], node["id"])


def _mentions(record: Record) -> Iterator[Record]:
    fields = {field: record[field] for field in MENTIONS} | record["annotations"]
    for field, facts in fields.items():
        for fact in facts:
            values = {name: value for name, value in fact.items() if name not in _PLACE}
            yield {**_place(fact), "field": field, "kind": fact.get("kind") or fact.get("role"),
                   "values": json.dumps(values, ensure_ascii=False)}


def _obligation(fact: Record) -> Record:
    said = {name: _text(fact[name]) for name in ("cue", "anchor", "event", "action")}
    return {**fact, **said, **_flat(fact, "period", "n", "unit"), **_flat(fact, "count", "min", "max"),
            **_flat(fact, "quantity", "min", "max", "unit"), **_flat(fact, "timex", "value", "quant", "freq", "mod"),
            "actors": [actor["text"] for actor in fact["actors"]]}


def _citation(fact: Record) -> Record:
    return {**fact, **(fact["doc_number"] or {}), **_flat(fact, "meeting", "body", "term", "session")}


def _place(fact: Record) -> Record:
    return {name: fact[name] for name in _PLACE}


def _text(mention: Record | None) -> str | None:
    return None if mention is None else mention["text"]


def _flat(fact: Record, name: str, *parts: str) -> dict[str, Any]:
    """{"period": {"n": 1}} → {"period_n": 1}; all None where there is no period."""
    value = fact[name] or {}
    return {f"{name}_{part}": value.get(part) for part in parts}
