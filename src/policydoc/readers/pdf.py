"""PDF with a text layer (extra `[pdf]`): characters with their places, joined to paragraphs by the layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policydoc.errors import DamagedFile, EmptyFile, EncryptedFile, MissingTool, NeedsOCR
from policydoc.model.source import SourceText
from policydoc.readers.build import TextBuilder
from policydoc.readers.layout_text import tell_private, write
from policydoc.readers.pdf_pages import Page, page_of

if TYPE_CHECKING:
    import pypdfium2

_PASSWORD: Final = 4
_SECURITY: Final = 5
_END_WITHIN: Final = 4096
"""Bytes at the end of a whole file that hold its %%EOF."""


def read(data: bytes, name: str) -> SourceText:
    """The text of all pages in reading order.

    Raises `MissingTool` without pypdfium2, `EncryptedFile`, `DamagedFile`, and `NeedsOCR` for a scan.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingTool("读取 PDF 需要 pypdfium2，但没有安装", name=name,
                          advice="请运行 pip install 'policydoc[pdf]'") from error
    if b"%%EOF" not in data[-_END_WITHIN:]:
        raise DamagedFile("PDF 不完整，缺少文件结尾", name=name, advice="请重新下载或重新获取该文件")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(error, name) from error
    try:
        pages = [page_of(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise DamagedFile(f"PDF 有页面无法读取（{error}）", name=name, advice="请重新获取该文件") from error
    finally:
        document.close()
    return _assemble(pages, name)


def _refused(error: pypdfium2.PdfiumError, name: str) -> EncryptedFile | DamagedFile:
    if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
        return EncryptedFile("PDF 已用密码或证书加密", name=name,
                             advice="请用密码打开后另存为不加密的 PDF 再试")
    return DamagedFile(f"PDF 无法打开（{error}）", name=name, advice="请重新获取该文件")


def _assemble(pages: list[Page], name: str) -> SourceText:
    if not any(page.rows for page in pages):
        if any(page.drawn for page in pages):
            raise NeedsOCR("PDF 是扫描件或图片，没有文字层", name=name,
                           advice="请先做文字识别（OCR），或向发文单位索取文字版")
        raise EmptyFile("PDF 中没有文字", name=name, advice="请确认文件是否为空白文件")
    builder = TextBuilder()
    write([row for page in pages for row in page.rows], {page.number: page.size for page in pages}, builder)
    for page in pages:
        builder.furniture("header", page.aslant, page.number)
    scans = [page.number for page in pages if page.drawn and not page.rows]
    if scans:
        listed = "、".join(map(str, scans))
        builder.trouble("page-needs-ocr", "warning", f"第 {listed} 页是图片，没有文字，请先做文字识别（OCR）", 0, 0)
    source = builder.source("pdf")
    tell_private(source)
    return source
