"""Typed facts: terms, slogans, abbreviations, citations, deadlines, targets and responsible units."""

from __future__ import annotations

from typing import Literal

from pydantic.dataclasses import dataclass

from policydoc.model.kinds import QuotedKind
from policydoc.model.spans import Fact, Mention


@dataclass(slots=True, frozen=True, kw_only=True)
class QuotedTerm(Fact):
    """带引号的词语; the span lies inside the quote marks."""

    kind: QuotedKind


@dataclass(slots=True, frozen=True, kw_only=True)
class Slogan(Fact):
    """口号: a parallel formula, the theme of a campaign or a motto."""

    quoted: bool
    kind: Literal["parallel", "theme", "motto"]


@dataclass(slots=True, frozen=True, kw_only=True)
class GuidingFormula(Fact):
    """以…为指导/统领/重点/牵引/抓手/主线/导向: `theme` is what stands between, `role` the last word."""

    theme: Mention
    role: str


@dataclass(slots=True, frozen=True, kw_only=True)
class Sense:
    """One meaning of a numeral abbreviation: its members, where and since when, and who says so."""

    members: list[str]
    place: str | None = None
    date: str | None = None
    source: str


@dataclass(slots=True, frozen=True, kw_only=True)
class NumeralAbbreviation(Fact):
    """数字缩略语: a numeral and a head that stand for a list. `members` is empty where no source names them."""

    numeral: int
    head: str
    quoted: bool
    members: list[str]
    members_from: Literal["sentence", "definition", "glossary", "lexicon"] | None
    senses: list[Sense]


@dataclass(slots=True, frozen=True, kw_only=True)
class DocNumber:
    """发文字号 in its parts: 国发〔2023〕1号 → 国发, 2023, 1; 国令第707号 → 国令, None, 707."""

    agency: str
    year: int | None
    serial: int


@dataclass(slots=True, frozen=True, kw_only=True)
class Pinpoint:
    """第X条之S第Y款第（Z）项第W目 as numbers, each None where it is not named; 第X编第Y章第Z节 likewise."""

    part: int | None = None
    chapter: int | None = None
    section: int | None = None
    article: int | None = None
    sub_article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None


@dataclass(slots=True, frozen=True, kw_only=True)
class Meeting:
    """A meeting or session: body, term (届) and session (次) as numbers.

    `body` is as written but in its short form (全国人民代表大会 → 全国人大, 党的 and 中共 → 中国共产党). A congress
    has a term alone (党的二十大 → 20), a plenary session both (二十届三中全会 → 20, 3), 中央经济工作会议 neither.
    """

    body: str
    term: int | None = None
    session: int | None = None


@dataclass(slots=True, frozen=True, kw_only=True)
class Citation(Fact):
    """引用文件: the span of a title lies inside its 《》.

    `title` is the full title of the document meant, also where a short name stands (`short` is then true);
    None where the text alone cannot say. `pinpoints` lists every provision that is named. A title and the number or
    the provision beside it are two citations, and each carries what the other says.
    """

    kind: Literal["title", "doc_number", "provision", "relative", "meeting"]
    title: str | None = None
    short: bool = False
    doc_number: DocNumber | None = None
    pinpoints: list[Pinpoint]
    meeting: Meeting | None = None


@dataclass(slots=True, frozen=True, kw_only=True)
class Deadline(Fact):
    """完成时限: `value` is a TIMEX3 value (2025-12-31, 2025-06, P30D), `day_kind` tells 工作日 from 日.

    X stands for digits that nobody says (6月底前 → XXXX-06-30); 2021/2025 is the period of a five-year plan.
    A deadline that counts from an event keeps the event's words in `anchor`, unresolved.
    `inferred_year` is true where the year came from the plan and not from the words.
    """

    value: str | None
    comparator: Literal["by", "within", "from", "at"]
    anchor: Mention | None = None
    day_kind: Literal["calendar", "working"] | None = None
    inferred_year: bool = False


@dataclass(slots=True, frozen=True, kw_only=True)
class Target(Fact):
    """A numeric target: 增长5%左右 → increase, 5, about, %. Numbers are written out: 1万人 → 10000, 人."""

    subject: Mention | None
    change: Literal["increase", "decrease", "reach"] | None
    comparator: Literal["at_least", "at_most", "about", "more_than", "less_than", "exactly"]
    value: float
    high: float | None = None
    unit: str


@dataclass(slots=True, frozen=True, kw_only=True)
class Responsibility(Fact):
    """责任单位: who answers for a provision (牵头单位, 责任单位, 配合单位, （负责部门：…）).

    The span holds the units and the word that gives the role; in a table it is the cell.
    """

    role: Literal["lead", "responsible", "support"]
    units: list[Mention]


@dataclass(slots=True, frozen=True, kw_only=True)
class Annotation(Fact):
    """What an extractor of the user's own found; `values` is free JSON."""

    values: dict[str, str | int | float | bool | None]
