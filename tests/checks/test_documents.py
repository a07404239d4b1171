"""Whole documents: what was planted is found, what is real gives no false alarm, and mends change nothing else."""

from __future__ import annotations

import statistics
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CORPUS
from policydoc import Document, parse, parse_text
from policydoc.checks import check
from policydoc.checks.mend import edits, mend
from policydoc.model.findings import Finding

PLANTED = tomllib.loads((CORPUS / "planted.toml").read_text(encoding="utf-8"))
CODES = {
    "missing_number": "S01", "outdated_session": "F03", "outdated_year": "F02", "member_count": "F05",
    "straight_quotes": "M04", "unbalanced_quote": "M01", "impossible_date": "F01", "below_cited_rule": "D02",
    "missing_cited_duty": "D03",
}
PLANS = {f"{year}-work-points.txt": year for year in range(2021, 2025)}


def findings(name: str) -> tuple[Document, list[Finding]]:
    document = parse(CORPUS / name)
    return document, check(document, beside=[parse(CORPUS / "regulation.txt")])


@pytest.mark.parametrize("mistake", PLANTED["mistake"], ids=lambda m: f"{m['file'][:4]}-{m['kind']}")
def test_planted_mistakes_are_found(mistake: dict[str, str]) -> None:
    document, found = findings(mistake["file"])
    start = document.text.index(mistake["text"])
    code = CODES[mistake["kind"]]
    assert any(f.code == code and f.start < start + len(mistake["text"]) and start < f.end + 1 for f in found)


@pytest.mark.parametrize("name", PLANS)
def test_nothing_else_is_found(name: str) -> None:
    planted = {CODES[m["kind"]] for m in PLANTED["mistake"] if m["file"] == name}
    found = findings(name)[1]
    assert [f for f in found if f.code not in planted | {"D03"}] == []
    assert {f.code for f in found if f.code not in ("D02", "D03")} == planted - {"D02", "D03"}


@pytest.mark.parametrize(("name", "year"), PLANS.items())
def test_duties_of_the_cited_rule(name: str, year: int) -> None:
    shown = [(f.code, f.message) for f in findings(name)[1] if f.code in ("D02", "D03")]
    wanted = [(duty, duty["plans"].get(str(year))) for duty in PLANTED["rule_duty"]]
    expected = [("D02" if state == "less_often" else "D03", duty["text"]) for duty, state in wanted
                if state in ("less_often", "absent")]
    assert len(shown) == len(expected)
    for code, text in expected:
        assert any(code == other and text in message for other, message in shown)


@pytest.mark.parametrize("name", ["notice.txt", "regulation.txt", "report.txt"])
def test_clean_documents_have_no_finding(name: str) -> None:
    assert findings(name)[1] == []


def test_seed(shared: Path) -> None:
    found = [f for f in check(parse(shared / "seed" / "2023-work-points.txt")) if f.code.startswith("S")]
    assert [(f.code, f.message[:6]) for f in found] == [("S01", "（六）缺失：")]


def test_few_errors_in_real_documents(shared: Path) -> None:
    found = [check(parse(path)) for path in sorted((shared / "docs").glob("*.txt"))[::5]]
    assert statistics.median(sum(f.severity == "error" for f in findings) for findings in found) < 2


def outline(document: Document) -> list[tuple[str, int, int | None]]:
    return [(p.kind, p.depth, p.number) for p in document.walk()]


def test_mended_documents_have_the_same_tree(shared: Path) -> None:
    mended = 0
    for path in sorted((shared / "docs").glob("*.txt")):
        document = parse(path)
        found = check(document)
        if edits(found):
            mended += 1
            again = parse_text(mend(document.text, found))
            assert outline(again) == outline(document), path.name
            assert edits(check(again)) == []
    assert mended > 5


@given(st.text("一、（）(),，。;“”\"[]〔〕国发2023号 6月31日\n?!", max_size=120))
def test_any_text(text: str) -> None:
    document = parse_text(text + "文")
    found = check(document, select=["ALL"])
    for finding in found:
        assert 0 <= finding.start <= finding.end <= len(document.text)
        for edit in finding.edits:
            assert finding.start <= edit.start <= edit.end <= finding.end
    assert check(document, select=["ALL"]) == found
    mend(document.text, found)
