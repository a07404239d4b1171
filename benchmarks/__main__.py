"""`python -m benchmarks [FOLDER of .txt] [-s SECTION]…`: the whole table, or some of it."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from benchmarks.table import shown
from benchmarks.texts import CORPUS

SECTIONS = ["speed", "kept", "many", "compare", "knowledge", "growth"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks")
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS, help="documents; default: corpus/")
    parser.add_argument("-s", "--section", action="append", choices=SECTIONS, help="only this one; may be repeated")
    asked = parser.parse_args()
    for section in asked.section or SECTIONS:
        for row in importlib.import_module(f"benchmarks.{section}").rows(asked.folder):
            print(shown(row), flush=True)


if __name__ == "__main__":
    main()
