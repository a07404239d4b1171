"""F07: a cited title that is one character off a title that the knowledge base has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from policydoc.checks.rule import Hit, Rule
from policydoc.checks.subject import Subject
from policydoc.lexicon.confusable import confusable

_LEAST: Final = 8
_NOISE: Final = re.compile(r"[\s《》〈〉“”‘’（）()、，—–\-]")
_VERSION: Final = frozenset("〇零一二三四五六七八九十第年0123456789")


def _find(subject: Subject) -> Iterator[Hit]:
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract_iter

    if subject.known is None:
        return
    real = _folded(subject.known.titles)
    told: dict[str, str | None] = {}
    for citation in subject.document.citations:
        if citation.kind == "title" and citation.text not in told and citation.text not in subject.known.ended:
            cited = _NOISE.sub("", citation.text)
            close = () if len(cited) < _LEAST or cited in real else (
                title for title, _, _ in extract_iter(cited, list(real), scorer=Levenshtein.distance, score_cutoff=1))
            told[citation.text] = next((real[title] for title in close if _slip(cited, title)), None)
        title = told.get(citation.text)
        if title and citation.kind == "title":
            yield Hit(citation.start, citation.end, (
                f"知识库中没有《{citation.text}》，只有《{title}》",
                f"the knowledge base has 《{title}》, not this title"))


@lru_cache(4)
def _folded(titles: frozenset[str]) -> dict[str, str]:
    return {folded: title for title in sorted(titles) if len(folded := _NOISE.sub("", title)) >= _LEAST}


def _slip(cited: str, title: str) -> bool:
    """A character left out, put in, or put for another of its sound or shape; 第十三个 and 第十二个 are two titles."""
    if len(cited) == len(title):
        return any(confusable(a, b) and not {a, b} & _VERSION for a, b in zip(cited, title, strict=True) if a != b)
    short, long = sorted((cited, title), key=len)
    at = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[at] not in _VERSION and 0 < at < len(short)


RULE = Rule(
    code="F07", name="title-differs", severity="warning", title=("文件标题有误", "title differs"),
    reason=("与 --kb 知识库中的标题只差一个字", "one character off a title of the knowledge base (--kb)"),
    advice=("核对所引文件的标题", "compare with the title of the cited document"), find=_find)
