"""The report as one page: no network, readable without scripts, nothing of the documents but as escaped text."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from policydoc.model.comparison import Comparison
from policydoc.render.report.flow import WIDTH, flow
from policydoc.render.report.places import Names
from policydoc.render.report.view import anchored_text, cross_tables, notable, steps, threads
from policydoc.render.report.words import VERDICTS, kind, verdict, word
from policydoc.render.table import Lang

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(loader=PackageLoader("policydoc.render"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)


def as_html(comparison: Comparison, lang: Lang) -> str:
    """The whole page; the same comparison gives the same bytes."""
    environment = _environment()
    script = environment.get_template("report.js").render()
    names = Names(comparison, lang)
    by_step = steps(comparison, names, lang)
    views = {view.id: view for step in by_step for _, rows in step.chapters for view in rows}
    return environment.get_template("report.html").render(
        c=comparison, lang=lang, script=_markup(script), script_hash=_hash(script),
        style=_markup(environment.get_template("report.css").render()),
        w=lambda key: word(key, lang), kind=lambda key: kind(key, lang),
        verdicts=[(key, verdict(key, lang)) for key in VERDICTS],
        counts=[comparison.counts(step) for step in range(len(comparison.editions) - 1)],
        steps=by_step, notable=[views[f"r{at}"] for at, _ in notable(comparison.rows)],
        step_names=[names.step(s) for s in range(len(comparison.editions) - 1)],
        tables=cross_tables(comparison, names, lang), threads=threads(comparison, names, lang),
        texts=[anchored_text(comparison, n) for n in range(len(comparison.editions))],
        flow=flow(comparison), flow_width=WIDTH)


def _markup(own: str) -> Any:
    """The page's own style or script, which holds nothing of a document."""
    from markupsafe import Markup

    return Markup(own)


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
