"""Who does a job: this process, several of this machine, or a cluster. Only what is asked for is imported."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from policydoc.workers.job import LIMIT, Job, Run, do

if TYPE_CHECKING:
    from distributed import Client

R = TypeVar("R")


def cores(files: int) -> int:
    """Workers for so many files: one for each core that this process may use; none for one file alone."""
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(free, files) if files > 1 else 0


@contextmanager
def crew(job: Job[Any, R], workers: int, limit: float = LIMIT,
         scheduler: str | Client | None = None) -> Iterator[Run[R]]:
    """The workers of the Dask `scheduler`, or so many processes that end with the block, or none: it is done here.

    A file that kills its worker again, or takes longer than `limit` seconds, is an outcome with `Crashed` or
    `TookTooLong`, and the rest is done. Here, there is no such protection.
    """
    if scheduler is not None:
        from policydoc.workers.cluster import cluster

        with cluster(job, scheduler, limit) as run:
            yield run
    elif workers:
        from policydoc.workers.scheduler import Scheduler

        processes = Scheduler(job, workers, limit)
        try:
            yield processes.run
        finally:
            processes.end()
    else:
        yield lambda ranges: (do(job, files, {}, lambda place: None) for files in ranges)
