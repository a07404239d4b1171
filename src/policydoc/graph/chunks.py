"""Retrieval chunks: stretches of a document that stand for themselves, with the way to them and their concepts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from policydoc.chars import sentences
from policydoc.graph import records
from policydoc.graph.concepts import inventory, labels
from policydoc.graph.linking import Linker, lexicon_labels
from policydoc.graph.mentions import linked
from policydoc.graph.records import SEPARATOR
from policydoc.graph.rows import DocumentRecords, ProvisionRow
from policydoc.model.document import Document
from policydoc.model.knowledge import Chunk

LIMIT: Final = 800
_CLAUSE: Final = re.compile(r"[，：,:]")
_LISTED: Final = re.compile("、")
Span = tuple[int, int]


def chunks(document: Document, limit: int = LIMIT) -> Iterator[Chunk]:
    """The chunks of a document in the order of its text; together they hold all of its tree but a list of contents.

    A chunk has at most `limit` characters and stays within one item (or article, or chapter without items); it ends
    where a sentence ends. A sentence longer than `limit` is cut behind a comma where there is one. Raises ValueError
    for a limit below 1.
    """
    if limit < 1:
        raise ValueError(f"a chunk of {limit} characters holds nothing: the limit must be 1 or more")
    rows = records.of(document)
    concepts = inventory([rows])
    names = _lexicon() | {key: concept.label for key, concept in concepts.items()}
    found = sorted((row.start, row.end, names[row.key])
                   for row in [*rows.mentions, *linked(rows, Linker(labels(concepts.values())))])
    yield from of_rows(rows, found, limit)


@cache
def _lexicon() -> dict[str, str]:
    return {entry.key: entry.label for entry in lexicon_labels()}


def of_rows(rows: DocumentRecords, found: Sequence[tuple[int, int, str]], limit: int = LIMIT) -> Iterator[Chunk]:
    """The same from records; `found` are (start, end, label) of all mentions, in order."""
    numbers: dict[str, int] = {}
    at = 0
    for provision, pieces in _groups(rows):
        for start, end in _packed(rows.text, pieces, limit):
            number = numbers[provision.id] = numbers.get(provision.id, 0) + 1
            while at < len(found) and found[at][0] < start:
                at += 1
            inside = []
            while at < len(found) and found[at][0] < end:
                if found[at][1] <= end:
                    inside.append(found[at][2])
                at += 1
            yield Chunk(id=f"{rows.id}/{provision.id}#{number}", document=rows.id,
                        path=SEPARATOR.join(part for part in (rows.title, provision.path) if part), year=rows.year,
                        provision=provision.id, start=start, end=end, text=rows.text[start:end],
                        concepts=list(dict.fromkeys(inside)))


def _groups(rows: DocumentRecords) -> Iterator[tuple[ProvisionRow, list[Span]]]:
    """Leaves that share their path, by their first one; a title line goes with what it stands above."""
    group: list[ProvisionRow] = []
    for leaf in rows.provisions:
        if not leaf.leaf or leaf.kind == "toc":
            continue
        if group and leaf.path != group[-1].path and not _heads(group, leaf):
            yield group[-1], [(row.start, row.end) for row in group]
            group = []
        group.append(leaf)
    if group:
        yield group[-1], [(row.start, row.end) for row in group]


def _heads(group: list[ProvisionRow], leaf: ProvisionRow) -> bool:
    return all(row.kind == "title" for row in group) and leaf.path.startswith(group[-1].path)


def _packed(text: str, leaves: list[Span], limit: int) -> Iterator[Span]:
    """Spans of whole sentences, as many as fit."""
    held: Span | None = None
    for leaf in leaves:
        for sentence in sentences(text, *leaf):
            for start, end in _cut(text, *sentence, limit):
                if held and end - held[0] <= limit:
                    held = held[0], end
                    continue
                if held:
                    yield held
                held = start, end
    if held:
        yield held


def _cut(text: str, start: int, end: int, limit: int) -> Iterator[Span]:
    """A sentence, or the parts of one that is longer than the limit: it breaks at ， rather than at 、."""
    while end - start > limit:
        stop = _last(_CLAUSE, text, start, limit) or _last(_LISTED, text, start, limit) or start + limit
        yield start, stop
        start = stop
    yield start, end


def _last(mark: re.Pattern[str], text: str, start: int, limit: int) -> int:
    """The offset behind the last such mark within the limit, 0 where there is none."""
    return max((found.end() for found in mark.finditer(text, start, start + limit)), default=0)
