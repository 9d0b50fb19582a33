"""One written form for what many hands write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.indonesian.abbreviations import ABBREVIATIONS, BY_NEIGHBOUR
from selaras.engines.indonesian.text import Number, normalise, numbers, tokens


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Rehab Jln Ds. Karangsari", "rehabilitasi jalan desa karangsari"),
        ("JUT Dsn Krajan", "jalan usaha tani dusun krajan"),
        ("J.U.T. Krajan", "jalan usaha tani krajan"),
        ("Pengad. LPJU", "pengadaan lampu penerangan jalan umum"),
        ("Pemb SPAL RT 01/RW.02", "pembangunan saluran pembuangan air limbah rt 1 rw 2"),
        ("rt03 rw04", "rt 3 rw 4"),
        ("Pavingisasi Gg. Mawar", "paving gang mawar"),
        ("Corblok & Bangket", "cor blok talud"),
        ("gorong2", "gorong gorong"),
        ("gorong-gorong", "gorong gorong"),
        ("Bantuan utk KWT dg RTLH", "bantuan untuk kelompok wanita tani dengan rumah tidak layak huni"),
        ("Jalan s/d masjid", "jalan sampai dengan masjid"),
        ("Gedung SD", "gedung sekolah dasar"),
        ("PENGASPALAN   JALAN", "pengaspalan jalan"),
        ("Ma'mur Jum'at", "mamur jumat"),
        ("café ﬁsik", "cafe fisik"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_words_are_written_out(written: str, read: str) -> None:
    assert normalise(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("kel tani makmur", "kelompok tani makmur"),
        ("kel. Panjer", "kelurahan panjer"),
        ("TPA sampah", "tempat pemrosesan akhir sampah sampah"),
        ("guru TPA", "guru taman pendidikan alquran"),
        ("TPA Kaligending", "tpa kaligending"),
        ("juara tk kabupaten", "juara tingkat kabupaten"),
        ("gedung TK Pertiwi", "gedung taman kanak kanak pertiwi"),
        ("KT Ngudi Rahayu", "kelompok tani ngudi rahayu"),
        ("KT pemuda", "karang taruna pemuda"),
        ("Km/WC", "kamar mandi kakus"),
        ("2 km", "2 kilometer"),
    ],
)
def test_neighbours_decide_what_has_two_meanings(written: str, read: str) -> None:
    assert normalise(written) == read


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("150 m2", [("150", "meter persegi")]),
        ("150m2", [("150", "meter persegi")]),
        ("150 m²", [("150", "meter persegi")]),
        ("1.250,5 m", [("1250.5", "meter")]),
        ("1,250.5 m", [("1250.5", "meter")]),
        ("Rp 36.000.000,-", [("36000000", "")]),
        ("150 jt", [("150", "juta")]),
        ("2x3 m", [("2", ""), ("3", "meter")]),
        ("1,5 ha", [("1.5", "hektare")]),
        ("RT 03/RW 007", [("3", "rt"), ("7", "rw")]),
        ("No 46 ruas 2.02.05.003", [("46", "nomor")]),
        ("٣ unit", [("3", "unit")]),
        ("00", [("0", "")]),
        ("tanpa angka", []),
    ],
)
def test_numbers_are_read_with_what_they_count(written: str, expected: list[tuple[str, str]]) -> None:
    assert list(numbers(written)) == [Number(Decimal(value), unit) for value, unit in expected]


def test_the_table_is_in_written_form_itself() -> None:
    for short, full in ABBREVIATIONS.items():
        assert short == short.casefold().strip(), short
        assert short != full, short
        assert normalise(full) == full, short  # what an abbreviation stands for holds no further abbreviation
    for readings in BY_NEIGHBOUR.values():
        assert all(reading.meaning and reading.beside for reading in readings)


def test_the_table_is_large_enough_for_a_forum() -> None:
    assert len(ABBREVIATIONS) >= 150


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert normalise(text) == " ".join(tokens(text))
    assert all(number.value.is_finite() for number in numbers(text))


@given(st.lists(st.sampled_from(sorted({*ABBREVIATIONS.values(), "jalan", "karangsari", "12"})), max_size=6))
def test_what_is_written_out_stays(words: list[str]) -> None:
    once = normalise(" ".join(words))
    assert normalise(once) == once
