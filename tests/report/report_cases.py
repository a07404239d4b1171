"""Comparisons for the tests of the report: the corpus, and two plans with hostile text."""

from __future__ import annotations

from functools import cache

import policydoc
from conftest import CORPUS
from policydoc.model.comparison import Comparison

HOSTILE = "<script>alert(1)</script>&amp;\"'|*_"
_OLD = f"""某市2022年工作要点
一、重点任务{HOSTILE}
（一）走访慰问。领导班子成员每半年走访一次困难职工。开展“{HOSTILE}”活动。
（二）文体活动。\t组织职工书法展览，参加人数不少于300人。
（三）工会经费管理。按照规定使用经费，接受审计监督。
"""
_NEW = f"""某市2023年工作要点
一、重点任务{HOSTILE}
（一）工会经费管理。按照规定使用经费，接受审计监督。
（二）走访慰问。领导班子成员每季度走访一次困难职工；开展“{HOSTILE}”活动。

（三）技能竞赛。举办焊工比武\x0c。"""


@cache
def corpus(*years: int) -> Comparison:
    """The plans of these years."""
    old, new, *newer = [policydoc.parse(CORPUS / f"{year}-work-points.txt") for year in years]
    return policydoc.compare(old, new, *newer)


@cache
def hostile() -> Comparison:
    """Markup, marks of Markdown, tabs and control characters in headings, text and quotes."""
    return policydoc.compare(policydoc.parse_text(_OLD), policydoc.parse_text(_NEW))
