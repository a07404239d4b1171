"""The server as an agent's client sees it: the SDK's own, over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

import policydoc
from conftest import CORPUS
from policydoc import KnowledgeBase
from policydoc.store.build import build

mcp = pytest.importorskip("mcp", reason="the extra [mcp] is not installed")

TEXT = "某市工会工作要点\n一、学习\n（一）理论。各支部每月学习一次，落实“三会一课”。"
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("parse", {"text": TEXT}), ("search", {"query": "学习", "limit": 3}), ("concept", {"label": "四个意识"}),
    ("path", {"source": "四个意识", "target": "三会一课"}), ("obligations", {"actor": "工会"}),
    ("timeline", {"labels": ["四个意识"]}), ("concept", {"label": "三会一可"}),
]


async def talk(kb: Path) -> tuple[list[Any], list[Any]]:
    """The tools of the server, and its answers to CALLS."""
    how = mcp.StdioServerParameters(command=sys.executable, args=["-m", "policydoc", "mcp", str(kb)],
                                    env=dict(os.environ))
    async with mcp.Client(mcp.stdio_client(how)) as client:
        tools = (await client.list_tools()).tools
        return tools, [await client.call_tool(name, values) for name, values in CALLS]


def plain(answer: object) -> Any:
    return TypeAdapter(type(answer)).dump_python(answer, mode="json")


def test_a_client_gets_the_librarys_answers(tmp_path: Path) -> None:
    kb = tmp_path / "a.kb"
    build([str(path) for path in CORPUS.glob("*.txt")], kb, sync=True)
    before = kb.read_bytes()
    tools, answers = asyncio.run(asyncio.wait_for(talk(kb), 60))
    assert sorted(tool.name for tool in tools) == sorted({name for name, _ in CALLS})
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    parsed, found, concept, path, duties, timeline, unknown = answers
    with KnowledgeBase.open(kb) as base:
        assert parsed.structured_content == policydoc.parse_text(TEXT).model_dump(mode="json")
        assert found.structured_content == {
            "total": base.count("学习"), "hits": [plain(hit) for hit in base.search("学习", limit=3)]}
        assert concept.structured_content == {"concept": plain(base.concept("四个意识"))}
        assert path.structured_content == {"steps": [plain(s) for s in base.path("四个意识", "三会一课")]}
        expected = base.obligations(actor="工会")
        assert expected
        assert duties.structured_content == {"total": len(expected), "obligations": [plain(q) for q in expected]}
        assert timeline.structured_content == {"points": [plain(p) for p in base.timeline(["四个意识"])]}
    assert unknown.is_error
    assert "三会一课" in unknown.content[0].text
    assert kb.read_bytes() == before
