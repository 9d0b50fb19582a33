"""Money, numbers and dates on pages, as an Indonesian reader writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from selaras.web.templatetags import selaras as tags

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("amount", "long", "short"),
    [
        (0, "Rp 0", "Rp 0"),
        (999_999, "Rp 999.999", "Rp 999.999"),
        (1_234_567, "Rp 1.234.567", "Rp 1,2 juta"),
        (210_400_000_000, "Rp 210.400.000.000", "Rp 210,4 miliar"),
        (None, "–", "–"),
    ],
)
def test_rupiah_never_breaks_over_two_lines(amount: int | None, long: str, short: str) -> None:
    assert tags.rupiah(amount) == long.replace(" ", NBSP)
    assert tags.rupiah_short(amount) == short.replace(" ", NBSP)


def test_a_sentence_keeps_its_amounts_and_percentages_whole() -> None:
    said = "1 perbaikan senilai Rp 5.000.000 menurunkan risiko sekitar 43 %; sisanya tetap."
    told = f"1 perbaikan senilai Rp{NBSP}5.000.000 menurunkan risiko sekitar 43{NBSP}%; sisanya tetap."
    assert tags.unbroken(said) == told


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1204, "1.204"), (Decimal("470.000"), "470"), (2.5, "2,5"), (Decimal("0.25"), "0,25"), (None, "–")],
)
def test_numbers(value: Decimal | float | None, shown: str) -> None:
    assert tags.number(value) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (1, 3, "33 %"),
        (0, 3, "0 %"),
        (1, 1000, "< 1 %"),
        (3, 3, "100 %"),
        (1, 0, "–"),
        (None, 3, "–"),
        (0.87, 1, "87 %"),
    ],
)
def test_a_small_share_is_not_called_nothing(part: float | None, whole: float, shown: str) -> None:
    assert tags.percent(part, whole) == shown.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("units", "shown"), [(0, "0"), (815_000, "81,5"), (814_960, "81,5"), (1_000_000, "100"), (None, "–")]
)
def test_a_score_is_told_out_of_a_hundred(units: int | None, shown: str) -> None:
    assert tags.points(units) == shown


def test_dates_name_the_weekday_and_moments_are_told_in_local_time() -> None:
    assert tags.long_date(date(2020, 2, 11)) == "Selasa, 11 Februari 2020"
    late = datetime(2020, 2, 11, 18, 30, tzinfo=UTC)
    assert tags.long_date(late) == "Rabu, 12 Februari 2020"
    assert tags.clock(late) == "01.30"
    assert tags.plain_date(None) == "–"


@pytest.mark.parametrize(("size", "shown"), [(15, "15 byte"), (24_510, "24,5 kB"), (3_000_000, "3 MB")])
def test_file_sizes(size: int, shown: str) -> None:
    assert tags.file_size(size) == shown.replace(" ", NBSP)


def test_the_first_sentence_ends_at_its_full_stop_not_inside_a_number() -> None:
    sentence = "Pagu Kecamatan Sadang tinggal Rp 12.400.000, usulan perlu Rp 85.000.000. Tambah pagunya."
    assert tags.first_sentence(sentence) == "Pagu Kecamatan Sadang tinggal Rp 12.400.000, usulan perlu Rp 85.000.000."
    assert tags.after_first_sentence(sentence) == "Tambah pagunya."
    assert tags.answer("Didanai.") == "<strong>Didanai.</strong> "


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(1, 3, "33.33%"), (5, 3, "100.00%"), (-1, 3, "0.00%"), (1, 0, "0.00%")]
)
def test_widths_are_in_machine_form_and_never_leave_the_bar(part: float, whole: float, shown: str) -> None:
    assert tags.width(part, whole) == shown


def test_a_ceiling_that_is_overdrawn_still_fits_its_bar() -> None:
    assert tags.ledger_bar({"amount": 100, "plan": 150, "used": 50, "left": -100}) | {"line": None} == {
        "line": None,
        "plan": "75.00%",
        "used": "25.00%",
    }
