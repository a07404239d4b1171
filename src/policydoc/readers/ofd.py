"""OFD (GB/T 33190): a zip of XML pages; text stands in objects with a place, one visual line or less each."""

from __future__ import annotations

from policydoc.errors import DamagedFile, EmptyFile, EncryptedFile, NeedsOCR
from policydoc.model.source import SourceText
from policydoc.readers.build import TextBuilder
from policydoc.readers.layout_text import tell_private, write
from policydoc.readers.ofd_pages import Page, pages
from policydoc.readers.package import Package


def read(data: bytes, name: str) -> SourceText:
    """The text of all pages in reading order.

    Signatures and seals are no obstacle. Raises `EncryptedFile`, `NeedsOCR` where text is drawn as pictures or
    paths, `DamagedFile`.
    """
    package = Package(data, name)
    if any(member.lower().rsplit("/", 1)[-1] == "encryptions.xml" for member in package.names):
        raise EncryptedFile("OFD 文件已加密（包内有 Encryptions.xml）", name=name,
                            advice="请用制作单位的阅读器凭证书或密码打开，另存为不加密的 OFD 或 PDF 后再试")
    if "OFD.xml" not in package:
        raise DamagedFile("OFD 包内没有 OFD.xml", name=name, advice="请重新获取该文件")
    found = list(pages(package))
    text = [row for page in found for row in page.rows]
    if not text:
        raise _no_text(found, name)
    builder = TextBuilder()
    write(text, {page.number: page.size for page in found}, builder)
    for page in found:
        builder.furniture("header", page.aslant.strip(), page.number)
        if page.trouble:
            builder.trouble("page-unreadable", "warning",
                            f"第 {page.number} 页无法读取，缺少这一页的文字，请核对原件：{page.trouble}", 0, 0)
    source = builder.source("ofd")
    tell_private(source)
    return source


def _no_text(found: list[Page], name: str) -> EmptyFile | NeedsOCR:
    advice = "请先做文字识别（OCR），或向发文单位索取文字版"
    if any(page.images for page in found):
        return NeedsOCR("OFD 的页面是图片，没有文字", name=name, advice=advice)
    if any(page.paths for page in found):
        return NeedsOCR("OFD 的文字是用线条画出来的，没有字符", name=name, advice=advice)
    return EmptyFile("OFD 文件中没有文字", name=name, advice="请确认文件是否为空白文件")
