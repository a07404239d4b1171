"""Files into a knowledge base: only what is new or changed, in several processes, safe against being killed.

Workers read, hash, parse and cut; this process alone writes. A batch is one transaction: what was said to be done is
in the file, and what was not is done by the next run. Concepts are linked at the end, over all documents.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from policydoc.pipeline import Extractor, record_bytes, register_only, registered
from policydoc.store import link, write
from policydoc.store.intake import Intake, intake
from policydoc.store.lock import writer
from policydoc.store.schema import connect
from policydoc.workers.crew import cores, crew
from policydoc.workers.garbage import undisturbed
from policydoc.workers.job import LIMIT, Job, Outcome, Trouble, outcomes, ranges

BATCH_FILES, BATCH_BYTES = 64, 1_000_000
"""What one transaction takes in."""


@dataclass(slots=True)
class Report:
    """What a build did, in files; `failed` says of each unreadable file why."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[tuple[str, Trouble]] = field(default_factory=list)


@dataclass(slots=True)
class Progress:
    """What a build calls while it works: `done(n)` files are in the file for good, of `total`."""

    total: Callable[[int], None] = lambda n: None
    done: Callable[[int], None] = lambda n: None
    waiting: Callable[[], None] = lambda: None
    linking: Callable[[], None] = lambda: None


def build(files: Sequence[str], path: str | Path, *, sync: bool, workers: int | None = None,
          time_limit: float = LIMIT, scheduler: str | None = None, progress: Progress | None = None) -> Report:
    """Put files into the knowledge base at `path`, which is made where it is missing.

    They are read by `workers` processes (default: one for each core), or by the workers of
    the Dask `scheduler`. With `sync`, files that are not given any more are taken out. Raises `StoreError` where
    `path` is something else.
    """
    path, progress, report = Path(path), progress or Progress(), Report()
    names = sorted({str(Path(file).resolve()) for file in files})
    job = Job(partial(_read, extractors=registered()), outcomes)
    workers = cores(len(names) + 1) if workers is None else workers  # those of an older policydoc may come besides
    with crew(job, workers, time_limit, scheduler) as run, writer(path, progress.waiting), undisturbed():
        db = connect(path, write=True)
        try:
            before = dict(db.execute("SELECT path, sha256 FROM files JOIN documents ON documents.id = document"))
            with write.transaction(db):
                if sync:
                    gone = sorted(set(before) - set(names))
                    write.forget(db, gone)
                    report.removed = len(gone)
                again = filter(os.path.isfile, write.outdated(db))
                todo = _known(db, sorted({*names, *again}), before, report)
            progress.total(len(todo))
            for found in run(ranges(todo, BATCH_FILES, BATCH_BYTES)):
                _keep(db, found, before, report)
                progress.done(len(found))
            with write.transaction(db):
                write.sweep(db)
                write.rename(db)
                progress.linking()
                link.link(db)
            settle(db)
        finally:
            db.close()
    return report


def _known(db: sqlite3.Connection, names: Sequence[str], before: dict[str, str], report: Report) -> list[str]:
    """Note the files whose bytes are known; the others, each content once."""
    todo: dict[str, str] = {}
    for name in names:
        try:
            digest = hashlib.sha256(Path(name).read_bytes()).hexdigest()
        except OSError as error:
            report.failed.append((name, error))
            continue
        document = write.document_of(db, digest)
        if document is None:
            todo[name] = digest
            continue
        write.file(db, name, document)
        _count(report, before.get(name), digest)
    return list(todo)


def _count(report: Report, old: str | None, new: str) -> None:
    if old is None:
        report.new += 1
    elif old == new:
        report.unchanged += 1
    else:
        report.changed += 1


def _read(file: str, extractors: dict[str, Extractor]) -> tuple[str, Intake]:
    """A worker's task: the hash of the bytes, and the rows."""
    register_only(extractors)
    data = Path(file).read_bytes()
    return hashlib.sha256(data).hexdigest(), intake(record_bytes(data, name=Path(file).name))


def _keep(db: sqlite3.Connection, found: list[Outcome[tuple[str, Intake]]], before: dict[str, str],
          report: Report) -> None:
    with write.transaction(db):
        for outcome in found:
            if outcome.value is not None:
                digest, rows = outcome.value
                write.file(db, outcome.file, write.add(db, rows))
                _count(report, before.get(outcome.file), digest)
            elif outcome.error is not None:
                report.failed.append((outcome.file, outcome.error))


def settle(db: sqlite3.Connection) -> None:
    """Leave one file without a journal beside it, unless somebody reads it right now."""
    db.execute("PRAGMA busy_timeout = 200")
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA journal_mode = DELETE").fetchone()


def remove(sources: Sequence[str], path: str | Path) -> list[str]:
    """Take files out by their paths, folders with all below them; gives back what named nothing.

    A file need not exist any more. Raises `StoreError` where `path` is no knowledge base.
    """
    path = Path(path)
    with writer(path, lambda: None):
        db = connect(path, write=True)
        try:
            with write.transaction(db):
                known = [row[0] for row in db.execute("SELECT path FROM files ORDER BY path")]
                named = {source: _below(Path(source).resolve(), known) for source in sources}
                write.forget(db, sorted(set().union(*named.values())))
                write.sweep(db)
                write.rename(db)
                link.link(db)
            settle(db)
        finally:
            db.close()
    return [source for source, files in named.items() if not files]


def _below(place: Path, known: Sequence[str]) -> list[str]:
    return [file for file in known if place == Path(file) or place in Path(file).parents]
