"""The second pass, when all labels are known: which concepts there are, and where each stands, quoted or not.

Everything it writes follows from the documents alone, whatever the order in which they came.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, cast

from policydoc.graph.linking import Label, Linker, lexicon_labels, merge_rules, normal
from policydoc.model.knowledge import ConceptKind

RULE: Final = "label"
"""The rule of a mention that was found by its label alone."""

Spellings = dict[str, Counter[tuple[str, str]]]
"""By key: how often each (label, kind) was found."""


def link(db: sqlite3.Connection) -> None:
    """Link the documents that are new, and all of them where the labels are not those of the last time."""
    senses = _senses(db)
    spellings = _spellings(db, senses)
    labels = sorted({Label(key, label, cast(ConceptKind, kind)) for key, found in spellings.items()
                     for label, kind in found} | set(lexicon_labels()))
    digest = hashlib.sha256(json.dumps(labels, ensure_ascii=False).encode()).hexdigest()
    last = db.execute("SELECT value FROM state WHERE name = 'labels'").fetchone()
    if last is None or last[0] != digest:
        db.execute("UPDATE documents SET linked = 0")
        for table in ("mentions", "members", "labels", "concepts"):
            db.execute(f"DELETE FROM {table}")
        db.execute("INSERT OR REPLACE INTO state VALUES ('labels', ?)", (digest,))
    todo = [row[0] for row in db.execute("SELECT id FROM documents WHERE NOT linked ORDER BY id")]
    linker = Linker(labels)
    numbers = _Numbers(db)
    for document in todo:
        db.executemany("INSERT OR IGNORE INTO mentions VALUES (?,?,?,?,?,?)", _mentions(db, document, linker, numbers))
    db.execute("UPDATE documents SET linked = 1 WHERE NOT linked")
    _describe(db, spellings, senses, numbers)


class _Numbers:
    """The number of each concept, new ones as they come."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.known: dict[str, int] = dict(db.execute("SELECT key, id FROM concepts"))
        self.next = max(self.known.values(), default=0) + 1

    def __call__(self, key: str) -> int:
        number = self.known.get(key)
        if number is None:
            number = self.known[key] = self.next
            self.next += 1
        return number


def _senses(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The members of each abbreviation, over all its senses."""
    out: dict[str, list[str]] = {}
    for key, members in db.execute("SELECT DISTINCT key, members FROM senses ORDER BY key, members"):
        out[key] = list(dict.fromkeys([*out.get(key, []), *json.loads(members)]))
    return out


def _spellings(db: sqlite3.Connection, senses: dict[str, list[str]]) -> Spellings:
    out: Spellings = {}
    for key, label, kind, times in db.execute(
            "SELECT key, label, kind, sum(times) FROM spellings GROUP BY key, label, kind"):
        out.setdefault(key, Counter())[label, kind] += times
    for members in senses.values():
        for member in members:
            found = out.setdefault(normal(member), Counter())
            if not found:
                found[member, "member"] += 1
    return out


def _mentions(db: sqlite3.Connection, document: int, linker: Linker,
              numbers: _Numbers) -> Iterator[tuple[int, int, int, int, int, str]]:
    """What the extractors found, and the labels in the rest of the text: the leaf that holds each one's start."""
    packed, = db.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
    leaves = db.execute("SELECT start, id, \"end\" FROM provisions WHERE document = ? AND leaf AND kind <> 'toc'"
                        " ORDER BY start", (document,)).fetchall()
    starts = [leaf[0] for leaf in leaves]
    found = db.execute('SELECT start, "end", key, rule, provision FROM found WHERE document = ? ORDER BY start, "end",'
                       " rule", (document,)).fetchall()
    yield from ((numbers(key), document, provision, start, end, rule) for start, end, key, rule, provision in found)
    for start, end, key in outside(linker.find(zlib.decompress(packed).decode()), found):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= leaves[at][2]:
            yield numbers(key), document, leaves[at][1], start, end, RULE


def outside(hits: Iterable[tuple[int, int, str]], found: list[tuple[int, int, str, str, int]]
            ) -> Iterator[tuple[int, int, str]]:
    """The hits that touch nothing found by an extractor; both are in the order of their starts."""
    at, reach = 0, 0
    for start, end, key in hits:
        while at < len(found) and found[at][0] < end:
            reach = max(reach, found[at][1])
            at += 1
        if reach <= start:
            yield start, end, key


def _describe(db: sqlite3.Connection, spellings: Spellings, senses: dict[str, list[str]], numbers: _Numbers) -> None:
    """Names, spellings and members of the concepts that stand somewhere or belong to one that does."""
    spread = dict(db.execute("SELECT concept, count(DISTINCT provision) FROM mentions GROUP BY concept"))
    keys = sorted(key for key, number in numbers.known.items() if number in spread)
    belonging = [(key, normal(member)) for key in keys for member in senses.get(key, [])]
    db.execute("DELETE FROM concepts")
    db.execute("DELETE FROM labels")
    db.execute("DELETE FROM members")
    lexicon = {label.key: label for label in lexicon_labels()}
    for key in sorted({*keys, *(member for _, member in belonging)}):
        found = spellings.get(key) or Counter({(lexicon[key].label, lexicon[key].kind): 1})
        label, kind = _best(found, 0), _best(found, 1)
        db.execute("INSERT INTO concepts VALUES (?,?,?,?,?)",
                   (numbers(key), key, label, kind, spread.get(numbers(key), 0)))
        others = sorted({other for other, _ in found} - {label})
        db.executemany("INSERT INTO labels VALUES (?,?,?)", (
            (numbers(key), other, json.dumps(merge_rules(other, label))) for other in others))
    db.executemany("INSERT OR IGNORE INTO members VALUES (?,?)",
                   [(numbers(key), numbers(member)) for key, member in belonging if key != member])
    db.execute("INSERT OR REPLACE INTO state SELECT 'leaves', count(*) FROM provisions WHERE leaf AND kind <> 'toc'")


def _best(found: Counter[tuple[str, str]], part: int) -> str:
    """The commonest label (0) or kind (1), the first in order among equals."""
    counts: Counter[str] = Counter()
    for names, times in found.items():
        counts[names[part]] += times
    return min(counts, key=lambda name: (-counts[name], name))


