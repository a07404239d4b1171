"""A job on the workers of a Dask cluster: the same ranges, the same outcomes, the same order."""

from __future__ import annotations

import faulthandler
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from policydoc.errors import Crashed, MissingTool
from policydoc.workers.job import LIMIT, Job, Run, Trouble, do, outcomes

if TYPE_CHECKING:
    from distributed import Client, Future

R = TypeVar("R")

_AHEAD = 4
"""Ranges for each thread of the cluster that may be done before their turn."""
_RETRIES = 2
"""Times that a range is tried again where its result could not be written."""
_AGAIN = 3
"""Times that a range is done again whose workers died: that may be the doing of another range beside it."""


@contextmanager
def cluster(job: Job[Any, R], scheduler: str | Client, limit: float = LIMIT) -> Iterator[Run[R]]:
    """The workers of this scheduler, an address or a client; they must see the files under the same paths.

    Dask gives what a dead worker held to others. A file that kills worker after worker, or hangs, is an outcome with
    `Crashed`, and the rest is done. Raises `MissingTool` without the extra, OSError where no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingTool("在集群上运行需要 Dask", advice="请运行：pip install 'policydoc[dask]'") from error
    if isinstance(scheduler, Client):
        yield Cluster(job, scheduler, limit).run
        return
    with Client(scheduler) as client:
        yield Cluster(job, client, limit).run


class Cluster(Generic[R]):
    """Submits ranges a few ahead and takes their results in order."""

    def __init__(self, job: Job[Any, R], client: Client, limit: float) -> None:
        self.job, self.client, self.limit = job, client, limit

    def run(self, ranges: Iterable[list[str]]) -> Iterator[R]:
        waiting: deque[tuple[list[str], Future]] = deque()
        for files in ranges:
            waiting.append((files, self._submit(self.job, files)))
            while len(waiting) > _AHEAD * max(1, sum(self.client.nthreads().values())):
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def _submit(self, job: Job[Any, Any], files: list[str], lost: Mapping[int, Trouble] | None = None) -> Future:
        return self.client.submit(_do, job, files, lost or {}, self.limit, pure=False, retries=_RETRIES)

    def _result(self, files: list[str], future: Future) -> R:
        from distributed import KilledWorker

        lost: dict[int, Trouble] = {}
        for _ in range(_AGAIN):
            try:
                result: R = future.result()
                return result
            except KilledWorker:
                lost |= self._culprits(files, lost)
                future = self._submit(self.job, files, lost)
        last: R = future.result()
        return last

    def _culprits(self, files: list[str], known: Mapping[int, Trouble]) -> dict[int, Trouble]:
        """The other files that kill their worker also when they are alone, by their place in the range."""
        from distributed import KilledWorker

        alone = Job(self.job.each, outcomes)
        lost: dict[int, Trouble] = {}
        for at, file in enumerate(files):
            if at in known:
                continue
            try:
                self._submit(alone, [file]).result()
            except KilledWorker:
                lost[at] = Crashed(f"处理该文件的工作进程一再中断，或处理超过 {self.limit:g} 秒", name=Path(file).name,
                                   advice="可能内存不足，或文件触发了底层库的缺陷；请单独处理该文件")
        return lost


def _do(job: Job[Any, R], files: list[str], lost: Mapping[int, Trouble], limit: float) -> R:
    """The task of a Dask worker. A file that hangs ends the process, which its nanny starts anew."""
    from distributed import get_worker

    guarded = get_worker().nanny is not None

    def mark(place: int | None) -> None:
        if guarded:
            faulthandler.cancel_dump_traceback_later()
            if place is not None:
                faulthandler.dump_traceback_later(limit, exit=True)

    return do(job, files, lost, mark)
