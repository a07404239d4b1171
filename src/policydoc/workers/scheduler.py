"""A job in several processes of this machine: every core busy, memory bounded, no file able to stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from policydoc.errors import Crashed, ReadError, TookTooLong
from policydoc.workers.job import Job
from policydoc.workers.process import Task, Worker

R = TypeVar("R")

_EACH = 2
"""Tasks that a worker holds, so that it need not wait for the next."""
_AHEAD = 4
"""Tasks for each worker that may be done before their turn."""
_STILLBORN = 3
"""Workers that die before their first file before it is no file's fault."""


class Scheduler(Generic[R]):
    """Who holds which task, which results wait for their turn."""

    def __init__(self, job: Job[Any, R], workers: int, limit: float) -> None:
        self.job, self.limit = job, limit
        self.stillborn = 0
        self.again: list[Task] = []
        self.done: dict[int, R] = {}
        self.workers = [Worker(job) for _ in range(workers)]

    def run(self, ranges: Iterable[list[str]]) -> Iterator[R]:
        tasks = (Task(number, files) for number, files in enumerate(ranges))
        turn = given = 0
        while True:
            while worker := self._free(turn, given):
                task = self.again.pop(0) if self.again else next(tasks, None)
                if task is None:
                    break
                given = max(given, task.number + 1)
                worker.give(task)
            if turn == given:
                return
            self._receive(0 if turn in self.done else None)
            if turn in self.done:
                yield self.done.pop(turn)
                turn += 1

    def end(self) -> None:
        for worker in self.workers:
            worker.end()

    def _free(self, turn: int, given: int) -> Worker | None:
        """A worker for the next task, unless enough is done ahead of its turn."""
        if not self.again and given - turn >= _AHEAD * len(self.workers):
            return None
        worker = min(self.workers, key=lambda worker: len(worker.held))
        return worker if len(worker.held) < _EACH else None

    def _receive(self, patience: float | None) -> None:
        """Take the answers that are there, waiting for one if there is no hurry; replace who died or hangs."""
        busy = {worker.connection: worker for worker in self.workers if worker.held}
        if patience is None:
            patience = max(0.0, min(worker.left(self.limit) for worker in busy.values())) + 0.01
        ready = wait(list(busy), patience)
        for connection, worker in busy.items():
            if connection in ready:
                self._answer(worker)
            elif worker.left(self.limit) < 0:
                self._replace(worker, hangs=True)

    def _answer(self, worker: Worker) -> None:
        try:
            number, result, error = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker, hangs=False)
            return
        if error is not None:
            raise error
        self.done[number] = result
        worker.held = type(worker.held)(task for task in worker.held if task.number != number)
        self.stillborn = 0

    def _replace(self, worker: Worker, *, hangs: bool) -> None:
        """A new worker in the place of one that is dead or hangs; what it held is done again, without the culprit.

        A file may have died of somebody else's kill: it is tried once more.
        """
        code = worker.end()
        at = worker.at()
        if at is None:
            self.stillborn += 1
            if self.stillborn == _STILLBORN:
                raise Crashed(f"工作进程无法启动（退出码 {code}）", advice="请检查内存与安装，或改用 --workers 0")
        else:
            _blame(*at, code, None if not hangs else self.limit)
        self.again = sorted([*self.again, *worker.held], key=lambda task: task.number)
        self.workers[self.workers.index(worker)] = Worker(self.job)


def _blame(task: Task, place: int | None, code: int, limit: float | None) -> None:
    """Note what the file did. Raises `Crashed` where the range as a whole kills its worker again."""
    if limit is None and place not in task.crashes:
        task.crashes.add(place)
        return
    how = f"信号 {-code}" if code < 0 else f"退出码 {code}"
    if place is None:
        raise Crashed(f"写入一批文件的结果时工作进程中断（{how}）", advice="请检查内存与磁盘空间")
    name = Path(task.files[place]).name
    error: ReadError = Crashed(f"处理该文件的工作进程中断（{how}）", name=name,
                               advice="可能内存不足，或文件触发了底层库的缺陷；请单独处理该文件")
    if limit is not None:
        error = TookTooLong(f"处理超过 {limit:g} 秒", name=name, advice="请单独处理该文件，或用 --time-limit 放宽时限")
    task.lost[place] = error
