"""Places and persons stand apart from what a proposal is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.indonesian.places import subject_words
from selaras.engines.indonesian.text import tokens


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Talud jalan Dusun Sawahan", "talud jalan"),
        ("Talud jalan Dk Pasar RT 02 RW 05", "talud jalan"),
        ("Rabat beton depan rumah Pak Tani", "rabat beton depan rumah"),
        ("Paving Gang Mawar 120 m2", "paving gang mawar meter persegi"),
        ("Pengembangan desa wisata", "pengembangan desa wisata"),
        ("Kampung KB", "keluarga berencana"),
        ("Pemberian makanan ibu hamil", "pemberian makanan hamil"),
        ("Balai desa", "balai desa"),
        ("RT", "rt"),
        ("", ""),
    ],
)
def test_names_after_their_markers_are_left_out(text: str, subject: str) -> None:
    assert " ".join(subject_words(text)) == subject


def test_a_known_place_is_left_out_after_the_word_for_a_region() -> None:
    assert subject_words("Rehab kantor desa Pasir", {"pasir"}) == ("rehabilitasi", "kantor", "desa")
    assert subject_words("Pengadaan pasir", {"pasir"}) == ("pengadaan", "pasir")


@given(st.text())
def test_subject_words_are_words_of_the_text_in_order(text: str) -> None:
    remaining = iter(tokens(text))
    assert all(word in remaining for word in subject_words(text))
