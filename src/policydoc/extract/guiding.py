"""以…为指导/统领/重点/牵引/抓手/主线/导向: the guiding formulae, each with its theme and its role."""

from __future__ import annotations

import re
from functools import cache
from sys import intern

from policydoc.lexicon import words
from policydoc.model.draft import Draft, Record


def extract(draft: Draft) -> list[Record]:
    """Every 以 theme 为 role in the order of the text; `theme` is what stands between."""
    text = draft.text
    if "以" not in text:
        return []
    found = [match for match in _pattern().finditer(text) if match[2] != "核心" or not _leader(match)]
    provisions = draft.provisions_at([match.start() for match in found])
    return [{"text": intern(match[0]), "start": match.start(), "end": match.end(), "provision": provision,
             "rule": "guiding-formula",
             "theme": {"text": intern(match[1]), "start": match.start(1), "end": match.end(1)}, "role": match[2]}
            for match, provision in zip(found, provisions, strict=True)]


def _leader(match: re.Match[str]) -> bool:
    """以某某同志为核心的党中央 names a leadership, it guides nothing."""
    return match[1].endswith(("同志", "主席"))


@cache
def _pattern() -> re.Pattern[str]:
    """The theme has at most 60 characters, no other 以, and stays within its clause."""
    roles = "|".join(sorted(words("guiding", "roles"), key=len, reverse=True))
    compounds = "|".join(words("guiding", "compounds"))
    return re.compile(
        rf"以(?<![可难予加得足借所给何]以)(?![来上下及前后内外至致免便此往])([^以，。；！？："
        rf"\n]{{2,60}}?)为({roles})(?!{compounds})")
