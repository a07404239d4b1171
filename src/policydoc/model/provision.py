"""The tree: one node for each structural unit (结构单元) of a document."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic.dataclasses import dataclass

from policydoc.model.kinds import Kind


@dataclass(slots=True, frozen=True, kw_only=True)
class Provision:
    """One unit. A provision with children is covered by them: its own title line or lead-in is its first child.

    `id` is stable and readable: `chp_2__item_5`. `label` is as written (`（五）`), `number` its value,
    `sub_number` the 1 of 第一百二十条之一. `heading` is the title without label and closing mark, None where the
    unit is plain body text. `start` is the first character of the label (or of the text where there is none),
    `end` the end of everything under it.
    """

    id: str
    kind: Kind
    depth: int
    label: str
    number: int | None
    sub_number: int | None = None
    heading: str | None
    start: int
    end: int
    children: list[Provision]

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()
