"""PDF files for the tests: written by hand, and made by LibreOffice of a .docx in the layout of GB/T 9704."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

PICTURE = (b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
           b" /Length 1 >>\nstream\n\x80\nendstream")


def written(*contents: bytes, rotate: int = 0) -> bytes:
    """A PDF with one page for each content stream; /P is a picture, /F Helvetica."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * at) for at in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
               PICTURE, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for at, content in enumerate(contents):
        objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Rotate %d /Contents %d 0 R"
                    b" /Resources << /XObject << /P 3 0 R >> /Font << /F 4 0 R >> >> >>" % (rotate, 6 + 2 * at),
                    b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def official(lines: Sequence[str], path: Path) -> None:
    """A .docx with a centred title, indents of two characters, a running head and page numbers (— 1 —)."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, (37, 35, 28, 26))
    section.header.paragraphs[0].text = "内部资料　注意保存"
    _number(section.footer.paragraphs[0])
    for at, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.add_run(line).font.size = Pt(16 if at else 22)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if at else WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.first_line_indent = Pt(32) if at else None
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(28)
    document.save(str(path))


def _number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._r.append(element)
    paragraph.add_run(" —")


def printed(soffice: str, file: Path, options: str = "") -> bytes:
    """The file as PDF."""
    subprocess.run([soffice, f"-env:UserInstallation={(file.parent / 'profile').as_uri()}", "--headless",
                    "--convert-to", f"pdf:writer_pdf_Export{options}", "--outdir", str(file.parent), str(file)],
                   check=True, capture_output=True, timeout=300)
    return file.with_suffix(".pdf").read_bytes()
