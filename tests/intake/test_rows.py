"""A row on its way in is taken until something says why it cannot be."""

from __future__ import annotations

import pytest

from selaras.engines.tabular import Field, Kind, check
from selaras.intake.rows import Incoming, incoming, still_taken, unique, within


def row(number: int, **values: object) -> Incoming:
    return Incoming(number, "", {}, values)


def test_every_cell_of_a_row_that_was_read_is_kept_by_its_column_or_its_place() -> None:
    people = Kind("people", "penduduk", (Field("village", "desa", required=True), Field("count", "jumlah")))
    rows = incoming(check(b"Desa;Jumlah\n" + b"Ayah;5\n" * 20 + b"Ambal;7;catatan\n", "a.csv", people))
    assert rows[0].raw == {"Desa": "Ayah", "Jumlah": "5"}
    assert rows[20].raw == {"Desa": "Ambal", "Jumlah": "7", "kolom 3": "catatan"}
    assert (rows[0].text("village"), rows[20].number) == ("Ayah", 22)


def test_a_row_is_kept_once_it_has_a_reason() -> None:
    rows = [row(2, code="a"), row(3, code="b")]
    rows[0].keep("Kode belum dikenal.")
    assert (rows[0].kept, rows[1].kept) == (True, False)
    assert list(still_taken(rows)) == [rows[1]]


@pytest.mark.parametrize(("value", "text"), [(None, ""), ("  jalan ", "jalan"), (7, "7"), (0, "0")])
def test_a_value_as_text(value: object, text: str) -> None:
    assert row(2, title=value).text("title") == text
    assert row(2).text("title") == ""


def test_a_list_as_one_text() -> None:
    assert row(2, duties=("1.02", "2.16")).joined("duties") == "1.02; 2.16"
    assert row(2, duties=" 1.02 ").joined("duties") == "1.02"


def test_a_text_too_long_for_its_column_is_cut_and_noted_once() -> None:
    long = row(2, title="jalan desa " * 4)
    assert long.text("title", 10) == long.text("title", 10) == "jalan desa"
    assert long.notes == ["“jalan desa jalan des…” lebih dari 10 huruf, jadi dipotong. Persingkat bila perlu."]
    assert not long.kept


def test_a_key_too_long_for_its_column_keeps_the_row() -> None:
    rows = [row(2, code="1.02"), row(3, code="9" * 30)]
    assert list(within(rows, code=20)) == [rows[0]]
    assert rows[1].reasons == ["“99999999999999999999…” terlalu panjang: paling banyak 20 huruf. Persingkat."]


def test_the_first_of_two_alike_counts() -> None:
    rows = [row(2, code="a", name="x"), row(3, code="a", name="y"), row(4, code="b", name="x")]
    assert [one.number for one in unique(rows, "code")] == [2, 4]
    assert rows[1].reasons == ["Sama dengan baris 2; baris pertama yang dipakai."]


def test_rows_of_two_sheets_are_told_apart_though_they_bear_one_number() -> None:
    rows = [Incoming(2, "Ayah", {}, {"code": "a"}), Incoming(2, "Buayan", {}, {"code": "a"})]
    assert list(unique(rows, "code")) == rows[:1]
    assert rows[1].reasons == ["Sama dengan baris 2 di lembar Ayah; baris pertama yang dipakai."]
