"""A masked text tells no one's identity, keeps all else, and is not masked again. All persons are invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.privacy import Kind, findings, mask

PIECES = st.sampled_from([
    "Pak", "Bapak", "a.n.", "milik", "rumah", "NIK", "rekening BRI", "HP", "Suparno", "Siti", "dan", ",", "RT 02",
    "Jalan", "3305125204850001", "3305 1212 0485 0001", "081234567890", "(0287) 381234", "x@example.com",
    "1234567890", "12",
    "@", "[", "]", "[nama disamarkan]", "[NIK disamarkan]", "disamarkan]", "H.", "/", "0", "-",
])  # fmt: skip
NIKS = st.builds(
    lambda province, place, woman, day, month, year, serial: (
        f"{province}{place:04}{day + 40 * woman:02}{month:02}{year:02}{serial:04}"
    ),
    st.sampled_from([11, 33, 34, 52, 91]),
    st.integers(1, 89).map(lambda one: one * 100 + 1),
    st.booleans(),
    st.integers(1, 31),
    st.integers(1, 12),
    st.integers(0, 99),
    st.integers(1, 9999),
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIK 3305125204850001", "NIK [NIK disamarkan]"),
        ("hub 0812-3456-7890 ya", "hub [nomor telepon disamarkan] ya"),
        ("Rehab rumah Bapak Suparno RT 02", "Rehab rumah Bapak [nama disamarkan] RT 02"),
        ("ke a@example.com.", "ke [alamat surel disamarkan]."),
        ("BRI 012301012345501", "BRI [nomor rekening disamarkan]"),
        ("Pak Slamet dan Tukijo", "Pak [nama disamarkan] dan [nama disamarkan]"),
        ("Jalan Jenderal Sudirman RT 02", "Jalan Jenderal Sudirman RT 02"),
        ("", ""),
        ("dua\nbaris  dengan   spasi", "dua\nbaris  dengan   spasi"),
    ],
)
def test_covers_what_is_found_and_keeps_the_rest(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(st.lists(PIECES, max_size=12), st.sampled_from([" ", "", "\n"]))
def test_masking_twice_changes_nothing(pieces: list[str], between: str) -> None:
    once = mask(between.join(pieces))
    assert mask(once) == once
    assert findings(once) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_masked(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(NIKS, st.sampled_from(["", " ", ".", "-"]), st.text(alphabet="abc XYZ,;:()\n", max_size=20))
def test_no_population_number_is_left(nik: str, separator: str, around: str) -> None:
    parts = (nik[:2], nik[2:4], nik[4:6], nik[6:12], nik[12:])
    masked = mask(f"{around} {separator.join(parts)} {around}")
    assert nik not in "".join(sign for sign in masked if sign.isdigit())
    assert "[NIK disamarkan]" in masked


@given(st.lists(PIECES, max_size=12))
def test_what_is_kept_stands_in_its_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    at = 0
    for kept in re.split("|".join(re.escape(kind.cover) for kind in Kind), mask(text)):
        assert kept in text[at:]
        at = text.index(kept, at) + len(kept)
