"""A catalogue is read from tables in either usual shape."""

from __future__ import annotations

import pytest

from selaras.engines.matching import CatalogueError, Entry, entries_of_rows


def test_all_levels_in_one_column() -> None:
    rows = [
        {"level": "bidang", "Kode": "1.03", "Nomenklatur": "PEKERJAAN\nUMUM"},
        {"level": "program", "Kode": "1.03.10", "Nomenklatur": "Penyelenggaraan Jalan"},
        {"level": "kegiatan", "Kode": "1.03.10.2.01", "Nomenklatur": "Jalan Kabupaten"},
        {
            "level": "sub",
            "Kode": "1.03.10.2.01.0033",
            "Nomenklatur": "Rekonstruksi Jalan",
            "Satuan": "KM",
            "Kinerja": None,
        },
    ]
    parents = ("PEKERJAAN UMUM", "Penyelenggaraan Jalan", "Jalan Kabupaten")
    assert entries_of_rows(rows) == [Entry("1.03.10.2.01.0033", "Rekonstruksi Jalan", unit="KM", parents=parents)]


def test_one_row_a_subactivity() -> None:
    names = {"bidang": "Jalan", "program": "P", "kegiatan": "K", "sub_kegiatan": "Rekonstruksi"}
    facts = {"kinerja": "Jalan baik", "indikator": "Panjang", "satuan": "KM", "definisi": "Cakupan"}
    row = {"kode_sub": "1.03.10.2.01.0033", **names, **facts}
    entry = Entry("1.03.10.2.01.0033", "Rekonstruksi", "Jalan baik", "Panjang", "KM", "Cakupan", ("Jalan", "P", "K"))
    assert entries_of_rows([row]) == [entry]


def test_a_code_that_comes_again_adds_nothing() -> None:
    row = {"kode": "1.03.10.2.01.0033", "nomenklatur": "Rekonstruksi Jalan"}
    assert len(entries_of_rows([row, row])) == 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "kolom kode"),
        ([{"nama": "Jalan"}], "kolom kode"),
        ([{"kode": "1.03.10.2.01.0033"}], "nama sub kegiatan"),
        ([{"kode": "1.03", "nama": "Pekerjaan Umum"}], "enam bagian"),
    ],
)
def test_what_is_missing_is_said(rows: list[dict[str, object]], said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        entries_of_rows(rows)
