"""The neighbourhood of a concept as a picture: SVG, or an HTML page with the sentences below. Opens offline.

The concept stands in the middle, its neighbours on one or two rings around it, clockwise from the top, the strongest
first: the same data give the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import cos, pi, sin
from typing import Final

from policydoc.model.knowledge import Neighbour
from policydoc.render.table import Lang

WIDTH, HEIGHT = 1240, 800
RING: Final = 8
"""Neighbours of the inner ring; more stand on the outer one."""
SHOWN: Final = 24
_LETTERS: Final = 8
"""Characters of a label that a node shows; with so many no two nodes touch."""
_FONTS: Final = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',SimHei,sans-serif"
_FILL: Final = {"numeral_abbreviation": "#b3261e", "slogan": "#8a5a00", "name": "#1b6e3c", "label": "#1f5fa8",
                "formulation": "#6b3fa0", "member": "#0f6c74", "proposal": "#666666"}
_KINDS: Final = {
    "numeral_abbreviation": ("数字缩略语", "numeral abbreviation"), "slogan": ("口号", "slogan"),
    "name": ("专名", "name"), "label": ("标签词", "label"), "formulation": ("提法", "formulation"),
    "member": ("成员", "member"), "proposal": ("建议", "proposal")}
_RELATIONS: Final = {"co_occurs": ("同条出现", "co-occurs"), "member_of": ("包含关系", "member of")}


def as_svg(concept: str, neighbours: Sequence[Neighbour], lang: Lang = "zh") -> str:
    """The picture; each tie shows on hover its relation, its weight and the sentence it stands on."""
    shown = neighbours[:SHOWN]
    places = _places(len(shown))
    zh = 0 if lang == "zh" else 1
    ties = "\n".join(_tie(each, place, zh) for each, place in zip(shown, places, strict=True))
    nodes = "\n".join(_node(each.label, each.kind, *place) for each, place in zip(shown, places, strict=True))
    title = f"“{concept}”的相邻概念" if lang == "zh" else f"Concepts beside {concept}"
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'aria-label="{escape(title)}" font-family="{_FONTS}" font-size="15">\n<title>{escape(title)}</title>\n'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n{ties}\n{nodes}\n'
            f'{_node(concept, "", WIDTH / 2, HEIGHT / 2)}\n{_legend(shown, zh)}\n</svg>\n')


def as_html(concept: str, neighbours: Sequence[Neighbour], lang: Lang = "zh") -> str:
    """A page with the picture and a table of all neighbours with their sentences; no script, nothing to load."""
    zh = 0 if lang == "zh" else 1
    heads = (("概念", "关系", "次数", "关联度", "原文", "出处"),
             ("Concept", "Relation", "Times", "Association", "Sentence", "Source"))[zh]
    title = f"“{concept}”的相邻概念" if lang == "zh" else f"Concepts beside {concept}"
    rows = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(each, zh))}</tr>" for each in neighbours)
    style = (f"body{{font-family:{_FONTS};max-width:70rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a;"
             "background:#fff}svg{width:100%;height:auto}table{border-collapse:collapse;width:100%;"
             "font-size:.9rem}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}"
             "mark{background:#ffe58a}")
    return (f'<!doctype html>\n<html lang="{("zh-Hans", "en")[zh]}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(title)}</title>'
            f"<style>{style}</style></head><body>\n<h1>{escape(title)}</h1>\n{as_svg(concept, neighbours, lang)}"
            f"<table><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead>\n<tbody>\n{rows}\n"
            "</tbody></table>\n</body></html>\n")


def _places(count: int) -> list[tuple[float, float]]:
    inner = min(count, RING)
    out = []
    for n in range(count):
        ring, first = (inner, 0) if n < inner else (count - inner, inner)
        radius = 190 if n < inner else 350
        turn = 2 * pi * (n - first + (0.5 if n >= inner else 0)) / ring - pi / 2
        out.append((WIDTH / 2 + radius * 1.5 * cos(turn), HEIGHT / 2 + radius * sin(turn)))
    return out


def _tie(each: Neighbour, place: tuple[float, float], zh: int) -> str:
    relation = _RELATIONS.get(each.relation, (each.relation, each.relation))[zh]
    told = f"{relation} {each.weight}" + (f" ({each.association:.2f})" if each.association is not None else "")
    if each.evidence:
        told += f"\n{each.evidence.sentence.text}\n—— {each.evidence.title}"
    dash = "" if each.relation == "co_occurs" else ' stroke-dasharray="6 4"'
    return (f'<line x1="{WIDTH / 2:.1f}" y1="{HEIGHT / 2:.1f}" x2="{place[0]:.1f}" y2="{place[1]:.1f}" '
            f'stroke="#8a8a8a" stroke-width="{min(1 + each.weight ** 0.5, 8):.1f}"{dash}>'
            f"<title>{escape(told)}</title></line>")


def _node(label: str, kind: str, x: float, y: float) -> str:
    shown = label if len(label) <= _LETTERS else label[:_LETTERS] + "…"
    wide = 24 + sum(15.5 if ord(letter) > 0x2000 else 9 for letter in shown)
    return (f'<g><title>{escape(label)}</title><rect x="{x - wide / 2:.1f}" y="{y - 16:.1f}" width="{wide:.1f}" '
            f'height="32" rx="16" fill="{_FILL.get(kind, "#222222")}"/><text x="{x:.1f}" y="{y + 5.5:.1f}" '
            f'text-anchor="middle" fill="#ffffff">{escape(shown)}</text></g>')


def _legend(shown: Sequence[Neighbour], zh: int) -> str:
    kinds = [kind for kind in _KINDS if any(each.kind == kind for each in shown)]
    return "\n".join(f'<g><circle cx="24" cy="{24 + 24 * n}" r="7" fill="{_FILL[kind]}"/><text x="38" '
                     f'y="{29 + 24 * n}" fill="#333333">{_KINDS[kind][zh]}</text></g>' for n, kind in enumerate(kinds))


def _cells(each: Neighbour, zh: int) -> list[str]:
    relation = _RELATIONS.get(each.relation, (each.relation, each.relation))[zh]
    association = "" if each.association is None else f"{each.association:.2f}"
    sentence = source = ""
    if each.evidence:
        text, from_ = each.evidence.sentence.text, each.evidence.start - each.evidence.sentence.start
        to = min(each.evidence.end - each.evidence.sentence.start, len(text))
        sentence = f"{escape(text[:from_])}<mark>{escape(text[from_:to])}</mark>{escape(text[to:])}"
        source = escape(" › ".join(part for part in (each.evidence.title, each.evidence.path) if part))
    return [escape(each.label), relation, str(each.weight), association, sentence, source]
