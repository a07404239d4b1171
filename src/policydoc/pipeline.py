"""bytes → SourceText → tree → facts → Document: the whole way, as a list that can be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from policydoc import readers, structure
from policydoc.errors import BadEncoding, StrictError
from policydoc.extract import (
    abbreviations,
    actors,
    citations,
    deadlines,
    frequency,
    guiding,
    quotes,
    slogans,
    targets,
)
from policydoc.model.draft import Draft, Record
from policydoc.model.source import SCHEMA_VERSION, Location, SourceText
from policydoc.workers.garbage import undisturbed

if TYPE_CHECKING:
    from policydoc.model.document import Document

Extractor = Callable[[Draft], list[Record]]
Places = list[tuple[int, Location]]

STAGES: list[tuple[str, Extractor]] = [
    ("quoted_terms", quotes.extract),
    ("slogans", slogans.extract),
    ("guiding_formulae", guiding.extract),
    ("abbreviations", abbreviations.extract),
    ("citations", citations.extract),
    ("responsibilities", actors.extract),
    ("deadlines", deadlines.extract),
    ("targets", targets.extract),
    ("frequency_obligations", frequency.extract),
]
"""Extractors by the field of `Document` that they fill; each may read the facts of those before it."""

FIELDS = ("title", "year", "issuer", "doc_type", "doc_number", "date")
"""The fields of `Document` that structure reads off the front matter and the closing."""

_registered: dict[str, Extractor] = {}


def register(name: str, extractor: Extractor) -> None:
    """Run `extractor` on every document from now on; its records come out under `document.annotations[name]`.

    The extractor gets the `Draft` and returns records made by `draft.fact(rule, start, end, values={…})`.
    Registering a name again replaces its extractor. Raises ValueError for a name that is no identifier.
    """
    if not name.isidentifier():
        raise ValueError(f"{name!r} is no identifier: choose a name like 'budget_items'")
    _registered[name] = extractor


def registered() -> dict[str, Extractor]:
    """The extractors that `register` was given."""
    return dict(_registered)


def register_only(extractors: dict[str, Extractor]) -> None:
    """Have these extractors registered and no others: a worker must find what its parent would."""
    if _registered != extractors:
        _registered.clear()
        _registered.update(extractors)


def parse(path: str | Path, *, strict: bool = False) -> Document:
    """Read and parse one file of any known format.

    Raises `ReadError` where the file cannot be read at all, OSError where there is none, and with `strict`
    `StrictError` at the first diagnostic of severity error.
    """
    path = Path(path)
    return parse_bytes(path.read_bytes(), name=path.name, strict=strict)


def parse_bytes(data: bytes, *, name: str = "", strict: bool = False) -> Document:
    """Parse the bytes of a file; `name` serves messages, and where the content alone does not tell the format."""
    source = readers.read(data, name)
    return _document(source, name, data, strict)


def parse_text(text: str, *, name: str = "", strict: bool = False) -> Document:
    """Parse a text that is decoded already. Line ends are normalised to \\n; nothing else is changed.

    Raises `BadEncoding` for a text that no file can hold (lone surrogates).
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise BadEncoding(f"第 {error.start + 1} 个字符是单独的代理码位", name=name,
                          advice="请严格解码文件，不要使用 errors='surrogateescape'") from error
    source = readers.from_text(text)
    return _document(source, name, data, strict)


def record_bytes(data: bytes, *, name: str = "", strict: bool = False) -> Record:
    """What `parse_bytes(…).model_dump(mode="json")` gives, made without loading the models.

    For the command line, which starts in half the time without them. A test holds both equal on every document.
    """
    return record_with_places(data, name=name, strict=strict)[0]


def record_with_places(data: bytes, *, name: str = "", strict: bool = False) -> tuple[Record, Places]:
    """The same with the way back to the source: what `Document.build` makes a document of."""
    source = readers.read(data, name)
    return _record(source, name, data, strict), source.places


@undisturbed()
def _document(source: SourceText, name: str, data: bytes, strict: bool) -> Document:
    from policydoc.model.document import Document

    return Document.build(_record(source, name, data, strict), source.places)


@undisturbed()
def _record(source: SourceText, name: str, data: bytes, strict: bool) -> Record:
    draft = Draft(source, name)
    draft.diagnostics.extend(source.diagnostics)
    structure.build(draft)
    for field, extract in STAGES:
        draft.facts[field] = extract(draft)
    annotations = {field: extract(draft) for field, extract in _registered.items()}
    diagnostics = sorted(draft.diagnostics, key=lambda d: (d["start"], d["end"], d["code"]))
    if strict:
        _check(diagnostics, draft)
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {"name": name, "format": source.format, "encoding": source.encoding,
                   "sha256": hashlib.sha256(data).hexdigest()},
        **{name: draft.fields.get(name) for name in FIELDS},
        "text": draft.text, "front_matter": draft.front, "provisions": structure.records(draft),
        **draft.facts, "annotations": annotations, "diagnostics": diagnostics,
        "furniture": [asdict(piece) for piece in source.furniture],
    }


def _check(diagnostics: list[Record], draft: Draft) -> None:
    for diagnostic in diagnostics:
        if diagnostic["severity"] == "error":
            line = draft.text.count("\n", 0, diagnostic["start"]) + 1
            raise StrictError(f"{draft.name}:{line}: {diagnostic['code']}: {diagnostic['message']}")
