"""Units and periods that mean the same are the same, and what cannot be read is told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from selaras.engines.conflicts import UnknownPeriod, UnknownUnit, read_period, read_unit


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("ribu jiwa", "jiwa", 1000),
        ("Ribu Orang", "penduduk", 1000),
        ("orang (ribu)", "jiwa", 1000),
        ("km2", "ha", 100),
        ("Km²", "Hektar", 100),
        ("juta rupiah", "Rp", 10**6),
        ("Rp juta", "rupiah", 10**6),
        ("Rp. Miliar", "juta Rp", 1000),
        ("triliun rupiah", "miliar rupiah", 1000),
        ("ton", "kuintal", 10),
        ("km", "m", 1000),
        ("ribu ton", "kg", 10**6),
        ("%", "persen", 1),
        ("jiwa/km2", "jiwa per ha", Fraction(1, 100)),
        ("juta rupiah/kapita", "Rupiah per kapita", 10**6),
        ("ribu ekor", "ekor", 1000),
        ("", "", 1),
    ],
)
def test_units_of_one_dimension_have_a_ratio(one: str, other: str, ratio: int | Fraction) -> None:
    left, right = read_unit(one), read_unit(other)
    assert left.dimension == right.dimension
    assert left.factor / right.factor == ratio


APART = [("jiwa", "kk"), ("ha", "ton"), ("ekor", "paket"), ("%", "poin"), ("", "jiwa")]


@pytest.mark.parametrize(("one", "other"), APART)
def test_units_of_different_dimensions_stay_apart(one: str, other: str) -> None:
    assert read_unit(one).dimension != read_unit(other).dimension


@pytest.mark.parametrize(
    ("unit", "adds_up", "counts"),
    [
        ("jiwa", True, True),
        ("ribu jiwa", True, True),
        ("ekor", True, True),
        ("ha", True, False),
        ("juta rupiah", True, False),
        ("persen", False, False),
        ("indeks", False, False),
        ("jiwa/km2", False, False),
    ],
)
def test_only_amounts_add_up_and_only_single_things_are_counted(unit: str, adds_up: bool, counts: bool) -> None:
    read = read_unit(unit)
    assert (read.adds_up, read.counts) == (adds_up, counts)


@pytest.mark.parametrize("unit", ["---", "jiwa/", "( )"])
def test_a_unit_without_a_word_is_told(unit: str) -> None:
    with pytest.raises(UnknownUnit, match="Tulis satuannya"):
        read_unit(unit)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024.0", (2024, 1, 1), (2024, 12, 31)),
        ("Tahun 2024", (2024, 1, 1), (2024, 12, 31)),
        ("Semester II 2023", (2023, 7, 1), (2023, 12, 31)),
        ("2023-S1", (2023, 1, 1), (2023, 6, 30)),
        ("Triwulan IV 2024", (2024, 10, 1), (2024, 12, 31)),
        ("TW 2 Tahun 2024", (2024, 4, 1), (2024, 6, 30)),
        ("2024-Q1", (2024, 1, 1), (2024, 3, 31)),
        ("Februari 2024", (2024, 2, 1), (2024, 2, 29)),
        ("Agt 2023", (2023, 8, 1), (2023, 8, 31)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("12/2023", (2023, 12, 1), (2023, 12, 31)),
        ("2024-12-31", (2024, 12, 31), (2024, 12, 31)),
        ("31/12/2024", (2024, 12, 31), (2024, 12, 31)),
        ("3 Maret 2024", (2024, 3, 3), (2024, 3, 3)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    read = read_period(text)
    assert (read.first, read.last) == (date(*first), date(*last))


@pytest.mark.parametrize("text", ["", "kemarin", "2024-13", "31-02-2024", "Mei", "Triwulan V 2024", "Foo 2024", "24"])
def test_a_period_that_names_no_days_is_told(text: str) -> None:
    with pytest.raises(UnknownPeriod, match="misalnya 2024, Triwulan II 2024"):
        read_period(text)
