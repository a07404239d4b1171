"""引用文件: titles, document numbers, provisions, relative references and meetings, and what binds them."""

from __future__ import annotations

from policydoc.extract.citations import conferences, meetings, numbers, provisions, short_names, titles
from policydoc.model.draft import Draft, Record


def extract(draft: Draft) -> list[Record]:
    """All citations in the order of the text."""
    named = titles.find(draft)
    names = short_names.bind(draft, named)
    found = [*named, *numbers.find(draft, named), *provisions.find(draft, named, names),
             *meetings.find(draft), *conferences.find(draft)]
    return sorted(found, key=lambda record: (record["start"], -record["end"]))
