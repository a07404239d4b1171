"""Proposals in a knowledge base: asked for, marked, kept, and gone again."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from dump import dump

from conftest import CORPUS
from policydoc import KnowledgeBase
from policydoc.cli import main
from policydoc.errors import UnknownConcept
from policydoc.store.build import build, remove
from policydoc.store.propose import propose

SENTENCES = ["加强党风廉政建设工作。", "推进党风廉政建设，抓好学习。", "各单位党风廉政建设责任要落实。",
             "党风廉政建设和反腐败斗争。", "完善党风廉政建设制度。", "严格党风廉政建设考核。", "以党风廉政建设促发展。"]


def test_proposals_are_marked_kept_and_taken_out(tmp_path: Path) -> None:
    files, kb = [tmp_path / f"{n}.txt" for n in range(3)], tmp_path / "a.kb"
    for n, file in enumerate(files):
        body = "\n".join(f"（{'一二三四五六七'[at]}）{line}" for at, line in enumerate(SENTENCES))
        file.write_text(f"{2020 + n}年澜州市工作要点\n一、任务\n{body}\n", encoding="utf-8")
    rest = sorted(str(path) for path in CORPUS.glob("*.txt"))
    build([*map(str, files[:2]), *rest], kb, sync=True)
    before = dump(kb)
    with KnowledgeBase.open(kb) as base, pytest.raises(UnknownConcept):
        base.concept("党风廉政建设")
    assert propose(kb, 200) > 0
    build([*map(str, files), *rest], kb, sync=True)
    counts = [Path(file).read_text(encoding="utf-8").count("党风廉政建设") for file in [*map(str, files), *rest]]
    with KnowledgeBase.open(kb) as base:
        card = base.concept("党风廉政建设")
        assert (card.kind, card.documents, card.mentions) == (
            "proposal", sum(count > 0 for count in counts), sum(counts))
        assert base.graph().nodes["concept:党风廉政建设"]["concept_kind"] == "proposal"
    remove([str(files[2])], kb)
    assert CliRunner().invoke(main, ["kb", "propose", str(kb), "--limit", "0"]).exit_code == 0
    assert dump(kb) == before
