"""以下简称《条例》: short names, bound to their documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from policydoc.model.draft import Draft, Record
from policydoc.patterns import late, places

Names = dict[str, list[tuple[int, str]]]
"""Full titles by short name, each with the offset from which on it is meant."""

_DEFINED: Final = late(
    r"称(?:为|作)?[：:]?\s?(?:《(?P<title>[^《》\n]{1,30})》|[“\"](?P<quoted>[^“”\"\n]{1,20})[”\"]"
    r"|(?P<bare>[^《》“”\"，。；、（）()\n]{1,20})(?=[，；）)]))")
_AFTER_TITLE: Final = late(r"》(?:[（(][^《》（）()。\n]{0,60}|[（(][^（）()\n]{1,40}[）)][（(，]?|，)?\Z")
_LEAD: Final = late(r"(?:以下|下)?(?:合并|分别)?[统简]?\Z")
_STATE: Final = "中华人民共和国"
_GENERIC: Final = late(
    "(?:法|条例|规定|办法|细则|规则|准则|章程|意见|通知|决定|决议|方案|规划|纲要|计划|要点|报告|建议|公报|"
    r"公约|协定|指南|标准|目录|清单|草案|宣言|公告|批复|总纲)\Z")


def bind(draft: Draft, titles: list[Record]) -> Names:
    """Give each title that is a short name (《条例》) its full title; the names that were defined come back.

    A definition binds first; else 中华人民共和国 left out; else a bare kind (《条例》) of which the text so far
    holds one title only.
    """
    names = _definitions(draft.text, titles)
    full: dict[str, str] = {}
    by_kind: dict[str, set[str]] = {}
    for record in titles:
        name, at = record["title"], record["start"]
        meant = lookup(names, name, at)
        if meant is not None and meant != name:
            record.update(title=meant, short=True, rule="short-name")
        elif name in full:
            record.update(title=full[name], short=True, rule="short-state-name")
        elif len(name) <= 4 and _GENERIC.fullmatch(name):
            only = by_kind.get(name, set())
            record.update(title=next(iter(only)) if len(only) == 1 else None, short=True, rule="short-kind")
        else:
            if name.startswith(_STATE):
                full[name.removeprefix(_STATE)] = name
            kind = _GENERIC.search(name.split("（")[0])
            if kind:
                by_kind.setdefault(kind[0], set()).add(name)
    return names


def lookup(names: Names, name: str, at: int) -> str | None:
    """The title that `name` means at this place, by the last definition before it."""
    meant = names.get(name, [])
    last = bisect_right(meant, at, key=lambda pair: pair[0]) - 1
    return meant[last][1] if last >= 0 else None


def _definitions(text: str, titles: list[Record]) -> Names:
    names: Names = {}
    ends = [record["end"] for record in titles]
    for at in places(text, "称"):
        match = _DEFINED.match(text, at) if text[at - 1:at] in ("统", "简", "下") else None
        if match is None:
            continue
        left = _LEAD.sub("", text[max(0, match.start() - 70):match.start()])
        gap = _AFTER_TITLE.search(left)
        owner = bisect_left(ends, match.start()) - 1
        if gap is None or owner < 0:
            continue
        kind = "title" if match["title"] else "quoted" if match["quoted"] else "bare"
        names.setdefault(match[kind], []).append((match.start(kind), titles[owner]["title"]))
    return names
