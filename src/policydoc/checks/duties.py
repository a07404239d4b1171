"""What a duty is about, so that two wordings of it can be told from two duties."""

from __future__ import annotations

import re
from typing import Final

from policydoc.model.frequency import FrequencyObligation

_COUNT: Final = re.compile(r"(?:至少|不少于)?(?:[一二两三四五六七八九十]+|\d+)(?:至\d+)?[次遍回场期届轮个]")
_LIGHT: Final = re.compile(r"^(?:集中)?(?:开展|组织|召开|进行|举办|到|对|向|为)|开展|进行|一般")
_SAME: Final = 0.5
_WITHIN: Final = 0.8


def core(duty: FrequencyObligation) -> str:
    """The action without counts and light verbs: 开展一次站点服务质量巡查 → 站点服务质量巡查."""
    return _LIGHT.sub("", _COUNT.sub("", duty.action.text)) if duty.action else ""


def alike(demanded: str, planned: str) -> bool:
    """Whether a planned duty may be the demanded one: half of its bigrams, or nearly all of the plan's own."""
    want, have = _bigrams(demanded), _bigrams(planned)
    shared = len(want & have)
    return bool(want) and (shared >= _SAME * len(want)
                           or (shared >= _WITHIN * len(have) and len(have) >= _SAME * len(want)))


def _bigrams(text: str) -> set[str]:
    return {text[i:i + 2] for i in range(len(text) - 1)}
