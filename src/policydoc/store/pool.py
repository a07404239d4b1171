"""Several processes for a build: started before the file is opened, and gone when their parent is."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

_SMALL = 300_000
"""Bytes below which starting processes costs more than it gains."""


class Run(Protocol):
    """Maps a function over tasks; results come in the order of the tasks, few tasks ahead."""

    def __call__(self, function: Callable[[list[str]], Any], tasks: Iterable[list[str]]) -> Iterator[Any]: ...


@contextmanager
def pool(processes: int, files: Sequence[str]) -> Iterator[Run]:
    """Processes for the work on these files; one process alone for little work."""
    if processes < 2 or _size(files) < _SMALL:
        yield lambda function, tasks: map(function, tasks)
        return
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with ProcessPoolExecutor(processes, context, _watch, (os.getpid(),)) as executor:
        executor.submit(os.getpid).result()

        def run(function: Callable[[list[str]], Any], tasks: Iterable[list[str]]) -> Iterator[Any]:
            waiting: deque[Future[Any]] = deque()
            for task in tasks:
                waiting.append(executor.submit(function, task))
                if len(waiting) > 2 * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

        yield run


@contextmanager
def undisturbed() -> Iterator[None]:
    """No garbage collection meanwhile: rows come and go by the hundred thousand, and none holds another in a ring."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _size(files: Sequence[str]) -> int:
    size = 0
    for file in files:
        try:
            size += Path(file).stat().st_size
        except OSError:
            continue
        if size >= _SMALL:
            break
    return size


def _watch(parent: int) -> None:
    """A worker ends when its parent was killed: the queue that it waits on would never say so.

    It keeps nothing from task to task, so the garbage collector has little to find and looks rarely.
    """
    gc.set_threshold(200_000, 50, 100)

    def loop() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=loop, daemon=True).start()
