"""A column is decided on as a whole; what it leaves open is said and not guessed; nothing of the file is lost."""

from __future__ import annotations

from datetime import date, time

import pytest

from selaras.engines.tabular import Column, Description, UnknownSheet, cell_address, describe
from tests.torture.files import workbook


def told_of(name: str, values: list[str]) -> Description:
    rows = "".join(f"Desa {letter};{value}\n" for letter, value in zip("ABCDEFGHIJ", values, strict=False))
    return describe(f"Desa;{name}\n{rows}".encode())


def column_of(name: str, values: list[str]) -> Column:
    return told_of(name, values).table.columns[1]


DECISIONS = [
    ("Jumlah", ["1", "25", "0", "-7"], "integer", "1234"),
    ("Jumlah", ["2014.0", "3266.0", "1.0"], "integer", "1234.0"),
    ("Jumlah", ["1.234.567", "5.000", "12"], "integer", "1.234"),
    ("Jumlah", ["1,234,567", "5,000", "12"], "integer", "1,234"),
    ("Jumlah", ["1 234 567", "5 000", "12"], "integer", "1 234"),
    ("Luas", ["1.234,5", "7,25"], "decimal", "1.234,5"),
    ("Luas", ["1.515", "2.25", "0.007"], "decimal", "1234.5"),
    ("Luas", ["1.515", "2,25"], "decimal", "1.234,5"),
    ("Luas", [".241", ".5"], "decimal", "1234.5"),
    ("Luas", ["1.515", "2.250"], "number", "1.234 (ribuan atau desimal)"),
    ("Luas", ["1,5", "2.5", "7"], "decimal", "1.234,5 dan 1,234.5"),
    ("Pagu", ["Rp 5.000", "Rp 12.000"], "money", "1.234"),
    ("Pagu (Rp)", ["5.000", "12.000"], "money", "1.234"),
    ("Pagu", ["Rp. 150.000.000,-", "Rp 7.500,00"], "money", "1.234"),
    ("Capaian", ["12,5%", "100 %"], "percentage", "1234,5"),
    ("persentase_miskin", ["15.32", "8.83"], "percentage", "1234.5"),
    ("Tahun", ["2019", "2020"], "year", "1234"),
    ("Tahun", ["2019.0", "2020.0"], "year", "1234.0"),
    ("Tanggal", ["2020-02-11", "2020-02-12"], "date", "YYYY-MM-DD"),
    ("Tanggal", ["11/02/2020", "29/02/2020"], "date", "DD/MM/YYYY"),
    ("Tanggal", ["1/1/2013", "12/29/2013"], "date", "MM/DD/YYYY"),
    ("Tanggal", ["11/02/2020", "05/06/2020"], "date", "DD/MM/YYYY atau MM/DD/YYYY"),
    ("Tanggal", ["11 Februari 2020", "5 Nopember 2020"], "date", "D MMMM YYYY"),
    ("Tanggal", ["2020-02-11T07:00:00", "2020-02-12T08:30:00Z"], "date", "YYYY-MM-DD hh:mm"),
    ("Jam", ["07:30", "8:05:10"], "time", ""),
    ("Ada sinyal", ["Ya", "tidak", "Ya"], "boolean", ""),
    ("Ada sinyal", ["TRUE", "FALSE"], "boolean", ""),
    ("kode_provinsi", ["33", "34"], "code", ""),
    ("Wilayah", ["33.05.01", "33.05.02"], "code", ""),
    ("Wilayah", ["11", "11.01", "11.01.01", "11.01.01.2001"], "code", ""),
    ("RT", ["001", "002"], "code", ""),
    ("Penerima", ["3305010101900001", "3305010101900002"], "code", ""),
    ("Keterangan", ["rusak", "baik 2"], "text", ""),
    ("Golongan", ["200 000 - 299 999", "> 1 500 000.13"], "text", ""),
    ("Keterangan", ["", ""], "empty", ""),
    ("Keterangan", ["-", "..."], "empty", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "kind", "form"), DECISIONS)
def test_one_decision_a_column(name: str, values: list[str], kind: str, form: str) -> None:
    column = column_of(name, values)
    assert (column.type, column.form) == (kind, form)


@pytest.mark.parametrize(
    ("name", "values", "topic", "word"),
    [
        ("Luas", ["1.515", "2.250"], "number", "ribuan atau desimal"),
        ("Luas", ["1,5", "2.5", "7"], "number", "memakai koma sebagai desimal"),
        ("Penerima", ["3,30501E+15", "3,30502E+15"], "number", "Excel"),
        ("Tanggal", ["11/02/2020", "05/06/2020"], "date", "hari dan bulan tidak dapat dibedakan"),
        ("Tanggal", ["29/02/2020", "02/29/2020"], "date", "sebagian bulan"),
        ("Jumlah", ["1", "2", "3", "4", "banyak"], "type", "B6: “banyak”"),
        ("Jumlah", ["1", "2", "banyak", "sedikit"], "type", "2 dari 4 isian adalah angka"),
    ],
)
def test_what_a_column_leaves_open_is_said(name: str, values: list[str], topic: str, word: str) -> None:
    (doubt,) = told_of(name, values).table.doubts
    assert (doubt.topic, doubt.column) == (topic, "B")
    assert word in doubt.sentence


@pytest.mark.parametrize(("name", "values", "kind", "form"), DECISIONS)
def test_a_column_of_one_form_raises_no_doubt(name: str, values: list[str], kind: str, form: str) -> None:
    if kind != "number" and "atau" not in form and " dan " not in form:
        assert told_of(name, values).table.doubts == ()


def test_marks_for_nothing_are_counted_and_are_no_values() -> None:
    column = column_of("Jumlah", ["1", "-", "NA", "n/a", "", "2"])
    assert (column.type, column.missing, column.filled, column.empty) == ("integer", {"-": 1, "NA": 1, "n/a": 1}, 5, 1)


def test_a_word_in_a_column_of_words_is_not_taken_for_nothing() -> None:
    assert column_of("Provinsi", ["NA", "BO", "NA", "-"]).missing == {"-": 1}


@pytest.mark.parametrize(
    ("name", "unit"),
    [("Luas (KM2)", "KM2"), ("Panjang [m]", "m"), ("Pagu dalam juta rupiah", "juta rupiah"), ("Nilai (2)", ""),
     ("Kepadatan (jiwa/km2)", "jiwa/km2"), ("Usulan (lama)", "")],
)  # fmt: skip
def test_a_unit_stands_in_the_name(name: str, unit: str) -> None:
    assert column_of(name, ["1", "2"]).unit == unit


def test_a_workbook_tells_its_types_itself() -> None:
    def fill(sheet: object) -> None:
        sheet.append(["Desa", "Luas", "Tanggal", "Jam", "Aktif", "Kode"])  # type: ignore[attr-defined]
        for name in ("Ayah", "Srati"):
            sheet.append([name, 1.515, date(2020, 2, 11), time(7, 30), True, "001"])  # type: ignore[attr-defined]

    columns = describe(workbook(fill)).table.columns
    assert [column.type for column in columns] == ["text", "decimal", "date", "time", "boolean", "code"]
    assert [column.form for column in columns[1:3]] == ["angka Excel", "tanggal Excel"]


HEADERS = [
    ("A;B\nx;y\nz;w\n", True), ("Ben;Ben Parker\nDave;David A\nAndy;Andy H\n", True), ("a;b;c\n", True),
    ("col1;col2\ncol1;col2\n", True), ("Desa;Jumlah\nAyah;1\nSrati;2\n", False), ("xx;yy\nAyah;1\nSrati;2\n", False),
    ("first_name;last_name\nA;B\nC;D\n", False), ("Ben;value1\nAndy;value2\nAndy;value3\n", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doubted"), HEADERS)
def test_a_header_that_nothing_confirms_is_doubted(text: str, doubted: bool) -> None:
    assert ("header" in {doubt.topic for doubt in describe(text.encode()).table.doubts}) == doubted


def test_rows_of_another_width_are_told() -> None:
    table = describe(b"id,nama,umur\n1,Ayah,3\n2,Srati\n3,Pasir,4,5\n").table
    assert (table.rows, table.ragged, len(table.columns)) == (3, (3, 4), 3)


def test_columns_that_the_header_opens_and_nobody_fills_are_kept() -> None:
    columns = describe(b"Desa;Jumlah;;\nAyah;1;;\n").table.columns
    assert [(column.letter, column.name, column.type) for column in columns[2:]] == [
        ("C", "Kolom 3", "empty"), ("D", "Kolom 4", "empty"),
    ]  # fmt: skip


def test_every_row_of_the_file_is_told_once() -> None:
    table = describe(
        b"REKAP (contoh)\n\nDesa;Jumlah;Luas\nAyah;1;2\n;Jumlah;3\nDesa;Jumlah;Luas\n# ubah\nSrati;2;3\n"
        b";;\nSumber: contoh;;\n"
    ).table
    assert table.skipped == {
        "title": (1,), "blank": (2, 9), "total": (5,), "repeated_header": (6,), "comment": (7,), "footer": (10,),
    }  # fmt: skip
    assert (table.header_rows, table.rows, table.first_row, table.last_row) == ((3,), 2, 4, 8)


def test_a_sheet_can_be_asked_for_by_name_and_must_exist() -> None:
    content = workbook(lambda sheet: [sheet.append(["Desa", "Jumlah"]), sheet.append(["Ayah", 1])])
    name = describe(content).table.name
    assert describe(content, sheet=name).reason == "lembar yang diminta"
    with pytest.raises(UnknownSheet, match=name):
        describe(content, sheet="Tiada")


def test_a_value_has_an_address() -> None:
    column = column_of("Jumlah", ["1", "2", "3", "4", "banyak"])
    assert column.odd[0].cell == cell_address(6, 1) == "B6"
