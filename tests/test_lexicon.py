"""The lexicon: every entry has its source, and as many members as its numeral promises."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest

from policydoc.lexicon import table, words
from policydoc.lexicon.abbreviations import expected_count, senses, unquoted

TERMS = sorted(table("abbreviations")["terms"])
NOTES = table("abbreviations")["count_note"]
TOML = sorted(path.name for path in files("policydoc.lexicon").iterdir() if path.name.endswith(".toml"))


def test_there_are_at_least_300_abbreviations() -> None:
    assert len(TERMS) >= 300


@pytest.mark.parametrize("term", TERMS)
def test_each_sense_has_a_source_and_the_promised_members(term: str) -> None:
    for sense in senses(term):
        assert sense["source"].strip()
        assert all(member == member.strip() and member for member in sense["members"])
        assert len(set(sense["members"])) == len(sense["members"])
        assert len(sense["members"]) == expected_count(term) or NOTES[term]


def test_count_notes_are_needed() -> None:
    assert {term for term in NOTES if all(len(s["members"]) == expected_count(term) for s in senses(term))} == set()
    assert set(NOTES) <= set(TERMS)


def test_lists_of_terms_name_terms() -> None:
    for key in ("short", "mistakable"):
        assert words("abbreviations", key) <= set(TERMS)


@pytest.mark.parametrize(("term", "count"), [
    ("四个意识", 4), ("三会一课", 4), ("五位一体", 5), ("十四个坚持", 14), ("三去一降一补", 5), ("五个一批", 5),
    ("双碳", 2), ("两不愁三保障", 5), ("一核两翼", 3), ("三证合一", 3)])
def test_what_numerals_promise(term: str, count: int) -> None:
    assert expected_count(term) == count


def test_the_longest_unquoted_term_is_found() -> None:
    assert list(unquoted("落实三会两制一课和三会一课，第三农场不在内，三农工作")) == [
        (2, 8), (9, 13), (22, 24)]


@pytest.mark.parametrize("name", TOML)
def test_each_file_says_where_it_comes_from(name: str) -> None:
    content = files("policydoc.lexicon").joinpath(name).read_text(encoding="utf-8")
    assert "source" in content
    assert tomllib.loads(content)


def test_no_word_of_a_kind_is_listed_twice() -> None:
    kinds = ["name", "label", "slogan", "numeral"]
    for i, one in enumerate(kinds):
        for other in kinds[i + 1:]:
            assert not words("quotes", one) & words("quotes", other)


def test_import_reads_no_file() -> None:
    code = "import sys; import policydoc.lexicon, policydoc.extract.slogans; " \
           "from policydoc.lexicon import table; print(table.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
