"""Small .docx files written part by part, for the tests of the reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def docx(body: str, *, parts: Mapping[str, str] | None = None, main: str = "word/document.xml") -> bytes:
    """A package with this body; `parts` are the insides of further parts by kind (numbering, styles, footnotes …)."""
    parts = dict(parts or {})
    folder, file = main.rsplit("/", 1)
    kinds = {kind: f"{kind}.xml" for kind in parts}
    files = {
        "[Content_Types].xml": _content_types(main, folder, kinds),
        "_rels/.rels": _relationships([("officeDocument", main)]),
        main: f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": _relationships([(kind.rstrip("0123456789"), name)
                                                      for kind, name in kinds.items()]),
    }
    for kind, inner in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kind.rstrip("0123456789"), kind)
        files[f"{folder}/{kinds[kind]}"] = f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"
    return package(files)


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def p(text: str = "", *, num: int | None = None, level: int | None = None, style: str = "", inside: str = "") -> str:
    """A paragraph: text as one run, or `inside` as it is."""
    level_xml = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    num_xml = "" if num is None else f'<w:numId w:val="{num}"/>'
    numbering = f"<w:numPr>{level_xml}{num_xml}</w:numPr>" if level_xml or num_xml else ""
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{style_xml}{numbering}</w:pPr>" if style_xml or numbering else ""
    return f"<w:p>{properties}{inside or r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of cells, each given by the XML inside of `w:tc` or, without a tag, by its text."""
    return "<w:tbl>" + "".join("<w:tr>" + "".join(_cell(cell) for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"


def abstract(number: int, levels: Iterable[str], extra: str = "") -> str:
    """A `w:abstractNum` of these levels."""
    inner = "".join(f'<w:lvl w:ilvl="{at}">{level}</w:lvl>' for at, level in enumerate(levels))
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{extra}{inner}</w:abstractNum>'


def lvl(fmt: str, text: str, *, start: int = 1, extra: str = "") -> str:
    """The inside of a `w:lvl`; `extra` stands where the schema has pStyle, isLgl, lvlRestart and suff."""
    return (f'<w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val="{text}"/>'
            '<w:lvlJc w:val="left"/>')


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'


def restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _cell(cell: str) -> str:
    return f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>"


def _content_types(main: str, folder: str, kinds: Mapping[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{folder}/{file}" ContentType="{_MAIN_TYPE}{kind}+xml"/>'
                        for kind, file in kinds.items())
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{_MAIN_TYPE}document.main+xml"/>{overrides}</Types>')


def _relationships(targets: Iterable[tuple[str, str]]) -> str:
    inner = "".join(f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
                    for at, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
