"""Parquet parts: what the JSON says, in tables that others read; each content once; whole after a kill."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars
import pytest
from click.testing import CliRunner
from pyarrow import parquet

import policydoc
from conftest import CORPUS, ROOT
from policydoc.cli import main
from policydoc.errors import MissingTool
from policydoc.tables import parts
from policydoc.tables.rows import MENTIONS
from policydoc.tables.schemas import SCHEMAS, as_json

PLANS = [str(path) for path in sorted(CORPUS.glob("*.txt"))]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("tables")
    assert parts.write(PLANS, place, workers=2, part=3).new == len(PLANS)
    return place


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def table(out: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(out / name).to_pylist()
    return rows


def test_schemas_are_current() -> None:
    kept = (ROOT / "schemas" / "tables.arrow.json").read_text(encoding="utf-8")
    assert kept == as_json(), "run: policydoc schema tables -o schemas/tables.arrow.json"
    assert {name: [field["name"] for field in fields] for name, fields in json.loads(kept).items()} == {
        name: schema.names for name, schema in SCHEMAS.items()}


def test_tables_say_what_the_documents_say(out: Path) -> None:
    documents = {document.source.sha256: document for document in policydoc.parse_many(PLANS)}
    assert {row["document"]: (row["title"], row["year"], row["text"]) for row in table(out, "documents")} == {
        digest: (document.title, document.year, document.text) for digest, document in documents.items()}
    assert {(row["document"], row["provision"], row["kind"], row["start"], row["end"])
            for row in table(out, "provisions")} == {
        (digest, p.id, p.kind, p.start, p.end) for digest, document in documents.items() for p in document.walk()}
    assert sorted((row["document"], row["cue"], row["rate"], row["count_min"], row["actors"])
                  for row in table(out, "obligations") if row["rate"] and row["count_min"]) == sorted(
        (digest, duty.cue.text, duty.rate, duty.count.min, [actor.text for actor in duty.actors])
        for digest, document in documents.items() for duty in document.frequency_obligations
        if duty.rate and duty.count and duty.count.min)
    assert len(table(out, "citations")) == sum(len(document.citations) for document in documents.values())
    assert len(table(out, "mentions")) == sum(
        len(getattr(document, field)) for document in documents.values() for field in MENTIONS)


@pytest.mark.parametrize("name", ["mentions", "obligations", "citations"])
def test_every_row_proves_its_place(out: Path, name: str) -> None:
    texts = {row["document"]: row["text"] for row in table(out, "documents")}
    rows = table(out, name)
    assert rows
    assert [row for row in rows if texts[row["document"]][row["start"]:row["end"]] != row["text"]] == []


def test_each_provision_names_the_one_above_it(out: Path) -> None:
    rows = table(out, "provisions")
    known = {(row["document"], row["provision"]) for row in rows}
    assert {(row["document"], row["parent"]) for row in rows if row["parent"]} <= known
    assert {row["depth"] for row in rows if row["parent"] is None} == {1}


def test_others_read_them(out: Path) -> None:
    every = f"{out}/obligations/*.parquet"
    counted = duckdb.execute(f"SELECT count(*), sum(rate) FROM '{every}'").fetchall()
    frame = polars.read_parquet(every)
    rows = table(out, "obligations")
    assert counted == [(len(rows), sum(row["rate"] or 0 for row in rows))]
    assert frame["cue"].to_list() == [row["cue"] for row in rows]


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_the_same_bytes_with_any_number_of_workers(out: Path, tmp_path: Path, workers: int) -> None:
    parts.write(PLANS, tmp_path, workers=workers, part=3)
    assert files(tmp_path) == files(out)


def test_nothing_is_written_again_and_copies_count_once(out: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes(Path(PLANS[0]).read_bytes())
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    report = parts.write([*PLANS, str(tmp_path / "copy.txt")], out, workers=1, part=3)
    assert (report.new, report.known) == (0, len(PLANS) + 1)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_what_is_new_is_a_part_of_its_own(tmp_path: Path) -> None:
    parts.write(PLANS[:4], tmp_path, workers=0)
    first = files(tmp_path)
    report = parts.write(PLANS, tmp_path, workers=0)
    assert (report.new, report.known) == (len(PLANS) - 4, 4)
    assert {name: data for name, data in files(tmp_path).items() if name in first} == first
    assert len(table(tmp_path, "documents")) == len(PLANS)


def test_a_killed_run_ends_like_an_undisturbed_one(out: Path, tmp_path: Path) -> None:
    def stop(files: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parts.write(PLANS, tmp_path, workers=1, part=3, done=stop)
    assert len(table(tmp_path, "documents")) > 0
    whole = next(iter((tmp_path / "documents").iterdir()))
    whole.unlink()  # killed before the last file of the part
    (tmp_path / "provisions" / ".half.parquet.1").write_bytes(b"half")
    parts.write(PLANS, tmp_path, workers=1, part=3)
    assert files(tmp_path) == files(out)


def test_the_command_tells_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = CliRunner().invoke(main, ["parse", *PLANS, str(tmp_path / "empty.txt"), "-f", "parquet",
                                       "-o", str(tmp_path / "out"), "--lang", "en"])
    assert result.exit_code == 1
    assert f"{len(PLANS)} new, 0 known, 1 unreadable" in result.stderr
    assert "empty.txt: the file has no text" in result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(SCHEMAS)


@pytest.mark.parametrize("args", [[], ["-o", PLANS[0]], ["-o", "out", "--strict"]])
def test_a_folder_is_needed(args: list[str]) -> None:
    assert CliRunner().invoke(main, ["parse", PLANS[0], "-f", "parquet", *args]).exit_code == 2


@pytest.fixture
def without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("policydoc.tables.parts.find_spec", lambda name: None)
    monkeypatch.setitem(sys.modules, "policydoc.tables.schemas", None)
    yield


@pytest.mark.usefixtures("without_pyarrow")
def test_without_pyarrow_the_extra_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingTool, match=r"policydoc\[parquet\]"):
        parts.write(PLANS, tmp_path, workers=0)
