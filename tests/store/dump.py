"""The content of a knowledge base without the numbers that depend on the order in which documents came."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from policydoc.store.packed import unpack, unpack_mentions

TABLES = {
    "documents": "SELECT ref, sha256, name, title, year, issuer, doc_type, doc_number, date, chars, hex(text), parser"
                 " FROM documents JOIN texts ON document = id",
    "files": "SELECT path, sha256 FROM files JOIN documents ON id = document",
    "provisions": 'SELECT d.ref, p.ref, q.ref, p.kind, p.depth, p.label, p.heading, p.path, p.start, p."end", p.leaf'
                  " FROM provisions p JOIN documents d ON d.id = p.document LEFT JOIN provisions q ON q.id = p.parent",
    "facts": "SELECT d.ref, spellings, found, responsibilities FROM facts JOIN documents d ON d.id = document",
    "duties": 'SELECT d.ref, p.ref, q.start, q."end", q.rate, q.record, group_concat(w.name || w.role) FROM duties q'
              " JOIN documents d ON d.id = q.document JOIN provisions p ON p.id = q.provision"
              " LEFT JOIN duty_who w ON w.duty = q.id GROUP BY q.id",
    "concepts": "SELECT key, label, kind, spread FROM concepts",
    "labels": "SELECT key, l.label, rules FROM labels l JOIN concepts c ON c.id = concept",
    "members": "SELECT a.key, b.key FROM members JOIN concepts a ON a.id = concept JOIN concepts b ON b.id = member",
    "holders": "SELECT c.key, d.ref, times FROM holders JOIN concepts c ON c.id = concept"
               " JOIN documents d ON d.id = document",
    "proposals": "SELECT key, label, times FROM proposals",
    "state": "SELECT * FROM state",
}
STANDING = {"senses": "key, members, rule, source, t.date, place",
            "citations": "key, t.title, rule"}


def packed(db: sqlite3.Connection) -> dict[str, list[Any]]:
    """The numbers in packed columns by what they stand for."""
    keys, rules = (dict(db.execute(f"SELECT id, key FROM {table}")) for table in ("concepts", "rules"))
    places = {number: names for number, *names in db.execute(
        "SELECT p.id, d.ref, p.ref FROM provisions p JOIN documents d ON d.id = p.document")}
    return {
        "mentions": sorted((*places[provision], start, end, keys[concept], rules[rule])
                           for blob, in db.execute("SELECT places FROM mentions")
                           for provision, start, end, concept, rule in unpack_mentions(blob)),
        "spots": sorted((*places[provision], sorted(keys[concept] for concept in unpack(blob)))
                        for provision, blob in db.execute("SELECT provision, concepts FROM spots")),
        "standing": sorted((key, sorted(places[provision] for provision in unpack(blob)))
                           for key, blob in db.execute("SELECT key, provisions FROM concepts"))}


def dump(path: Path) -> dict[str, list[Any]]:
    """Every table in an order of its own, and what the index finds. Raises if the file is not in order."""
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.execute("INSERT INTO provision_text (provision_text) VALUES ('integrity-check')")
        out = {name: sorted(db.execute(sql), key=repr) for name, sql in TABLES.items()}
        for name, columns in STANDING.items():
            out[name] = sorted(db.execute(
                f'SELECT d.ref, p.ref, t.start, t."end", {columns}'
                f" FROM {name} t JOIN documents d ON d.id = t.document JOIN provisions p ON p.id = t.provision"),
                key=repr)
        out |= packed(db)
        out["letters"] = sorted(db.execute("SELECT d.ref, p.ref FROM provision_text JOIN provisions p"
                                         " ON p.id = provision_text.rowid JOIN documents d ON d.id = p.document"
                                         " WHERE provision_text MATCH '会'"))
        return out
    finally:
        db.close()
