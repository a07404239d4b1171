"""Files into a knowledge base: only what is new or changed, in several processes, safe against being killed.

Workers read, hash, parse and cut; this process alone writes. A batch is one transaction: what was said to be done is
in the file, and what was not is done by the next run. Concepts are linked at the end, over all documents.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from policydoc.errors import ReadError
from policydoc.pipeline import parse_bytes
from policydoc.store import link, write
from policydoc.store.intake import Intake, intake
from policydoc.store.lock import writer
from policydoc.store.pool import pool, undisturbed
from policydoc.store.schema import connect

BATCH_BYTES = 1_000_000
BATCH_FILES = 64


@dataclass(slots=True)
class Report:
    """What a build did, in files; `failed` says of each unreadable file why."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[tuple[str, ReadError | OSError]] = field(default_factory=list)


@dataclass(slots=True)
class Progress:
    """What a build calls while it works: `done(n)` files are in the file for good, of `total`."""

    total: Callable[[int], None] = lambda n: None
    done: Callable[[int], None] = lambda n: None
    waiting: Callable[[], None] = lambda: None
    linking: Callable[[], None] = lambda: None


Outcome = tuple[str, str, Intake | ReadError | OSError | None]
"""A file, the hash of its bytes, and what came of it."""


def build(files: Sequence[str], path: str | Path, *, sync: bool, processes: int | None = None,
          progress: Progress | None = None) -> Report:
    """Put files into the knowledge base at `path`, which is made where it is missing.

    With `sync`, files that are not given any more are taken out. Raises `StoreError` where `path` is something else.
    """
    path, progress, report = Path(path), progress or Progress(), Report()
    names = sorted({str(Path(file).resolve()) for file in files})
    with pool(processes or os.cpu_count() or 1, names) as run, writer(path, progress.waiting), undisturbed():
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
            for outcomes in run(read, batches(todo)):
                _keep(db, outcomes, before, report)
                progress.done(len(outcomes))
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


def batches(files: Sequence[str]) -> Iterator[list[str]]:
    """Runs of files of about equal size: enough for a worker to be worth the way, few enough to lose."""
    batch: list[str] = []
    size = 0
    for file in files:
        batch.append(file)
        size += _size(file)
        if size >= BATCH_BYTES or len(batch) >= BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0


def read(files: list[str]) -> list[Outcome]:
    """A worker's task."""
    return [_read(file) for file in files]


def _read(file: str) -> Outcome:
    try:
        data = Path(file).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        return file, digest, intake(parse_bytes(data, name=Path(file).name))
    except (ReadError, OSError) as error:
        return file, "", error


def _keep(db: sqlite3.Connection, outcomes: list[Outcome], before: dict[str, str], report: Report) -> None:
    with write.transaction(db):
        for file, digest, found in outcomes:
            if isinstance(found, Intake):
                write.file(db, file, write.add(db, found))
                _count(report, before.get(file), digest)
            elif found is not None:
                report.failed.append((file, found))


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
