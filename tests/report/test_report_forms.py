"""What the page, the workbook, Markdown and the command say, without a browser."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from lxml import html
from report_cases import HOSTILE, corpus, hostile

from conftest import CORPUS
from policydoc import compare, parse_text
from policydoc.cli import main
from policydoc.model.comparison import Comparison
from policydoc.render.report import FORMS
from policydoc.render.report.flow import flow
from policydoc.render.report.view import notable
from policydoc.render.table import Lang

OLD, NEW = CORPUS / "2022-work-points.txt", CORPUS / "2023-work-points.txt"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, args)])


def page(comparison: Comparison, lang: Lang = "zh") -> html.HtmlElement:
    return html.document_fromstring(FORMS["html"](comparison, lang).decode())


@pytest.mark.parametrize("comparison", [corpus(2021, 2022, 2023, 2024), hostile()], ids=["four", "hostile"])
def test_every_link_leads_to_one_place(comparison: Comparison) -> None:
    tree = page(comparison)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = tree.xpath("//@href")
    assert len(targets) > 20
    assert [target for target in targets if target[0] != "#" or target[1:] not in ids] == []


def test_cells_lead_to_their_sentences() -> None:
    comparison = corpus(2022, 2023)
    tree = page(comparison)
    concept = next(c for c in comparison.concepts if c.places[1])
    cell = tree.xpath("//section[@id='concepts']//tr[th=$label]", label=concept.label)[0]
    link = cell.xpath(".//a")[-1]
    sentence = tree.get_element_by_id(link.get("href")[1:]).text_content()
    assert concept.label in sentence
    assert "".join(sentence.split()) == "".join(link.get("title").split())


def test_both_columns_hold_their_texts() -> None:
    comparison = corpus(2022, 2023)
    tree = page(comparison)
    for index, row in enumerate(comparison.rows):
        for css, edition, ids in (("old", 0, row.old), ("new", 1, row.new)):
            for gone in tree.xpath(f"//*[@id='r{index}']//*[contains(@class, 'side new')]//del"):
                gone.drop_tree()
            shown = "".join(tree.xpath(f"//*[@id='r{index}']//*[contains(@class, 'side {css}')]//*[@class='text']"
                                       "//text()"))
            units = [comparison.unit(edition, provision) for provision in ids]
            wanted = [comparison.editions[edition].text[unit.start:unit.end] for unit in units]
            assert sorted("".join(shown.split())) == sorted("".join("".join(wanted).split()))


def test_nothing_of_a_document_becomes_markup() -> None:
    tree = page(hostile())
    assert len(tree.xpath("//script")) == 1
    assert HOSTILE in tree.text_content()
    assert "<script>alert" not in FORMS["html"](hostile(), "zh").decode()
    assert "<script>" not in FORMS["md"](hostile(), "zh").decode().replace(r"\<script", "")


def test_the_page_asks_nothing_of_the_network() -> None:
    text = FORMS["html"](corpus(2022, 2023), "zh").decode()
    assert "http:" not in text and "https:" not in text and "url(" not in text


@pytest.mark.parametrize("form", ["html", "xlsx", "md", "docx", "json"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_in_both_languages(form: str, lang: Lang) -> None:
    assert len(FORMS[form](corpus(2021, 2022, 2023, 2024), lang)) > 5_000


def test_english_page_has_no_chinese_of_its_own() -> None:
    comparison = corpus(2022, 2023)
    own = page(comparison, "en").xpath("//h2//text() | //h3//text() | //button//text() | //th[@scope='col']//text()")
    titles = " ".join(edition.title or "" for edition in comparison.editions)
    assert [text for text in own if any("一" <= c <= "鿿" for c in text) and text.split(" ", 1)[-1] not in titles] == []


def test_bands_hold_every_unit() -> None:
    comparison = corpus(2021, 2022, 2023, 2024)
    picture = flow(comparison)
    assert sum(band.rows for band in picture.bands) == len(comparison.rows)
    assert [bar.items for bar in picture.bars] == [len(edition.units) for edition in comparison.editions]


def test_bars_are_as_tall_as_their_bands() -> None:
    """Items that are split and merged at once stand in two bands."""
    comparison = corpus(2022, 2023)
    row, (olds, news) = comparison.rows[0], [[unit.provision for unit in e.units] for e in comparison.editions]
    picture = flow(comparison.model_copy(update={"rows": [
        replace(row, verdict="split", old=olds[:12], new=news), replace(row, verdict="merged", old=olds, new=news[:9]),
        replace(row, verdict="dropped", old=olds[:1], new=[])]}))
    ends = [float(y) for band in picture.bands for y in re.findall(r"[\d.]+(?=[CVZ])", band.path)]
    assert max(y for y in ends if y < picture.height - 40) <= max(bar.y + bar.height for bar in picture.bars)


def test_a_split_that_is_weaker_is_shown_first() -> None:
    comparison = corpus(2022, 2023)
    row = next(row for row in comparison.rows if row.verdict == "split")
    rows = [replace(row, also=["weakened"])]
    assert notable(rows) == [(0, "weakened")]


def test_a_chapter_without_items_heads_its_own_group() -> None:
    first = "工作要点\n一、学习\n（一）学习。每月学习一次。\n"
    plans = [parse_text(first + more) for more in ("二、作风\n改进作风，办好实事。", "")]
    assert page(compare(*plans)).xpath("//h4/text()")[-1] == "二、作风"


def test_workbook_has_a_sheet_for_each_part() -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMS["xlsx"](corpus(2021, 2022, 2023, 2024), "zh")))
    assert book.sheetnames == ["变化统计", "重点变化", "逐年脉络", "逐条对照", "提法", "频次义务", "引用文件与会议",
                               "责任单位"]
    assert book["逐条对照"].max_row == len(corpus(2021, 2022, 2023, 2024).rows) + 1


def test_command_writes_several_forms(tmp_path: Path) -> None:
    outputs = [tmp_path / f"report.{form}" for form in FORMS]
    result = run(OLD, NEW, *(part for output in outputs for part in ("-o", output)))
    assert result.exit_code == 0, result.output
    assert all(output.stat().st_size > 1_000 for output in outputs)
    assert "加强" in result.stdout and "2022 → 2023" in result.stdout
    assert sorted(tmp_path.iterdir()) == sorted(outputs)


def test_json_is_the_comparison() -> None:
    result = run(OLD, NEW, "--format", "json")
    assert json.loads(result.stdout) == json.loads(corpus(2022, 2023).model_dump_json())


def test_years_turned_round_are_told() -> None:
    turned = run(NEW, OLD)
    assert (turned.exit_code, "2023 → 2022" in turned.stderr) == (0, True)
    assert run(OLD, NEW).stderr == ""


def test_years_where_the_files_say_none(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("工作要点\n一、任务\n（一）学习。每月学习一次。\n", encoding="utf-8")
    result = run(tmp_path / "a.txt", tmp_path / "b.txt", "--years", "2019,2020", "--format", "json")
    assert [edition["year"] for edition in json.loads(result.stdout)["editions"]] == [2019, 2020]


@pytest.mark.parametrize(("args", "exit_code", "message"), [
    ([OLD], 2, "two files"),
    ([OLD, NEW, "-o", "report.pdf"], 2, ".html"),
    ([OLD, NEW, "--years", "2022"], 2, "one year for each"),
    ([OLD, NEW, "--years", "last,this"], 2, "2022,2023"),
    ([OLD, CORPUS], 2, "not folders"),
    ([OLD, "no-such-plan.txt"], 1, "no-such-plan.txt"),
    ([OLD, NEW, "-o", "no-such-folder/report.html"], 2, "no folder"),
])
def test_what_cannot_be_done_is_said(args: list[str | Path], exit_code: int, message: str) -> None:
    result = run(*args)
    assert result.exit_code == exit_code
    assert message in result.stderr
