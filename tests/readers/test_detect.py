"""Which format a file has is told by its content first."""

from __future__ import annotations

import pytest
from docx_files import docx, p, package

from policydoc.errors import DamagedFile, EncryptedFile, NeedsOCR, ReadError, UnknownFormat
from policydoc.readers.detect import OLE, detect

HTML = "<!DOCTYPE html><html><body><p>正文</p></body></html>"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def compound(*streams: str, encrypted: bool = False) -> bytes:
    """The beginning of an OLE compound file: header, one sector of directory, the first sector of the stream."""
    header = bytearray(512)
    header[:8] = OLE
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (0).to_bytes(4, "little")
    directory = bytearray()
    for stream in ("Root Entry", *streams):
        entry = bytearray(128)
        name = (stream + "\0").encode("utf-16-le")
        entry[:len(name)] = name
        entry[64:66] = len(name).to_bytes(2, "little")
        entry[116:120] = (1).to_bytes(4, "little")
        directory += entry
    body = b"\xec\xa5\xc1\0" + bytes(7) + bytes([1 if encrypted else 0])
    return bytes(header) + bytes(directory).ljust(512, b"\0") + body.ljust(512, b"\0")


@pytest.mark.parametrize(("data", "name", "kind"), [
    ("一、总体要求".encode(), "a.txt", "text"),
    ("一、总体要求".encode(), "a.docx", "text"),
    ("一、总体要求".encode(), "", "text"),
    (HTML.encode(), "a.txt", "html"),
    (HTML.encode(), "", "html"),
    (b"\xff\xfe" + HTML.encode("utf-16-le"), "a.html", "html"),
    (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "a", "html"),
    (b"<div class='TRS_Editor'><p>x</p></div>", "a", "html"),
    (b"<div class='TRS_Editor'><p>x</p></div>", "a.txt", "text"),
    ("<!-- 页头 --><p>正文</p>".encode(), "a.htm", "html"),
    ("<关于>的说明".encode(), "a", "text"),
    (PDF, "a.pdf", "pdf"),
    (PDF, "a.txt", "pdf"),
    (b"junk\n" + PDF, "a.pdf", "pdf"),
    ("文中提到 %PDF-1.7 的格式".encode(), "a.txt", "text"),
    (docx(p("正文")), "a.zip", "docx"),
    (docx(p("正文")), "a.wps", "docx"),
    (docx(p("正文")), "a.doc", "docx"),
    (package({"OFD.xml": "<OFD/>", "Doc_0/Document.xml": "<x/>"}), "a.docx", "ofd"),
    (package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "a.odt", "odt"),
    (b"{\\rtf1\\ansi x}", "a.doc", "rtf"),
    (compound("WordDocument", "1Table"), "a.doc", "doc"),
    (compound("WordDocument", "1Table"), "a.wps", "wps"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "a.doc", "doc"),
])
def test_format(data: bytes, name: str, kind: str) -> None:
    assert detect(data, name) == kind


@pytest.mark.parametrize(("data", "error", "word"), [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NeedsOCR, "OCR"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0", NeedsOCR, "OCR"),
    (b"Rar!\x1a\x07\x01\0", UnknownFormat, "解压"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", UnknownFormat, "mht"),
    (b"7z\xbc\xaf\x27\x1c\0\x04", UnknownFormat, "解压"),
    (package({"a.txt": "x"}), UnknownFormat, "解压"),
    (package({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), UnknownFormat, "Excel"),
    (package({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), UnknownFormat, "演示文稿"),
    (package({"[Content_Types].xml": "<x/>", "docProps/app.xml": "<x/>"}), DamagedFile, "word/document.xml"),
    (compound("EncryptedPackage", "EncryptionInfo"), EncryptedFile, "密码"),
    (compound("WordDocument", encrypted=True), EncryptedFile, "密码"),
    (compound("Workbook"), UnknownFormat, "Excel"),
    (compound("Other"), UnknownFormat, "Word"),
    (compound("WordDocument")[:512], DamagedFile, "不完整"),
    (OLE, DamagedFile, "不完整"),
])
def test_refused_with_the_reason(data: bytes, error: type[ReadError], word: str) -> None:
    with pytest.raises(error, match=word) as caught:
        detect(data, "文件")
    assert str(caught.value).startswith("文件: ")
