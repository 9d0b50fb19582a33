"""Texts taken apart piece by piece read as they do whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selaras.engines.indonesian.abbreviations import BY_NEIGHBOUR
from selaras.engines.indonesian.text import tokens
from selaras.engines.matching.duplicates_numbers import Numbers

PIECES = [
    *BY_NEIGHBOUR, "K.T.", "k.t", "KT-", "d'kt", "(kel.)", "jalan", "Jln.", "jl.", "gorong2", "150m2", "1.250,5",
    "03", "rt03", "RW.02", "s/d", "s/", "/d", "s", "/", "d", "s.d.", "s.d", "olahraga", "padi", "warga", "gedung",
    "P3A", "é", "ｋｔ", "／d", "1/2", "jum'at", "2.02.05.003", "-", "a\x1cb", "kt\u00a0padi", "SD/MI", "²",
]  # fmt: skip
LINKS = {"dan", "serta", "sampai", "dengan", "nomor"}


def words(numbers: Numbers, text: str) -> list[str]:
    *places, end = numbers.of(text)
    assert end == 0
    return [numbers.words[place] for place in places]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join), min_size=1, max_size=4))
@example(["kt olahraga", "kt padi", "kt"])
@example(["s/ d", "s /d", "s / d", "s/d"])
def test_a_text_reads_the_same_after_any_others(texts: list[str]) -> None:
    numbers = Numbers()
    for text in texts:
        assert words(numbers, text) == [word for word in tokens(text) if word not in LINKS]


@pytest.mark.parametrize("text", ["RT 02/03", "RT/RW 02/03", "rt.02 / 03"])
def test_two_numbers_after_rt_are_rt_and_rw(text: str) -> None:
    assert words(Numbers(), text) == ["rt", "2", "rw", "3"]


def test_every_word_has_one_number() -> None:
    numbers = Numbers()
    assert numbers.of("jalan desa Jalan") == (1, 2, 1, 0)
    assert numbers.of("DESA") == (2, 0)


@pytest.mark.parametrize("word", BY_NEIGHBOUR)
def test_words_that_hang_on_their_neighbours_are_letters_only(word: str) -> None:
    assert word.isascii()
    assert word.isalpha()
    assert word == word.casefold()
