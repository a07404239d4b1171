"""The workbook and the calendar of duties, opened again by the libraries that others use."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from icalendar import Calendar

import policydoc
from conftest import CORPUS
from policydoc.cli import main
from policydoc.render.table import Column, Table, as_csv
from policydoc.render.workbook import as_xlsx

PLAN = CORPUS / "2023-work-points.txt"


def run(*args: str | Path) -> None:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output


def test_workbook_has_a_sheet_a_unit_and_a_frozen_header(tmp_path: Path) -> None:
    target = tmp_path / "duties.xlsx"
    run("obligations", PLAN, "-o", target)
    book = openpyxl.load_workbook(target)
    whole = book.worksheets[0]
    duties = policydoc.parse(PLAN).frequency_obligations
    assert whole.title == "频次义务一览"
    assert whole.max_row == len(duties) + 1
    assert whole.freeze_panes == "A2"
    assert whole.auto_filter.ref is not None
    actors = {actor.text for duty in duties for actor in duty.actors}
    assert actors <= {sheet.title for sheet in book.worksheets}


def test_calendar_has_an_all_day_event_with_its_sentence(tmp_path: Path) -> None:
    target = tmp_path / "duties.ics"
    run("obligations", PLAN, "-o", target)
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert events
    text = PLAN.read_text(encoding="utf-8")
    for event in events:
        assert event["RRULE"]
        assert event.decoded("DTSTART").year == 2023
        assert any(line in text for line in str(event["DESCRIPTION"]).splitlines() if line.endswith(("。", "；")))
    assert len({event["UID"] for event in events}) == len(events)


def test_calendar_of_a_document_without_year_asks_for_it(tmp_path: Path) -> None:
    undated = tmp_path / "rules.txt"
    undated.write_text("学习办法\n第一条　支部每月学习一次。", encoding="utf-8")
    result = CliRunner().invoke(main, ["obligations", str(undated), "-f", "ics"])
    assert result.exit_code == 2
    assert "--year" in result.output
    assert CliRunner().invoke(main, ["obligations", str(undated), "-f", "ics", "--year", "2024"]).exit_code == 0


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-3", "@x"])
def test_a_cell_is_never_a_formula(cell: str, tmp_path: Path) -> None:
    table = Table("t", [Column("a", "甲", "A")], [[cell]])
    assert f"'{cell}" in as_csv(table, "zh")
    target = tmp_path / "t.xlsx"
    target.write_bytes(as_xlsx([table], "zh"))
    read = openpyxl.load_workbook(target).worksheets[0]["A2"]
    assert read.value == cell
    assert read.data_type == "s"


def test_sheet_names_are_made_valid_and_unique(tmp_path: Path) -> None:
    titles = ["甲/乙:丙", "甲 乙 丙", "长" * 40, "长" * 40, ""]
    target = tmp_path / "t.xlsx"
    target.write_bytes(as_xlsx([Table(title, [Column("a", "甲", "A")], [["1"]]) for title in titles], "zh"))
    names = openpyxl.load_workbook(target).sheetnames
    assert len(set(names)) == 5
    assert all(0 < len(name) <= 31 for name in names)
