"""`policydoc kb info`, `search`, `concept` and `path`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc.cli import options
from policydoc.cli.inputs import complain
from policydoc.cli.kb import common
from policydoc.render import kb_tables
from policydoc.render.table import Lang


@click.command("info")
@common.kb
@common.form
@options.output
@options.lang
def info(kb: Path, form: str, output: str | None, lang: Lang) -> None:
    """What KB holds, in numbers."""
    with common.asked(kb, lang) as base:
        answer = base.info()
        common.write(answer, [kb_tables.info(answer, lang)], form, output, lang)
        if answer.unlinked:
            complain(f"{answer.unlinked} 件文件尚未关联概念：请再次运行 kb build" if lang == "zh" else
                     f"{answer.unlinked} documents are not linked yet: run kb build again")


@click.command("search")
@common.kb
@click.argument("query")
@click.option("-n", "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@common.form
@options.output
@options.lang
def search(kb: Path, query: str, limit: int, form: str, output: str | None, lang: Lang) -> None:
    """Full-text search: provisions that hold every word of QUERY, the best first, with the hits in 【】.

    Words are apart by spaces; "…" keeps a phrase together. Punctuation, width and case make no difference.
    """
    with common.asked(kb, lang) as base:
        hits = base.search(query, limit=limit)
        common.write(hits, [kb_tables.hits(hits, query, base.count(query), lang)], form, output, lang)


@click.command("concept")
@common.kb
@click.argument("label")
@common.form
@options.output
@options.lang
def concept(kb: Path, label: str, form: str, output: str | None, lang: Lang) -> None:
    """All that is known of a concept: members, definitions, years, neighbours, example sentences."""
    with common.asked(kb, lang) as base:
        card = base.concept(label)
        common.write(card, kb_tables.card(card, lang), form, output, lang)


@click.command("path")
@common.kb
@click.argument("source")
@click.argument("target")
@common.form
@options.output
@options.lang
def path(kb: Path, source: str, target: str, form: str, output: str | None, lang: Lang) -> None:
    """A shortest way from one concept to another, with the sentences along it."""
    with common.asked(kb, lang) as base:
        steps = base.path(source, target)
        common.write(steps, [kb_tables.path(steps, source, target, lang)], form, output, lang)
