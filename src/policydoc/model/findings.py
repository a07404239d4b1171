"""What a check found: a code, a place, why it is wrong and what to do; mechanical mends where there are any."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from policydoc.model.kinds import Severity


@dataclass(slots=True, frozen=True, kw_only=True)
class Edit:
    """Put `text` in the place of the characters start:end."""

    start: int
    end: int
    text: str


@dataclass(slots=True, frozen=True, kw_only=True)
class Finding:
    """One mistake at start:end of the document's text. Texts come in Chinese and in English (`…_en`).

    `reason` names its source. `edits` is empty where only the author can say what is right.
    """

    code: str
    name: str
    severity: Severity
    start: int
    end: int
    provision: str | None
    message: str
    message_en: str
    reason: str
    reason_en: str
    advice: str
    advice_en: str
    edits: list[Edit]
