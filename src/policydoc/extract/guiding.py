"""以…为指导/统领/重点/牵引/抓手/主线/导向: the guiding formulae, each with its theme and its role."""

from __future__ import annotations

import re
from functools import cache

from policydoc.lexicon import words
from policydoc.model.draft import Draft, Record


def extract(draft: Draft) -> list[Record]:
    """Every 以 theme 为 role in the order of the text; `theme` is what stands between."""
    text = draft.text
    if "以" not in text:
        return []
    return [draft.fact("guiding-formula", match.start(), match.end(),
                       theme=draft.mention(*match.span(1)), role=match[2])
            for match in _pattern().finditer(text) if not _leader(match)]


def _leader(match: re.Match[str]) -> bool:
    """以某某同志为核心的党中央 names a leadership, it guides nothing."""
    return match[2] == "核心" and match[1].endswith(("同志", "主席"))


@cache
def _pattern() -> re.Pattern[str]:
    """The theme has at most 60 characters, no other 以, and stays within its clause."""
    roles = "|".join(sorted(words("guiding", "roles"), key=len, reverse=True))
    compounds = "|".join(words("guiding", "compounds"))
    return re.compile(
        rf"以(?<![可难予加得足借所给何]以)(?![来上下及前后内外至致免便此往])([^以，。；！？："
        rf"\n]{{2,60}}?)为({roles})(?!{compounds})")
