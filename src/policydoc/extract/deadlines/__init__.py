"""完成时限: until when something is to be done, or from when on it holds."""

from __future__ import annotations

from typing import Final

from policydoc.extract.deadlines import dates, plans, spans
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_YEAR: Final = late(r"\d{4}")
_CHRONICLE: Final = late("大事记|简史|历史|年鉴|年表|统计公报")
_NEXT: Final = r"(?=\s?在?(?:[\d二][\d〇○零一二三四五六七八九十]{0,3}\s?[年月季]|今年|本年|明年|年底|年末))"


def _before(draft: Draft, at: int, year: int | None) -> Record | None:
    return dates.before_date(draft, at, year) or spans.ahead_of(draft, at)


def _from(draft: Draft, at: int, year: int | None) -> Record | None:
    return spans.from_event(draft, at) or dates.from_date(draft, at, year)


def _within(draft: Draft, at: int, year: int | None) -> Record | None:
    found = spans.within(draft, at)
    return dates.within_year(draft, at, year) if found is None and draft.text[at - 1] == "年" else found


_MARKS: Final = tuple((late(pattern), find) for pattern, find in (
    (r"前(?:(?<=[底末日月年度旬节旦秋一”期汛冬临季天时学]前)|(?<=[底末日月年度旬节旦秋一”期汛冬临季天时学庆来份号初中\s][之以]前))"
     r"(?<![^开]学前)(?![后夕提往来列茅沿景所线端述移进置瞻身])(?!(?<=[年月日]前)[一二三四两几\d])", _before),
    (r"止(?<=[底末日月旬年]止)", _before),
    (r"底(?<=[年月]底)(?![前止])", dates.end_of_year),
    (r"起(?<=[日月年]起)", _from),
    (r"内(?:(?<=[日月年天周期时钟度]内)|(?<=[日月年天周期时钟度][之以]内))"
     r"(?![蒙外部容涝需乱战忧患耗]|审(?![核批查定结理议阅]))", _within),
    (f"到{_NEXT}", dates.until_date),
    (f"至{_NEXT}", dates.until_date),
    (r"于(?<=[将拟定应须要]于)(?=\s?\d)", dates.until_date)))
"""The characters at which a deadline ends or begins, what must and must not stand beside them (前后, 前三季度, 内蒙古),
and who reads the words there. One pass for each literal is several times faster than one for the class of them."""


def extract(draft: Draft) -> list[Record]:
    """All deadlines in the order of the text; where two overlap the longer one stands."""
    text, year = draft.text, _plan_year(draft)
    found = plans.find(draft, year)
    for pattern, find in _MARKS:
        found += filter(None, [find(draft, mark.start(), year) for mark in pattern.finditer(text)])
    out: list[Record] = []
    for record in sorted(found, key=lambda record: (record["start"], -record["end"])):
        if not out or record["start"] >= out[-1]["end"]:
            out.append(record)
    return out


def _plan_year(draft: Draft) -> int | None:
    """The year that a date without one belongs to: the plan's or that of the document's date, none in a chronicle."""
    year = draft.fields.get("year")
    if _CHRONICLE.search(str(draft.fields.get("title") or "")):
        return None
    if isinstance(year, int):
        return year
    date = _YEAR.match(str(draft.fields.get("date") or ""))
    return int(date[0]) if date else None
