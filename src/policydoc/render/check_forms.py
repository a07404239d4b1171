"""Findings as text with line and caret, JSON, SARIF 2.1.0, GitHub annotations."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import Any, Final
from urllib.parse import quote

from rich.cells import cell_len

from policydoc.checks import RULES
from policydoc.model.findings import Finding
from policydoc.model.kinds import Severity
from policydoc.render.check_places import Report, Shown, fitted
from policydoc.render.table import Lang

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
_NAMES: Final = {"zh": {"error": "错误", "warning": "警告", "info": "提示"},
                 "en": {"error": "error", "warning": "warning", "info": "info"}}
_COLOURS: Final = {"error": "31", "warning": "33", "info": "34"}
_MARGIN: Final = 5
_SARIF: Final = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB: Final = {"error": "error", "warning": "warning", "info": "notice"}


def words(finding: Finding, lang: Lang) -> tuple[str, str, str]:
    """Message, reason and advice in the language asked for."""
    if lang == "en":
        return finding.message_en, finding.reason_en, finding.advice_en
    return finding.message, finding.reason, finding.advice


def as_text(reports: list[Report], lang: Lang, *, colour: bool = False, width: int | None = None) -> str:
    """Each finding with its line, a caret below its words, the reason and what to do; a sum at the end.

    With a `width` the line is cut to it, for a caret below a line that the terminal wraps points at other words.
    """
    blocks = [_block(report.file, fitted(shown, width - _MARGIN) if width else shown, lang, colour)
              for report in reports for shown in report.found]
    return "\n".join([*blocks, _sum(reports, lang)])


def _block(file: str, shown: Shown, lang: Lang, colour: bool) -> str:
    finding = shown.finding
    message, reason, advice = words(finding, lang)
    severity = _NAMES[lang][finding.severity]
    if colour:
        severity = f"\x1b[1;{_COLOURS[finding.severity]}m{severity}\x1b[0m"
    place = f"{file}:{shown.line}:{shown.column}" + (f" ({shown.source})" if shown.source else "")
    gap = " " * cell_len(shown.excerpt[:shown.at])
    caret = "^" * max(1, cell_len(shown.excerpt[shown.at:shown.at + shown.length]))
    why, do = ("依据", "建议") if lang == "zh" else ("why", "do")
    return (f"{place}: {severity} {finding.code} {message}\n  | {shown.excerpt}\n  | {gap}{caret}\n"
            f"  {why}: {reason}\n  {do}: {advice}\n")


def _sum(reports: list[Report], lang: Lang) -> str:
    counts = Counter(shown.finding.severity for report in reports for shown in report.found)
    listed = [f"{_NAMES[lang][severity]} {counts[severity]}" for severity in SEVERITIES if counts[severity]]
    mends = sum(bool(shown.finding.edits) for report in reports for shown in report.found)
    if lang == "zh":
        hint = f"；{mends} 处可用 --fix 改正" if mends else ""
        return f"{len(reports)} 个文件：{'，'.join(listed) or '没有发现问题'}{hint}\n"
    hint = f"; {mends} can be mended by --fix" if mends else ""
    return f"{len(reports)} files: {', '.join(listed) or 'nothing found'}{hint}\n"


def as_json(reports: list[Report]) -> str:
    """A list of files, each with its findings: the fields of `Finding` with line and column."""
    return json.dumps([{"file": report.file, "findings": [
        {**asdict(shown.finding), "line": shown.line, "column": shown.column, "end_line": shown.end_line,
         "end_column": shown.end_column, "excerpt": shown.excerpt} for shown in report.found]}
        for report in reports], ensure_ascii=False, indent=2) + "\n"


def as_sarif(reports: list[Report], lang: Lang, version: str) -> str:
    """SARIF 2.1.0: one run, all rules with their reasons, a result for each finding."""
    chosen = 0 if lang == "zh" else 1
    rules = [{"id": rule.code, "name": rule.name, "shortDescription": {"text": rule.title[chosen]},
              "fullDescription": {"text": rule.reason[chosen]}, "help": {"text": rule.advice[chosen]},
              "defaultConfiguration": {"level": _SARIF[rule.severity], "enabled": rule.default}} for rule in RULES]
    results = [_result(report.file, shown, lang) for report in reports for shown in report.found]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": "policydoc", "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints", "results": results}]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(file: str, shown: Shown, lang: Lang) -> dict[str, Any]:
    message, reason, advice = words(shown.finding, lang)
    region = {"startLine": shown.line, "startColumn": shown.column, "endLine": shown.end_line,
              "endColumn": shown.end_column}
    text = f"{message}（{reason}）{advice}" if lang == "zh" else f"{message} ({reason}); {advice}"
    return {"ruleId": shown.finding.code, "level": _SARIF[shown.finding.severity],
            "message": {"text": text},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(file)}, "region": region}}]}


def as_github(reports: list[Report], lang: Lang) -> str:
    """Workflow commands: GitHub shows them beside the lines."""
    out = []
    for report in reports:
        for shown in report.found:
            message, reason, advice = words(shown.finding, lang)
            end = f",endLine={shown.end_line}" + (
                f",endColumn={shown.end_column}" if shown.end_line == shown.line else "")
            place = f"file={_property(report.file)},line={shown.line},col={shown.column}{end}"
            out.append(f"::{_GITHUB[shown.finding.severity]} {place},title={shown.finding.code}"
                       f"::{_data(f'{message} | {reason} | {advice}')}\n")
    return "".join(out)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
