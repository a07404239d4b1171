"""The corpus is what it says: every planted change and mistake stands in its file, every format gives one tree."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import policydoc
from conftest import CORPUS
from policydoc.model.document import Document
from policydoc.model.provision import Provision
from policydoc.numerals import to_int

YEARS = (2021, 2022, 2023, 2024)
PLANTED: dict[str, list[dict[str, Any]]] = tomllib.loads((CORPUS / "planted.toml").read_text(encoding="utf-8"))
ROWS = [(pair, row) for pair in PLANTED["pair"] for row in pair["row"]]
CASES = Path(__file__).parent / "cases"
CHAPTER, ITEM = re.compile(r"([一二三四五])、"), re.compile(r"（([一二三四五六七八九十]+)）")


class Item(NamedTuple):
    chapter: int
    text: str


def read(name: str) -> str:
    return (CORPUS / name).read_text(encoding="utf-8")


def items(year: int) -> dict[int, Item]:
    """The items of a plan by number, read off the lines without the parser."""
    out, chapter = {}, 0
    for line in read(f"{year}-work-points.txt").splitlines():
        if found := CHAPTER.match(line):
            chapter = to_int(found[1]) or 0
        elif found := ITEM.match(line):
            out[to_int(found[1]) or 0] = Item(chapter, line[found.end():])
    return out


def sides(pair: dict[str, Any], row: dict[str, Any]) -> tuple[list[Item], list[Item]]:
    old, new = items(pair["old_year"]), items(pair["new_year"])
    return [old[n] for n in row["old"]], [new[n] for n in row["new"]]


# ------------------------------------------------------------------------------------------- the plans
@pytest.mark.parametrize("year", YEARS)
def test_a_plan_has_five_chapters_and_runs_its_items_through(year: int) -> None:
    text, plan = read(f"{year}-work-points.txt"), items(year)
    assert len(text) >= 3000
    assert [to_int(n) for n in re.findall(r"^([一二三四五六七八九十]+)、", text, re.M)] == [1, 2, 3, 4, 5]
    assert list(plan) == sorted(plan)
    assert set(range(1, max(plan) + 1)) - set(plan) == ({12} if year == 2023 else set())


@pytest.mark.parametrize("year", YEARS)
def test_the_parser_finds_the_items_of_a_plan(year: int) -> None:
    document = policydoc.parse(CORPUS / f"{year}-work-points.txt")
    found = {(p.number, p.heading) for p in walk(document) if p.kind == "item"}
    assert found == {(n, item.text.partition("。")[0]) for n, item in items(year).items()}
    assert document.year == year
    gaps = [d for d in document.diagnostics if d.code == "number-gap"]
    assert ["（十二）" in d.message for d in gaps] == ([True] if year == 2023 else [])


# --------------------------------------------------------------------------------------- planted changes
def test_planted_pairs_follow_the_years() -> None:
    assert [(p["old_year"], p["new_year"]) for p in PLANTED["pair"]] == list(pairwise(YEARS))


@pytest.mark.parametrize("pair", PLANTED["pair"], ids=lambda p: p["new_year"])
def test_every_item_stands_in_exactly_one_row(pair: dict[str, Any]) -> None:
    for side in ("old", "new"):
        numbers = [n for row in pair["row"] for n in row[side]]
        assert sorted(numbers) == sorted(items(pair[f"{side}_year"]))


@pytest.mark.parametrize(("pair", "row"), ROWS, ids=lambda x: x.get("verdict", x.get("new_year")))
def test_a_planted_change_is_what_its_verdict_says(pair: dict[str, Any], row: dict[str, Any]) -> None:
    old, new = sides(pair, row)
    shape = {"dropped": (1, 0), "new": (0, 1), "split": (1, 2), "merged": (2, 1)}
    assert (len(old), len(new)) == shape.get(row["verdict"], (1, 1))
    assert len({item.chapter for item in old + new}) == (2 if row["verdict"] == "moved" else 1)
    if row["verdict"] in ("kept", "moved"):
        assert old[0].text == new[0].text
    elif old and new:
        assert [item.text for item in old] != [item.text for item in new]


@pytest.mark.parametrize(("pair", "row"), ROWS, ids=lambda x: x.get("verdict", x.get("new_year")))
def test_the_deciding_words_stand_on_their_side_only(pair: dict[str, Any], row: dict[str, Any]) -> None:
    old, new = ("".join(item.text for item in side) for side in sides(pair, row))
    for words, here, there in ((row.get("old_text"), old, new), (row.get("new_text"), new, old)):
        if words:
            assert words in here
            assert words not in there
    assert bool(row.get("fact")) == (row["verdict"] in ("strengthened", "weakened", "extended", "narrowed"))


@pytest.mark.parametrize(("pair", "row"), ROWS, ids=lambda x: x.get("verdict", x.get("new_year")))
def test_nothing_but_the_planted_words_changes_a_number_or_a_period(pair: dict[str, Any],
                                                                    row: dict[str, Any]) -> None:
    if row["verdict"] in ("dropped", "new"):
        return
    old, new = sides(pair, row)
    before, after = (figures("".join(item.text for item in side)) for side in (old, new))
    if row["verdict"] == "extended":
        assert Counter(before) <= Counter(after)
    elif row["verdict"] == "narrowed":
        assert Counter(after) <= Counter(before)
    elif row.get("fact") and row["fact"] != "modality":
        assert before != after
        assert len(before) == len(after) or "定期" in row["old_text"]
        assert sum(a != b for a, b in zip(before, after, strict=False)) <= 2
    else:
        assert sorted(before) == sorted(after)


def figures(text: str) -> list[str]:
    """What can grow stricter: periods, counts, dates, sizes; years, anniversaries and sessions left out."""
    text = re.sub(r"20\d\d年|\d+周年|第?[十九二]+届[一二三四五六七八九十]+[中次]全[委会]*|党的二十大|“.*?”", "", text)
    return re.findall(r"每(?:半年|季度|两年|月|年)|[一两]次|\d[\d.]*[万%]?[个家项人名月年]*(?:以上|底前)?", text)


# -------------------------------------------------------------------------------------- planted mistakes
@pytest.mark.parametrize("mistake", PLANTED["mistake"], ids=lambda m: m["kind"])
def test_a_planted_mistake_stands_once_in_its_file_and_item(mistake: dict[str, Any]) -> None:
    text = read(mistake["file"])
    assert text.count(mistake["text"]) == 1
    line = next(line for line in text.splitlines() if mistake["text"] in line)
    label = ITEM.match(line)
    assert label is not None
    assert to_int(label[1]) == mistake["item"]


def test_quotes_pair_but_where_it_is_planted() -> None:
    for file in sorted(CORPUS.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        planted = {m["kind"] for m in PLANTED["mistake"] if m["file"] == file.name}
        assert text.count("“") - text.count("”") == ("unbalanced_quote" in planted), file.name
        assert text.count('"') == 2 * ("straight_quotes" in planted), file.name


@pytest.mark.parametrize("duty", PLANTED["rule_duty"], ids=lambda d: d["article"])
def test_a_duty_of_the_rule_stands_in_its_article(duty: dict[str, Any]) -> None:
    line = next(line for line in read(duty["file"]).splitlines() if line.startswith(duty["article"] + " "))
    assert line.count(duty["text"]) == 1
    assert set(duty["plans"]) == {"2022", "2023", "2024"}
    assert set(duty["plans"].values()) <= {"met", "less_often", "absent"}


# ----------------------------------------------------------------------------------------------- formats
def walk(document: Document) -> list[Provision]:
    return [below for top in document.provisions for below in top.walk()]


def shape(document: Document, provision: Provision) -> tuple[Any, ...]:
    """A provision without its offsets, which differ from format to format with the blank lines."""
    words = "" if provision.children else "".join(document.text[provision.start:provision.end].split())
    return (provision.id, provision.kind, provision.depth, provision.label, provision.number, provision.heading, words,
            tuple(shape(document, child) for child in provision.children))


@pytest.mark.parametrize("suffix", ["docx", "html", "ofd"])
def test_every_format_gives_the_tree_of_the_text(suffix: str) -> None:
    text = policydoc.parse(CORPUS / "2023-work-points.txt")
    other = policydoc.parse(CORPUS / f"2023-work-points.{suffix}")
    assert other.source.format == suffix
    assert [shape(other, p) for p in other.provisions] == [shape(text, p) for p in text.provisions]
    assert (other.title, other.year, other.doc_type) == (text.title, text.year, text.doc_type)
    assert [d.code for d in other.diagnostics] == [d.code for d in text.diagnostics]


def test_the_formats_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, CORPUS / "make_formats.py", tmp_path], check=True)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert set(made) == {f"2023-work-points.{suffix}" for suffix in ("docx", "html", "ofd")}
    for name, data in made.items():
        assert data == (CORPUS / name).read_bytes(), f"{name} is stale: run python corpus/make_formats.py"


# --------------------------------------------------------------------------------- rule, notice and report
def outline(provisions: list[Provision], depth: int = 0) -> list[str]:
    """Kind, label and heading of what carries a label, indented by what carries one above it."""
    out: list[str] = []
    for p in provisions:
        if p.label:
            out.append("  " * depth + f"{p.kind} {p.label}" + (f" [{p.heading}]" if p.heading else ""))
        out += outline(p.children, depth + bool(p.label))
    return out


OUTLINES = re.findall(r"^# (\S+\.txt)\n(.*?)(?=\n+# |\Z)", (CASES / "corpus_outlines.txt").read_text(encoding="utf-8"),
                      re.M | re.S)


@pytest.mark.parametrize(("name", "expected"), OUTLINES, ids=[name for name, _ in OUTLINES])
def test_the_outline_of_a_document(name: str, expected: str) -> None:
    assert outline(policydoc.parse(CORPUS / name).provisions) == expected.strip("\n").split("\n")


def test_the_headings_of_the_report_have_no_numbers() -> None:
    document = policydoc.parse(CORPUS / "report.txt")
    assert [p.heading for p in walk(document) if p.kind == "heading"] == [
        "2022年工作回顾", "2023年总体要求和主要目标", "2023年重点工作", "着力扩大有效需求", "加快建设现代产业体系",
        "全面推进乡村振兴", "深化改革扩大开放", "推动绿色低碳发展", "切实保障和改善民生", "加强政府自身建设"]
    assert len(document.text) >= 3000


def test_the_front_matter_of_the_notice() -> None:
    notice = policydoc.parse(CORPUS / "notice.txt")
    assert notice.title == "澜州市总工会关于开展户外劳动者服务站点质量提升行动的通知"
    assert (notice.issuer, notice.doc_number, notice.date) == ("澜州市总工会", "澜工发〔2023〕7号", "2023-03-28")
    assert [p.kind for p in notice.provisions].count("attachment") == 3
