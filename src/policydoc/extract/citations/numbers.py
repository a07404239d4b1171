"""发文字号: 国发〔2023〕1号 and its other brackets, 国令第707号, 2018年第3号公告; bound to the title beside it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from policydoc.extract.citations.record import citation, name_start
from policydoc.model.draft import Draft, Record
from policydoc.numerals import COUNTING, to_int
from policydoc.patterns import late, places

_NUMBER: Final = rf"[\d{COUNTING}]{{1,6}}"
_YEAR: Final = r"[\d〇○零一二三四五六七八九]{4}"
_NOUN: Final = frozenset("线楼院机店馆路台井洞桥厅船坝")
"""What makes 3号 a thing's name, right behind it."""
_BRACKETED: Final = late(
    rf"[〔﹝\[［（(【〖]\s?(?P<year>{_YEAR})\s?年?[〕﹞\]］）)】〗]\s?(?P<code>[一-鿿]{{1,8}}字)?第?\s?"
    r"(?P<serial>\d{1,5})\s?\Z")
_ORDER: Final = late(rf"令\s?第?\s?(?P<serial>{_NUMBER})\s?\Z")
_NOTICE: Final = late(rf"(?P<year>{_YEAR})\s?年\s?第\s?(?P<serial>{_NUMBER})\s?\Z")
_KIND: Final = ("公告", "通告", "令", "公报")
_RUN: Final = late(r"[一-鿿A-Za-z]{1,24}\s?\Z")
_NATIONAL: Final = late(r"(?:国办?(?:发明电|发|函|秘函|字)|中办(?:发电|发|函)|厅字)\Z")
_ORGAN: Final = late("人民政府|办公厅|办公室|委员会|管理局|总局|[厅部局委院署会行]")
_INITIAL: Final = late("[国中京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼新财教]")
_GAP: Final = late(r"》[（(\s]{0,2}|》[（(][^（）()《》。\n]{0,40}[，、；]")


def find(draft: Draft, titles: list[Record]) -> list[Record]:
    """Every document number but the document's own; a number beside a title gives it to the title and takes it."""
    text = draft.text
    own = [(front["start"], front["end"]) for front in draft.front if front["role"] == "doc_number"]
    found: list[Record] = []
    for sign in places(text, "号"):
        if not (text[sign - 1:sign].isdecimal() or text[sign - 1:sign].isspace() or text[sign - 1:sign] in COUNTING):
            continue
        noun = text[sign + 1:sign + 2] in _NOUN
        record = ((None if noun else _bracketed(draft, sign) or _order(draft, sign)) or _notice(draft, sign))
        if record and not any(start <= record["start"] < end for start, end in own):
            found.append(record)
    ends = [title["end"] for title in titles]
    for record in found:
        at = bisect_left(ends, record["start"] + 1) - 1
        before, after = titles[max(at, 0):at + 1], titles[at + 1:at + 2]
        if before and _GAP.fullmatch(text, before[0]["end"], record["start"]):
            _tie(record, before[0])
        elif after and text[record["end"]:after[0]["start"]] in ("《", "文件《"):
            _tie(record, after[0])
    return found


def _tie(number: Record, title: Record) -> None:
    number["title"] = title["title"]
    title["doc_number"] = title["doc_number"] or number["doc_number"]


def _bracketed(draft: Draft, sign: int) -> Record | None:
    """国发〔2023〕1号, whose 号 stands at `sign`."""
    text = draft.text
    match = _BRACKETED.search(text, max(0, sign - 28), sign)
    if match is None:
        return None
    start, agency = match.start(), match["code"]
    if not agency:
        start = _agency_start(text, match.start())
        agency = text[start:match.start()].strip()
    year, serial = to_int(match["year"]), to_int(match["serial"])
    if not agency or not year or not 1900 < year < 2200 or serial is None:
        return None
    return citation(draft, "doc-number", "doc_number", start, sign + 1,
                    doc_number={"agency": agency, "year": year, "serial": serial})


def _agency_start(text: str, end: int) -> int:
    """The shortest agency code that ends here: 国发 of 根据国发, 浙政办发 of 浙江省人民政府办公厅浙政办发."""
    run = _RUN.search(text, max(0, end - 24), end)
    if run is None:
        return end
    start, stop = name_start(text, run.start(), end), end - (text[end - 1] == " ")
    national = _NATIONAL.search(text, start, stop)
    if national:
        return national.start()
    if stop - start <= 6:
        return start
    cuts = [organ.end() for organ in _ORGAN.finditer(text, start, stop) if stop - organ.end() >= 3]
    if cuts:
        start = cuts[-1]
    if stop - start > 8:
        initials = [first.start() for first in _INITIAL.finditer(text, stop - 8, stop - 1)]
        start = initials[0] if initials else stop - 3
    return start


def _order(draft: Draft, sign: int) -> Record | None:
    """国令第707号."""
    text = draft.text
    match = _ORDER.search(text, max(0, sign - 10), sign)
    if match is None:
        return None
    run = _RUN.search(text, max(0, match.start() - 24), match.start())
    start = name_start(text, run.start(), match.start()) if run else match.start()
    serial = to_int(match["serial"])
    if start == match.start() or serial is None:
        return None
    return citation(draft, "order-number", "doc_number", start, sign + 1, doc_number={
        "agency": text[start:match.start() + 1], "year": None, "serial": serial})


def _notice(draft: Draft, sign: int) -> Record | None:
    """财政部公告2018年第3号, 2018年第3号公告 and 交通运输部令2020年第5号."""
    text = draft.text
    match = _NOTICE.search(text, max(0, sign - 16), sign)
    if match is None:
        return None
    first = match.start()
    run = None if text[first - 1:first].isspace() else _RUN.search(text, max(0, first - 24), first)
    start = name_start(text, run.start(), first) if run else first
    before = text[start:first].strip()
    kind = next((kind for kind in _KIND if text.startswith(kind, sign + 1)), "")
    year, serial = to_int(match["year"]), to_int(match["serial"])
    if not (kind or before.endswith(("公告", "令", "通告"))) or not year or serial is None:
        return None
    return citation(draft, "notice-number", "doc_number", start, sign + 1 + len(kind), doc_number={
        "agency": before + kind, "year": year, "serial": serial})
