"""引用文件 by year: what is newly cited, what no longer, and what is cited under another name than before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from policydoc.comparison.fold import folded
from policydoc.comparison.places import Places
from policydoc.comparison.side import Twins
from policydoc.comparison.trend import trend
from policydoc.model.comparison import CitationTrend, Place
from policydoc.model.document import Document
from policydoc.model.facts import Citation

SAME_TITLE: Final = 0.7
"""Likeness, letter by letter, of two titles of which one took the other's place in a sentence."""
_EDITION: Final = re.compile(
    r"[（(](?:试行|暂行|草案|修订|修正|征求意见稿|\d{4}年?[^）)]{0,8})[）)]|暂行|试行|^中华人民共和国")


def trends(documents: Sequence[Document], places: Sequence[Places],
           twins: Sequence[Sequence[Twins]]) -> list[CitationTrend]:
    """All documents and meetings cited, in the order in which they appear; relative citations are none."""
    renamed = _renamed(documents, twins)
    cells: dict[str, list[list[Place]]] = {}
    spellings: dict[str, list[tuple[int, str]]] = {}
    for year, (document, look) in enumerate(zip(documents, places, strict=True)):
        for citation in document.citations:
            title = _title(citation)
            if title:
                key = _last(_key(title), renamed)
                cells.setdefault(key, [[] for _ in documents])[year].append(look.place(citation.start, citation.end))
                spellings.setdefault(key, []).append((year, title))
    out = []
    for key, found in cells.items():
        names = [name for _, name in sorted(spellings[key], key=lambda entry: entry[0])]
        older = [name for name in dict.fromkeys(names) if name != names[-1]]
        out.append(CitationTrend(title=names[-1], trend=trend([len(cell) for cell in found]),
                                 older_names=older, places=found))
    return out


def _title(citation: Citation) -> str | None:
    """What is cited: the full title where it is known, the words of a meeting or a document number."""
    if citation.kind in ("title", "provision"):
        return citation.title
    return citation.text if citation.kind in ("meeting", "doc_number") else None


def _key(title: str) -> str:
    """Trial and final versions, and the years of revision, are one document."""
    return folded(_EDITION.sub("", title)) or folded(title)


def _renamed(documents: Sequence[Document], twins: Sequence[Sequence[Twins]]) -> dict[str, str]:
    """Old key → new key: one title took the other's place in the same sentence, and is not cited beside it."""
    from rapidfuzz.distance import Indel

    together = [{_key(c.title) for c in document.citations if c.title} for document in documents]
    out: dict[str, str] = {}
    for step, rows in enumerate(twins):
        for row in rows:
            for first, second in row.spans():
                was, now = ([_key(c.title) for c in side.document.citations
                             if c.title and c.kind == "title" and s <= c.start < e]
                            for side, (s, e) in ((row.old, first), (row.new, second)))
                gone = [key for key in was if key not in together[step + 1]]
                come = [key for key in now if key not in together[step]]
                for old, new in zip(gone, come, strict=False):
                    if len(gone) == len(come) and Indel.normalized_similarity(old, new) >= SAME_TITLE:
                        out[old] = new
    return out


def _last(key: str, renamed: dict[str, str]) -> str:
    seen = {key}
    while (key := renamed.get(key, key)) not in seen:
        seen.add(key)
    return key
