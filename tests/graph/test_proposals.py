"""What jieba proposes: whole sequences that return in varied surroundings, and marked as proposals."""

from __future__ import annotations

import pytest

import policydoc
from policydoc.graph.linking import normal
from policydoc.graph.proposals import propose

BEFORE = ["加强", "落实", "推进", "抓好", "研究", "部署", "总结"]
AFTER = ["责任", "任务", "工作会议", "考核", "经验", "情况", "要求"]
TEXT = "一、工作安排\n" + "".join(
    f"{a}党风廉政建设{b}。{a}民主集中制{b}。{b}和{a}同时进行。\n" for a, b in zip(BEFORE, AFTER, strict=True))


def test_proposals_are_whole() -> None:
    found = {each.label: each.times for each in propose([TEXT])}
    assert found["党风廉政建设"] == len(BEFORE)
    assert found["民主集中制"] == len(BEFORE)
    assert not {"风廉政建设", "党风廉政", "廉政建设"} & set(found)


def test_what_is_known_is_not_proposed() -> None:
    assert "民主集中制" not in {each.label for each in propose([TEXT], {normal("民主集中制")})}
    assert propose([TEXT[:60]]) == []
    assert len(propose([TEXT], limit=1)) == 1


@pytest.mark.parametrize("asked", [True, False])
def test_a_proposal_is_marked(asked: bool) -> None:
    graph = policydoc.build_graph(policydoc.parse_text(TEXT), propose=asked)
    node = graph.nodes.get("concept:民主集中制")
    assert (node is not None) is asked
    if node is not None:
        assert (node["concept_kind"], node["rules"]) == ("proposal", "jieba-statistics")
        relations = [values["relation"] for *_, values in graph.in_edges("concept:民主集中制", data=True)]
        assert relations.count("mentions") == len(BEFORE)
