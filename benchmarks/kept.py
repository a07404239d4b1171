"""Bytes that a kept `Document` holds, against the bytes of its text."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Row
from benchmarks.texts import texts
from policydoc import Document, parse_text


def rows(folder: Path) -> Iterator[Row]:
    """All are kept together; a first round leaves behind what is no document's: patterns, and the room of the
    interpreter's table of shared strings.
    """
    sources = texts(folder)
    documents: list[Document] = [parse_text(source) for source in sources]
    documents.clear()
    ratios = []
    tracemalloc.start()
    for source in sources:
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        documents.append(parse_text(source))
        gc.collect()
        ratios.append((tracemalloc.get_traced_memory()[0] - before) / len(source.encode()))
    whole = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    size = sum(len(source.encode()) for source in sources)
    yield Row("kept Document / its text in UTF-8, bytes", f"{whole / size:.1f}",
              f"{min(ratios):.1f} to {max(ratios):.1f}", "≤ 8")
