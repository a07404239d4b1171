"""Files into a folder of Parquet parts: each content once, nothing written again, whole after a kill.

    OUT/documents/<hash>.parquet, OUT/provisions/<hash>.parquet, …

A part is named by the hashes of the documents in it. Workers write; the file in documents/ is written last, so that
its name there says that the part is whole.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from policydoc.errors import MissingTool
from policydoc.pipeline import Extractor, record_bytes, register_only, registered
from policydoc.tables.rows import rows
from policydoc.version import __version__
from policydoc.workers.crew import crew
from policydoc.workers.job import LIMIT, Job, Outcome, Trouble, outcomes, ranges

if TYPE_CHECKING:
    import pyarrow as pa
    from distributed import Client

    Batches = dict[str, pa.RecordBatch]

FILES, BYTES = 256, 4_000_000
"""A part: small enough that every core has one, large enough to be read fast."""

_LAST: Final = "documents"


@dataclass(slots=True)
class Report:
    """What a run did, in files; `known` are those whose content was in the tables or came before."""

    new: int = 0
    known: int = 0
    failed: list[tuple[str, Trouble]] = field(default_factory=list)


def write(paths: Iterable[str], out: Path, *, workers: int, time_limit: float = LIMIT,
          scheduler: str | Client | None = None, part: int = FILES, total: Callable[[int], None] = lambda n: None,
          done: Callable[[int], None] = lambda n: None) -> Report:
    """Parse what is not in the tables at `out` yet, `part` files to a part.

    `total` hears how many files there are to parse, `done` how many more are in the tables for good.
    Raises `MissingTool` without pyarrow.
    """
    _needs_pyarrow()
    report = Report()
    hands = partial(crew, workers=workers, limit=time_limit, scheduler=scheduler)
    job = Job(partial(_batches, extractors=registered()), partial(_written, out))
    with hands(Job(_digest, outcomes)) as hashed, hands(job) as parse:
        known = _known(out)
        todo = []
        for found in hashed(ranges(paths)):
            for outcome in found:
                if outcome.error is not None:
                    report.failed.append((outcome.file, outcome.error))
                elif outcome.value in known:
                    report.known += 1
                else:
                    known.add(outcome.value)
                    todo.append(outcome.file)
        total(len(todo))
        for failed, files in parse(ranges(todo, part, BYTES * max(1, part // FILES))):
            report.failed += failed
            report.new += files - len(failed)
            done(files)
    return report


def schemas() -> str:
    """The Arrow types of the tables, as JSON. Raises `MissingTool` without pyarrow."""
    _needs_pyarrow()
    from policydoc.tables.schemas import as_json

    return as_json()


def _needs_pyarrow() -> None:
    """Found, not imported: a process forks best without it."""
    if find_spec("pyarrow") is None:
        raise MissingTool("写 Parquet 需要 pyarrow", advice="请运行：pip install 'policydoc[parquet]'")


def _digest(file: str) -> str:
    with Path(file).open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _known(out: Path) -> set[str | None]:
    """The documents that are in the tables. Parts that a killed run left unfinished are taken away."""
    from pyarrow import parquet

    from policydoc.tables.schemas import SCHEMAS

    for table in SCHEMAS:
        (out / table).mkdir(parents=True, exist_ok=True)
    whole = {path.name for path in (out / _LAST).glob("*.parquet")}
    for path in [path for table in SCHEMAS for path in (out / table).iterdir()]:
        if path.name not in whole:
            path.unlink()
    return {digest for name in sorted(whole)
            for digest in parquet.read_table(out / _LAST / name, columns=["document"])["document"].to_pylist()}


def _batches(file: str, extractors: dict[str, Extractor]) -> Batches:
    """A worker's task: the rows of one document, by table."""
    import pyarrow as pa

    from policydoc.tables.schemas import SCHEMAS

    register_only(extractors)
    path = Path(file)
    found: dict[str, list[dict[str, Any]]] = rows(record_bytes(path.read_bytes(), name=path.name), file)
    return {table: pa.RecordBatch.from_pydict({name: [row.get(name) for row in found[table]] for name in schema.names},
                                              schema)
            for table, schema in SCHEMAS.items()}


def _written(out: Path, found: list[Outcome[Batches]]) -> tuple[list[tuple[str, Trouble]], int]:
    """Write a part in the worker; what failed, and how many files there were."""
    import pyarrow as pa
    from pyarrow import parquet

    from policydoc.tables.schemas import SCHEMAS

    batches = [outcome.value for outcome in found if outcome.value is not None]
    if batches:
        documents = [batch[_LAST]["document"][0].as_py() for batch in batches]
        name = hashlib.sha256("\n".join([__version__, *documents]).encode()).hexdigest()[:16] + ".parquet"
        for table in sorted(SCHEMAS, key=lambda table: table == _LAST):
            whole = pa.Table.from_batches([batch[table] for batch in batches], SCHEMAS[table]).combine_chunks()
            draft = out / table / f".{name}.{secrets.token_hex(4)}"
            parquet.write_table(whole, draft, compression="zstd")
            draft.replace(out / table / name)
    return [(outcome.file, outcome.error) for outcome in found if outcome.error is not None], len(found)
