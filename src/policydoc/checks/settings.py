"""What a project says about checks: policydoc.toml, or [tool.policydoc.check] of pyproject.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

FAIL_ON: Final = ("error", "warning", "info", "never")


@dataclass(frozen=True)
class Settings:
    """As on the command line; `beside` holds paths as seen from the file that names them."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    beside: tuple[str, ...] = ()


def load(*folders: Path) -> Settings:
    """The settings of the nearest file at or above the first folder, else the next one; the defaults where none has.

    policydoc.toml has them in its table [check], pyproject.toml in [tool.policydoc.check]. Raises ValueError that
    names the file and the key where one is not known or of another kind.
    """
    for place in (place for folder in folders for place in (folder, *folder.parents)):
        for name, keys in (("policydoc.toml", ("check",)), ("pyproject.toml", ("tool", "policydoc", "check"))):
            path = place / name
            table = _table(path, keys) if path.is_file() else None
            if table is not None:
                return _settings(table, path)
    return Settings()


def _table(path: Path, keys: tuple[str, ...]) -> dict[str, Any] | None:
    try:
        table: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _settings(table: dict[str, Any], path: Path) -> Settings:
    known = [field.name.replace("_", "-") for field in fields(Settings)]
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise ValueError(f"{path}: check has no setting {key!r}; there are {', '.join(known)}")
        values[key.replace("-", "_")] = _value(key, value, path)
    return Settings(**values)


def _value(key: str, value: object, path: Path) -> object:
    if key == "fail-on":
        if value in FAIL_ON:
            return value
        raise ValueError(f"{path}: fail-on is one of {', '.join(FAIL_ON)}")
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ValueError(f"{path}: {key} is a list of strings")
    return tuple(str(path.parent / entry) for entry in value) if key == "beside" else tuple(value)
