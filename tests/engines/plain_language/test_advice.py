"""The sentences of a text that cost most, with what helps each."""

from __future__ import annotations

from selaras.engines.plain_language import advice_on

HARD = "Apabila hujan, kami melakukan pemeriksaan."


def test_the_sentences_with_remarks_and_how_many_more() -> None:
    told = advice_on("Kami buka. " + " ".join([HARD] * 7))
    assert {sentence for sentence, _found in told.rows} == {HARD}
    assert (len(told.rows), told.more) == (5, 2)


def test_an_easy_text_has_none_and_an_empty_one_no_band() -> None:
    assert (advice_on("Kami buka besok pagi.").rows, advice_on("").band) == ([], None)
