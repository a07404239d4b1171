"""The content of a knowledge base without the numbers that depend on the order in which documents came."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

TABLES = {
    "documents": "SELECT ref, sha256, name, title, year, issuer, doc_type, doc_number, date, chars, hex(text), parser,"
                 " linked FROM documents",
    "files": "SELECT path, sha256 FROM files JOIN documents ON id = document",
    "provisions": 'SELECT d.ref, p.ref, q.ref, p.kind, p.depth, p.label, p.heading, p.path, p.start, p."end", p.leaf'
                  " FROM provisions p JOIN documents d ON d.id = p.document LEFT JOIN provisions q ON q.id = p.parent",
    "spellings": "SELECT d.ref, key, label, kind, rule, times FROM spellings JOIN documents d ON d.id = document",
    "duties": 'SELECT d.ref, p.ref, q.start, q."end", q.rate, q.record, group_concat(w.name || w.role) FROM duties q'
              " JOIN documents d ON d.id = q.document JOIN provisions p ON p.id = q.provision"
              " LEFT JOIN duty_who w ON w.duty = q.id GROUP BY q.id",
    "concepts": "SELECT key, label, kind, spread FROM concepts",
    "labels": "SELECT key, l.label, rules FROM labels l JOIN concepts c ON c.id = concept",
    "members": "SELECT a.key, b.key FROM members JOIN concepts a ON a.id = concept JOIN concepts b ON b.id = member",
    "mentions": 'SELECT c.key, d.ref, p.ref, m.start, m."end", m.rule FROM mentions m JOIN documents d'
                " ON d.id = m.document JOIN provisions p ON p.id = m.provision JOIN concepts c ON c.id = m.concept",
    "spots": "SELECT c.key, d.ref, p.ref FROM spots s JOIN provisions p ON p.id = s.provision"
             " JOIN documents d ON d.id = p.document JOIN concepts c ON c.id = s.concept",
    "proposals": "SELECT key, label, times FROM proposals",
    "state": "SELECT * FROM state",
}
STANDING = {"found": "key, rule", "senses": "key, members, rule, source, t.date, place",
            "citations": "key, t.title, rule",
            "responsibilities": "rule, units"}


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
        out["letters"] = sorted(db.execute("SELECT d.ref, p.ref FROM provision_text JOIN provisions p"
                                         " ON p.id = provision_text.rowid JOIN documents d ON d.id = p.document"
                                         " WHERE provision_text MATCH '会'"))
        return out
    finally:
        db.close()
