"""Syllables as spoken: diphthongs, digraphs, and affixes apart from the root."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.plain_language import read, syllables

SPOKEN = {
    # one for each vowel; ng, ny, sy, kh are one sound
    "desa": 2, "biaya": 3, "informasi": 4, "masyarakat": 4, "pemerintah": 4, "khusus": 2, "nyanyi": 2, "syarat": 2,
    "akhir": 2, "bunga": 2, "struktur": 2, "transparansi": 4, "maaf": 2, "saat": 2, "dua": 2, "daerah": 3,
    # ai, au, oi, ei: one at the end of a root and in an open syllable, two elsewhere
    "pantai": 2, "nilai": 2, "pulau": 2, "koboi": 2, "survei": 2, "saudara": 3, "aula": 2, "air": 2, "baik": 2,
    "laut": 2, "kain": 2, "daun": 2, "kaidah": 3, "mau": 2, "bau": 2,
    # affixes
    "kebaikan": 4, "kelautan": 4, "kenaikan": 4, "perairan": 4, "menguasai": 5, "menandai": 4, "memulai": 3,
    "dilampaui": 4, "penilaian": 4, "keterbukaan": 5, "permohonan": 4, "pelayanan": 4, "keanekaragaman": 7,
    "pertanggungjawaban": 6,
    # doubled, spelled out, in capitals
    "anak-anak": 4, "perundang-undangan": 6, "KTP": 3, "Desa": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "spoken"), SPOKEN.items())
def test_syllables_of_a_word(word: str, spoken: int) -> None:
    assert syllables(word) == spoken


def test_a_number_has_no_syllables_and_does_not_make_words_look_short() -> None:
    few, many = read("Pemerintah membangun."), read("Pemerintah membangun 2024 2025 2026.")
    assert few.parts[1].value == many.parts[1].value


@settings(deadline=None)  # the first word reads the stemmer's dictionary
@given(st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=30))
def test_every_word_of_letters_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@pytest.mark.parametrize(
    ("word", "passive", "noun", "deep"),
    [
        ("diperbaiki", 1, 0, 1),
        ("disusun", 1, 0, 0),
        ("terbawa", 1, 0, 0),
        ("terhadap", 0, 0, 0),
        ("dinas", 0, 0, 0),
        ("diskusi", 0, 0, 0),
        ("penyusunan", 0, 1, 0),
        ("keterlambatan", 0, 1, 1),
        ("penyusunannya", 0, 1, 0),
        ("kegiatannya", 0, 0, 0),
        ("ditindaklanjuti", 1, 0, 0),
        ("ketidakberpihakan", 0, 1, 0),
        ("kegiatan", 0, 0, 0),
        ("pesan", 0, 0, 0),
        ("mempertanggungjawabkan", 0, 0, 1),
        ("dipertanyakannya", 1, 0, 1),
        ("membaca", 0, 0, 0),
    ],
)
def test_forms_of_a_word(word: str, passive: int, noun: int, deep: int) -> None:
    [one] = read(word).sentences
    assert (one.passives, one.nominalisations, one.deep_words) == (passive, noun, deep)
