"""bytes → SourceText → tree → facts → Document: the whole way, as a list that can be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

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
from policydoc.model.document import Document
from policydoc.model.draft import Draft, Record
from policydoc.model.source import SourceText

Extractor = Callable[[Draft], list[Record]]

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

_registered: dict[str, Extractor] = {}


def register(name: str, extractor: Extractor) -> None:
    """Run `extractor` on every document from now on; its records come out under `document.annotations[name]`.

    The extractor gets the `Draft` and returns records made by `draft.fact(rule, start, end, values={…})`.
    Registering a name again replaces its extractor. Raises ValueError for a name that is no identifier.
    """
    if not name.isidentifier():
        raise ValueError(f"{name!r} is no identifier: choose a name like 'budget_items'")
    _registered[name] = extractor


def parse(path: str | Path, *, strict: bool = False) -> Document:
    """Read and parse one file of any known format.

    Raises `ReadError` where the file cannot be read at all, OSError where there is none, and with `strict`
    `StrictError` at the first diagnostic of severity error.
    """
    path = Path(path)
    return parse_bytes(path.read_bytes(), name=path.name, strict=strict)


def parse_bytes(data: bytes, *, name: str = "", strict: bool = False) -> Document:
    """Parse the bytes of a file; `name` serves messages, and where the content alone does not tell the format."""
    return _run(readers.read(data, name), name, hashlib.sha256(data).hexdigest(), strict)


def parse_text(text: str, *, name: str = "", strict: bool = False) -> Document:
    """Parse a text that is decoded already. Line ends are normalised to \\n; nothing else is changed.

    Raises `BadEncoding` for a text that no file can hold (lone surrogates).
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise BadEncoding(f"第 {error.start + 1} 个字符是单独的代理码位", name=name,
                          advice="请严格解码文件，不要使用 errors='surrogateescape'") from error
    return _run(readers.from_text(text), name, hashlib.sha256(data).hexdigest(), strict)


def parse_many(paths: Iterable[str | Path], *, strict: bool = False) -> Iterator[Document]:
    """Parse files one after the other, in their order, keeping none."""
    for path in paths:
        yield parse(path, strict=strict)


def _run(source: SourceText, name: str, sha256: str, strict: bool) -> Document:
    draft = Draft(source, name)
    draft.diagnostics.extend(source.diagnostics)
    structure.build(draft)
    for field, extract in STAGES:
        draft.facts[field] = extract(draft)
    annotations = {field: extract(draft) for field, extract in _registered.items()}
    document = Document.build({
        "source": {"name": name, "format": source.format, "encoding": source.encoding, "sha256": sha256},
        **draft.fields, "text": draft.text, "front_matter": draft.front, "provisions": structure.records(draft),
        **draft.facts, "annotations": annotations,
        "diagnostics": sorted(draft.diagnostics, key=lambda d: (d["start"], d["end"], d["code"])),
        "furniture": source.furniture,
    }, source.places)
    if strict:
        _check(document)
    return document


def _check(document: Document) -> None:
    for diagnostic in document.diagnostics:
        if diagnostic.severity == "error":
            line = document.locate(diagnostic.start).line
            raise StrictError(f"{document.source.name}:{line}: {diagnostic.code}: {diagnostic.message}")
