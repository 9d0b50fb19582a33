"""A workbook against its standard: typed cells are read as their column writes them; the copy tells what is wrong."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl

from selaras.engines.tabular import Table, read_table
from selaras.engines.tabular.standard import Report, TableSource, annotated_table, check_table, read_standard
from tests.engines.tabular.standard.tables import faults, messages

SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "Desa"},
        {"name": "Luas", "type": "number", "constraints": {"maximum": 100}},
        {"name": "Mulai", "type": "date", "format": "%d/%m/%Y"},
        {"name": "Jiwa", "type": "integer", "sdi:severity": "warning", "constraints": {"minimum": 0}},
    ]
}


def workbook(*rows: tuple[Any, ...]) -> Table:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("DATA DESA",), ("Desa", "Luas", "Mulai", "Jiwa"), *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return read_table(out.getvalue())


def checked(table: Table) -> Report:
    return check_table(read_standard(SCHEMA), TableSource(table))


ROWS = (
    ("Srati", 1.515, date(2020, 2, 11), 1250),
    ("Ayah", "12,5", "11/02/2020", "1.250"),
    ("Argosari", 1515.0, "2020-02-11", -3),
    ("Jumlah", 1529.0, None, 2497),
)


def test_a_number_that_the_workbook_typed_is_not_read_as_thousands() -> None:
    report = checked(workbook(*ROWS))
    assert report.numerals["Luas"].decimal == ","
    assert faults(report) == [(5, "Luas", "maximum"), (5, "Mulai", "type"), (5, "Jiwa", "minimum")]
    assert messages(report)[0] == 'Baris 5, kolom Luas: "1515" lebih dari 100. Periksa lagi; paling banyak 100.'


def test_the_copy_keeps_every_row_and_says_what_is_wrong_with_it() -> None:
    table = workbook(*ROWS)
    book = openpyxl.load_workbook(io.BytesIO(annotated_table(table, checked(table))))
    sheet, summary = book["Tabel"], book["Ringkasan pemeriksaan"]
    verdicts = [sheet.cell(row, 5).value for row in range(1, 7)]
    assert verdicts == [
        "judul di atas tabel", "Hasil pemeriksaan", "Sesuai standar", "Sesuai standar", "Belum sesuai standar",
        "baris jumlah",
    ]  # fmt: skip
    assert [sheet.cell(3, column).value for column in range(1, 5)] == ["Srati", 1.515, "2020-02-11", 1250]
    assert sheet.cell(5, 6).value.count("\n") == 2
    colours = [sheet.cell(5, column).fill.fgColor.rgb for column in range(1, 5)]
    assert colours == ["00000000", "FFFFC7CE", "FFFFC7CE", "FFFFEB9C"]
    assert sheet.cell(5, 2).comment.text.startswith("Baris 5, kolom Luas")
    assert (summary.cell(1, 2).value, summary.cell(2, 2).value) == (3, 3)


def test_a_row_with_nothing_but_a_warning_is_in_order_with_a_question() -> None:
    table = workbook(("Srati", 1, None, -1))
    sheet = openpyxl.load_workbook(io.BytesIO(annotated_table(table, checked(table))))["Tabel"]
    assert sheet.cell(3, 5).value == "Sesuai standar, mohon periksa"


def test_a_text_that_a_spreadsheet_would_run_is_harmless_in_the_copy() -> None:
    table = read_table(b"Desa;Luas;Mulai;Jiwa\n=HYPERLINK(1);1;;1\nAyah;2;;2\n")
    sheet = openpyxl.load_workbook(io.BytesIO(annotated_table(table, checked(table))))["Tabel"]
    assert sheet.cell(2, 1).value == "'=HYPERLINK(1)"
