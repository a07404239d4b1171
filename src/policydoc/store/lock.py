"""One writer at a time: an advisory lock beside the file, let go by the system when its holder dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.1


@contextmanager
def writer(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold `path`.lock; while another process holds it, call `waiting` once and wait.

    The lock file is removed at the end, and left where its holder was killed: it does no harm there.
    """
    lock = path.with_name(f"{path.name}.lock")
    descriptor = _acquire(lock, waiting)
    try:
        yield
    finally:
        if sys.platform != "win32":
            lock.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(lock: Path, waiting: Callable[[], None]) -> int:
    told = False
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        if _try(descriptor) and _still(descriptor, lock):
            return descriptor
        os.close(descriptor)
        if not told:
            waiting()
            told = True
        time.sleep(_PAUSE)


def _try(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _still(descriptor: int, lock: Path) -> bool:
    """Whether the name still means the file that was locked: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    except FileNotFoundError:
        return False
