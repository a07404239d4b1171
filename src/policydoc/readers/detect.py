"""Which format a file has: by its first bytes and its members, by its suffix only where content cannot tell."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from policydoc.errors import DamagedFile, EncryptedFile, NeedsOCR, UnknownFormat

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ARCHIVES: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")

_HTML: Final = re.compile(rb"<!doctype\s+html|<html[\s>]", re.I)
_TAG: Final = re.compile(rb"</?(?:html|head|body|meta|title|div|p|br|span|table|td|h[1-6])\b[^<>]{0,500}>", re.I)
_HEADING: Final = re.compile(rb"^#{1,6}[ \t]+\S", re.M)

_OPEN_AND_SAVE: Final = "请用 Word 或 WPS 打开后另存为 docx 再试"


def detect(data: bytes, name: str = "") -> str:
    """One of the formats in `READERS`; raises `ReadError` for what is known to hold no readable text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    if data.startswith(OLE):
        return _ole(data, name)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024] and (suffix == ".pdf" or data[:1024].lstrip().startswith(b"%PDF-")):
        return "pdf"
    if data.startswith(_PICTURES) and b"\0" in data[:4096]:
        raise NeedsOCR("这是图片，没有可读取的文字", name=name, advice="请先做文字识别（OCR），再处理得到的文本")
    if data.startswith(_ARCHIVES):
        raise UnknownFormat("这是压缩包", name=name, advice="请先解压，再处理其中的文件")
    if data[:13].lower() == b"mime-version:":
        raise UnknownFormat("这是单个文件网页（mht）", name=name, advice=_OPEN_AND_SAVE)
    return _markup(data, suffix)


def _markup(data: bytes, suffix: str) -> str:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b'progid="Word.Document"' in head[:1000] or b"<pkg:package" in head[:1000]:
        return "doc"
    if head.startswith(b"<") and (_HTML.search(head) or (suffix != ".txt" and _TAG.match(head))):
        return "html"
    if suffix in (".html", ".htm", ".shtml", ".xhtml") and _TAG.search(data):
        return "html"
    if suffix in (".md", ".markdown") or (suffix not in (".txt", ".text") and len(_HEADING.findall(data)) > 1):
        return "markdown"
    return "text"


def _zip(data: bytes, name: str) -> str:
    from policydoc.readers.package import Package

    package = Package(data, name)
    members = {member.lower() for member in package.names}
    if any(member.rsplit("/", 1)[-1] == "ofd.xml" for member in members):
        return "ofd"
    if any(member.startswith("word/") for member in members):
        return "docx"
    for root, kind in (("xl/", "Excel 表格"), ("ppt/", "演示文稿")):
        if any(member.startswith(root) for member in members):
            raise UnknownFormat(f"这是{kind}，不是文字文件", name=name, advice="请把正文复制到 Word 文件中再试")
    if "mimetype" in package and package.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if "[content_types].xml" in members:
        raise DamagedFile("Office 文件中缺少正文（word/document.xml）", name=name, advice=_OPEN_AND_SAVE)
    raise UnknownFormat("这是压缩包，或是未知的格式", name=name, advice="如为压缩包，请先解压再处理其中的文件")


def _ole(data: bytes, name: str) -> str:
    """Compound files, told by the names of their streams; the word-processor's header says if it is encrypted."""
    if _stream(data, "EncryptedPackage") >= 0 and _stream(data, "WordDocument") < 0:
        raise EncryptedFile("文件已用密码加密", name=name, advice="请用密码打开，取消密码后另存再试")
    entry = _stream(data, "WordDocument")
    if entry >= 0:
        at = (int.from_bytes(data[entry + 116:entry + 120], "little") + 1) * _sector(data)
        if data[at:at + 2] == b"\xec\xa5" and data[at + 11:at + 12] and data[at + 11] & 1:
            raise EncryptedFile("文件已用密码加密", name=name, advice="请用密码打开，取消密码后另存再试")
        return "wps" if name.lower().endswith(".wps") else "doc"
    if name.lower().endswith((".wps", ".wpt")):
        return "wps"
    for stream, kind in (("Workbook", "Excel 表格"), ("Book", "Excel 表格"), ("PowerPoint Document", "演示文稿")):
        if _stream(data, stream) >= 0:
            raise UnknownFormat(f"这是{kind}，不是文字文件", name=name, advice="请把正文复制到 Word 文件中再试")
    if len(data) < 512 or (int.from_bytes(data[48:52], "little") + 1) * _sector(data) >= len(data):
        raise DamagedFile("文件不完整（复合文件被截断）", name=name, advice="请重新获取该文件后再试")
    raise UnknownFormat("这是旧版 Office 复合文件，但其中没有 Word 正文", name=name, advice=_OPEN_AND_SAVE)


def _sector(data: bytes) -> int:
    return 1 << int.from_bytes(data[30:32], "little") % 32


def _stream(data: bytes, stream: str) -> int:
    """Where the directory entry of this name starts, -1 for none: names stand in UTF-16, in entries of 128 bytes."""
    key = (stream + "\0").encode("utf-16-le")
    at = data.find(key)
    while at >= 0 and (at % 128 or int.from_bytes(data[at + 64:at + 66], "little") != len(key)):
        at = data.find(key, at + 1)
    return at
