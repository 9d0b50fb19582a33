"""The sender's own workbook with remarks: each at the cell it is about; mended and sent back, it is the table alone."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from selaras.engines.tabular import read_table
from selaras.engines.tabular.standard import (
    TableSource,
    annotated_file,
    annotated_table,
    check_table,
    fit_header,
    open_source,
    read_standard,
)

SCHEMA: dict[str, Any] = {
    "fields": [{"name": "desa"}, *({"name": one, "type": "integer"} for one in ("laki", "perempuan"))],
}
FIT = {"Desa": "desa", "Penduduk / Laki-laki": "laki", "Penduduk / Perempuan": "perempuan"}


def messy() -> bytes:
    """A title block, a header over two merged lines, a row of sums, a wrong cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [
        ["PENDUDUK MENURUT DESA (CONTOH)"], [], ["Desa", "Penduduk", None], [None, "Laki-laki", "Perempuan"],
        ["Ayah", "1.250", "1.300"], ["Srati", "900", "sembilan ratus"], ["Jumlah", "2.150", "1.300"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True)
    for merged in ("A1:C1", "A3:A4", "B3:C3"):
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def remarked(content: bytes, name: str = "x.xlsx") -> bytes:
    source = open_source(io.BytesIO(content), name)
    assert isinstance(source, TableSource)
    standard = read_standard(SCHEMA)
    report = check_table(standard, source, fit=fit_header(source.header, standard, FIT))
    return annotated_file(content, source.table, report)


def sheet_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_a_remark_stands_at_the_cell_of_the_sender_and_the_layout_stays() -> None:
    sheet = sheet_of(remarked(messy()))
    assert [str(one) for one in sheet.merged_cells.ranges] == [
        str(one) for one in sheet_of(messy()).merged_cells.ranges
    ]
    assert sheet["A1"].font.bold
    assert sheet["C6"].fill.fgColor.rgb == "00FFC7CE"
    assert sheet["C6"].comment.text.startswith("Baris 6, kolom Penduduk / Perempuan")
    assert [sheet.cell(row, 4).value for row in range(4, 8)] == [
        "Hasil pemeriksaan", "Sesuai standar", "Belum sesuai standar", None,
    ]  # fmt: skip


def test_a_header_at_fault_is_told_on_a_sheet_of_its_own() -> None:
    table = read_table(messy())
    report = check_table(read_standard(SCHEMA), TableSource(table))
    told = openpyxl.load_workbook(io.BytesIO(annotated_file(messy(), table, report)))["Ringkasan pemeriksaan"]
    assert "Kolom laki tidak ada. Tambahkan kolom itu, atau samakan namanya." in [row[0].value for row in told.rows]


def test_read_again_the_remarks_are_no_part_of_the_table() -> None:
    before, after = read_table(messy()), read_table(remarked(messy()))
    assert after.header == before.header
    assert [row.cells[:3] for row in after.rows] == [row.cells for row in before.rows]
    assert after.skipped_by_reason["total"] == 1


def test_mended_and_checked_again_the_old_remarks_are_gone() -> None:
    book = openpyxl.load_workbook(io.BytesIO(remarked(messy())))
    book.worksheets[0]["C6"] = 890
    out = io.BytesIO()
    book.save(out)
    sheet = sheet_of(remarked(out.getvalue()))
    assert sheet["C6"].comment is None
    assert [sheet.cell(6, at).value for at in (4, 5, 6)] == ["Sesuai standar", None, None]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_copy_written_anew_is_read_back_as_the_table_too(delimiter: str) -> None:
    rows = ["desa|laki|perempuan", "Ayah|1|x", "Srati|y|z", "Jumlah|1|2"]
    content = "\n".join(row.replace("|", delimiter) for row in rows).encode()
    table = read_table(content)
    report = check_table(read_standard(SCHEMA), TableSource(table))
    again = read_table(annotated_table(table, report))
    assert again.header == ("desa", "laki", "perempuan")
    assert [row.cells[:3] for row in again.rows] == [row.cells for row in table.rows]


def test_a_copy_that_was_saved_as_csv_has_no_ragged_rows() -> None:
    header = "desa,laki,perempuan,Hasil pemeriksaan,Keterangan pemeriksaan"
    source = open_source(io.BytesIO(f"{header}\nAyah,1,2,Sesuai standar,\n".encode()), "x.csv")
    assert check_table(read_standard(SCHEMA), source).valid
