"""Rupiah as people write them become whole rupiah, a guess becomes a question, nonsense a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.tabular import NumberForm, column_number_form, read_rupiah
from selaras.engines.tabular.money import scale_of_header
from selaras.engines.tabular.readings import shown


@pytest.mark.parametrize(
    ("cell", "rupiah"),
    [
        ("150000000", 150_000_000),
        ("150.000.000", 150_000_000),
        ("Rp 150.000.000", 150_000_000),
        ("Rp. 150.000.000,-", 150_000_000),
        ("Rp150.000.000,00", 150_000_000),
        ("IDR 150,000,000.00", 150_000_000),
        ("1.234.567,89", 1_234_568),
        ("1,234,567.89", 1_234_568),
        ("5.000", 5_000),
        ("115.000", 115_000),
        ("150 000 000", 150_000_000),
        ("Rp 150 jt", 150_000_000),
        ("150 juta", 150_000_000),
        ("150juta rupiah", 150_000_000),
        ("1,5 M", 1_500_000_000),
        ("1.5 milyar", 1_500_000_000),
        ("2 Miliar", 2_000_000_000),
        ("Rp 484,5 jt", 484_500_000),
        ("Rp 1082,4 jt", 1_082_400_000),
        ("750 rb", 750_000),
        ("750 ribu", 750_000),
        ("1 T", 1_000_000_000_000),
        ("1 M 250 jt", 1_250_000_000),
        ("2 juta 500 ribu", 2_500_000),
        ("10 jt - 15 jt", 15_000_000),
        ("5.000 s/d 115.000", 115_000),
        (350_000_000, 350_000_000),
        (350_000_000.0, 350_000_000),
        (0.5, 1),
        (25_000_000.5, 25_000_001),
        ("0", 0),
    ],
)
def test_an_amount_is_read(cell: str | float, rupiah: int) -> None:
    value = read_rupiah(cell).value
    assert value == rupiah
    assert type(value) is int


@pytest.mark.parametrize("cell", ["Rp 150 jt", "1,5 M", "10 jt - 15 jt"])
def test_a_guess_is_asked_about(cell: str) -> None:
    note = read_rupiah(cell).note
    assert note is not None
    assert cell in note
    assert note.endswith("Betul?")


def test_a_fraction_of_a_rupiah_is_rounded_half_up_with_a_note() -> None:
    assert read_rupiah("1.234.567,50").note == '"1.234.567,50" kami bulatkan menjadi Rp 1.234.568.'
    assert read_rupiah(10.25).value == 10


@pytest.mark.parametrize("cell", ["", "  "])
def test_an_empty_cell_says_nothing(cell: str) -> None:
    reading = read_rupiah(cell)
    assert (reading.value, reading.note, reading.problem) == (None, None, None)


@pytest.mark.parametrize("cell", ["-", "belum ada", "menyesuaikan", "Rp -", "nihil"])
def test_no_cost_yet_is_asked_for(cell: str) -> None:
    reading = read_rupiah(cell)
    assert reading.value is None
    assert reading.problem is None
    assert "Berapa perkiraan biayanya?" in (reading.note or "")


@pytest.mark.parametrize(
    "cell", ["seratus juta", "1.2.3", "12 x 500.000", "-5.000", "(5.000)", "99999999999999999", True, float("inf")]
)
def test_what_is_no_amount_says_why(cell: str | float) -> None:
    reading = read_rupiah(cell)
    assert reading.value is None
    assert reading.problem


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("Biaya (Rp)", 1),
        ("Pagu (juta rupiah)", 10**6),
        ("Biaya (ribuan)", 1000),
        ("Pagu (Rp.000)", 1000),
        ("Anggaran x 1.000", 1000),
    ],
)
def test_a_column_name_may_multiply(name: str, scale: int) -> None:
    assert scale_of_header(name) == scale


def test_a_scaled_column_asks_but_a_word_in_the_cell_wins() -> None:
    assert read_rupiah("150", scale=10**6).value == 150_000_000
    assert read_rupiah("150", scale=10**6).note is not None
    assert read_rupiah("150 jt", scale=1000).value == 150_000_000


def test_a_thousand_beside_proof_of_decimal_points_is_asked_about() -> None:
    form = column_number_form(["1500000.50", "5.000"])
    assert form == NumberForm(".", certain=True, ambiguous=1)
    assert read_rupiah("5.000", form).note is not None


@given(st.integers(0, 10**14))
def test_an_amount_in_indonesian_form_comes_back(amount: int) -> None:
    assert read_rupiah(f"Rp {shown(amount)},-").value == amount
    assert read_rupiah(shown(Decimal(amount))).value == amount
    assert read_rupiah(f"{amount:,}.00").value == amount


@given(st.text(max_size=30))
def test_any_text_gives_an_amount_or_a_word(text: str) -> None:
    reading = read_rupiah(text)
    assert reading.value is None or (isinstance(reading.value, int) and reading.value >= 0)
    assert reading.value is not None or reading.note or reading.problem or not text.strip()


@pytest.mark.parametrize("cell", ["9" * 400, "1" * 40 + " juta", "1 - " + "9" * 40 + " M", "9" * 29 + ",5 rb"])
def test_an_amount_of_any_length_is_told_to_be_too_large(cell: str) -> None:
    assert "terlalu besar" in str(read_rupiah(cell).problem)
