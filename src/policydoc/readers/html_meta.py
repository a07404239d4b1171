"""What a government page says about its document beside the text: the table of index number, issuer, title …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from policydoc.readers.html_text import Block, clean, tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

FIELDS: Final = {
    **dict.fromkeys(("标题", "名称", "文件名称", "信息名称", "公文名称"), "title"),
    **dict.fromkeys(("发文字号", "文号", "发文文号", "文件编号", "公文文号"), "doc_number"),
    **dict.fromkeys(("发文机关", "发文单位", "发文机构", "发布机构", "发布单位", "制发机关", "制定机关", "公开机构",
                     "信息公开单位"), "issuer"),
    **dict.fromkeys(("成文日期", "发文日期", "生成日期", "印发日期", "制发日期"), "date"),
    **dict.fromkeys(("索引号", "信息索引号", "统一编号", "主题分类", "主题词", "关键词", "信息分类", "分类", "组配分类",
                     "服务对象分类", "体裁分类", "公文种类", "文件种类", "所属主题", "发布日期", "发布时间", "公开日期",
                     "公开方式", "公开范围", "公开形式", "公开时限", "有效性", "是否有效", "效力状态", "时效",
                     "生效日期", "失效日期", "废止日期", "信息来源", "内容概述"), ""),
}
"""Labels of the table of metadata (《政府信息公开目录》 of the State Council and of local governments) → field."""

_KEY: Final = re.compile(r"^[【\[]?([\u4e00-\u9fff\s\u3000]{2,12}?)\s*[】\]]?\s*(?:[：:]\s*(.*))?$", re.S)
_SITE: Final = re.compile(r"\s*[_|｜–—-]\s*[^_|｜–—-]*$")


def label(text: str) -> tuple[str, str] | None:
    """`发文字号：国发〔2023〕1号` → 发文字号 and its value; None for anything but a label of the table.

    A bare `标 题`, without a colon, is a label with an empty value.
    """
    found = _KEY.match(text) if len(text) < 400 else None
    if found is None:
        return None
    key = re.sub(r"\s", "", found[1])
    return (key, (found[2] or "").strip()) if key in FIELDS else None


def pairs(cells: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Labels with their values, which follow in the same cell or in the next."""
    waiting = ""
    for cell in cells:
        known = label(cell)
        if known and known[1]:
            yield known
            waiting = ""
        elif known:
            if waiting:
                yield waiting, ""
            waiting = known[0]
        elif waiting:
            yield waiting, cell
            waiting = ""
    if waiting:
        yield waiting, ""


def hints(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Fields of `Document` from labels and values; the first value of a field stands."""
    out: dict[str, str] = {}
    for key, value in found:
        if FIELDS[key] and value:
            out.setdefault(FIELDS[key], value)
    return out


def table_pairs(table: _Element) -> list[tuple[str, str]]:
    """The labels and values of a table of metadata; empty for every other table."""
    cells = [clean(text_of(cell)) for cell in table.iter("td", "th")
             if not any(True for _ in cell.iter("table"))]
    filled = [cell for cell in cells if cell]
    found = list(pairs(cells)) if len(filled) <= 60 else []
    return found if len(found) >= 3 and 3 * len(found) >= len(filled) else []


def page_title(root: _Element) -> str:
    """The title that the head of the page states: <meta name=ArticleTitle>, else <title> without the site's name."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and (meta.get("content") or "").strip():
            return clean(meta.get("content") or "")
    for title in root.iter("title"):
        text = clean(text_of(title))
        return _SITE.sub("", text) if len(_SITE.sub("", text)) >= 4 else text
    return ""


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def names_itself(lines: list[Block], title: str) -> bool:
    """Whether the title stands among the first lines, in one of them or broken over up to five."""
    want = squeezed(title)
    head = [squeezed(line.text) for line in lines[:60]]
    for at in range(len(head)):
        joined = ""
        for part in head[at:at + 5]:
            joined += part
            if joined == want:
                return True
            if not want.startswith(joined):
                break
    return False


def heading_outside(root: _Element, main: _Element, title: str) -> str:
    """The text of the element outside of `main` that shows the title of the page, empty where none does."""
    from lxml import etree

    want, best = squeezed(title), ""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element is main:
            break
        if tag_of(element) in ("head", "a", "option"):
            walk.skip_subtree()
        elif sum(1 for _ in islice(element.iter(), 11)) <= 10:
            text = clean(text_of(element))
            if len(best) < len(text) <= 200 and len(squeezed(text)) >= 4 and squeezed(text) in want:
                best = text
    return best
