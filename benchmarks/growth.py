"""How the processor time of every stage grows with the text: 1, 2, 4 … 64 times the same text, as an exponent."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.table import Row, seconds
from benchmarks.texts import plan, texts
from policydoc import pipeline, readers, structure
from policydoc.checks import check
from policydoc.comparison import compare
from policydoc.graph import build_graph
from policydoc.graph.chunks import chunks
from policydoc.model.document import Document
from policydoc.model.draft import Draft
from policydoc.store.build import build
from policydoc.store.intake import intake
from policydoc.workers.garbage import undisturbed

SIZES = [2**n for n in range(7)]
UNIT = 20_000
"""Characters of the text that is repeated."""

Stage = tuple[str, Callable[[], object]]


def rows(folder: Path) -> Iterator[Row]:
    unit = "\n".join(texts(folder, UNIT))[:UNIT]
    yield from grown(lambda size: stages(unit * size), "≤ 1.1")
    yield from grown(compared, "≤ 2.1")
    with TemporaryDirectory() as place:
        yield from grown(lambda size: [("kb build", partial(built, Path(place) / str(size), unit, size))], "≤ 1.1")


def grown(stages: Callable[[int], list[Stage]], bound: str) -> Iterator[Row]:
    """The slope of log time over log size, by least squares over the best of three runs; beside it that of the
    larger half of the sizes.
    """
    times: dict[str, list[float]] = {}
    for size in SIZES:
        for name, work in stages(size):
            gc.collect()
            times.setdefault(name, []).append(min(seconds(work, time.process_time) for _ in range(3)))
    logs, half = [math.log(size) for size in SIZES], len(SIZES) // 2
    for name, taken in times.items():
        heights = [math.log(max(took, 1e-6)) for took in taken]
        yield Row(f"growth of {name}", f"{statistics.linear_regression(logs, heights).slope:.2f}",
                  f"{statistics.linear_regression(logs[half:], heights[half:]).slope:.2f} from 8 to 64", bound)


def compared(size: int) -> list[Stage]:
    """Two plans of 12 items and more: at most with the product of the two numbers."""
    return [("compare", partial(compare, *(pipeline.parse_text(plan(12 * size, year)) for year in (1, 2))))]


def stages(text: str) -> list[Stage]:
    """Everything that is done to one text, each over what was done before it and as the pipeline does it."""
    data = text.encode()
    draft = read(data)
    works: list[Stage] = [("readers", lambda: readers.read(data)), ("structure", lambda: built_tree(data))]
    structure.build(draft)
    for field, extract in pipeline.STAGES:
        draft.facts[field] = extract(draft)
        works.append((field, partial(extract, draft)))
    record = pipeline.record_bytes(data)
    document = Document.build(record, [])
    others: dict[str, Callable[[Any], object]] = {
        "chunks": lambda document: list(chunks(document, 500)), "check": check, "build_graph": build_graph}
    works += [("models", lambda: Document.build(record, [])), ("rows of the knowledge base", lambda: intake(record))]
    return [*((name, undisturbed()(work)) for name, work in works), ("parse", lambda: pipeline.parse_bytes(data)),
            *((name, partial(work, document)) for name, work in others.items())]


def read(data: bytes) -> Draft:
    return Draft(readers.read(data))


def built_tree(data: bytes) -> None:
    draft = read(data)
    structure.build(draft)
    structure.records(draft)


def built(place: Path, unit: str, size: int) -> None:
    """A knowledge base of so many documents, each with a number of its own."""
    place.mkdir(exist_ok=True)
    for n in range(size):
        (place / f"{n}.txt").write_text(f"{unit}\n第{n}号。\n", encoding="utf-8")
    kb = place.with_suffix(".kb")
    kb.unlink(missing_ok=True)
    build([str(path) for path in place.iterdir()], kb, sync=True, workers=0)
