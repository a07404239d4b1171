"""Zip packages (docx, ofd) and their XML, opened without trust in what they say about themselves."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from policydoc.errors import DamagedFile, EncryptedFile, TooLarge

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

MEMBER_LIMIT: Final = 256 << 20
"""Bytes that one member may unpack to."""

PACKAGE_LIMIT: Final = 512 << 20
"""Bytes that are unpacked of one package in all."""

RATIO_LIMIT: Final = 200
"""Unpacked to packed size of a member beyond 32 MiB. Real XML stays below 60; deflate ends at 1032."""

_SMALL: Final = 32 << 20
_AGAIN: Final = "请重新获取或重新保存该文件后再试"


class Package:
    """A zip file in memory. Members are found whatever the case and the slashes of their names.

    Nothing is unpacked before it is asked for, and never more than the directory declares and the limits allow.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        """Raises `DamagedFile` where the directory at the end of the zip is missing or broken."""
        self.name = name
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise DamagedFile("压缩包不完整或已损坏", name=name, advice=_AGAIN) from error

    @cached_property
    def _members(self) -> dict[str, zipfile.ZipInfo]:
        return {_key(_true_name(info)): info for info in self._zip.infolist()}

    @cached_property
    def names(self) -> list[str]:
        """Names of all members as the package spells them (Chinese ones decoded), with forward slashes."""
        return [_true_name(info).replace("\\", "/").lstrip("/") for info in self._zip.infolist()]

    def __contains__(self, member: str) -> bool:
        return _key(member) in self._members

    def read(self, member: str) -> bytes:
        """The bytes of a member.

        Raises `DamagedFile` where it is missing or broken, `EncryptedFile`, and `TooLarge` before unpacking it.
        """
        info = self._members.get(_key(member))
        if info is None:
            raise DamagedFile(f"压缩包中缺少 {member}", name=self.name, advice=_AGAIN)
        self._check(info)
        self._unpacked += info.file_size
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise DamagedFile(f"压缩包中的 {member} 已损坏", name=self.name, advice=_AGAIN) from error

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & 0x1:
            raise EncryptedFile("文件已加密", name=self.name,
                                advice="请用密码打开后另存为不加密的文件再试")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DamagedFile(f"{info.filename} 使用了不支持的压缩方法", name=self.name, advice=_AGAIN)
        size = info.file_size
        swollen = size > _SMALL and size > RATIO_LIMIT * max(info.compress_size, 1)
        if swollen or size > MEMBER_LIMIT or self._unpacked + size > PACKAGE_LIMIT:
            raise TooLarge(f"{info.filename} 解压后达 {size >> 20} MiB，超出上限", name=self.name,
                           advice="可能是压缩炸弹；如确为正常文件，请拆分后再试")

    def xml(self, member: str) -> _Element:
        """The root element of an XML member."""
        return parse_xml(self.read(member), member, self.name)


def parse_xml(data: bytes, member: str = "", name: str = "") -> _Element:
    """The root of untrusted XML: no network, no entities, no more than 256 levels (2,048 beside a huge text).

    Raises `DamagedFile` for what is malformed or nested too deep, `TooLarge` for one that declares entities.
    """
    from lxml import etree

    plain = b"<!DOCTYPE" not in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError:
            # A text of more than 10 MB is no attack where nothing can expand
            if not plain or len(data) < 10_000_000:
                raise
            root = etree.fromstring(data, _parser(huge=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        if "mplification" in str(error) or "entity" in str(error):
            raise _bomb(member, name) from error
        raise DamagedFile(f"{member or 'XML'} 格式错误：{error}", name=name, advice=_AGAIN) from error
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and list(dtd.iterentities()):
        raise _bomb(member, name)
    return root


def _parser(huge: bool = False) -> XMLParser:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=huge,
                           remove_comments=True, remove_pis=True)


def _bomb(member: str, name: str) -> TooLarge:
    return TooLarge(f"{member or 'XML'} 声明了可无限展开的实体", name=name,
                    advice="正常的公文文件不含实体声明，请重新获取该文件")


def _true_name(info: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag are decoded by zipfile as cp437, but were written as UTF-8 or GBK."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _key(member: str) -> str:
    return member.replace("\\", "/").lstrip("/").lower()
