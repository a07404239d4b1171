"""`policydoc kb export`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc.cli import options
from policydoc.cli.kb import common
from policydoc.cli.output import sink
from policydoc.cli.tables import form_of
from policydoc.render.table import Lang
from policydoc.store.base import KnowledgeBase

WHOLE = ["graphml", "json", "nodes", "edges", "turtle", "jsonld"]
ONE = ["svg", "html"]


@click.command("export")
@common.kb
@click.option("-f", "--format", "form", type=click.Choice(WHOLE + ONE),
              help="Default: by the suffix of FILE, else graphml.")
@click.option("--concept", help="Only a concept and what stands beside it, as a picture (svg, html).")
@click.option("-n", "--limit", type=click.IntRange(1, 100), default=20, show_default=True,
              help="Neighbours in the picture.")
@options.output
@options.lang
def export(kb: Path, form: str | None, concept: str | None, limit: int, output: str | None, lang: Lang) -> None:
    """Take the graph away: GraphML, node-link JSON, CSV of nodes or edges, SKOS (turtle, jsonld), or a picture."""
    form = form or form_of(None, output, WHOLE + ONE).replace("table", "svg" if concept else "graphml")
    if (form in ONE) != (concept is not None):
        raise click.UsageError("svg and html show one concept (--concept); the other forms are of the whole")
    with common.asked(kb, lang) as base:
        data = _picture(base, concept, form, limit, lang) if concept else _whole(base, form)
        with sink(output) as out:
            out.write(data)


def _picture(base: KnowledgeBase, concept: str, form: str, limit: int, lang: Lang) -> bytes:
    from policydoc.render import neighbourhood

    draw = neighbourhood.as_svg if form == "svg" else neighbourhood.as_html
    return draw(base.concept(concept).label, base.neighbours(concept, limit=limit), lang).encode()


def _whole(base: KnowledgeBase, form: str) -> bytes:
    from policydoc.render import graph_forms, skos

    graph = base.graph()
    if form == "graphml":
        return graph_forms.as_graphml(graph)
    if form == "turtle":
        return skos.as_skos(graph).encode()
    if form == "jsonld":
        return skos.as_skos(graph, "json-ld").encode()
    plain = {"json": graph_forms.as_node_link, "nodes": graph_forms.nodes_csv, "edges": graph_forms.edges_csv}
    return plain[form](graph).encode()
