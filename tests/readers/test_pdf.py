"""PDF with a text layer: paragraphs again, page furniture apart; scans and locked files say so."""

from __future__ import annotations

import builtins
import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from pdf_files import official, printed, written

from conftest import CORPUS
from policydoc import parse_bytes
from policydoc.errors import DamagedFile, EmptyFile, EncryptedFile, MissingTool, NeedsOCR, ReadError
from policydoc.model.document import Document
from policydoc.readers import office, pdf

pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")

PLANS = ["2021-work-points", "regulation", "report", "notice"]
TEXT = b"BT /F 10 Tf 20 250 Td (work plan) Tj 0 -14 Td (second row) Tj ET"
SCAN = b"q 180 0 0 280 10 10 cm /P Do Q"


@pytest.fixture(scope="module")
def soffice() -> str:
    program = office.find()
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return program


@pytest.fixture(scope="module")
def printouts(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, bytes]]:
    """Texts of the corpus by name, each with its PDF in the layout of official documents."""
    folder = tmp_path_factory.mktemp("pdf")
    out = {}
    for name in PLANS:
        lines = [line.strip() for line in (CORPUS / f"{name}.txt").read_text("utf-8").split("\n") if line.strip()]
        official(lines, folder / f"{name}.docx")
        out[name] = "\n".join(lines), printed(soffice, folder / f"{name}.docx")
    return out


def blind(text: str) -> list[str]:
    """The lines without the blank after `1.`: before Chinese it is but a gap, which typesetting adds anyway."""
    return re.sub(r"(?<=\d\.) ", "", text).split("\n")


def tree(document: Document) -> list[tuple[str, str, str, str | None, list[str]]]:
    return [(node.id, node.kind, node.label.strip(), node.heading, blind(document.text[node.start:node.end]))
            for node in document.walk()]


@pytest.mark.parametrize("name", PLANS)
def test_a_printed_document_gives_the_lines_and_the_tree_of_its_text(
        name: str, printouts: dict[str, tuple[str, bytes]]) -> None:
    text, data = printouts[name]
    source = pdf.read(data, f"{name}.pdf")
    assert blind(source.text) == blind(text)
    assert source.diagnostics == []
    found, expected = parse_bytes(data, name="a.pdf"), parse_bytes(text.encode(), name="a.txt")
    assert tree(found) == tree(expected)
    assert (found.title, found.issuer, found.doc_number) == (expected.title, expected.issuer, expected.doc_number)


def test_pages_and_their_furniture(printouts: dict[str, tuple[str, bytes]]) -> None:
    source = pdf.read(printouts["2021-work-points"][1], "")
    pages = [place.page for _, place in source.places]
    assert pages == sorted(pages, key=lambda page: page or 0)
    last = pages[-1]
    assert last is not None
    assert last >= 4
    assert [piece.page for piece in source.furniture if piece.kind == "page_number"] == list(range(1, last + 1))
    assert {piece.text for piece in source.furniture if piece.kind == "header"} == {"内部资料　注意保存"}
    offsets = [offset for offset, _ in source.places]
    assert offsets == sorted(set(offsets))
    assert any(source.text[offset - 1] != "\n" for offset in offsets[1:]), "a paragraph goes on over a page break"


def test_a_password_is_told(soffice: str, tmp_path: Path) -> None:
    official(["某局通知", "请按时报告。"], tmp_path / "locked.docx")
    options = ':{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    with pytest.raises(EncryptedFile, match="密码"):
        pdf.read(printed(soffice, tmp_path / "locked.docx", options), "locked.pdf")


def test_latin_words_keep_their_blanks() -> None:
    assert pdf.read(written(TEXT), "").text in ("work plan\nsecond row", "work plan second row")


UPRIGHT = {0: b"1 0 0 1 20 250", 90: b"0 1 -1 0 50 20", 180: b"-1 0 0 -1 180 50", 270: b"0 -1 1 0 150 280"}


@pytest.mark.parametrize("turn", UPRIGHT)
@pytest.mark.parametrize("stated", [True, False])
def test_turned_pages_and_a_watermark(turn: int, stated: bool) -> None:
    """A landscape page is read upright whether the page says that it is turned or only its text is."""
    content = (b"BT /F 10 Tf " + UPRIGHT[turn] + b" Tm (work plan) Tj 0 -40 Td (end.) Tj ET "
               b"BT /F 30 Tf 0.7 0.7 -0.7 0.7 60 60 Tm (COPY) Tj ET")
    source = pdf.read(written(content, rotate=turn if stated else 0), "")
    assert source.text == "work plan\nend."
    assert [(piece.kind, piece.text) for piece in source.furniture] == [("header", "COPY")]


def test_a_page_that_is_a_scan_is_told() -> None:
    source = pdf.read(written(TEXT, SCAN, TEXT, SCAN), "")
    assert [(trouble["code"], "第 2、4 页" in trouble["message"]) for trouble in source.diagnostics] == [
        ("page-needs-ocr", True)]


@pytest.mark.parametrize(("data", "error", "says"), [
    (written(SCAN), NeedsOCR, "扫描"), (written(b""), EmptyFile, "没有文字"),
    (written(TEXT)[:-40], DamagedFile, "不完整"), (written(TEXT)[:300], DamagedFile, "不完整"),
    (b"%PDF-1.4\nnothing\n%%EOF", DamagedFile, "无法打开"), (b"", DamagedFile, "不完整"),
])
def test_unreadable(data: bytes, error: type[ReadError], says: str) -> None:
    with pytest.raises(error, match=says) as raised:
        pdf.read(data, "a.pdf")
    assert str(raised.value).startswith("a.pdf: ")
    assert raised.value.advice


def test_without_pypdfium2_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, globals: Mapping[str, object] | None = None,  # noqa: A002
                locals: Mapping[str, object] | None = None, fromlist: Sequence[str] = (), level: int = 0) -> object:  # noqa: A002
        if name == "pypdfium2":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingTool, match=r"policydoc\[pdf\]"):
        pdf.read(written(TEXT), "a.pdf")


def test_mutated_files_never_raise_anything_else() -> None:
    """Seeded: the same mutants every time."""
    chance = random.Random(9704)
    whole = written(TEXT, SCAN)
    for _ in range(300):
        mutant = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        try:
            pdf.read(bytes(mutant), "")
        except ReadError:
            continue
