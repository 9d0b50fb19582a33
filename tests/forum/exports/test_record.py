"""The record of agreement loses no word, however long the words of a proposal are."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from selaras.forum.actions import decide
from selaras.forum.exports import record as agreement
from selaras.forum.exports.report import report
from tests.forum.small_forum import actor, ready

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("annex", "column"), [("agreed", "title"), ("agreed", "place"), ("left_out", "reason")])
def test_words_that_fill_more_than_a_page_go_on_over_the_next_ones(annex: str, column: str) -> None:
    content = agreement.content(report(decide(ready(), actor=actor())))
    words = {f"{number}" for number in range(10_000, 13_000)}  # digits, which are never hyphenated
    content[annex][0]["rows"][0][column] = " ".join(sorted(words))
    pages = pypdf.PdfReader(BytesIO(agreement.as_pdf(content))).pages
    told = [words & set(page.extract_text().split()) for page in pages]
    assert set().union(*told) == words
    assert max(map(len, told)) < 1_500  # a page holds no more: what is set past its foot cannot be read
