"""频次义务: who is to do what, and how often."""

from __future__ import annotations

from typing import Literal

from pydantic.dataclasses import dataclass

from policydoc.model.kinds import Modality, Unit, Vague
from policydoc.model.spans import Fact, Mention


@dataclass(slots=True, frozen=True, kw_only=True)
class Period:
    """每两年 → n 2, unit year."""

    n: int
    unit: Unit


@dataclass(slots=True, frozen=True, kw_only=True)
class Count:
    """Times a period: 至少一次 → 1, None; 1至2次 → 1, 2."""

    min: int | None
    max: int | None


@dataclass(slots=True, frozen=True, kw_only=True)
class Quantity:
    """Things or hours a period: 不少于20小时 → 20, None, 小时."""

    min: float | None
    max: float | None
    unit: str


@dataclass(slots=True, frozen=True, kw_only=True)
class Actor(Mention):
    """责任主体; `inherited` where it stands in an earlier sentence or in the provision above."""

    inherited: bool = False


@dataclass(slots=True, frozen=True, kw_only=True)
class Timex:
    """An ISO-TimeML TIMEX3 of type SET: 每季度两次 → value P3M, quant EACH, freq 2X; 至少两次 has mod EQUAL_OR_MORE.

    `value` is None for 旬, 学期, 届 and 工作日, which have no ISO 8601 duration.
    """

    type: Literal["SET"] = "SET"
    value: str | None
    quant: str | None = None
    freq: str | None = None
    mod: Literal["EQUAL_OR_MORE", "EQUAL_OR_LESS"] | None = None


@dataclass(slots=True, frozen=True, kw_only=True)
class FrequencyObligation(Fact):
    """A duty that recurs.

    `rate` is the least number of times a year that the words demand (每月 12, 每两年 0.5; None where they give
    no number), so that duties can be compared. `rrule` is an RFC 5545 recurrence rule where one says exactly the
    same, else None with the reason in `rrule_reason`.
    """

    cue: Mention
    period: Period | None
    count: Count | None
    quantity: Quantity | None
    anchor: Mention | None
    vague: Vague | None
    event: Mention | None
    actors: list[Actor]
    action: Mention | None
    modality: Modality
    rate: float | None
    timex: Timex | None
    rrule: str | None
    rrule_reason: str | None
