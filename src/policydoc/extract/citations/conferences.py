"""Work conferences, named in full: 中央经济工作会议, 全国教育大会. The name is the body; most have no number."""

from __future__ import annotations

from typing import Final

from policydoc.extract.citations.record import citation
from policydoc.model.draft import Draft, Record
from policydoc.numerals import to_int
from policydoc.patterns import late

_NAMED: Final = late(
    r"(?:中央军委|中共中央|中央|全国|全军|自治区党委|区党委|省委|市委|区委|县委|州委|盟委|全省|全市|全区|全县|"
    r"全州|国务院)(?:第(?P<n>[一二三四五六七八九十\d]{1,4})次)?(?P<topic>[一-鿿]{0,14})\Z")
_ENDS: Final = (late("议(?<=工作会议)"), late("大会(?<=[育技新康护化]大会)"))
_NO_TOPIC: Final = late("[的了在和及以]|与(?!健康)|召开|精神|全会|会议|省委|市委|政府")
_HEADS: Final = late(r"中央军委|中共中央|中央|全国|全军|自治区党委|区党委|[省市区县州盟]委|全[省市区县州]|国务院")


def find(draft: Draft) -> list[Record]:
    """Every conference with the body that called it; 省委 alone of 中央、省委经济工作会议."""
    text = draft.text
    out: list[Record] = []
    for end in (match.end() for pattern in _ENDS for match in pattern.finditer(text)):
        stop = end - (4 if text[end - 1] == "议" else 2)
        for head in reversed(list(_HEADS.finditer(text, max(0, stop - 24), stop))):
            name = _NAMED.match(text, head.start(), stop)
            if name is None or _NO_TOPIC.search(name["topic"]):
                continue
            session = to_int(name["n"]) if name["n"] else None
            body = text[head.start():end].replace(f"第{name['n']}次", "")
            out.append(citation(draft, "meeting-named", "meeting", head.start(), end,
                                meeting={"body": body, "term": None, "session": session}))
            break
    return out
