"""One column, one decision on what point and comma mean; what reads either way is asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.tabular import (
    column_number_form,
    parse_number,
    read_boolean,
    read_code,
    read_list,
    read_number,
    read_quantity,
)


@pytest.mark.parametrize(
    ("values", "decimal", "certain", "mixed"),
    [
        (["5.000", "115.000"], ",", False, False),
        (["5.000", "115.000", "2.500.000"], ",", True, False),
        (["1.515", "2.25"], ".", True, False),
        (["1,5", "2.000"], ",", True, False),
        (["0.515", "1.515"], ".", True, False),
        (["1234.567"], ".", True, False),
        (["1,234,567"], ".", True, False),
        (["1.234,5", "1,234.5"], ",", True, True),
        (["120", "80"], ",", False, False),
        ([], ",", False, False),
    ],
)
def test_the_column_decides(values: list[str], decimal: str, certain: bool, mixed: bool) -> None:
    form = column_number_form(values)
    assert (form.decimal, form.certain, form.mixed) == (decimal, certain, mixed)


def test_the_same_text_reads_by_its_column() -> None:
    assert parse_number("1.515", column_number_form(["1.515", "2.25"])) == Decimal("1.515")
    assert parse_number("1.515", column_number_form(["1.515", "2,25"])) == Decimal("1515")


def test_without_proof_an_ambiguous_number_is_reported() -> None:
    reading = read_number("1.515", column_number_form(["1.515", "2.020"]))
    assert reading.value == Decimal(1515)
    assert reading.note == '"1.515" kami baca sebagai 1.515 (ribuan). Betul, atau maksudnya 1,515?'


@pytest.mark.parametrize(
    ("cell", "number", "unit"),
    [
        ("120 m", "120", "m"),
        ("3 Ha", "3", "Ha"),
        ("2 unit", "2", "unit"),
        ("1 paket", "1", "paket"),
        ("1,5 km", "1.5", "km"),
        ("120m2", "120", "m2"),
        ("± 120 m", "120", "m"),
        ("12", "12", ""),
        (12.5, "12.5", ""),
    ],
)
def test_a_quantity_has_a_number_and_a_unit(cell: str | float, number: str, unit: str) -> None:
    reading, found = read_quantity(cell)
    assert (reading.value, found) == (Decimal(number), unit)


@pytest.mark.parametrize("cell", ["P 150m L 3m T 10cm", "80 dan 60", "200 x 3 m", "volume"])
def test_several_numbers_are_no_quantity(cell: str) -> None:
    reading, _ = read_quantity(cell)
    assert reading.value is None
    assert "bukan satu angka" in (reading.problem or "")


@pytest.mark.parametrize("cell", ["ya", "Y", "x", "✓", "1", 1, True, "Hadir"])
def test_yes(cell: str | int) -> None:
    assert read_boolean(cell).value is True


@pytest.mark.parametrize("cell", ["tidak", "T", "-", "0", 0, False, "Tidak hadir"])
def test_no(cell: str | int) -> None:
    assert read_boolean(cell).value is False


def test_codes_and_lists() -> None:
    assert read_code("2.16. 02.2.01").value == "2.16.02.2.01"
    assert read_code(101).value == "101"
    assert read_list("1.01; 2.16;").value == ("1.01", "2.16")
    assert read_list("U1, U2").value == ("U1", "U2")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_in_either_form_comes_back(number: Decimal) -> None:
    english = f"{number:,}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    assert parse_number(english, column_number_form(["0.5"])) == number
    assert parse_number(indonesian, column_number_form(["0,5"])) == number


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or number.is_finite()
