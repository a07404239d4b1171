"""Meetings and sessions: 党的二十大, 十九届二中、三中全会, 省委十一届十次全会, 中央经济工作会议."""

from __future__ import annotations

import re
from typing import Final

from policydoc.extract.citations.record import citation, name_start
from policydoc.model.draft import Draft, Record
from policydoc.numerals import to_int
from policydoc.patterns import late, places

_N: Final = r"[一二三四五六七八九十百\d]{1,4}"
_PARTY: Final = "中国共产党"
_LEVEL: Final = "全国|中央|自治区|自治州|兵团|[省市区县州盟旗镇乡]"
_ORGAN: Final = (
    "党委|委|纪委监委|纪委|纪律检查委员会|政协|人大常委会|人大|总工会|工会|妇联|共青团|团委|团|"
    "科协|残联|侨联|工商联|文联|作协|社科联|红十字会|机关工委|工委|党组")
_FREE: Final = (
    "全国政协|全国人大|中央纪委|中国工会|中国妇女|中国文联|中国作协|中国科协|共青团|全国总工会|全国工会|全国妇联|政协")

_NUMERALS: Final = frozenset("一二三四五六七八九十0123456789")
_CENTRAL: Final = "中央委员会"
_OF_PARTY: Final = ("中共", _PARTY)
_PARTY_ENDS: Final = frozenset("党的共中央产")
"""What the name of the party ends in, and 扩大的 behind it."""
_TERM_NUMBER: Final = late(rf"第?(?P<term>{_N})\Z")
_LEFT: Final = late(
    rf"(?:(?P<party>党的?|中共中?央?|中国共产党)|(?P<free>{_FREE})|(?:(?:中共|政协|共青团|"
    rf"中国共产党)[一-鿿]{{1,8}})?(?P<level>{_LEVEL})(?P<organ>{_ORGAN})?)(?:扩大的)?\Z")
_PLENARY: Final = late(rf"第?(?P<n>{_N})中(?:全会|全体会议)?")
_PLENARIES: Final = late(rf"{_N}中(?:全会)?(?:[、和及与，]?\s?{_N}中(?:全会)?){{0,8}}")
_MIDDLE: Final = late(
    r"\s?(?:(?![届次])[一-鿿]){0,12}?(?:人民代表大会常务委员会|人民代表大会|人大常委会|人大|政协|纪委|纪律检查委员会|常务委员会|"
    r"委员会|党委|省委|市委|区委|县委|州委|工会)(?=第?[一二三四五六七八九十\d]{1,4}次)")
_TAIL: Final = (
    "全体会议|全体扩大会议|全会|全委（扩大）会议|全委扩大会议|全委会议|全委会|执委会议|执委会|常委会会议|"
    "代表会议|代表大会|会议")
_ONE: Final = rf"(?:第?{_N}届)?第?{_N}次(?:(?:全体|全委|执委)?(?:{_TAIL})|(?=[、和及]|第?{_N}次))"
_SESSIONS: Final = late(rf"{_ONE}(?:[、和及]?{_ONE}){{0,6}}")
_SESSION: Final = late(rf"第?(?P<n>{_N})次(?:{_TAIL})?")
_EVERY: Final = late("(?:中央委员会){0,2}(?P<who>人大|人民代表大会|政协)?(?:历次|各次)(?:全体会议|全会|会议)")
_CONGRESS_NEXT: Final = frozenset("全代党团妇工文职会")
_CONGRESS: Final = late(
    r"次(?:全国)?(?P<what>代表大会|党代会|党员代表大会|团代会|妇代会|工代会|文代会|职代会|会员代表大会)")
_HOST: Final = late(
    rf"(?:(?P<party>党的|中共|中国共产党)|(?P<free>{_FREE})|(?:(?:中共|中国共产党)[一-鿿]{{1,8}})?(?P<level>{_LEVEL})(?P<organ>{_ORGAN})?)\Z")
_BIG_NEXT: Final = (
    r"(?=[^一-鿿]|以来|精神|报告|代表|召开|闭幕|开幕|胜利|提出|确定|作出|通过|选举|修改|部署|"
    r"战略|关于|对|把|就|使|正式|宣告|结束|确立|制定|顺利|根据我|作准备|于\d|到[一二]|第一次|继续|形成|系统|高度|明确|指出|强调|"
    r"从|和|与|及|以|之|上|后|前|的(?:精神|召开|部署|报告|战略|要求|主题|重大|胜利|决策|第)|\Z)")
_BEFORE_BARE: Final = "、和与及，。：；的落实彻习从自到是以开接庆想“\\n"
_BIG_AFTER: Final = "|".join(f"(?<=[党共产会团女{_BEFORE_BARE}]{'[一二三四五六七八九十]' * n}大)" for n in (1, 2, 3))
_BIG: Final = late(f"大(?:{_BIG_AFTER})(?:第?(?P<session>[一二三四])次会议)?(?P<next>{_BIG_NEXT})?")
_BIG_LEFT: Final = late(
    r"(?:(?P<body>党的?|中共|中国共产党|中国工会|工会|共青团|团|中国妇女|"
    r"妇女)(?P<n>[一二三四五六七八九]?十?[一二三四五六七八九]?)|"
    rf"(?<=[{_BEFORE_BARE}])(?P<bare>十[一二三四五六七八九]|"
    r"[二三]十[一二三四五六七八九]?))\Z")
_SHORT: Final = (("人民代表大会常务委员会", "人大常委会"), ("常务委员会", "常委会"), ("人民代表大会", "人大"),
                 ("纪律检查委员会", "纪委"), ("总工会", "工会"))
_PLACE: Final = late(r"[一-鿿]{2,8}\Z")
_NO_PLACE: Final = late(r"[我全本各该抓请交取议准力推续做照贯届次第]|[大会]\Z")
_BODIES: Final = {"工会": "中国工会", "团": "共青团", "妇女": "中国妇女"}


Piece = tuple[int, int, int | None]
"""One session of a run: its span and its number."""

Found = tuple[int, str, list[Piece]]
"""Where the body's name begins, the body, and the sessions."""


def find(draft: Draft) -> list[Record]:
    """Every meeting that is named with its term or session, and work conferences named in full."""
    text = draft.text
    out = _terms(draft) + _congresses(draft)
    for mark in _BIG.finditer(text):
        match = _BIG_LEFT.search(text, max(0, mark.start() - 8), mark.start())
        record = _congress_in_short(draft, match, mark) if match else None
        if record:
            out.append(record)
    return out


def _congress_in_short(draft: Draft, match: re.Match[str], mark: re.Match[str]) -> Record | None:
    """党的二十大, 中国工会十八大, 十九大, 党的八大二次会议; 党的三大法宝 is none."""
    number = to_int(match["n"] or match["bare"] or "")
    sure = mark["next"] is not None or mark["session"] or (match["n"] and (number or 0) > 10)
    session = to_int(mark["session"]) if mark["session"] else None
    word = match["body"] or ""
    body = _BODIES.get(word, _PARTY if not word or word.startswith(("党", "中共", _PARTY)) else word)
    if not number or not sure:
        return None
    return _meeting(draft, "meeting-congress", match.start(), mark.end(), body, number, session)


def _meeting(draft: Draft, rule: str, start: int, end: int, body: str, term: int | None,
             session: int | None) -> Record:
    return citation(draft, rule, "meeting", start, end, meeting={"body": body, "term": term, "session": session})


def _terms(draft: Draft) -> list[Record]:
    """Everything with 届: the term first, then what stands on its right (which sessions) and left (whose)."""
    text, out = draft.text, []
    last_body, last_end = "", -100
    for mark in places(text, "届"):
        number = _TERM_NUMBER.search(text, max(0, mark - 5), mark) if text[mark - 1:mark] in _NUMERALS else None
        term = to_int(number["term"]) if number else None
        ahead = text[mark + 1:mark + 40]
        if number is None or term is None or ("次" not in ahead and "全会" not in ahead):
            continue
        first = number.start()
        near = last_body if first - last_end < 20 else ""
        found = _plenaries(text, first, mark + 1) or _every(text, first, mark + 1) or _sessions(
            text, first, mark + 1, near)
        if found is None:
            continue
        begin, last_body, pieces = found
        for i, (start, last_end, session) in enumerate(pieces):
            out.append(_meeting(draft, "meeting-session", start if i else begin, last_end, last_body, term, session))
    return out


def _plenaries(text: str, first: int, at: int) -> Found | None:
    """十九届二中、三中全会, whose term begins at `first` and ends at `at`."""
    at += len(_CENTRAL) * text.startswith(_CENTRAL, at)
    run = _PLENARIES.match(text, at)
    if run is None or not run[0].endswith("全会"):
        return None
    begin = first - 2
    if text[max(0, begin):first] != "党的":
        left = _LEFT.search(text, max(0, first - 16), first) if text[first - 1:first] in _PARTY_ENDS else None
        begin = left.start() if left and left["party"] else first
    return begin, _PARTY, _pieces(_PLENARY, text, run)


def _every(text: str, first: int, at: int) -> Found | None:
    """十九届历次全会."""
    every = _EVERY.match(text, at) if "历" in (near := text[at:at + 14]) or "各" in near else None
    if every is None:
        return None
    begin, body = _owner(text, first)
    at += len(_CENTRAL) * text.startswith(_CENTRAL, at)
    return begin, _joined(body, every["who"] or "", False) or _PARTY, [(at, every.end(), None)]


def _sessions(text: str, first: int, at: int, near: str) -> Found | None:
    """省十四届人大三次会议; without a body of its own it is that of the meeting right before, `near`."""
    central = text.startswith(_CENTRAL, at)
    middle = _MIDDLE.match(text, at + len(_CENTRAL) * central)
    run = _SESSIONS.match(text, middle.end() if middle else at + len(_CENTRAL) * central)
    if run is None or run[0][-1] not in "会议":
        return None
    begin, body = _owner(text, first)
    if middle and middle[0] == "委员会" and text.startswith(_OF_PARTY, begin):
        body += "委"
    body = _joined(body, middle[0] if middle else "", central) or near
    return (begin, body, _pieces(_SESSION, text, run)) if body else None


def _pieces(one: re.Pattern[str], text: str, run: re.Match[str]) -> list[Piece]:
    return [(piece.start(), piece.end(), to_int(piece["n"])) for piece in one.finditer(text, *run.span())]


def _owner(text: str, end: int, before: re.Pattern[str] = _LEFT) -> tuple[int, str]:
    """Where the name of the body starts that ends at `end`, and the name in its short form."""
    left = before.search(text, max(0, end - 16), end)
    if left is None:
        return end, ""
    if left["party"]:
        return left.start(), _PARTY
    start = left.start()
    if left["level"] and start == left.start("level") and left["level"] not in ("全国", "中央", "兵团"):
        start = _place_start(text, start)
    return start, _short(text[start:end].removeprefix("中共").removeprefix(_PARTY).replace("扩大的", ""))


def _place_start(text: str, level: int) -> int:
    """Where the name of a place begins whose 省, 市 … stands at `level`; `level` itself where none is named."""
    run = _PLACE.search(text, max(0, level - 8), level)
    start = name_start(text, run.start(), level) if run else level
    return start if level - start >= 2 and not _NO_PLACE.search(text, start, level) else level


def _short(body: str) -> str:
    for long, short in _SHORT:
        body = body.replace(long, short)
    return body


def _joined(body: str, middle: str, central: bool) -> str:
    """市 + 人大 → 市人大; 政协 + 全国委员会 → 全国政协; 第十九届中央委员会 → the party."""
    middle = _short(middle.strip())
    if central or middle == "中央委员会":
        return _PARTY
    if body.startswith("政协") and middle.endswith("委员会"):
        return (body.removeprefix("政协") or middle.removesuffix("委员会")) + "政协"
    if middle in ("委员会", "全国委员会"):
        return body or "全国政协"
    if body == _PARTY and middle:
        return middle
    return middle if body and middle.startswith(body) else body + middle


def _congresses(draft: Draft) -> list[Record]:
    """省第十二次党代会, 中国共产党第二十次全国代表大会: the number counts terms."""
    text, out = draft.text, []
    for mark in places(text, "次"):
        match = _CONGRESS.match(text, mark) if text[mark + 1:mark + 2] in _CONGRESS_NEXT else None
        number = _TERM_NUMBER.search(text, max(0, mark - 5), mark) if match else None
        term = to_int(number["term"]) if number else None
        if match is None or number is None or term is None:
            continue
        begin, body = _owner(text, number.start(), _HOST)
        if not body:
            continue
        if body != _PARTY and match["what"] != "代表大会":
            body += match["what"]
        elif body != _PARTY and text.startswith(_OF_PARTY, begin):
            body += "党代会"
        out.append(_meeting(draft, "meeting-congress", begin, match.end(), body, term, None))
    return out
