"""Which spellings are one concept, which labels are looked for, and what is found, held against brute force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CORPUS
from policydoc.graph.linking import Label, Linker, lexicon_labels, linkable, merge_rules, normal, spellings
from policydoc.lexicon import table
from policydoc.model.knowledge import ConceptKind

SAME = [
    ("听党话、跟党走", "听党话，跟党走", ["separators"]),
    ("互联网＋政务服务", "互联网+政务服务", ["width"]),
    ("网上 工会", "网上工会", ["spaces"]),
    ("建功‘十四五’", "建功“十四五”", ["quotes"]),
    ("《职工之家》", "职工之家", ["title-marks"]),
    ("5g工厂", "5G工厂", ["case"]),
    ("九·一八", "九一八", ["separators"]),
    ("先锋号，ｖ2", "先锋号V2", ["width", "case", "separators"]),
    ("三会一课", "三会一课", []),
]
DIFFERENT = [("四个意识", "四个自信"), ("三会", "三会一课"), ("1+1", "11"), ("一网通办", "一网统管")]
LINKABLE: list[tuple[str, ConceptKind, bool]] = [
    ("三会一课", "numeral_abbreviation", True), ("三农", "numeral_abbreviation", True),
    ("六有", "numeral_abbreviation", False), ("四个一批", "numeral_abbreviation", False),
    ("三个项目", "numeral_abbreviation", False), ("回头看", "label", True), ("基层", "label", False),
    ("正确的", "label", False), ("有计划", "label", False), ("2025", "name", False), ("真抓实", "slogan", False),
    ("真抓实干", "slogan", True), ("形式主义", "member", True), ("党课", "member", False),
]
FOUND = [
    ("坚持三会一课制度。", [("三会一课", "三会一课")]),
    ("开展群众性劳动竞赛，听党话，跟党走。", [("听党话，跟党走", "听党话跟党走")]),
    ("推进重大项目建设，抓好大项目。", [("大项目", "大项目")]),
    ("第三农场的三农工作。", [("三农", "三农")]),
    ("建设产业园区，扩建产业园。", [("产业园", "产业园")]),
    ("5G基站和15G基站。", [("5G基站", "5g基站")]),
    ("发展现代服务业，现代服务要做好。", [("现代服务", "现代服务")]),
    ("加大项目投入，办好每一件事，高效办成一件事。", [("一件事", "一件事")]),
    ("没有什么可找的。", []),
]


def named(kind: ConceptKind, *labels: str) -> list[Label]:
    return [Label(normal(label), label, kind) for label in labels]


LABELS = [*named("slogan", "听党话、跟党走"), *named("name", "产业园", "5G基站", "三会"),
          *named("label", "大项目", "现代服务", "一件事")]


@pytest.mark.parametrize(("one", "other", "rules"), SAME)
def test_spellings_of_one_concept(one: str, other: str, rules: list[str]) -> None:
    assert normal(one) == normal(other)
    assert merge_rules(one, other) == rules


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_is_not_the_same(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(("label", "kind", "expected"), LINKABLE)
def test_which_labels_are_looked_for(label: str, kind: ConceptKind, expected: bool) -> None:
    assert linkable(label, kind) is expected


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    found = Linker([*LABELS, *lexicon_labels()]).find(text)
    assert [(text[start:end], key) for start, end, key in found] == expected


def test_without_labels_nothing_is_found() -> None:
    assert Linker([]).find("四个意识") == []


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(label: str) -> None:
    key = normal(label)
    assert normal(key) == key
    assert all(normal(spelling) == key for spelling in spellings(label))


def brute(text: str, labels: list[Label]) -> list[tuple[int, int, str]]:
    """From the left, the longest label at each place; guards as the rules say."""
    known = {spelling: (label.key, linkable(label.label, label.kind)) for label in reversed(labels)
             for spelling in spellings(label.label) if linkable(label.label, label.kind) or len(label.label) > 2}
    numerals, guards = "〇零一二两三四五六七八九十百千万几数第0123456789", table("linking")
    out, at = [], 0
    while at < len(text):
        here = max((s for s in known if text.startswith(s, at)), key=len, default=None)
        if here is None:
            at += 1
            continue
        key, wanted = known[here]
        before, after = text[at - 1:at] if at else "", text[at + len(here):at + len(here) + 1]
        split = ((here[0] in numerals and before and before in numerals + guards["counting"])
                 or (before and before in guards["not_after"].get(here[0], ""))
                 or (after and after in guards["not_before"].get(here[-1], ""))
                 or (after and after in guards["suffixes"] and not here[-1].isascii()))
        if wanted and not split:
            out.append((at, at + len(here), key))
        at += len(here)
    return out


LINKED = [*named("name", "职工", "劳动竞赛", "工会组织", "产业工人", "大讲堂", "工会"), *named("label", "技能竞赛"),
          *named("formulation", "高质量发展"), *named("slogan", "听党话、跟党走")]


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.txt")), ids=lambda file: file.name)
def test_linking_against_brute_force(file: object) -> None:
    text = (CORPUS / str(file)).read_text(encoding="utf-8")
    labels = [*LINKED, *lexicon_labels()]
    assert Linker(labels).find(text) == brute(text, labels)


@given(st.text(alphabet="三会一课四个意识农、，大项目重第“”", max_size=60))
def test_linking_any_text_against_brute_force(text: str) -> None:
    labels = [*LABELS, *lexicon_labels()]
    assert Linker(labels).find(text) == brute(text, labels)
