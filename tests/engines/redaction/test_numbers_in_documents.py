"""Numbers of persons are found however a document sets them; what only looks like one is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.redaction.findings import Kind
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.tables import across
from tests.engines.redaction.invented import NIK

FOUND = [
    ("3305125204850001", "3305125204850001"),
    ("33 05 12 520485 0001", "33 05 12 520485 0001"),
    ("33.05.12.520485.0001", "33.05.12.520485.0001"),
    ("33\u00a005\u00a012\u00a0520485\u00a00001", "33\u00a005\u00a012\u00a0520485\u00a00001"),
    ("330512\u2011520485\u20110001", "330512\u2011520485\u20110001"),
    ("3305  1252  0485  0001", "3305  1252  0485  0001"),
    ("3305\t1252\t0485\t0001", "3305\t1252\t0485\t0001"),
    ("3305\u200b12520485\u200b0001", "3305\u200b12520485\u200b0001"),
    ("３３０５１２５２０４８５０００１", "３３０５１２５２０４８５０００１"),
    ("33051252\n04850001", "33051252\n04850001"),
    ("pemohon 330512 \r\n 5204850001 hadir", "330512 \r\n 5204850001"),
]
LEFT_ALONE = [
    "33\n05125204850001",  # two digits alone in a line are a number of their own
    "3305\n1252\n0485\n0001",
    "33.050.512\n52.048.500",
    "1234567890123456",
    "2021\n2022\n2023\n2024",
    "12.545.678 91.234.567 33.050.512",
]


@pytest.mark.parametrize(("text", "told"), FOUND)
def test_is_found(text: str, told: str) -> None:
    assert [(one.kind, one.text) for one in personal(f"Nomor {text} selesai")] == [(Kind.NIK, told)]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_is_left_alone(text: str) -> None:
    assert personal(text) == []


CELLS = [
    (["No", *NIK], [(1, 17)]),
    (["33051252", "04850001"], [(0, 2)]),
    (["Nama", "33.05.12", "520485.0001", "x"], [(1, 3)]),
    (["12.545.678", "91.234.567"], []),
    (["33051252", "x", "04850001"], []),
    ([*NIK, "7"], []),
    (["1", "2", "3"], []),
    ([], []),
]


@pytest.mark.parametrize(("cells", "spans"), CELLS)
def test_a_number_over_cells_is_found(cells: list[str], spans: list[tuple[int, int]]) -> None:
    assert list(across(cells)) == spans


@given(st.text(alphabet="0123 \t\n\r.-_\u00a0\u200b\u2011abcNIKHP:@", max_size=60))
def test_what_is_found_stands_where_it_says(text: str) -> None:
    for one in personal(text):
        assert text[one.start : one.end] == one.text


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for one in personal(text):
        assert 0 <= one.start < one.end <= len(text)
