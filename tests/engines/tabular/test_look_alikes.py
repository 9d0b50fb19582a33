"""Invented files of the kinds that offices send and that mislead a reader: read right, or said to be in doubt."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.engines.tabular import Description, NotATable, describe, read_table
from tests.torture.files import workbook

TABLES: list[tuple[str, bytes, tuple[int, ...], int, tuple[str, ...]]] = [
    ("names over two lines without merges",
     b"No;Kecamatan;Penduduk;;;Luas\n;;L;P;Jumlah;\n1;Ayah;5;6;11;7,5\n2;Buayan;5;6;11;8,5\n", (1, 2), 2,
     ("No", "Kecamatan", "Penduduk / L", "Penduduk / P", "Penduduk / Jumlah", "Luas")),
    ("groups above whole names",
     b";;Penduduk;;;Luas\nNo;Kecamatan;L;P;Jumlah;km2\n1;Ayah;5;6;11;7,5\n2;Buayan;5;6;11;8,5\n", (1, 2), 2,
     ("No", "Kecamatan", "Penduduk / L", "Penduduk / P", "Penduduk / Jumlah", "Luas / km2")),
    ("years under a group",
     b"Kemiskinan (contoh);;\nKabupaten/Kota;Tahun;\n;2018;2019\nKebumen;17,47;16,82\nCilacap;11,25;10,73\n", (2, 3), 2,
     ("Kabupaten/Kota", "Tahun / 2018", "Tahun / 2019")),
    ("months as numbers", b"Kecamatan;1;2;3\nAyah;5;6;7\nBuayan;5;6;7\n", (1,), 2, ("Kecamatan", "1", "2", "3")),
    ("numbers above truths", b"id,1007,1008\na,TRUE,FALSE\nb,TRUE,TRUE\n", (1,), 2, ("id", "1007", "1008")),
    ("no header", b"1;Ayah;33.05.01\n2;Buayan;33.05.02\n3;Puring;33.05.03\n", (), 3, ("Kolom 1", "Kolom 2", "Kolom 3")),
    ("no header, names that count", b"Ben,value1\nAndy,value2\nAndy,value3\n", (), 3, ("Kolom 1", "Kolom 2")),
    ("names and values in a block above",
     b"Kabupaten;Contoh;;\nTahun;2019;;\n;;;\nNo;Kecamatan;L;P\n1;Ayah;5;6\n2;Buayan;7;8\n", (4,), 2,
     ("No", "Kecamatan", "L", "P")),
    ("a header and nothing else but itself", b"col1,col2\ncol1,col2\n", (1,), 1, ("col1", "col2")),
    ("a rule of dashes", b"| No | Nama |\n|----|------|\n| 1 | Ayah |\n| 2 | Buayan |\n", (1,), 2,
     ("Kolom 1", "No", "Nama", "Kolom 4")),
    ("the mark of an old programme at the end", b"No,Nama\n1,Ayah\n2,Buayan\n\x1a", (1,), 2, ("No", "Nama")),
    ("blank lines above", b"\n\nKec;Luas\nAyah;5\nBuayan;6\n", (3,), 2, ("Kec", "Luas")),
]  # fmt: skip


@pytest.mark.parametrize(("content", "header", "rows", "names"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_it_is_read_right(content: bytes, header: tuple[int, ...], rows: int, names: tuple[str, ...]) -> None:
    table = describe(content).table
    assert (table.header_rows, table.rows) == (header, rows)
    assert tuple(column.name for column in table.columns) == names


def topics(told: Description) -> set[str]:
    return {doubt.topic for doubt in told.table.doubts}


CJK, MAC = "id,名称\n1,北京市\n2,上海市\n", "id,nom\n1,André\n2,Zoë\n"
DOUBTED = [
    ("Chinese", CJK.encode("gbk"), "letters"),
    ("Japanese", "id,名前\n1,東京都\n2,大阪府\n".encode("shift-jis"), "letters"),
    ("an old Macintosh", MAC.encode("mac-roman"), "letters"),
    ("blanks as delimiter", b"No   Nama      Jumlah\n1    Ayah      50\n2    Buayan    60\n", "delimiter"),
    ("a colon as delimiter", b"No:Nama\n1:Ayah\n2:Buayan\n", "delimiter"),
    ("a total without the word", b"Kec;L;P\nAyah;5;6\nBuayan;7;8\nKabupaten Contoh;12;14\n", "total"),
    ("a total first", b"Kec;L;P\nKabupaten Contoh;12;14,5\nAyah;5;6\nBuayan;7;8,5\n", "total"),
    ("two tables", b"Desa;Jumlah\nA;1\nB;2\n;\nKecamatan;Luas;Ket\nX;3;b\nY;4;c\n", "header"),
]


@pytest.mark.parametrize(("content", "topic"), [case[1:] for case in DOUBTED], ids=[case[0] for case in DOUBTED])
def test_what_cannot_be_told_is_said(content: bytes, topic: str) -> None:
    assert topic in topics(describe(content))


@pytest.mark.parametrize(
    "content",
    [MAC.encode("cp1252"), MAC.encode(), "id,nama\n1,“Ayah”\n2,Jum’at – 10° C\n".encode("cp1252"), CJK.encode(),
     b"Kec;L;P\nAyah;5;6\nBuayan;7;8\nPuring;9;10\n", b"Waktu\n07:30\n08:15\n"],
)  # fmt: skip
def test_what_is_plain_raises_no_doubt(content: bytes) -> None:
    assert topics(describe(content)) == set()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("id,όνομα\n1,Αθήνα\n2,Πάτρα\n", "iso-8859-7"), ("id,имя\n1,Москва\n2,Казань\n", "windows-1251")],
)
def test_another_alphabet_is_told_by_its_words(text: str, encoding: str) -> None:
    told = describe(text.encode(encoding))
    assert told.encoding == encoding
    assert told.table.columns[1].name == text.split("\n")[0].partition(",")[2]


def test_rows_caught_by_a_quote_that_never_closes_are_set_free() -> None:
    rows = [f"{number};Nama {number};33.05.01;{number}" for number in range(40)]
    rows[10] = '10;"Nama 10;33.05.01;10'
    rows[20] = '20;"Nama" 20;33.05.01;20'
    told = describe(("kode;nama;wilayah;jumlah\n" + "\n".join(rows) + "\n").encode())
    assert told.table.rows == 40
    assert topics(told) == {"reading"}


@pytest.mark.parametrize("cell", ["satu; dua;\ntiga; empat; lima;\nenam", "satu; dua\ntiga; empat; lima"])
def test_a_text_of_several_lines_in_one_cell_stays_one_row(cell: str) -> None:
    told = describe(f'no;nama;ket;jml\n1;Ayah;"{cell}";5\n2;Buayan;x;6\n3;Puring;y;7\n'.encode())
    assert (told.table.rows, topics(told)) == (3, set())


def test_names_after_a_code_are_no_dates() -> None:
    rows = "".join(f"1.01.0{number} PROGRAM PENUNJANG;{number}\n" for number in range(1, 6))
    assert describe(f"program;jumlah\n{rows}".encode()).table.columns[0].type == "text"


@pytest.mark.parametrize(
    ("content", "word"),
    [(b'[{"kode": 1}]', "JSON"), (b"-- data\nINSERT INTO a(b) VALUES (1);\n", "SQL"),
     (b"version 1.0\n@totalColumns 2\nnama:\n", "skema"), (b"# Judul\n\n| a | b |\n|---|---|\n", "Markdown")],
)  # fmt: skip
def test_data_that_is_no_table_is_named(content: bytes, word: str) -> None:
    with pytest.raises(NotATable, match=word):
        describe(content)


def test_a_comment_above_a_table_is_no_page_of_notes() -> None:
    assert describe(b"# catatan\nid,nama\n1,Ayah\n").table.header_rows == (2,)


def yearbook(sheet: Any) -> None:
    """A table of a statistical yearbook (invented): titles, merged names, column numbers, total, source, signature."""
    sheet.title = "Tabel 3.1"
    sheet["A1"], sheet["A2"] = "Tabel 3.1 Penduduk Menurut Kecamatan (contoh)", "Kabupaten Contoh, 2019"
    names = {"A4": "No", "B4": "Kecamatan", "C4": "Penduduk (jiwa)", "F4": "Luas\n(km²)"}
    for cell, name in {**names, "C5": "Laki-laki", "D5": "Perempuan", "E5": "Jumlah"}.items():
        sheet[cell] = name
    for merged in ("A1:F1", "A2:F2", "A4:A5", "B4:B5", "C4:E4", "F4:F5", "A12:B12"):
        sheet.merge_cells(merged)
    for column in range(1, 7):
        sheet.cell(6, column, f"({column})")
    for row in range(5):
        for column, value in enumerate(
            (row + 1, f"Kec {row}", 100 + row, 200 + row, 300 + 2 * row, 10.5 + row), start=1
        ):
            sheet.cell(7 + row, column, value)
    for cell, value in {"A12": "Jumlah", "C12": 510, "A14": "Sumber : Dinas Contoh", "E16": "Kepala Dinas"}.items():
        sheet[cell] = value
    notes = sheet.parent.create_sheet("Metadata")
    for line in range(30):
        notes.append([f"Isian {line}", "penjelasan"])


def test_a_page_of_a_yearbook_is_read_and_not_its_longer_sheet_of_notes() -> None:
    told = describe(workbook(yearbook))
    table = told.table
    assert (table.name, table.header_rows, table.rows, table.first_row, table.last_row) == (
        "Tabel 3.1",
        (4, 5),
        5,
        7,
        11,
    )
    assert [(column.name, column.unit) for column in table.columns[2:]] == [
        ("Penduduk (jiwa) / Laki-laki", "jiwa"), ("Penduduk (jiwa) / Perempuan", "jiwa"),
        ("Penduduk (jiwa) / Jumlah", "jiwa"), ("Luas (km²)", "km²"),
    ]  # fmt: skip
    assert {reason: len(rows) for reason, rows in table.skipped.items()} == {
        "title": 2, "blank": 3, "column_numbers": 1, "total": 1, "footer": 2,
    }  # fmt: skip
    assert topics(told) == {"sheet"}
    assert len(read_table(workbook(yearbook)).rows) == 5


def test_tables_side_by_side_are_doubted() -> None:
    rows = [["Kec", "L", None, "Desa", "Luas"], ["Ayah", 1, None, "Srati", 1.5], ["Buayan", 2, None, "Pasir", 2.5]]
    told = describe(workbook(lambda sheet: [sheet.append(row) for row in rows]))
    (doubt,) = told.table.doubts
    assert (doubt.topic, doubt.column) == ("header", "C")


def test_formulas_that_were_never_computed_are_told() -> None:
    told = describe(workbook(lambda sheet: [sheet.append(["Desa", "Jumlah"]), sheet.append(["Ayah", "=1+1"])]))
    assert [doubt.sentence[:40] for doubt in told.table.doubts] == ["1 sel berisi rumus yang belum pernah dih"]
