"""Lines by their look: dates, document numbers, salutations, titles. Shared by front matter, closing and headings."""

from __future__ import annotations

from typing import Final

from policydoc.patterns import late

TYPES: Final = (
    "政府工作报告", "工作报告", "工作要点", "工作计划", "实施意见", "指导意见", "若干意见", "实施方案",
    "工作方案", "行动计划", "实施细则", "实施办法", "管理办法", "暂行办法", "暂行规定", "若干规定", "统计公报",
    "答复意见", "报告", "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "请示", "批复",
    "议案", "复函", "答复", "函", "纪要", "条例", "规定", "办法", "细则", "规则", "准则", "章程", "方案",
    "规划", "纲要", "计划", "要点", "总结", "说明", "讲话", "制度", "规程", "预案", "标准", "清单", "措施",
    "举措", "要求", "建议", "摘要", "宪法", "法", "令")
"""What a document may be, longest names first within one ending. Sources: 《党政机关公文处理工作条例》 art. 8,
《中国共产党党内法规制定条例》 art. 5, 《行政法规制定程序条例》 art. 5, and the everyday plans."""

_YEARS: Final = r"(?:\d{4}|[０-９]{4}|[〇○零ΟOo一二三四五六七八九]{4})"
WRAPPED: Final = 26
"""A title is broken over lines no longer than this."""
DATE: Final = late(
    rf"[（(]?({_YEARS})\s?年(?:\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?月(?:\s?(\d{{1,2}}|[一二三四五六七八九十廿]{{1,3}})\s?日)?)?[）)]?$")
DOC_NUMBER: Final = late(
    r"[（(]?([\u4e00-\u9fff]{1,14}?)\s?[〔﹝\[［（(【]\s?(\d{4}|[０-９]{4})\s?年?[〕﹞\]］）)】]\s?"
    r"(?:第\s?)?(\d{1,5}|[０-９]{1,5})\s?号[）)]?$")
ORDER: Final = late(r"(?:（)?第\s?(\d{1,5}|[一二三四五六七八九十百千〇零]{1,7})\s?号(?:）)?$")
SALUTATION: Final = late(
    r"(?:尊敬的)?(?:各位|同志们|代表们|委员们|主席团|诸位)[^。！!]{0,24}[:：!！]$|(?:同志们|各位代表)[:：!！]?$")
MEETING: Final = late(
    r"[（(]?[—─―–-]{0,4}\s?(?:(?:" + _YEARS + r"年)?\d{0,2}月?\d{0,2}日?)?在?[^。，；]{2,60}"
    r"(?:会议|大会|全会|代表会)(?:[^。；]{0,14}(?:上|通过|批准|发布))?[）)]?$")
PASSED: Final = late(
    r"[（(]?(?:根据)?[^。]{0,40}\d{4}年\d{1,2}月\d{1,2}日[^。]{0,200}"
    r"(?:通过|修正|修订|公布|发布|施行|批准|印发|废止|电|稿)[^。]{0,40}[）)]?$")
PERSON: Final = late(
    r"[^。，；：]{0,24}(?:省长|市长|州长|县长|区长|盟长|主席|主任|总理|国务委员|秘书长|书记|部长|局长|院长|检察长)"
    r"[^。，；：]{0,8}?[ \u3000]{0,6}[\u4e00-\u9fff·]{0,2}[ \u3000]{0,3}[\u4e00-\u9fff]{0,3}$")
DATELINE: Final = late(
    r"[（(]?(?:新华社|中新社|人民日报)[^。]{0,30}[电讯][）)]?$|[—─―–-]{1,4}\s?(?:" + _YEARS + r"年|在)[^。；]{4,60}$")
MARKUP: Final = late(r"<!--|</?[A-Za-z]|https?://|\[[\^\d\[]|\[[^\]\n]{1,60}\]\(|!\[|\*[^*]{1,40}\*$")
PROVENANCE: Final = late(
    r"(?:来源|来自|作者|发布时间|发布日期|发布机构|信息来源|浏览次数|字号|编辑|责任编辑)\s?[：:].{0,60}$")
"""What a web page puts under its headline."""
ASIDE: Final = late(r"[（(【\[][^（）()]{1,60}[）)】\]]$")
ATTACHMENT: Final = late(
    r"附[ \u3000]{0,4}(?:件|录|表|图|注|则)?[ \u3000]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?[.．：:—]?$")
_GLOSSARY: Final = late(r"(?:名\s?词|术\s?语|用\s?语|词\s?语).{0,8}(?:解\s?释|注\s?释|说\s?明|注\s?解)")
_NOTES: Final = late(r"[（【]?(?:注\s{0,4}释|附\s{0,4}注|注\s{0,4}解)[】）]?[:：]?$")
_BEHIND: Final = late(r"(?:[（(][^（）()]{0,30}[）)]|》|”|\s)+$")
OPENINGS: Final = frozenset(
    ("序言", "前言", "引言", "导言", "序", "总纲", "总则", "结语", "结束语", "附则", "后记", "概述"))


def squeezed(text: str) -> str:
    """Without any white space."""
    return "".join(text.split())


def doc_type(title: str) -> str | None:
    """What kind of document a title names: 关于…的通知 → 通知; a year or 试行 in brackets behind it does not count."""
    bare = bare_title(title)
    return next(name for name in TYPES if bare.endswith(name)) if bare.endswith(TYPES) else None


def bare_title(title: str) -> str:
    """A title without what stands in brackets behind it: （试行）, （2019年）."""
    last = title[-1:]
    return _BEHIND.sub("", title) if last in "）)》”" or last.isspace() else title


def whole_title(title: str) -> bool:
    """Whether a title is complete: it ends with the kind of document, and 关于… with 的 before that."""
    kind, title = doc_type(title), bare_title(title)
    if kind is None:
        return False
    return "关于" not in title or "的" in title[-len(kind) - 8:] or title.endswith(("公报", "决议"))


def says_again(title: str, line: str) -> bool:
    """Whether a line repeats the title (text pasted from a page with a headline of its own)."""
    one, two = (squeezed(bare_title(piece)).strip("*# ") for piece in (title, line))
    return two in one or one in two


def is_glossary(line: str) -> bool:
    """名词解释, 注释, 附注: the headline of a list of terms."""
    return len(line) <= 40 and bool(_GLOSSARY.search(line) or _NOTES.match(line))
