"""The element that holds the document, and the chrome of a site around and inside of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policydoc.readers.html_text import BLOCKS, data_tables, tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEVER: Final = frozenset({
    "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "applet", "canvas", "svg", "video",
    "audio", "button", "select", "option", "input", "textarea", "nav", "aside", "dialog", "menu", "map", "rt", "rp",
    "footer", "datalist"})
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "toolbar"})
_HIDDEN: Final = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CHROME: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|breadcrumbs?|crumbs?|mianbao|mbx|share\w*|bdshare\w*|jiathis\w*|sidebar|foot(?![-_]?note)|footer|menu"
    r"|related?|xgwz|xglj|copyright|pager|qrcode|ewm|qr|toolbar|prev|next|shangxia|search|login|recommend|banner|logo)"
    r"(?=$|[\s_-])", re.I)
_KNOWN: Final = re.compile(
    r"(?:^|[\s_-])(?:UCAP-CONTENT|pages_content|TRS_Editor|trs_editor_view|TRS_PreAppend|zoom|zoomcon|artibody|art_con"
    r"|article|article[_-]?(?:body|content|con|text|main)|content[_-]?(?:body|text|main|article)?|con_?text|detail"
    r"|detail[_-]?(?:content|con|main)|news[_-]?(?:content|con|text)|view|v_news_content|wp_articlecontent|info[_-]?content"
    r"|main[_-]?(?:text|content|body)|text[_-]?content|txt|txt_?con|xxgk_content|gknb_content|bt_content|ny_?content|nr|zw)"
    r"(?=$|\s)", re.I)
_BOXES: Final = frozenset({
    "body", "div", "section", "article", "main", "center", "form", "table", "tbody", "tr", "td", "font", "span",
    "ucapcontent"})
_PROSE: Final = re.compile(
    r"[。；]|〔\d{4}〕|^\s*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十百\d]+[条章号]|（[一二三四五六七八九十]+）"
    r"|[\d二〇○零一二三四五六七八九十]+年[^年]{2,6}日\s*$|.{0,40}关于[^，。]{2,80}"
    r"(?:通知|意见|办法|规定|决定|决议|要点|方案|计划|规划|纲要|报告|条例|细则|函|批复|公告|通告|通报|请示|建议|议案)\s*$)",
    re.M)
"""What shows that a text belongs to the document: a sentence, a title, a document number, a label, a date."""


def prune(root: _Element) -> None:
    """Take out what is never part of a document, what is hidden, and what its class or id names chrome.

    A class name alone takes out no more than a fifth of the text of the page: the word may mean something else.
    """
    lengths = _lengths(root)
    whole = lengths[root]
    for element in list(root.iter()):
        tag = tag_of(element)
        if tag in _NEVER or _hidden(element) or (element.get("role") or "").lower() in _ROLES:
            drop(element)
        elif 5 * lengths[element] <= whole and tag not in ("html", "body", "head", "p", "td", "tr"):
            names = _names(element)
            if _CHROME.search(names) and not _KNOWN.search(names):
                drop(element)


def _hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _names(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def drop(element: _Element) -> None:
    """Empty an element; a line that it broke stays broken, and the text behind it stays."""
    tail, tag = element.tail, tag_of(element)
    element.clear()
    element.tag, element.tail = "br" if tag in BLOCKS else "span", tail


def main_element(body: _Element) -> _Element:
    """The smallest element that holds the document.

    From an element of a known name that holds half of the text outside of links, or from the body, down as long as
    one child holds most of the text and what stands beside it is no part of a document.
    """
    weights = _lengths(body, links=False)
    known = [element for element in weights if _KNOWN.search(_names(element)) and tag_of(element) in _BOXES]
    best = max((weights[element] for element in known), default=0)
    at = body
    if 2 * best > weights[body]:
        at = [element for element in known if 5 * weights[element] >= 4 * best][-1]
    data = data_tables(body)
    while (child := _heaviest(at, weights)) is not None and child not in data:
        at = child
    return at


def _lengths(root: _Element, links: bool = True) -> dict[_Element, int]:
    """Characters below each element, white space apart, in the order of the document; without those in links."""
    from lxml import etree

    lengths: dict[_Element, int] = {}
    before: list[int] = []
    total = inside = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        link = not links and tag_of(element) == "a"
        if event == "start":
            lengths[element] = 0
            before.append(total)
            inside += link
            text = element.text
        else:
            inside -= link
            lengths[element] = total - before.pop()
            text = element.tail if element is not root else None
        if text and not inside:
            total += len("".join(text.split()))
    return lengths


def _heaviest(at: _Element, weights: dict[_Element, int]) -> _Element | None:
    child = max(at, key=lambda element: weights.get(element, 0), default=None)
    if child is None or tag_of(child) not in _BOXES or 2 * weights.get(child, 0) <= weights[at]:
        return None
    beside = [at.text or "", *((text_of(other) if other is not child else "") + "\n" + (other.tail or "")
                               for other in at)]
    return None if any(_PROSE.search(text) for text in beside) else child
