"""What the document is: title, year, issuer, kind, number and date, read off front matter and signature."""

from __future__ import annotations

from itertools import chain
from typing import Final

from policydoc.model.draft import Record
from policydoc.numerals import to_int
from policydoc.patterns import late
from policydoc.structure.words import (
    DATE,
    DOC_NUMBER,
    ORDER,
    WRAPPED,
    doc_type,
    says_again,
    squeezed,
    whole_title,
)

_DATED: Final = ("date", "subtitle", "note", "title", "issuer")
_LISTED: Final = late(r"[（(附\d]")
_BEHIND: Final = late(r"[ \u3000]*[（(][^（）()]*\d{4}\s?年?[^（）()]*[）)]$")
_LETTERS: Final = late(r"(?:[^\s0-9A-Za-z][ \u3000]{1,4}){3,}[^\s]")
_FULL_DATE: Final = late(
    r"(\d{4}|[〇○零Οo一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月"
    r"(?:(\d{1,2}|[一二三四五六七八九十]{1,3})日)?")
_RANGE: Final = late(r"\d{4}年?(?:\d{1,2}月)?[—－~～至-]{1,2}\d{4}年")
_YEAR: Final = late(r"(?<!\d)((?:19|20)\d{2})\s?(?:年|[）)])")
_OPENING_YEAR: Final = late(r"\s*(?:为[^。]{0,20}?)?((?:19|20)\d{2})\s?年")
_AHEAD: Final = late(r"计划|要点|安排|打算")
_LAST_LETTER: Final = late(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[知见法定案告复函报例划]$)")
"""A letter-spaced end of a title: 关于召开会议的通 知."""
_BY: Final = late(
    r"^(?:\d{4}年)?(?!关于|转发|印发|批转)([\u4e00-\u9fff、，　 ]{2,60}?)"
    r"(?:关于|转发|印发|批转|对(?=.{4,80}(?:答复|复函|批复)$))")
_ORG: Final = (
    "(?:总工会|委员会|联合会|办公厅|办公室|人民政府|党委|党组|党工委|支部|协会|学会|工会|公司|集团|大学|学院|学校|医院|中心"
    "|检察院|法院|局|厅|部(?!门)|委(?!员)|办(?!法)|署)")
_PLAN: Final = late(
    rf"^(?:\d{{4}}年度?)?([\u4e00-\u9fff]{{1,20}}?{_ORG}"
    r"(?:[\u4e00-\u9fff]{0,6}?(?:办公厅|办公室|委员会|总工会))?)(?!议)")
_PLANS: Final = frozenset(
    ("工作要点", "要点", "工作计划", "计划", "工作报告", "报告", "总结", "工作方案", "实施方案", "方案"))
_REPORT: Final = late(
    r"^(?:\d{4}年)?([\u4e00-\u9fff]{1,12}?(?:[省市州县区盟旗]))(?=人民政府|政府|\d{4}年|第|《).{0,40}政府工作报告")
_CONGRESS: Final = late(
    r"(?:^|在|日|—)(?!在)([\u4e00-\u9fff]{1,12}?[省市州县区盟旗])第[一二三四五六七八九十\d]{1,3}届人民代表大会")


def read(front: list[Record], signature: list[str], opening: str) -> Record:
    """The fields of the document; `signature` are the lines of its closing, `opening` the begin of its body."""
    title = _title(front)
    numbers = [r["text"] for r in front if r["role"] == "doc_number"]
    dated = (r["text"] for role in _DATED for r in front if r["role"] == role and not _RANGE.search(r["text"]))
    date = next((iso for text in chain(signature[::-1], dated) if (iso := _date(text))), None)
    kind = doc_type(title) if title else None
    return {"title": title, "year": _year(title, front, date, numbers) or _opening_year(kind, opening),
            "issuer": _issuer(title, front, signature), "doc_type": kind,
            "doc_number": _number(numbers, front), "date": date}


def filled(found: Record, stated: dict[str, str]) -> Record:
    """The fields, where the text says nothing with what the file states beside it (the table of a government page)."""
    number, date = stated.get("doc_number"), _date(stated.get("date", ""))
    beside = {"title": stated.get("title"), "issuer": stated.get("issuer"), "date": date,
              "doc_number": _number([number], []) if number else None, "year": int(date[:4]) if date else None}
    return {name: value if value is not None else beside.get(name) for name, value in found.items()}


def _title(front: list[Record]) -> str | None:
    """The first title, its lines put together; under an order (令) the title of what it orders."""
    groups: list[list[str]] = []
    open_ = False
    for record in front:
        if record["role"] != "title":
            open_ = False
            continue
        line = record["text"].strip("*# ")
        if open_ and groups and len(line) <= WRAPPED and not whole_title("".join(groups[-1])) \
                and not says_again(groups[-1][0], line):
            groups[-1].append(line)
        else:
            groups.append([line])
        open_ = True
    if not groups:
        return None
    group = groups[-1] if groups[0][-1].endswith("令") else groups[0]
    title = "".join(squeezed(line) if len(line.split()) > 3 and _LETTERS.search(line) else line for line in group)
    half, odd = divmod(len(title), 2)
    if half and not odd and title[:half] == title[half:]:
        title = title[:half]
    title = _LAST_LETTER.sub("", title)
    return (_BEHIND.sub("", title) or title) if title[-1:] in "）)" else title


def _number(numbers: list[str], front: list[Record]) -> str | None:
    if not numbers:
        return None
    number = squeezed(numbers[0])
    if ORDER.match(number):
        agency = next((squeezed(r["text"]) for r in front if r["role"] == "title"), "")
        agency = agency.removeprefix("中华人民共和国")
        return ("国令" if agency == "国务院令" else agency if agency.endswith("令") else "") + number.strip("（）")
    m = DOC_NUMBER.match(number)
    return f"{m[1]}〔{m[2]}〕{m[3]}号" if m else number


def _date(text: str) -> str | None:
    m = _FULL_DATE.search(squeezed(text)) if "月" in text else None
    if not m:
        return None
    parts = [to_int(part) for part in m.groups() if part]
    if any(part is None for part in parts):
        return None
    numbers = [part for part in parts if part is not None]
    if not 1 <= numbers[1] <= 12 or (len(numbers) > 2 and not 1 <= numbers[2] <= 31):
        return None
    return "-".join([f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:])])


def _year(title: str | None, front: list[Record], date: str | None, numbers: list[str]) -> int | None:
    if title and _AHEAD.search(title) and not _RANGE.search(title) and (years := _YEAR.findall(title)):
        return max(map(int, years))  # 2025年工作总结和2026年工作计划 plans 2026
    for text in (title or "", *(r["text"] for r in front if r["role"] in ("title", "subtitle", "date"))):
        if _RANGE.search(text):
            continue
        m = _YEAR.search(text) or DATE.match(text)
        if m:
            return to_int(m[1])
    if date:
        return int(date[:4])
    if numbers and (m := DOC_NUMBER.match(squeezed(numbers[0]))):
        return to_int(m[2])
    return None


def _opening_year(kind: str | None, opening: str) -> int | None:
    """The year that a plan's first words name; 到2030年 in an opinion and 1911年 in a chronicle are none."""
    m = _OPENING_YEAR.match(opening) if kind in _PLANS else None
    return int(m[1]) if m else None


def _issuer(title: str | None, front: list[Record], signature: list[str]) -> str | None:
    first = next((squeezed(r["text"]) for r in front if r["role"] == "title"), "")
    if first.endswith("令") and title and not title.endswith("令"):
        return first.removeprefix("中华人民共和国").removesuffix("令") or None
    if title:
        if m := _REPORT.match(title):
            return m[1] + "人民政府"
        if "国务院" in title and title.endswith("政府工作报告"):
            return "国务院"
        if title.endswith(("政府工作报告", "政府工作报告》")):
            places = (_CONGRESS.search(squeezed(r["text"])) for r in front)
            return next((place[1] + "人民政府" for place in places if place), None)
        if (m := _BY.match(title)) and not m[1].endswith(("会议", "大会", "全会")) and not m[1].startswith("在"):
            return m[1].strip("　 ，、").replace("　", "、").replace(" ", "、")
        if doc_type(title) in _PLANS and (m := _PLAN.match(title)) and not m[1].startswith("在"):
            return m[1]
    names = (line for line in signature if not _date(line) and "：" not in line and not _LISTED.match(line))
    head = next((squeezed(r["text"]) for r in front if r["role"] == "issuer" and r["text"].endswith("文件")), None)
    return next((_several(line) for line in names), head.removesuffix("文件") if head else None)


def _several(line: str) -> str:
    """Bodies that sign side by side, with 、 between; a name that is only letter-spaced stays one."""
    parts = line.split()
    return ("、" if all(len(part) > 2 for part in parts) else "").join(parts)
