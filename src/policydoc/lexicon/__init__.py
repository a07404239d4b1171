"""Knowledge as data: TOML files with a source for every entry, and their loader.

Files are read when they are first asked for, never at import.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file `name`.toml of this folder as it stands."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of words in file `name`: one string, words apart by white space."""
    return frozenset(str(table(name)[key]).split())
