"""The second pass, when all labels are known: which concepts there are, and where each stands, quoted or not.

Everything it writes follows from the documents alone, whatever the order in which they came.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from policydoc.graph.association import MOST
from policydoc.graph.concepts import Concept, labels, settle
from policydoc.graph.linking import Linker, lexicon_labels, normal
from policydoc.graph.mentions import LABEL, outside
from policydoc.graph.records import ConceptRow
from policydoc.store.records import proposed

Hit = tuple[int, int, str]
"""Start, end and key of a label in a text."""
Mention = tuple[int, int, int, int, int, str]
"""Document, start, end, concept, provision, rule: a row of `mentions`."""

_INDEXES = {"mentions_concept": "mentions (concept, document, provision)", "spots_concept": "spots (concept)"}
"""Made after all rows are in, which is cheaper than keeping them up row by row."""
_THREADS = 2
_AHEAD = 8
"""Texts that are looked through at once, and that wait for it."""


def link(db: sqlite3.Connection) -> None:
    """Link the documents that are new, and all of them where the labels are not those of the last time."""
    members = _members(db)
    concepts = _concepts(db, members)
    found = sorted(set(labels(concepts.values())))
    digest = hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()
    if db.execute("SELECT 1 FROM state WHERE name = 'labels' AND value = ?", (digest,)).fetchone() is None:
        db.execute("UPDATE documents SET linked = 0")
        for table in ("mentions", "spots", "members", "labels", "concepts"):
            db.execute(f"DELETE FROM {table}")
        for index in _INDEXES:
            db.execute(f"DROP INDEX IF EXISTS {index}")
        db.execute("INSERT OR REPLACE INTO state VALUES ('labels', ?)", (digest,))
    todo = [row[0] for row in db.execute("SELECT id FROM documents WHERE NOT linked ORDER BY id")]
    numbers = _Numbers(db)
    for document, hits in _hits(db, todo, Linker(found) if todo else None):
        mentions = list(_mentions(db, document, hits, numbers))
        db.executemany("INSERT INTO mentions VALUES (?,?,?,?,?,?)", mentions)
        db.executemany("INSERT INTO spots VALUES (?,?)", _spots(db, document, mentions))
    for index, columns in _INDEXES.items():
        db.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {columns}")
    db.execute("UPDATE documents SET linked = 1 WHERE NOT linked")
    _describe(db, concepts, members, numbers)


class _Numbers(dict[str, int]):
    """The number of each concept by its key, new ones as they come."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__(db.execute("SELECT key, id FROM concepts"))
        self.next = max(self.values(), default=0) + 1

    def __missing__(self, key: str) -> int:
        number = self[key] = self.next
        self.next += 1
        return number


def known(db: sqlite3.Connection) -> set[str]:
    """The keys of all concepts that there are."""
    return set(_concepts(db, _members(db)))


def _members(db: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """(key of the abbreviation, member, rule), once for each sense that names it."""
    return [(key, member, rule)
            for key, members, rule in db.execute("SELECT key, members, rule FROM senses ORDER BY key, members, rule")
            for member in dict.fromkeys(json.loads(members))]


def _concepts(db: sqlite3.Connection, members: list[tuple[str, str, str]]) -> dict[str, Concept]:
    rows: dict[str, list[ConceptRow]] = {}
    for row in map(ConceptRow._make, db.execute(
            "SELECT key, label, kind, rule, sum(times) FROM spellings GROUP BY key, label, kind, rule")):
        rows.setdefault(row.key, []).append(row)
    for row in proposed(db):
        rows.setdefault(row.key, []).append(row)
    for _, member, rule in members:
        rows.setdefault(normal(member), []).append(ConceptRow(normal(member), member, "member", rule, 1))
    return {key: settle(rows[key]) for key in sorted(rows)}


def _hits(db: sqlite3.Connection, documents: list[int], linker: Linker | None) -> Iterator[tuple[int, list[Hit]]]:
    """Where labels stand in the text of each document, in order: in threads, as neither unpacking nor the machine
    holds the interpreter."""
    if linker is None:
        return
    waiting: deque[tuple[int, Future[list[Hit]]]] = deque()
    with ThreadPoolExecutor(_THREADS) as threads:
        for document in documents:
            packed, = db.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
            waiting.append((document, threads.submit(_look, linker, packed)))
            if len(waiting) > _AHEAD:
                done, hits = waiting.popleft()
                yield done, hits.result()
        for done, hits in waiting:
            yield done, hits.result()


def _look(linker: Linker, packed: bytes) -> list[Hit]:
    return linker.find(zlib.decompress(packed).decode())


def _mentions(db: sqlite3.Connection, document: int, hits: list[Hit], numbers: _Numbers) -> Iterator[Mention]:
    """What the extractors found, and the labels in the rest of the text: the leaf that holds each one's start."""
    leaves = db.execute("SELECT start, id, \"end\" FROM provisions WHERE document = ? AND leaf"
                        " AND kind NOT IN ('toc', 'front') ORDER BY start", (document,)).fetchall()
    starts = [leaf[0] for leaf in leaves]
    found = db.execute('SELECT start, "end", key, rule, provision FROM found WHERE document = ?'
                       ' ORDER BY start, "end", rule', (document,)).fetchall()
    yield from ((document, start, end, numbers[key], provision, rule) for start, end, key, rule, provision in found)
    for start, end, key in outside(hits, [(row[0], row[1]) for row in found]):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= leaves[at][2]:
            yield document, start, end, numbers[key], leaves[at][1], LABEL


def _spots(db: sqlite3.Connection, document: int, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    front, = db.execute("SELECT id FROM provisions WHERE document = ? AND ref = ''", (document,)).fetchone()
    held: dict[int, set[int]] = {}
    for _, _, _, concept, provision, _ in mentions:
        held.setdefault(provision, set()).add(concept)
    for provision, concepts in held.items():
        if provision != front and len(concepts) <= MOST:
            yield from ((provision, concept) for concept in concepts)


def _describe(db: sqlite3.Connection, concepts: dict[str, Concept], members: list[tuple[str, str, str]],
              numbers: _Numbers) -> None:
    """Names, spellings and members of the concepts that stand somewhere or belong to one that does."""
    spread = dict(db.execute(
        "SELECT concept, count(DISTINCT provision) FROM mentions WHERE provision NOT IN"
        " (SELECT id FROM provisions WHERE kind = 'front') GROUP BY concept"))
    standing = {row[0] for row in db.execute("SELECT DISTINCT concept FROM mentions")}
    keys = {key for key, number in numbers.items() if number in standing}
    belonging = [(key, normal(member)) for key, member, _ in members if key in keys]
    for table in ("concepts", "labels", "members"):
        db.execute(f"DELETE FROM {table}")
    lexicon = {label.key: label for label in lexicon_labels()}
    named, others = [], []
    for key in sorted({*keys, *(member for _, member in belonging)}):
        number, known = numbers[key], concepts.get(key)
        label, kind = (known.label, known.kind) if known else lexicon[key][1:]
        named.append((number, key, label, kind, spread.get(number, 0)))
        others += [(number, other, json.dumps(rules)) for other, rules in (known.alt_labels if known else ())]
    db.executemany("INSERT INTO concepts VALUES (?,?,?,?,?)", named)
    db.executemany("INSERT INTO labels VALUES (?,?,?)", others)
    db.executemany("INSERT OR IGNORE INTO members VALUES (?,?)",
                   [(numbers[key], numbers[member]) for key, member in belonging if key != member])
    db.execute("INSERT OR REPLACE INTO state SELECT 'provisions', count(DISTINCT provision) FROM mentions"
               " WHERE provision NOT IN (SELECT id FROM provisions WHERE kind = 'front')")
