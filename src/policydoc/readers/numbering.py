"""Word's automatic numbers (自动编号): numbering.xml and the counting that turns it into labels.

A paragraph names a `w:num` and a level; the num names a `w:abstractNum` and may override levels. Counters belong
to the abstract definition: two nums of one definition count on, unless one restarts (`w:startOverride`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policydoc.readers.docx_parts import MC, W, chosen, number, switched_on, value
from policydoc.readers.docx_styles import Styles
from policydoc.readers.docx_symbols import symbol
from policydoc.readers.numbering_formats import write

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS: Final = 9
_LONGEST: Final = 255
"""Characters that Word allows a label's pattern to have."""

_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Level:
    """One `w:lvl`: `text` is the pattern (`第%1章`), `restart` the level after which it restarts, 0 for never."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None
    font: str


@dataclass(slots=True)
class Instance:
    """One `w:num`, resolved: its levels with the overrides applied, and where it restarts at its first use."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through a document: `label` must be asked once for every numbered paragraph, in order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._instances: dict[int, Instance] = {} if root is None else _instances(root, styles)
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def place(self, properties: _Element | None) -> tuple[int, int] | None:
        """Num and level that hold for a paragraph with these `w:pPr`: its own, else those of its styles.

        Both are inherited apart; numId 0 switches numbering off. A level tied to a style beats the level that the
        style names.
        """
        own = None if properties is None else properties.find(W + "numPr")
        num_id, level = number(value(own, "numId")), number(value(own, "ilvl"))
        if num_id is None or level is None:
            chain = self._styles.chain(value(properties, "pStyle") or self._styles.default)
            if num_id is None:
                num_id = next((style.num_id for _, style in chain if style.num_id is not None), None)
            levels = self._levels(num_id)
            for name, style in chain if level is None else ():
                level = next((at for at, each in levels.items() if each.style == name), style.level)
                if level is not None:
                    break
        return (num_id, min(max(level or 0, 0), LEVELS - 1)) if num_id else None

    def _levels(self, num_id: int | None) -> dict[int, Level]:
        instance = None if num_id is None else self._instances.get(num_id)
        return instance.levels if instance else {}

    def label(self, num_id: int, at: int) -> tuple[str, Level | None]:
        """Count one paragraph and give its label as Word shows it, with the level that wrote it."""
        instance = self._instances.get(num_id)
        level = instance.levels.get(at) if instance else None
        if instance is None or level is None:
            return "", None
        counters = self._counters.setdefault(instance.abstract, [None] * LEVELS)
        self._count(num_id, at, instance, counters)
        if level.format == "bullet":
            return symbol(level.text, level.font), level
        return _PLACE.sub(lambda match: _number(int(match[1]) - 1, at, instance, counters), level.text), level

    def _count(self, num_id: int, at: int, instance: Instance, counters: list[int | None]) -> None:
        before = counters[at]
        fresh = at in instance.restarts and (num_id, at) not in self._started
        self._started.add((num_id, at))
        counters[at] = _start(instance, at) if before is None or fresh else before + 1
        for upper in range(at):
            if counters[upper] is None:
                counters[upper] = _start(instance, upper)
        for lower in range(at + 1, LEVELS):
            level = instance.levels.get(lower)
            restart = lower if level is None or level.restart is None else level.restart
            if at < restart:
                counters[lower] = None


def _start(instance: Instance, at: int) -> int:
    level = instance.levels.get(at)
    return instance.restarts.get(at, level.start if level else 1)


def _number(index: int, at: int, instance: Instance, counters: list[int | None]) -> str:
    count, level = counters[index], instance.levels.get(index)
    if index > at or count is None or level is None:
        return ""
    return write(count, "decimal" if instance.levels[at].legal and level.format != "none" else level.format)


def _instances(root: _Element, styles: Styles) -> dict[int, Instance]:
    abstracts = {element.get(W + "abstractNumId", ""): element for element in root.iterfind(W + "abstractNum")}
    by_style = {value(element, "styleLink"): name for name, element in abstracts.items()}
    out = {}
    for num in root.iterfind(W + "num"):
        name = value(num, "abstractNumId") or ""
        link = value(abstracts.get(name), "numStyleLink")
        if link is not None:
            name = by_style.get(link, name)
        num_id = number(num.get(W + "numId"))
        if name in abstracts and num_id is not None:
            out[num_id] = _instance(name, abstracts[name], num)
    return out


def _instance(name: str, abstract: _Element, num: _Element) -> Instance:
    instance = Instance(name, {})
    for element in abstract.iterfind(W + "lvl"):
        instance.levels[number(element.get(W + "ilvl"), 0) or 0] = _level(element)
    for override in num.iterfind(W + "lvlOverride"):
        at = number(override.get(W + "ilvl"), 0) or 0
        level = override.find(W + "lvl")
        if level is not None:
            instance.levels[at] = _level(level)
        start = number(value(override, "startOverride"))
        if start is not None:
            instance.restarts[at] = start
    return instance


def _level(element: _Element) -> Level:
    run = element.find(W + "rPr")
    fonts = None if run is None else run.find(W + "rFonts")
    return Level(
        start=number(value(element, "start"), 0) or 0, format=_format(element),
        text="" if switched_on(run, "vanish") else (value(element, "lvlText") or "")[:_LONGEST],
        suffix=value(element, "suff") or "tab", restart=number(value(element, "lvlRestart")),
        legal=switched_on(element, "isLgl"), style=value(element, "pStyle"),
        font="" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "")


def _format(element: _Element) -> str:
    """The number format; `custom` ones (`001, 002, …`) stand beside a fallback in `mc:AlternateContent`."""
    alternate = element.find(MC + "AlternateContent")
    branch = None if alternate is None else chosen(alternate)
    found = (element if branch is None else branch).find(W + "numFmt")
    if found is None:
        return "decimal"
    pattern = found.get(W + "format", "").split(",")[0].strip()
    custom = found.get(W + "val") == "custom" and pattern.isdigit()
    return f"decimal:{len(pattern)}" if custom else found.get(W + "val") or "decimal"
