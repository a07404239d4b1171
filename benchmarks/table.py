"""A measured figure, and medians with their spread."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """`bound` is what it must keep to, as said in the docs; empty where nothing is asked."""

    name: str
    value: str
    spread: str = ""
    bound: str = ""


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def ratio(name: str, above: Sequence[float], below: Sequence[float], bound: str = "") -> Row:
    """Median and extremes of what was measured side by side."""
    found = sorted(a / b for a, b in zip(above, below, strict=True))
    return Row(name, f"{statistics.median(found):.2f}", f"{found[0]:.2f} to {found[-1]:.2f}", bound)


def shown(row: Row) -> str:
    return f"{row.name:58}{row.value:>14}  {row.spread:24}{row.bound}"
