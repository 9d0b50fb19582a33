"""Dates, years, RT/RW and coordinates as they are written in offices."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.tabular import Reading, read_coordinate, read_date, read_point, read_rt_rw, read_year

FORUM = date(2020, 2, 11)


@pytest.mark.parametrize(
    "cell",
    ["11 Februari 2020", "Selasa, 11 Februari 2020", "11 Feb 2020", "11-Peb-2020", "11/02/2020", "11-2-2020",
     "11.02.2020", "2020-02-11", "2020-02-11 00:00:00", 43872, "43872", FORUM, datetime(2020, 2, 11, 9)],
)  # fmt: skip
def test_a_date_is_read(cell: str | int | date) -> None:
    assert read_date(cell).value == FORUM


@pytest.mark.parametrize(("cell", "value"), [("02/13/2020", date(2020, 2, 13)), ("11/02/20", FORUM)])
def test_a_doubtful_date_is_asked_about(cell: str, value: date) -> None:
    reading = read_date(cell)
    assert reading.value == value
    assert (reading.note or "").endswith("Betul?")


@pytest.mark.parametrize("cell", ["Februari 2020", "31/02/2020", "segera", 7, "1.01.01 PROGRAM PENUNJANG"])
def test_what_is_no_date_says_so(cell: str | int) -> None:
    assert read_date(cell).value is None
    assert read_date(cell).problem


@pytest.mark.parametrize("cell", ["2021", 2021, "TA 2021", "Tahun 2021", "2021.0", date(2021, 1, 1)])
def test_a_year_is_read(cell: str | int | date) -> None:
    assert read_year(cell).value == 2021


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    reading = read_date(text)
    assert reading.value is None or isinstance(reading.value, date)


@pytest.mark.parametrize(
    ("text", "rt", "rw"),
    [
        ("RT 02/RW 01", "02", "01"),
        ("RT.2 RW.I", "02", "01"),
        ("RT 02 RW 01", "02", "01"),
        ("rt02/rw01", "02", "01"),
        ("Dusun Kauman RT 08/02", "08", "02"),
        ("02/01", "02", "01"),
        ("RW IV", "", "04"),
        ("Jl. Pahlawan", "", ""),
        ("SMART RWANDA", "", ""),
    ],
)
def test_rt_and_rw_are_found(text: str, rt: str, rw: str) -> None:
    assert read_rt_rw(text) == (rt, rw)


@pytest.mark.parametrize(
    ("cell", "degrees"),
    [
        ("-7.712130", "-7.712130"),
        ("-7,712130", "-7.712130"),
        (-7.5, "-7.5"),
        ("7,5 LS", "-7.5"),
        ("7°42'36\"S", "-7.710000"),
        ("7° 42' 36\" LS", "-7.710000"),
        ("S 7 42 36", "-7.710000"),
        ("109°25'6\" BT", "109.418333"),
    ],
)
def test_a_coordinate_is_read(cell: str | float, degrees: str) -> None:
    assert read_coordinate(cell).value == Decimal(degrees)


def test_decimals_taken_for_thousands_are_repaired_with_a_question() -> None:
    reading = read_coordinate("-7.712.130")
    assert reading.value == Decimal("-7.712130")
    assert reading.note


@pytest.mark.parametrize(
    ("latitude", "longitude", "word"),
    [("109.4", "-7.7", "tertukar"), ("7.7", "109.4", "minus"), ("51.5", "0.1", "luar Indonesia")],
)
def test_a_point_is_checked_against_indonesia(latitude: str, longitude: str, word: str) -> None:
    first, second = read_point(Reading(Decimal(latitude)), Reading(Decimal(longitude)))
    assert word in (first.note or first.problem or "")
    assert first.problem or (first.value, second.value) == (Decimal("-7.7"), Decimal("109.4"))


@given(st.text(max_size=30))
def test_any_text_is_a_coordinate_or_a_problem(text: str) -> None:
    reading = read_coordinate(text)
    assert reading.value is None or abs(reading.value) <= 1000  # type: ignore[arg-type]
