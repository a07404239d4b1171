"""`policydoc check --fix`: the diff first, then a new file."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from pathlib import Path

import click

from policydoc.checks import check
from policydoc.checks.mend import diff, mend
from policydoc.cli.choices import Choice
from policydoc.cli.inputs import STDIN, Inputs, complain
from policydoc.cli.output import atomic
from policydoc.many import packed, unpacked
from policydoc.model.document import Document
from policydoc.render.table import Lang

_SUFFIXES = {".txt", ".md", ".markdown", ""}


def run(inputs: Inputs, chosen: dict[str, Choice], output: str | None, lang: Lang) -> None:
    """Mend each file; asks before it writes where a person sits at the terminal. No file is overwritten."""
    if output and len(inputs.files) > 1:
        raise click.UsageError("--output names one file: give one FILE with --fix")
    for file, (record, data) in inputs.named(_with_bytes):
        document = unpacked(record)
        if document.source.encoding is None or Path(file).suffix.lower() not in _SUFFIXES:
            inputs.failed += 1
            complain(f"{file}: " + ("--fix 只用于 .txt 和 .md；请在原软件中改正" if lang == "zh"
                                    else "--fix mends .txt and .md only; use the program that wrote it"))
            continue
        _one(file, document, data, chosen[file], output, lang)


def _with_bytes(data: bytes, name: str) -> tuple[bytes, bytes]:
    return packed(data, name), data


def _one(file: str, document: Document, data: bytes, choice: Choice, output: str | None, lang: Lang) -> None:
    mended = mend(document.text, check(document, select=choice.select, ignore=choice.ignore))
    if mended == document.text:
        click.echo(f"{file}: " + ("没有可以自动改正的地方" if lang == "zh" else "nothing to mend"))
        return
    target = Path(output) if output else _target(file)
    click.echo(diff(document.text, mended, file, str(target)), nl=False)
    if target.exists():
        raise click.UsageError(f"{target} is there already: name another file with --output")
    if sys.stdin.isatty() and file != STDIN and not click.confirm(
            f"写入 {target}？" if lang == "zh" else f"Write {target}?"):
        return
    with atomic(target) as out:
        out.write(_encoded(mended, data, document.source.encoding or "utf-8"))


def _target(file: str) -> Path:
    path = Path("stdin.txt" if file == STDIN else file)
    return path.with_name(f"{path.stem}.fixed{path.suffix}")


def _encoded(text: str, data: bytes, encoding: str) -> bytes:
    """In the encoding of the file, with its byte order mark and its line ends."""
    if "\r\n" in data.decode(encoding):
        text = text.replace("\n", "\r\n")
    mark = "\ufeff" if encoding == "utf-8" and data.startswith(BOM_UTF8) else ""
    return (mark + text).encode(encoding)
