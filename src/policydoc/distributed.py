"""Many machines: the documents of a Dask cluster's workers as Parquet parts (extra `dask`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from policydoc.tables import parts
from policydoc.workers.job import LIMIT

if TYPE_CHECKING:
    from dask.bag import Bag
    from distributed import Client

Report = parts.Report


def parse(paths: Iterable[str | Path] | Bag, out: str | Path, scheduler: str | Client, *, part: int = parts.FILES,
          time_limit: float = LIMIT, done: Callable[[int], None] = lambda n: None) -> Report:
    """Parse files, given as paths or as a Dask bag of paths, into the tables of the folder `out`.

    The workers read the files and write the parts, so all must see both under the same paths. A run that was
    interrupted, or that is given more files, does only what is missing. The tables are those of
    `policydoc parse --format parquet`, to the byte. `done` hears how many more files are in them for good.
    """
    given = paths.compute() if hasattr(paths, "compute") else paths
    return parts.write((str(Path(path).absolute()) for path in given), Path(out).absolute(), workers=0,
                       time_limit=time_limit, scheduler=scheduler, part=part, done=done)
