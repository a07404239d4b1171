"""The second pass, when all labels are known: which concepts there are, and where each stands, quoted or not.

Everything it writes follows from the documents alone, whatever the order in which they came.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from policydoc.graph.concepts import Concept, labels, settle
from policydoc.graph.linking import Label, Linker, holder, normal
from policydoc.graph.mentions import LABEL, outside
from policydoc.graph.rows import ConceptRow
from policydoc.model.knowledge import ConceptKind
from policydoc.store import write
from policydoc.store.describe import Member, describe
from policydoc.store.packed import Mention, pack, pack_mentions
from policydoc.store.records import proposed

Hit = tuple[int, int, str]
"""Start, end and key of a label in a text."""

_THREADS = 2
_AHEAD = 8
"""Texts that are looked through at once, and that wait for it."""
_HELD = 500_000
"""Rows that are written in order: far cheaper than as they come."""


def link(db: sqlite3.Connection) -> None:
    """Link the documents that are new, and those that hold a label which came, changed or went since the last time."""
    members = _members(db)
    concepts = _concepts(db, members)
    known = sorted(set(labels(concepts.values())))
    _forget(db, known)
    todo = [row[0] for row in db.execute(
        "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM mentions) ORDER BY id")]
    held: list[tuple[int, int, int]] = []
    numbers, rules = _Numbers(db, "concepts", concepts), _Numbers(db, "rules", ())
    for document, hits in _hits(db, todo, Linker(known) if todo else None):
        mentions = _mentions(db, document, hits, numbers, rules)
        db.execute("INSERT INTO mentions VALUES (?,?)", (document, pack_mentions(mentions)))
        db.executemany("INSERT INTO spots VALUES (?,?)", _spots(db, document, mentions))
        held += ((concept, document, times) for concept, times in Counter(row[3] for row in mentions).items())
        if len(held) > _HELD:
            _hold(db, held)
    _hold(db, held)
    db.executemany("INSERT OR IGNORE INTO rules VALUES (?,?)", [(number, rule) for rule, number in rules.items()])
    describe(db, concepts, members, numbers)


def _hold(db: sqlite3.Connection, held: list[tuple[int, int, int]]) -> None:
    db.executemany("INSERT INTO holders VALUES (?,?,?)", sorted(held))
    held.clear()


def _forget(db: sqlite3.Connection, known: list[Label]) -> None:
    """Unlink the documents in which these labels may say something else than those of the last time did."""
    row = db.execute("SELECT value FROM state WHERE name = 'labels'").fetchone()
    changed = {Label(*label) for label in json.loads(row[0])}.symmetric_difference(known) if row else set()
    if changed:
        holds = holder(changed)
        texts = db.execute("SELECT document, text FROM mentions JOIN texts USING (document)")
        for document in [document for document, text in texts if holds(text)]:
            write.unlink(db, document)
    if changed or not row:
        db.execute("INSERT OR REPLACE INTO state VALUES ('labels', ?)", (json.dumps(known, ensure_ascii=False),))


class _Numbers(dict[str, int]):
    """The number of each concept or rule by its key: those of `keys` in their order, others as they come."""

    def __init__(self, db: sqlite3.Connection, table: str, keys: Iterable[str]) -> None:
        super().__init__(db.execute(f"SELECT key, id FROM {table}"))
        self.next = max(self.values(), default=0) + 1
        for key in keys:
            self[key]

    def __missing__(self, key: str) -> int:
        number = self[key] = self.next
        self.next += 1
        return number


def known(db: sqlite3.Connection) -> set[str]:
    """The keys of all concepts that there are."""
    return set(_concepts(db, _members(db)))


def _members(db: sqlite3.Connection) -> list[Member]:
    return [(key, member, rule, times) for key, members, rule, times in db.execute(
                "SELECT key, members, rule, count(*) FROM senses GROUP BY key, members, rule")
            for member in dict.fromkeys(json.loads(members))]


def _concepts(db: sqlite3.Connection, members: list[Member]) -> dict[str, Concept]:
    times: dict[tuple[ConceptKind, str], Counter[str]] = {}
    for spellings, in db.execute("SELECT spellings FROM facts"):
        for kind, by_rule in json.loads(spellings).items():
            for rule, counts in by_rule.items():
                times.setdefault((kind, rule), Counter()).update(counts)
    rows: dict[str, list[ConceptRow]] = {}
    for (kind, rule), counts in times.items():
        for label, n in counts.items():
            key = normal(label)
            rows.setdefault(key, []).append(ConceptRow(key, label, kind, rule, n))
    for row in proposed(db):
        rows.setdefault(row.key, []).append(row)
    for _, member, rule, n in members:
        rows.setdefault(normal(member), []).append(ConceptRow(normal(member), member, "member", rule, n))
    return {key: settle(rows[key]) for key in sorted(rows)}


def _hits(db: sqlite3.Connection, documents: list[int], linker: Linker | None) -> Iterator[tuple[int, list[Hit]]]:
    """Where labels stand in the text of each document, in order: in threads, as the machine does not hold
    the interpreter."""
    if linker is None:
        return
    waiting: deque[tuple[int, Future[list[Hit]]]] = deque()
    with ThreadPoolExecutor(_THREADS) as threads:
        for document in documents:
            text, = db.execute("SELECT text FROM texts WHERE document = ?", (document,)).fetchone()
            waiting.append((document, threads.submit(linker.find, text)))
            if len(waiting) > _AHEAD:
                done, hits = waiting.popleft()
                yield done, hits.result()
        for done, hits in waiting:
            yield done, hits.result()


def _mentions(db: sqlite3.Connection, document: int, hits: list[Hit], numbers: _Numbers, rules: _Numbers
              ) -> list[Mention]:
    """What the extractors found, and the labels in the rest of the text: the leaf that holds each one's start."""
    first, packed = db.execute("SELECT first, found FROM documents JOIN facts ON document = id WHERE id = ?",
                               (document,)).fetchone()
    found, label = json.loads(packed), rules[LABEL]
    mentions = [(first + at, start, end, numbers[key], rules[rule]) for at, key, start, end, rule in found]
    leaves = db.execute("SELECT start, id, \"end\" FROM provisions WHERE document = ? AND leaf"
                        " AND kind NOT IN ('toc', 'front') ORDER BY start", (document,)).fetchall()
    starts = [leaf[0] for leaf in leaves]
    for start, end, key in outside(hits, [(row[2], row[3]) for row in found]):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= leaves[at][2]:
            mentions.append((leaves[at][1], start, end, numbers[key], label))
    return sorted(mentions)


def _spots(db: sqlite3.Connection, document: int, mentions: list[Mention]) -> Iterator[tuple[int, bytes]]:
    """Which concepts stand in which provision, but the front matter."""
    first, = db.execute("SELECT first FROM documents WHERE id = ?", (document,)).fetchone()
    held: dict[int, set[int]] = {}
    for provision, _, _, concept, _ in mentions:
        held.setdefault(provision, set()).add(concept)
    held.pop(first, None)
    return ((provision, pack(sorted(concepts))) for provision, concepts in held.items())
