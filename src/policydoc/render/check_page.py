"""Findings as one HTML page: no script, no network, dark and light, fit for printing."""

from __future__ import annotations

from html import escape
from typing import Final

from policydoc.render.check_forms import SEVERITIES, words
from policydoc.render.check_places import Report, Shown
from policydoc.render.table import Lang

_STYLE: Final = """
:root{color-scheme:light dark;--line:#8886;--error:#c22;--warning:#a60;--info:#26a}
@media(prefers-color-scheme:dark){:root{--error:#f77;--warning:#fb4;--info:#8bf}}
body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;
max-width:56rem;margin:auto;padding:1rem}
article{border-left:.3rem solid var(--c);padding:.2rem 1rem;margin:1rem 0;break-inside:avoid}
.error{--c:var(--error)}.warning{--c:var(--warning)}.info{--c:var(--info)}
h3{font-size:1rem;margin:0}h3 b{color:var(--c)}blockquote{margin:.3rem 0;padding:.3rem .6rem;background:#8882}
mark{background:#fd08;color:inherit;outline:1px solid var(--c)}p{margin:.2rem 0}small{opacity:.75}
@page{size:A4;margin:2cm}"""
_WORDS: Final = {"zh": {"title": "检查结果", "error": "错误", "warning": "警告", "info": "提示", "none": "没有发现问题",
                        "line": "第 {} 行第 {} 字", "why": "依据", "do": "建议"},
                 "en": {"title": "Findings", "error": "error", "warning": "warning", "info": "info",
                        "none": "Nothing found", "line": "line {}, column {}", "why": "Why", "do": "What to do"}}


def as_html(reports: list[Report], lang: Lang) -> str:
    """The page: for each file the counts, then every finding with its words marked in their line."""
    said = _WORDS[lang]
    files = "".join(_file(report, lang) for report in reports)
    return (f'<!doctype html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{said["title"]}</title>'
            f"<style>{_STYLE}</style></head><body><h1>{said['title']}</h1>{files}</body></html>\n")


def _file(report: Report, lang: Lang) -> str:
    said = _WORDS[lang]
    counts = [f"{said[severity]} {number}" for severity in SEVERITIES
              if (number := sum(shown.finding.severity == severity for shown in report.found))]
    body = "".join(_article(shown, lang) for shown in report.found)
    summary = " · ".join(counts) or said["none"]
    return f"<section><h2>{escape(report.file)}</h2><p>{summary}</p>{body}</section>"


def _article(shown: Shown, lang: Lang) -> str:
    said, finding = _WORDS[lang], shown.finding
    message, reason, advice = words(finding, lang)
    before, after = shown.excerpt[:shown.at], shown.excerpt[shown.at + shown.length:]
    marked = shown.excerpt[shown.at:shown.at + shown.length]
    return (f'<article class="{finding.severity}"><h3><b>{said[finding.severity]} {finding.code}</b> {escape(message)}'
            f"</h3><small>{said['line'].format(shown.line, shown.column)}</small>"
            f"<blockquote>{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}</blockquote>"
            f"<p>{said['why']}：{escape(reason)}</p><p>{said['do']}：{escape(advice)}</p></article>")
