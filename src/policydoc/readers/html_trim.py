"""Lines of chrome above and below the text of a page, where no markup tells them apart."""

from __future__ import annotations

import re
from typing import Final

from policydoc.readers.html_meta import label
from policydoc.readers.html_text import Block

_HEAD_LINES: Final = 25
_TAIL_LINES: Final = 25

_TOOL: Final = re.compile(
    r"(?:字体|字号|文字大小|视力保护色?|(?:浏览|阅读|点击|访问)(?:次数|数|量)?|打印(?:本页|正文|文章)?|关闭(?:窗口|本页)?"
    r"|收藏(?:本页)?|复制链接|分享(?:到|至|按钮)?|我要(?:分享|打印|纠错|收藏)|(?:微信)?扫一扫.{0,20}"
    r"|返回(?:顶部|列表|首页)|(?:责任|网站)?编辑|审核|校对|责编|(?:信息|稿件|文章)?来源|发布(?:时间|日期|者|人)"
    r"|更新(?:时间|日期)|[上下]一[篇条]|语音播报|朗读|繁體|无障碍|阅读模式|下载(?:word|pdf|文件)版?)"
    r"(?=$|[\s\d：:（(\[【】\]|>大中小到至])", re.I)
"""How a line of tools or of facts about the page begins."""

_PATH: Final = re.compile(r"^(?:(?:您?现?在?的?|当前)位置\s*[：:是]?|首\s*页\s*[>＞»/›]).{0,120}$")
_REST: Final = re.compile(
    r"^\s*(?:(?:相关(?:链接|阅读|文章|新闻|文档|信息|解读|政策|稿件|内容)|推荐阅读|友情链接|政策解读|解读链接"
    r"|热点(?:新闻|推荐)|网站地图|联系我们|关于我们|主办(?:单位)?[：:]|承办(?:单位)?[：:])[^。；]*$"
    r"|版权所有|Copyright|©|.{0,8}ICP备|.{0,8}公网安备|(?:政府)?网站标识码)", re.I)
"""After such a line near the end comes nothing of the document, unless a line behind it shows that it goes on, or
one before begins alike."""

_GOES_ON: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,5}[编章节条]"
    r"|\d{1,2}[.．、](?!\d)|附件|(?=.{40})(?!.*(?:版权|转载|浏览器|分辨率)).*。)")

_PROSE: Final = re.compile(r"[，。；、]")


def trim(lines: list[Block]) -> tuple[list[Block], list[tuple[str, str]]]:
    """The lines of the document, and the labels of metadata (索引号：…) that stood above or below it.

    Only the first and last lines are judged, and only what is chrome as a whole; a heading like 相关链接 near the
    end takes all behind it with it, where none of that is labelled or a long sentence.
    """
    lines = lines[:_end(lines)]
    kept: list[Block] = []
    found: list[tuple[str, str]] = []
    for at, line in enumerate(lines):
        edge = at < _HEAD_LINES or at >= len(lines) - _TAIL_LINES
        known = label(line.text) if edge and not line.table else None
        if known and known[1]:
            found.append(known)
        elif not (edge and not line.table and is_chrome(line.text)):
            kept.append(line)
    return kept, found


def is_chrome(text: str) -> bool:
    """Whether a line is a tool of the site: 字体：大 中 小, 打印本页, 您的位置：首页 > 公告."""
    if len(text) > 140:
        return False
    if _PATH.match(text):
        return True
    first = _TOOL.match(text.lstrip("【[|｜ "))
    return first is not None and not _PROSE.search(text)


def _end(lines: list[Block]) -> int:
    for at in range(max(1, len(lines) - _TAIL_LINES), len(lines)):
        text = lines[at].text
        if not lines[at].table and len(text) < 60 and _REST.match(text) \
                and not any(line.text.startswith(text[:4]) for line in lines[:at]) \
                and not any(_GOES_ON.match(line.text) for line in lines[at + 1:]):
            return at
    return len(lines)
