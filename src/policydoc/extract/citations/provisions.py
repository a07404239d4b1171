"""《劳动法》第三条, 本条例第五条, 前款: provisions that are cited, of another document or of this one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

from policydoc.extract.citations.pinpoints import EXPRESSION, Place, resolve
from policydoc.extract.citations.place import Articles
from policydoc.extract.citations.record import citation, name_start
from policydoc.extract.citations.short_names import Names, lookup
from policydoc.model.draft import Draft, Record
from policydoc.numerals import to_int
from policydoc.patterns import late, places

_SELF: Final = (
    "(?:法|条例|规定|办法|章程|细则|规则|准则|决定|决议|意见|通知|方案|规划|纲要|要点|规程|标准|解释|制度|守则)")
_CITED: Final = late(EXPRESSION)
_HEAD: Final = late(
    rf"(?:(?P<self>本{_SELF}|该{_SELF}|本[条款项章节编]|前[一二两三四五]?[条款项])的?|(?P<title>》)"
    r"(?:（[^（）《》\n]{1,30}）)?(?:中?的)?|(?P<law>法|条例|法典|通则))\Z")
_NOUN: Final = r"(?:的)?(?:规定|所列|所称|所规定|所涉|所述|情形|行为|要求|条件)"
_CODES: Final = ("刑法", "宪法", "民法")
_CUED: Final = late(r"(?:依照|按照?|根据|违反|适用|参照|依据|符合|触犯|除|执行|《)\Z")
_BEHIND: Final = late(_NOUN)
_BACK: Final = late(
    r"前(?<![当目以之提日年支]前)(?P<count>[一二两三四五六几])?个?(?P<unit>款(?![式项])|条(?![件约例线路])|"
    r"项(?![目工任]))(?!第)")
_ABOVE: Final = late("上述(?:规定|条款|条例|办法|通知|文件|决定|法律|法规|细则|准则|章程|方案)")
_THIS: Final = late(rf"条(?<=本条)(?={_NOUN})")


class _Finder:
    """One pass over a draft: what it may bind to, and the end of the citation before."""

    def __init__(self, draft: Draft, titles: list[Record], names: Names) -> None:
        self.draft, self.text, self.titles, self.names = draft, draft.text, titles, names
        self.ends = [title["end"] for title in titles]
        self.own: str | None = draft.fields.get("title")

    @cached_property
    def articles(self) -> Articles:
        return Articles(self.draft)

    def provision(self, start: int, end: int) -> Record | None:
        """The citation for an expression at this place, None where it is a label or no citation at all."""
        text = self.text
        if text[start - 1:start] == "\n" and not _BEHIND.match(text, end):
            return None
        head = _HEAD.search(text, max(0, start - 40), start)
        expression = text[start:end]
        if head and head["title"]:
            return self._of_title(head.start(), start, end)
        if head and head["self"]:
            return self._relative(head, start, end)
        if start in self.articles.starts or self._is_label(start, end):
            return None
        if head and "条" in expression:
            found = self._of_law(head.start("law"), head.end("law"), start, end)
            if found:
                return found
        if not (_BEHIND.match(text, end) or _CUED.search(text, max(0, start - 2), start)):
            return None
        context = None if "条" in expression else self.articles.place(start)
        title = self.own if self.articles.nodes else None
        return self._make("provision-here", "provision", start, end, expression, context, title=title)

    def _is_label(self, start: int, end: int) -> bool:
        line = self.text.rfind("\n", 0, start) + 1
        return not self.text[line:start].strip() and not _BEHIND.match(self.text, end)

    def _of_title(self, mark: int, start: int, end: int) -> Record | None:
        at = bisect_left(self.ends, mark)
        owner = self.titles[at] if at < len(self.ends) and self.ends[at] == mark else None
        title = owner["title"] if owner else None
        found = self._make("provision-of-title", "provision", start, end, self.text[start:end], title=title)
        if owner:
            owner["pinpoints"] = owner["pinpoints"] + found["pinpoints"]
        return found

    def _relative(self, head: re.Match[str], start: int, end: int) -> Record:
        word, begin = head["self"], head.start("self")
        title, context = self._own_as(word[1:]) if word[0] == "本" else self.own, None
        if word.startswith("该"):
            title = self._last_of_kind(word[1:], begin)
        elif word == "本条":
            context = self.articles.place(start)
        elif word == "本款":
            context = next(iter(self.articles.paragraphs_before(start, 0)), self.articles.place(start))
        elif word.startswith("前"):
            context = next(iter(self._back(word, begin)), None)
        return self._make("provision-relative", "relative", begin, end, self.text[start:end], context, title=title)

    def _own_as(self, kind: str) -> str | None:
        """The document's own title where 本办法 fits it, or the title in it (关于印发《…办法》的通知)."""
        if self.own is None or kind in "条款项":
            return self.own
        inner = re.search(rf"《([^《》]*{kind}[^《》]*)》", self.own)
        return inner[1] if inner else self.own if kind in self.own else None

    def _last_of_kind(self, kind: str, at: int) -> str | None:
        """The title that 该办法 means: the last one before it that ends so, at most 500 characters back."""
        for i in range(bisect_right(self.ends, at) - 1, -1, -1):
            if at - self.ends[i] > 500:
                break
            title = self.titles[i]["title"]
            if title and title.split("（")[0].endswith(kind):
                return str(title)
        return None

    def _back(self, word: str, at: int) -> list[Place]:
        """What 前款, 前两款, 前条 mean at this place."""
        if word[-1] == "款":
            return self.articles.paragraphs_before(at, to_int(word[1:-1]) or 1 if len(word) > 2 else 1)
        place = self.articles.before(at) if word[-1] == "条" and len(word) == 2 else None
        return [place] if place else []

    def _of_law(self, law: int, stop: int, start: int, end: int) -> Record | None:
        """公务员法第一百零七条: a law without 《》, or the bare short name of one."""
        text = self.text
        line = max(text.rfind("\n", 0, law) + 1, law - 30)
        begin = next((i + 1 for i in range(law - 1, line - 1, -1) if not "一" <= text[i] <= "鿿"), line)
        begin = name_start(text, begin, stop)
        name = text[begin:stop]
        meant = lookup(self.names, name, begin)
        if meant is None and stop - begin < 3 and name not in _CODES:
            return None
        return self._make("provision-of-law", "provision", start, end, text[start:end], title=meant or name)

    def _make(self, rule: str, kind: str, begin: int, end: int, expression: str, context: Place | None = None,
              title: str | None = None) -> Record:
        return citation(self.draft, rule, kind, begin, end, resolve(expression, context), title=title)

    def back_reference(self, match: re.Match[str]) -> Record | None:
        """前款, 前两款 and 前条规定 where no number follows."""
        if match["unit"] != "款" and not _BEHIND.match(self.text, match.end()):
            return None
        return citation(self.draft, "relative-back", "relative", match.start(), match.end(), title=self.own,
                        pinpoints=self._back(match[0], match.start()))

    def this_article(self, match: re.Match[str]) -> Record:
        """本条规定."""
        start = match.start() - 1
        place = self.articles.place(start)
        return citation(self.draft, "relative-here", "relative", start, match.end(), title=self.own,
                        pinpoints=[place] if place else [])


def find(draft: Draft, titles: list[Record], names: Names) -> list[Record]:
    """Citations of single provisions, absolute and relative."""
    text = draft.text
    finder = _Finder(draft, titles, names)
    out = [finder.provision(match.start(), match.end()) for match in _CITED.finditer(text)]
    out += [finder.back_reference(match) for match in _BACK.finditer(text)]
    out += [finder.this_article(match) for match in _THIS.finditer(text)]
    found = [record for record in out if record]
    for at in places(text, "述"):
        above = _ABOVE.match(text, at - 1) if text[at - 1:at] == "上" else None
        if above:
            found.append(citation(draft, "relative-above", "relative", *above.span()))
    return found
