"""`policydoc kb propose`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc.cli import options
from policydoc.cli.kb import common
from policydoc.render.table import Lang
from policydoc.store.propose import propose as store


@click.command("propose")
@common.kb
@click.option("-n", "--limit", type=click.IntRange(0, 10_000), default=200, show_default=True,
              help="Proposals at most; 0 takes all out again.")
@options.lang
def propose(kb: Path, limit: int, lang: Lang) -> None:
    """Add concepts that nobody quotes (党风廉政建设), by the statistics of the words in KB; each is marked as proposed.

    They stay, also when documents come and go, until this is run again. It takes a second for 0.1 M characters.
    """
    common.there(kb, lang)
    with common.told(lang):
        proposed = store(kb, limit)
    click.echo(f"{kb}: " + (f"建议概念 {proposed} 个" if lang == "zh" else f"{proposed} concepts proposed"), err=True)
