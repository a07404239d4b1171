"""A knowledge base for agents: read-only tools of the Model Context Protocol over stdio (extra `[mcp]`).

Every answer is the library's own, as JSON: with spans, sentences and the document it stands in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from policydoc.errors import MissingTool, PolicydocError
from policydoc.store.base import KnowledgeBase

if TYPE_CHECKING:
    from mcp.server import MCPServer

MOST = 100
"""Hits or duties of one answer; `total` says how many there are."""


def server(path: str | Path) -> MCPServer:
    """The server of one knowledge base. Raises `MissingTool` without the extra, `StoreError` for another file."""
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise MissingTool("缺少 MCP 组件", name="mcp", advice="请运行 pip install 'policydoc[mcp]'") from error
    from policydoc.version import __version__

    tools = Tools(KnowledgeBase.open(path))
    out = MCPServer("policydoc", version=__version__, log_level="WARNING", instructions=(
        "Chinese policy documents. Every answer names document, provision path, span and sentence: quote them. "
        "Spans are code points, half open."))
    for tool in (tools.parse, tools.search, tools.concept, tools.path, tools.obligations, tools.timeline):
        out.tool(annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False), structured_output=True)(
            _spoken(tool, ToolError))
    return out


def _spoken(tool: Any, trouble: type[Exception]) -> Any:
    """The tool with errors that were raised on purpose as words for the agent: they name what to do."""
    from functools import wraps

    @wraps(tool)
    def call(*args: Any, **named: Any) -> Any:
        try:
            return tool(*args, **named)
        except PolicydocError as error:
            raise trouble(str(error)) from error

    return call


class Tools:
    """The tools; their docstrings are what an agent reads."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base

    def parse(self, text: str, name: str = "") -> dict[str, Any]:
        """Parse the text of a Chinese policy document: tree of provisions, terms, duties, citations, deadlines."""
        from policydoc.pipeline import parse_text

        return parse_text(text, name=name).model_dump(mode="json")

    def search(self, query: str, limit: int = 20) -> dict[str, Any]:
        """Full-text search. Words apart by spaces must all be found in a provision; "…" keeps a phrase together.

        Gives the best provisions with the sentence, the document, and `marks` (spans of the words found).
        """
        hits = self.base.search(query, limit=min(limit, MOST))
        return {"total": self.base.count(query), "hits": _plain(list, hits)}

    def concept(self, label: str) -> dict[str, Any]:
        """All that is known of a concept (提法, 口号, 数字缩略语): members, definitions with their source, first and
        last use, documents a year with the denominator, neighbours, example sentences."""
        return {"concept": _plain(None, self.base.concept(label))}

    def path(self, source: str, target: str) -> dict[str, Any]:
        """A shortest way from one concept to another, with the sentences along it; no steps where there is none."""
        return {"steps": _plain(list, self.base.path(source, target))}

    def obligations(self, actor: str | None = None, unit: str | None = None, year: int | None = None,
                    limit: int = 50) -> dict[str, Any]:
        """Recurring duties (频次义务) by who is to act, the unit that answers, or the year; each with its sentence."""
        duties = self.base.obligations(actor=actor, unit=unit, year=year)
        return {"total": len(duties), "obligations": _plain(list, duties[:min(limit, MOST)])}

    def timeline(self, labels: list[str]) -> dict[str, Any]:
        """In how many of each year's documents concepts stand, with the number of documents of the year."""
        return {"points": _plain(list, self.base.timeline(labels))}


def _plain(kind: type[list[Any]] | None, answer: Any) -> Any:
    """Models as JSON values."""
    if kind is list:
        return [_plain(None, each) for each in answer]
    return TypeAdapter(type(answer)).dump_python(answer, mode="json")


def serve(path: str | Path) -> None:
    """Answer on standard input and output until it is closed."""
    server(path).run("stdio")
