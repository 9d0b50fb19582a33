"""The header is found past titles, over several lines, in merged cells; where there is none, none is made up."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.engines.tabular import read_table, read_tables
from selaras.engines.tabular.header import is_column_numbers
from tests.torture.files import all_files, workbook

FILES = {file.name: file.content for file in all_files()}


def csv(text: str) -> Any:
    return read_table(text.encode())


def test_titles_above_the_header_are_kept_apart() -> None:
    table = read_table(FILES["judul"])
    assert table.titles == ("DAFTAR USULAN MUSRENBANG", "KECAMATAN AYAH TAHUN 2021")
    assert table.facts.header_rows == (4,)
    assert table.skipped_by_reason == {"title": 2, "blank": 1, "header": 1}


@pytest.mark.parametrize("name", ["dua baris judul", "judul gabungan"])
def test_a_header_of_two_lines_names_group_and_column(name: str) -> None:
    table = read_table(FILES[name])
    assert table.header[:6] == (
        "No", "Usulan", "Lokasi / Desa", "Lokasi / Kecamatan", "Besaran / Volume", "Besaran / Satuan",
    )  # fmt: skip
    assert len(table.facts.header_rows) == 2


def test_years_may_be_names_of_columns() -> None:
    table = csv("Kode;Indikator;Target;;\n;;2021;2022;2023\nA.1;Indeks SPBE;2,6;2,8;3,0\nA.2;Layanan;90;91;92\n")
    assert table.header == ("Kode", "Indikator", "Target / 2021", "Target / 2022", "Target / 2023")
    assert len(table.rows) == 2


def test_three_merged_lines() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["No", "Program", "Capaian", None, None, None])
        sheet.append([None, None, "Target", None, "Realisasi", None])
        sheet.append([None, None, "K", "Rp", "K", "Rp"])
        for merged in ("A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2"):
            sheet.merge_cells(merged)
        sheet.append([1, "Informatika", 10, 5_000_000, 9, 4_000_000])

    table = read_table(workbook(fill))
    assert table.header[2:] == (
        "Capaian / Target / K", "Capaian / Target / Rp", "Capaian / Realisasi / K", "Capaian / Realisasi / Rp",
    )  # fmt: skip
    assert [row.cells[0] for row in table.rows] == [1]


def test_a_row_that_counts_the_columns_is_no_data() -> None:
    table = csv("No;Usulan;Desa\n(1);(2);(3)\n1;Talud;Srati\n")
    assert table.skipped_by_reason == {"header": 1, "column_numbers": 1}


@pytest.mark.parametrize(
    ("cells", "counts"),
    [(("(1)", "(2)", "(3)"), True), ((1, 2, 3, 4, 5), True), (("1", "2", "3"), False), (("1", "Talud", "3"), False),
     (("1", "2", "3", "4", "5=3x4"), True)],
)  # fmt: skip
def test_only_a_row_of_column_numbers_counts(cells: tuple[Any, ...], counts: bool) -> None:
    assert is_column_numbers(cells) is counts


def test_a_small_table_of_numbers_keeps_its_first_row() -> None:
    assert [row.cells for row in csv("a,b,c\n1,2,3\n4,5,6\n").rows] == [("1", "2", "3"), ("4", "5", "6")]


@pytest.mark.parametrize(
    "text",
    ["1,Talud,5000000\n2,Jalan,7000000\n3,Pos,9000000\n", "33.05.01,Ayah\n33.05.02,Buayan\n33.05.03,Puring\n"],
)
def test_without_a_header_every_row_is_data(text: str) -> None:
    table = csv(text)
    assert table.header[:2] == ("Kolom 1", "Kolom 2")
    assert table.facts.header_rows == ()
    assert len(table.rows) == 3


def test_blank_and_double_names_become_unique() -> None:
    assert csv("Nama,,Nama,Desa\na,b,c,d\n").header == ("Nama", "Kolom 2", "Nama (2)", "Desa")


def test_a_table_of_texts_only_has_its_first_row_as_header() -> None:
    assert csv("Nama;Jabatan\nCamat Ayah;Ketua\nLurah Panjer;Anggota\n").header == ("Nama", "Jabatan")


def test_every_sheet_is_a_table() -> None:
    tables = read_tables(FILES["lembar lain"])
    assert [(table.facts.sheet, table.facts.hidden) for table in tables] == [
        ("Sampul", False), ("Daftar", False), ("Pilihan", True),
    ]  # fmt: skip
    assert read_table(FILES["lembar lain"]).facts.sheet == "Daftar"
