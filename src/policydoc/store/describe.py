"""When all documents are linked: which concepts there are, how they are called, where they stand."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping

from policydoc.graph.concepts import Concept
from policydoc.graph.linking import lexicon_labels, normal
from policydoc.store.packed import LISTED, pack, unpack

Member = tuple[str, str, str, int]
"""Key of an abbreviation, label of a member, rule, and how many senses name it."""


def describe(db: sqlite3.Connection, concepts: Mapping[str, Concept], members: list[Member],
             numbers: Mapping[str, int]) -> None:
    """Write the concepts that stand somewhere or belong to one that does, and where all of them stand."""
    for table in ("concepts", "labels", "members"):
        db.execute(f"DELETE FROM {table}")
    standing = {row[0] for row in db.execute("SELECT DISTINCT concept FROM holders")}
    keys = {key for key, number in numbers.items() if number in standing}
    belonging = [(key, normal(member)) for key, member, *_ in members if key in keys]
    _name(db, sorted({*keys, *(member for _, member in belonging)}), concepts, numbers)
    db.executemany("INSERT OR IGNORE INTO members VALUES (?,?)",
                   [(numbers[key], numbers[member]) for key, member in belonging if key != member])


def _name(db: sqlite3.Connection, keys: list[str], concepts: Mapping[str, Concept], numbers: Mapping[str, int]) -> None:
    listed, standing = _spread(db)
    lexicon = {label.key: label for label in lexicon_labels()}
    named, others = [], []
    for key in keys:
        number, known = numbers[key], concepts.get(key)
        label, kind = (known.label, known.kind) if known else lexicon[key][1:]
        places = standing[number]
        named.append((number, key, label, kind, len(places) + listed[number], pack(places)))
        others += [(number, other, json.dumps(rules)) for other, rules in (known.alt_labels if known else ())]
    db.executemany("INSERT INTO concepts VALUES (?,?,?,?,?,?)", named)
    db.executemany("INSERT INTO labels VALUES (?,?,?)", others)


def _spread(db: sqlite3.Connection) -> tuple[Counter[int], defaultdict[int, array[int]]]:
    """In how many long lists each concept stands; and in which other provisions. Notes how many hold any."""
    total, listed, standing = 0, Counter[int](), defaultdict[int, "array[int]"](lambda: array("I"))
    for provision, packed in db.execute("SELECT provision, concepts FROM spots ORDER BY provision"):
        total += 1
        if len(packed) > LISTED:
            listed.update(unpack(packed))
            continue
        for concept in unpack(packed):
            standing[concept].append(provision)
    db.execute("INSERT OR REPLACE INTO state VALUES ('provisions', ?)", (str(total),))
    return listed, standing
