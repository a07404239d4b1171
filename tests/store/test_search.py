"""Search against a look at every provision."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policydoc
from conftest import CORPUS
from policydoc import Document, KnowledgeBase
from policydoc.errors import QueryTooLong
from policydoc.model.knowledge import Hit

DOCUMENTS = [policydoc.parse(path) for path in sorted(CORPUS.glob("*.txt"))]
BASE = KnowledgeBase.from_documents(DOCUMENTS)
ALL = 100_000


def plain(text: str) -> str:
    """White space away, every run of marks one mark, width and case folded."""
    joined = unicodedata.normalize("NFKC", "".join(text.split())).lower()
    return re.sub(r"[\W_]+", "|", joined)


def provisions(document: Document) -> list[tuple[str | None, str]]:
    front = document.front_matter
    spans = [(None, front[0].start, front[-1].end)] if front else []
    leaves = [(p.id, p.start, p.end) for p in document.walk() if not p.children and p.kind != "toc"]
    return [(ref, document.text[start:end]) for ref, start, end in [*spans, *leaves]]


def brute(*phrases: str) -> set[tuple[str, str | None]]:
    return {(document.source.sha256[:16], ref) for document in DOCUMENTS for ref, text in provisions(document)
            if all(plain(phrase).strip("|") in plain(text) for phrase in phrases)}


def places(hits: list[Hit]) -> set[tuple[str, str | None]]:
    return {(hit.evidence.document, hit.evidence.provision) for hit in hits}


@pytest.mark.parametrize(("query", "phrases"), [
    ("发展", ["发展"]), ("会", ["会"]), ("工会", ["工会"]), ("工会 干部", ["工会", "干部"]), ("2023年", ["2023年"]),
    ("２０２３", ["2023"]), ("三会一课", ["三会一课"]), ('"工会 组织"', ["工会组织"]), ("《条例》", ["条例"]),
    ("没有这样的词", ["没有这样的词"]), ("a", ["a"]),
])
def test_search_finds_what_a_look_at_every_provision_finds(query: str, phrases: list[str]) -> None:
    hits = BASE.search(query, limit=ALL)
    assert places(hits) == brute(*phrases)
    assert len(hits) == BASE.count(query) == len(places(hits))


@given(st.data())
def test_search_finds_any_stretch_of_text(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text for d in DOCUMENTS for _, text in provisions(d) if len(text) > 1]))
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start:start + data.draw(st.integers(1, 12))].replace('"', "").replace("“", "").replace("”", "")
    hits = BASE.search(f'"{query}"', limit=ALL)
    if not re.search(r"[^\W_]", query):
        assert hits == []
        return
    assert places(hits) == brute(query)
    for hit in hits:
        whole = next(d.text for d in DOCUMENTS if d.source.sha256.startswith(hit.evidence.document))
        assert hit.marks
        assert {plain(whole[start:end]) for start, end in hit.marks} == {plain(query).strip("|")}


def test_hits_are_ranked_and_marked() -> None:
    hits = BASE.search("学习", limit=ALL)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]
    assert BASE.search("学习", limit=3) == hits[:3]
    for hit in hits:
        assert hit.evidence.sentence.start <= hit.marks[0][0] < hit.evidence.sentence.end


def test_more_mentions_in_a_shorter_provision_rank_first() -> None:
    base = KnowledgeBase.from_documents([policydoc.parse_text(
        "某市工作要点\n一、甲\n组织学习理论并开展调查研究和其他各项活动。\n二、乙\n学习、学习再学习。\n三、丙\n开展调查研究。")])
    assert [hit.evidence.path for hit in base.search("学习")] == ["二、乙", "一、甲"]


@pytest.mark.parametrize("query", ["", " ", "。", '"', '""', "*", "AND", "NOT 学习", "(", "学习*", "a:b", "^", "-学习"])
def test_no_query_is_an_error(query: str) -> None:
    assert isinstance(BASE.search(query), list)
    assert BASE.count(query) >= 0


@pytest.mark.parametrize("query", ["会" * 5000, "工会 " * 67, "会" * 201])
def test_a_query_that_is_too_long_is_told(query: str) -> None:
    for ask in (BASE.search, BASE.count):
        with pytest.raises(QueryTooLong, match=f"{len(query)} 字，最多 200 字"):
            ask(query)


@pytest.mark.parametrize("query", ["会" * 200, "会 " * 100, "".join(chr(0x4E00 + n) for n in range(200)),
                                   " ".join(chr(0x4E00 + n) for n in range(100))])
def test_a_query_of_the_greatest_length_is_answered(query: str) -> None:
    assert len(BASE.search(query, limit=ALL)) == BASE.count(query)


def test_lines_that_are_wrapped_hard_are_found_and_marked() -> None:
    body = "各单位要认真学习有关文件精神，结合实际制定计划，按期报送情况，做好总结工作。" * 8
    wrapped = "\n".join(body[at:at + 21] for at in range(0, len(body), 21))
    base = KnowledgeBase.from_documents([policydoc.parse_text(f"关于学习的通知\n一、要求\n{wrapped}\n")])
    marks = [hit.evidence.text for hit in base.search("认真学习有关文件精神，结合")]
    assert marks
    assert any("\n" in mark for hit in base.search("按期报送情况") for mark in _marked(base, hit))


def _marked(base: KnowledgeBase, hit: Hit) -> list[str]:
    text = base._places.text(1)
    return [text[start:end] for start, end in hit.marks]
