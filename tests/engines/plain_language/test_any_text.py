"""Whatever the text: it is read, the places are right, a split or a blank never makes it worse."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.plain_language import read

PIECES = st.sampled_from(
    [
        *(
            "PPID",
            "yang",
            "tidak",
            "(",
            ")",
            ". ",
            "! ",
            "\n",
            "\r\n",
            "\n\n",
            "1. ",
            "a) ",
            "No. ",
            "dll. ",
            "1.500,00 ",
        ),
        *("dalam rangka", "melakukan pembayaran", "İstanbul", "ﬁ", "é", "-", "…", "ẞ", "’", "\u2028"),
    ]
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=4)).map(" ".join) | st.lists(PIECES).map("".join)
# Words that no abbreviation, set phrase or marker of a list shares.
PLAIN = st.sampled_from(
    [
        *(
            "jalan",
            "rusak",
            "warga",
            "meminta",
            "perbaikan",
            "pelaksanaan",
            "yang",
            "tidak",
            "bukan",
            "apabila",
            "PPID",
        ),
        *("stakeholder", "kami", "diperiksa", "berkas", "pemerintah", "keterbukaan", "mempertanggungjawabkan", "2025"),
    ]
)
SENTENCE = st.lists(PLAIN, min_size=1, max_size=60)


@settings(deadline=None)  # the first word reads the stemmer's dictionary
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    reading = read(text)
    assert 0 <= reading.score <= 100
    assert reading.score == sum(part.points for part in reading.parts)
    assert (reading.band is None) == (reading.words == 0)
    assert reading.words == sum(sentence.words for sentence in reading.sentences)
    assert read(text) == reading


@settings(deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text(text: str) -> None:
    reading = read(text)
    spans = [(one.start, one.end) for one in reading.sentences]
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for remark in reading.remarks:
        sentence = reading.sentences[remark.sentence - 1]
        assert sentence.start <= remark.start < remark.end <= sentence.end
        written = " ".join(text[remark.start : remark.end].split())
        if remark.suggestion or remark.removes:
            assert f'"{written}"' in remark.message


@settings(deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=6), st.data())
def test_to_split_a_long_sentence_never_makes_the_score_worse(sentences: list[list[str]], data: st.DataObject) -> None:
    whole = read(". ".join(" ".join(words).capitalize() for words in sentences) + ".")
    which = data.draw(st.integers(0, len(sentences) - 1))
    at = data.draw(st.integers(0, len(sentences[which])))
    parts = [part for part in (sentences[which][:at], sentences[which][at:]) if part]
    split = [*sentences[:which], *parts, *sentences[which + 1 :]]
    assert read(". ".join(" ".join(words).capitalize() for words in split) + ".").score <= whole.score


@settings(deadline=None)
@given(TEXTS)
def test_more_blanks_between_words_change_nothing(text: str) -> None:
    once = read(text)
    wider = read(re.sub(" +", "   ", text))
    assert (wider.score, wider.words, len(wider.sentences)) == (once.score, once.words, len(once.sentences))
    assert [remark.rule for remark in wider.remarks] == [remark.rule for remark in once.remarks]
