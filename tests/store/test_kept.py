"""Documents come back from a knowledge base as they went in."""

from __future__ import annotations

import pytest

from conftest import CORPUS
from policydoc import KnowledgeBase, compare, parse

FILES = [CORPUS / "2022-work-points.txt", CORPUS / "2023-work-points.docx"]


def test_kept_documents_compare_like_their_files() -> None:
    plans = [parse(file) for file in FILES]
    with KnowledgeBase.from_documents(plans) as kb:
        again = compare(*(kb.document(file.name) for file in FILES))
    assert again.rows == compare(*plans).rows


def test_no_such_document() -> None:
    with KnowledgeBase.from_documents([parse(FILES[0])]) as kb, pytest.raises(KeyError):
        kb.document("2019.txt")
