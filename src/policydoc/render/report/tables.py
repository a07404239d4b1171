"""The parts of the report as tables: for the workbook, for the terminal, for Markdown."""

from __future__ import annotations

from policydoc.model.comparison import Comparison, Place, Row
from policydoc.render.report.places import Names
from policydoc.render.report.view import decided, notable, threads
from policydoc.render.report.words import VERDICTS, kind, verdict, word
from policydoc.render.table import Cell, Column, Lang, Table

_CELL_MAX = 32_000
"""Excel takes 32,767 characters in a cell."""


def sheets(comparison: Comparison, lang: Lang) -> list[Table]:
    """A sheet for each part of the report."""
    names = Names(comparison, lang)
    chain = [lines_of_work(comparison, names, lang)] if len(comparison.editions) > 2 else []
    return [summary(comparison, lang), first(comparison, lang), *chain, rows(comparison, names, lang),
            _concepts(comparison, names, lang), _duties(comparison, names, lang), _citations(comparison, names, lang),
            _units(comparison, names, lang)]


def _column(key: str, width: int, *, brief: bool = True) -> Column:
    return Column(key, word(key, "zh"), word(key, "en"), width, brief)


def _years(comparison: Comparison, width: int) -> list[Column]:
    return [Column(f"{n}:{year}", year, year, width) for n, year in enumerate(comparison.years)]


def summary(comparison: Comparison, lang: Lang) -> Table:
    """Counts of verdicts, a row for each pair of consecutive editions; verdicts that never occur are left out."""
    names = Names(comparison, lang)
    counts = [comparison.counts(step) for step in range(len(comparison.editions) - 1)]
    shown = [key for key in VERDICTS if any(key in count for count in counts)]
    columns = [_column("step", 16), *(Column(key, *VERDICTS[key], 8) for key in shown), _column("total", 8)]
    return Table(word("counts", lang), columns, [
        [names.step(step), *(count.get(key, 0) for key in shown), sum(count.values())]
        for step, count in enumerate(counts)])


def rows(comparison: Comparison, names: Names, lang: Lang) -> Table:
    """Item by item, with what decided and both texts."""
    columns = [_column("step", 14), _column("chapter", 16), _column("verdict", 10), _column("item", 22),
               _column("why", 24), _column("old", 50, brief=False), _column("new_side", 50, brief=False),
               _column("alike", 9, brief=False)]
    return Table(word("rows", lang), columns, [
        [names.step(row.step), names.chapter(row), "、".join(verdict(v, lang) for v in [row.verdict, *row.also]),
         item(names, row), "\n".join(decided(row, lang)), names.text(row.step, row.old)[:_CELL_MAX],
         names.text(row.step + 1, row.new)[:_CELL_MAX], round(row.score, 2) if row.old and row.new else None]
        for row in comparison.rows])


def first(comparison: Comparison, lang: Lang) -> Table:
    """Stronger, weaker, new and gone, with the fact or the words that say so."""
    names = Names(comparison, lang)
    columns = [_column("step", 14), _column("verdict", 10), _column("item", 30), _column("why", 40)]
    skipped = 0 if len(comparison.editions) > 2 else 1
    body: list[list[Cell]] = [
        [names.step(row.step), "、".join(verdict(v, lang) for v in [row.verdict, *row.also]), item(names, row),
         "\n".join(decided(row, lang))] for row in (comparison.rows[at] for at, _ in notable(comparison.rows))]
    return Table(word("notable", lang), columns[skipped:], [row[skipped:] for row in body])


def item(names: Names, row: Row) -> str:
    """`（三）责任制`, with its old name where the label or the heading changed."""
    old = "、".join(names.full(names.unit(row.step, p)) for p in row.old)
    new = "、".join(names.full(names.unit(row.step + 1, p)) for p in row.new)
    return f"{old} → {new}" if old and new and old != new else new or old


def lines_of_work(comparison: Comparison, names: Names, lang: Lang) -> Table:
    """A row for each line of work through all editions."""
    columns = [_column("item", 26), *_years(comparison, 24), _column("verdict", 22)]
    return Table(word("threads", lang), columns, [
        [heading, *("、".join(name for _, name in cell) or None for cell in cells),
         " → ".join(text for _, _, text in found)]
        for heading, cells, found in threads(comparison, names, lang)])


def _places(names: Names, edition: int, places: list[Place]) -> str | None:
    """`2：（一）（三）`: the count and where."""
    where = "".join(dict.fromkeys(names.short(names.holder(edition, place)) for place in places))
    return f"{len(places)}：{where}" if places else None


def _concepts(comparison: Comparison, names: Names, lang: Lang) -> Table:
    columns = [_column("concepts", 26), _column("kind", 12), _column("trend", 8), _column("first", 8),
               _column("last", 8), *_years(comparison, 16), _column("sentence", 60)]
    return Table(word("concepts", lang), columns, [
        [c.label, kind(c.kind, lang), kind(c.trend, lang), c.first, c.last,
         *(_places(names, n, places) for n, places in enumerate(c.places)), _latest(names, c.places)]
        for c in comparison.concepts])


def _latest(names: Names, places: list[list[Place]]) -> str | None:
    """A sentence of the latest edition that has one."""
    return next((names.sentence(n, places[n][0]) for n in reversed(range(len(places))) if places[n]), None)


def _duties(comparison: Comparison, names: Names, lang: Lang) -> Table:
    columns = [_column("what", 30), _column("change", 8)]
    for n, year in enumerate(comparison.years):
        columns += [Column(f"{n}:{key}", f"{year} {word(key, 'zh')}", f"{year} {word(key, 'en')}", width)
                    for key, width in (("who", 16), ("often", 16), ("where", 10))]
    body: list[list[Cell]] = []
    for duty in comparison.obligations:
        line: list[Cell] = [duty.what, kind(duty.change, lang)]
        for n, cell in enumerate(duty.cells):
            line += [None] * 3 if cell is None else ["、".join(cell.who), cell.how_often,
                                                      names.short(names.holder(n, cell.place))]
        body.append(line)
    return Table(word("obligations", lang), columns, body)


def _citations(comparison: Comparison, names: Names, lang: Lang) -> Table:
    columns = [_column("title", 40), _column("older", 30), _column("trend", 8), *_years(comparison, 18)]
    return Table(word("citations", lang), columns, [
        [c.title, "、".join(c.older_names) or None, kind(c.trend, lang),
         *(_places(names, n, places) for n, places in enumerate(c.places))] for c in comparison.citations])


def _units(comparison: Comparison, names: Names, lang: Lang) -> Table:
    columns = [_column("unit", 30), _column("trend", 8), *_years(comparison, 24)]
    return Table(word("responsible", lang), columns, [
        [u.unit, kind(u.trend, lang), *(_places(names, n, places) for n, places in enumerate(u.places))]
        for u in comparison.responsible])
