"""Blank rows, totals, sections, repeated headers and signatures are no data, and say why; real rows stay."""

from __future__ import annotations

import pytest

from selaras.engines.tabular import read_table
from tests.torture.files import all_files

FILES = {file.name: file.content for file in all_files()}
HEAD = "No;Usulan;Desa;Biaya\n1;Talud;Srati;5.000.000\n2;Jalan;Srati;7.000.000\n"


def reasons(rest: str) -> dict[str, int]:
    return read_table((HEAD + rest).encode()).skipped_by_reason


@pytest.mark.parametrize(
    "row",
    [";Jumlah;;12.000.000", ";TOTAL;;12.000.000", "Sub Total;;;12.000.000", ";;Jumlah Total;12000000",
     "Grand Total :;;;1", ";Jumlah I;;12.000.000", ";Jumlah Kecamatan Ayah;;12.000.000", "Total;;;"],
)  # fmt: skip
def test_a_total_is_no_proposal(row: str) -> None:
    assert reasons(row + "\n") == {"header": 1, "total": 1}


@pytest.mark.parametrize(
    "row",
    [
        "3;Jumlah lampu ditambah;Srati;5.000.000",
        "3;Total rehab balai desa;Srati;5.000.000",
        ";Totalitas pelayanan;Srati;1",
    ],
)
def test_a_proposal_that_begins_with_such_a_word_is_one(row: str) -> None:
    assert reasons(row + "\n") == {"header": 1}


def test_an_indicator_that_begins_with_jumlah_is_data() -> None:
    table = read_table(b"indikator;target\nJumlah dokumen;12\nJumlah laporan;3\nPersentase layanan;90\n")
    assert len(table.rows) == 3


def test_signatures_below_the_table_are_a_footer() -> None:
    footer = ";;;\n;;Ayah, 11 Februari 2020;\n;;Camat Ayah;\n;;;\n;;(contoh);\n;;NIP. -;\n"
    assert reasons(footer) == {"header": 1, "blank": 2, "footer": 4}


def test_a_source_line_below_the_table_is_a_footer() -> None:
    assert reasons("Sumber: Bappeda;;;\n") == {"header": 1, "footer": 1}


def test_a_last_proposal_with_only_a_title_is_data() -> None:
    table = read_table((HEAD + ";Pos ronda;;\n").encode())
    assert table.rows[-1].cells == ("", "Pos ronda", "", "")


def test_a_repeated_header_is_no_data() -> None:
    assert reasons("No;Usulan;Desa;Biaya\n3;Pos;Srati;1\n") == {"header": 1, "repeated_header": 1}


def test_a_section_is_remembered_by_the_rows_below_it() -> None:
    table = read_table(FILES["bagian dan subtotal"])
    assert [row.section for row in table.rows] == ["Kecamatan Ayah"] * 2 + ["Kecamatan Buayan"] * 2
    assert table.skipped_by_reason == {"header": 1, "section": 2, "total": 3}


def test_a_value_merged_downwards_holds_for_all_its_rows() -> None:
    rows = read_table(FILES["gabungan ke bawah"]).rows
    assert [row.cells[1:3] for row in rows] == [("Ayah", "Srati"), ("Ayah", "Srati"), ("Ayah", "Jatijajar")]


def test_typed_cells_keep_their_type() -> None:
    cells = read_table(FILES["sel bertipe"]).rows[0].cells
    assert cells[:5] == (1, "Rabat beton", "Srati", 120.5, 150_000_000)
    assert str(cells[5]) == "2020-02-11"


def test_a_row_with_more_cells_is_kept_whole() -> None:
    table = read_table((HEAD + "3;Pos; ronda;Srati;5;6\n").encode())
    assert table.header == ("No", "Usulan", "Desa", "Biaya")
    assert len(table.rows[-1].cells) == 6
