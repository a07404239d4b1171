"""Many small numbers in one column: the mentions of a document, the concepts of a provision, the places of a concept.

A row for each would cost ten times as much to write; the same bytes on every machine.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from policydoc.graph.association import MOST

Mention = tuple[int, int, int, int, int]
"""Provision, start, end, concept, rule."""

LISTED = 4 * MOST
"""Bytes of the concepts of a provision; one with more is a list."""

_MENTION = struct.Struct("<5I")


def pack(numbers: Collection[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def pack_mentions(mentions: Sequence[Mention]) -> bytes:
    return pack(list(chain.from_iterable(mentions)))


def unpack_mentions(packed: bytes) -> Iterator[Mention]:
    return _MENTION.iter_unpack(packed)
