"""Whether a number is a goal or a result: by the headings above it, the plan's kind and the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from policydoc.model.draft import Draft, Node
from policydoc.patterns import late

_REVIEW: Final = late(
    r"回顾|成绩|成就|总结|成效|完成情况|执行情况|发展情况|取得|回眸|过去|主要工作情况|"
    r"基础和环境|发展环境|发展基础|名词解释|注释|问题|不足|这[一五]年|五年来|一年来|以来的")
_PLAN: Final = late(
    r"目标|任务|安排|要求|计划|打算|部署|思路|工作重点|重点工作|主要举措|保障措施|今后|未来|远景|建议|总体")
_AHEAD: Final = late(
    r"(?:19|20)\d\d|今年|明年|今后|未来|下一步|远景|重点工作|工作重点|(?:目标|主要|工作)任务|工作(?:安排|部署|要求|打算|建议)|(?:主要|预期|发展|奋斗)目标")
"""What a heading below one that looks back must say to plan: 多重目标动态平衡 does not."""
_PLAN_KIND: Final = late("要点|计划|规划|方案|安排|纲要|行动|任务|举措|实施意见")
_CHRONICLE: Final = late("大事记|简史|历史|年鉴|年表")
_TOLD: Final = late("报告|讲话|致辞|大事记|简史|历史|年鉴|公报|决议")
"""Titles of texts that tell what was done, so that a number needs a cue to be a goal."""

_YEAR: Final = late(r"((?:19|20)\d\d)年")
_CUE: Final = late(
    r"目标[是为：]|力争|确保|争取|努力实现|预期(?<![于过出合低高]预期)|务必|必须达到|要达到|应达到|要求达到")
_PAST: Final = late(
    r"去年|上年末|上年底|已经?(?![确完]保|建(?![成立设有好起了]|\d))|累计|截至|截止|同比|以来|过去|超额|圆满|实现了|"
    r"完成了|达到了|取得|获评|荣获|了|"
    r"预计全年|初步核算|突破性|先后|连续[一-鿿\d]{1,2}年|从[^，。；]{1,20}(?:增加|提高|"
    r"增长|上升|下降|降低|提升)")
_RANKED: Final = late(
    r"(?:、[\d.]+[%％])?，(?:[^，。；\n]{0,12}，)?(?:增速|总量|均|规模|分别)?(?:(?:均|分别|连续)?[居列排][^，。；\n]{0,4}全[国省市州县]|占全国|创[^，。；\n]{0,6}新高)")
"""增长5.8%，均居全国第一: only a result has a rank."""
_SENTENCE: Final = late(r"[。！？\n]")
_REACH: Final = 200
BEFORE: Final = 60


class Mood:
    """The goal-parts of a draft: True where it plans, False where it looks back, None where nothing says."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        year = draft.fields.get("year")
        self.year = year if isinstance(year, int) else None
        title = str(draft.fields.get("title") or "")
        if _CHRONICLE.search(title):
            self.year = None
        self.planning = bool(_PLAN_KIND.search(title)) and "报告" not in title
        self.starts: list[int] = []
        self.moods: list[bool | None] = []
        self._mark(draft.roots, None)
        self.ordering = not _TOLD.search(title) and False not in self.moods

    def _mark(self, nodes: Sequence[Node], above: bool | None) -> None:
        """Note where the mood changes, going down the tree."""
        moods = self.moods
        for node in nodes:
            mood, heading = above, node.heading
            if heading:
                own = self._of_heading(heading)
                if own is not None and not (above is False and own and not _AHEAD.search(heading)):
                    mood = own
            if not moods or moods[-1] is not mood:
                self.starts.append(node.start)
                moods.append(mood)
            if node.children:
                self._mark(node.children, mood)

    def _of_heading(self, heading: str) -> bool | None:
        if _REVIEW.search(heading):
            return False
        year = self.year
        written = _YEAR.findall(heading) if year is not None and "年" in heading else None
        if written and year is not None:
            return max(map(int, written)) >= year
        return True if _PLAN.search(heading) else None

    def stretches(self) -> Iterator[tuple[int, int, bool]]:
        """Where targets may stand: parts that plan, and elsewhere the sentences from a cue on.

        The flag is true where only a rate with a margin is one (达到90%以上): in a text that orders, without a cue.
        """
        for at, mood in enumerate(self.moods):
            start = self.starts[at]
            stop = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
            if mood or (mood is None and self.planning):
                yield start, stop, False
            elif mood is None and self.ordering:
                yield start, stop, True
            elif mood is None:
                yield from self._cued(start, stop)

    def _cued(self, start: int, stop: int) -> Iterator[tuple[int, int, bool]]:
        reached = start
        for cue in _CUE.finditer(self.text, start, stop):
            if cue.start() >= reached:
                end = _SENTENCE.search(self.text, cue.end(), min(stop, cue.end() + _REACH))
                reached = end.start() if end else min(stop, cue.end() + _REACH)
                yield cue.end(), reached, False

    def cued(self, at: int) -> bool:
        """Whether a cue stands in the sentence before this place."""
        low = max(0, at - _REACH)
        cuts = [cut.end() for cut in _SENTENCE.finditer(self.text, low, at)]
        return _CUE.search(self.text, cuts[-1] if cuts else low, at) is not None


def told(text: str, first: int, back: str, last: int, stop: int) -> bool:
    """Whether something tells of the past in `text[first:last]` or before it in its sentence, or ranks it behind.

    `back` is the text before `first` turned round, `BEFORE` characters of it; `stop` ends the part.
    """
    if text[last:last + 1] in ("，", "、"):
        ahead = text[last + 1:last + 40]
        if ("全" in ahead or "新高" in ahead) and _RANKED.match(text, last, min(stop + 1, last + 40)):
            return True
    sentence = _SENTENCE.search(back)
    past = _PAST.search(text, first - (sentence.start() if sentence else len(back)), min(stop + 1, last + 24))
    return past is not None and past.start() <= last
