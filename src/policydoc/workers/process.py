"""One process that works: started with its job, told ranges of files, gone when its parent is."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import MutableSequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from policydoc.workers.job import Job, Trouble, do

_IDLE = -1.0


@dataclass(slots=True)
class Task:
    """A range of files with its number; `lost` and `crashes` by the place of a file in it, `None` for the whole."""

    number: int
    files: list[str]
    lost: dict[int, Trouble] = field(default_factory=dict)
    crashes: set[int | None] = field(default_factory=set)


class Worker:
    """The parent's side. `held` are the tasks it has been given and has not answered.

    What it is at stands in shared memory, [number of the task, place of the file, since when]: it can be read when
    the process is dead or hangs with every thread.
    """

    def __init__(self, job: Job[Any, Any]) -> None:
        forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
        context = multiprocessing.get_context("fork" if forks else "spawn")
        self.held: deque[Task] = deque()
        self._at = context.RawArray("d", [_IDLE, _IDLE, 0.0])
        self.connection, theirs = context.Pipe()
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self._at, job, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        self.held.append(task)
        with suppress(OSError):  # a worker that is dead is found dead when its answer is awaited
            self.connection.send(task)

    def at(self) -> tuple[Task, int | None] | None:
        """The task and the place of the file that it is at; None between two tasks."""
        number, place, _ = self._at
        task = next((task for task in self.held if task.number == number), None)
        return None if task is None else (task, None if place == _IDLE else int(place))

    def left(self, limit: float) -> float:
        """Seconds until the file that it is at has taken too long."""
        _, place, since = self._at
        return limit if place == _IDLE else since + limit - time.monotonic()

    def end(self) -> int:
        """Kill it and what it started; its exit code."""
        with suppress(ProcessLookupError, PermissionError, AttributeError):
            os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self.connection.close()
        return self._process.exitcode or 0


def _serve(connection: Connection, at: MutableSequence[float], job: Job[Any, Any], parent: int) -> None:
    _settle(parent)
    answers: SimpleQueue[tuple[int, Any, Exception | None]] = SimpleQueue()
    threading.Thread(target=_send, args=(connection, answers), daemon=True).start()
    with suppress(EOFError):
        while True:
            task: Task = connection.recv()
            at[0] = task.number

            def mark(place: int | None) -> None:
                at[2] = time.monotonic()
                at[1] = _IDLE if place is None else place

            try:
                answers.put((task.number, do(job, task.files, task.lost, mark), None))
            except Exception as error:  # the range as a whole failed: for the parent to raise
                answers.put((task.number, None, error))
            at[0] = _IDLE


def _send(connection: Connection, answers: SimpleQueue[tuple[int, Any, Exception | None]]) -> None:
    """On a thread, so that a busy parent does not keep the worker waiting."""
    with suppress(OSError):
        while True:
            connection.send(answers.get())


def _settle(parent: int) -> None:
    """A group of its own: Ctrl-C is for the parent, and what the worker started ends with it.

    It keeps nothing from task to task, so the garbage collector has little to find and looks rarely.
    """
    gc.set_threshold(200_000, 50, 100)
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
