"""Every rule of Table Schema: the cells that keep it, the cells that break it, and what the sender is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engines.tabular.standard.tables import checked, faults, messages

Field = dict[str, Any]
RULES: list[tuple[str, Field, list[str], dict[str, str]]] = [
    ("required", {"constraints": {"required": True}}, ["a", "0"], {"": "kosong. Isi kolom ini."}),
    (
        "required",
        {"constraints": {"required": True}, "missingValues": ["-", "n/a"]},
        ["--"],
        {"-": '"-" berarti kosong. Isi kolom ini.', "n/a": '"n/a" berarti kosong. Isi kolom ini.'},
    ),
    (
        "type",
        {"type": "integer"},
        ["12", "-3", "+7", "1.250", " 9 "],
        {"x": '"x" bukan bilangan bulat. Tulis satu bilangan saja, misalnya 120.', "1,5": ""},
    ),
    (
        "type",
        {"type": "number", "decimalChar": ",", "groupChar": "."},
        ["1.234.567,89", "0,5", "17"],
        {
            "1.5": '"1.5" bukan angka menurut bentuk kolom ini. Tulis satu angka saja, misalnya 120.',
            "nan": "",
            "12 ekor": "",
        },
    ),
    (
        "type",
        {"type": "number", "bareNumber": False, "decimalChar": ",", "groupChar": "."},
        ["Rp 1.500", "95%"],
        {"Rp": ""},
    ),
    ("type", {"type": "number", "decimalChar": "."}, ["1.5", "1e3", ".5"], {"1,5": "", "inf": ""}),
    (
        "type",
        {"type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"]},
        ["ya", "tidak"],
        {"mungkin": '"mungkin" bukan ya atau tidak. Tulis ya atau tidak.', "true": ""},
    ),
    (
        "type",
        {"type": "date"},
        ["2020-02-29"],
        {"2021-02-29": '"2021-02-29" bukan tanggal. Tulis tahun-bulan-hari, misalnya 2020-02-11.', "11/02/2020": ""},
    ),
    ("type", {"type": "date", "format": "any"}, ["11 Februari 2020", "11/02/2020", "2020-02-11"], {"kemarin": ""}),
    (
        "type",
        {"type": "date", "format": "%d/%m/%Y"},
        ["11/02/2020", "1/2/2020"],
        {"2020-02-11": '"2020-02-11" bukan tanggal dengan bentuk %d/%m/%Y. Samakan bentuknya.', "11/02/20": ""},
    ),
    ("type", {"type": "datetime"}, ["2020-02-11T09:30:00"], {"jam 9": ""}),
    ("type", {"type": "year"}, ["2020"], {"20": '"20" bukan tahun. Tulis empat angka, misalnya 2020.'}),
    ("type", {"type": "yearmonth"}, ["2020-02"], {"2020-13": ""}),
    (
        "minimum",
        {"type": "integer", "constraints": {"minimum": 2000}},
        ["2000"],
        {"1999": '"1999" kurang dari 2000. Periksa lagi; paling sedikit 2000.'},
    ),
    (
        "maximum",
        {"type": "integer", "constraints": {"maximum": 150000}},
        ["150000"],
        {"150001": '"150001" lebih dari 150.000. Periksa lagi; paling banyak 150.000.'},
    ),
    ("minimum", {"type": "date", "constraints": {"minimum": "2020-01-01"}}, ["2020-01-01"], {"2019-12-31": ""}),
    (
        "exclusiveMinimum",
        {"type": "number", "decimalChar": ".", "constraints": {"exclusiveMinimum": 0.5}},
        ["0.6"],
        {"0.5": '"0.5" tidak lebih dari 0,5. Periksa lagi; harus lebih dari 0,5.'},
    ),
    (
        "exclusiveMaximum",
        {"type": "integer", "constraints": {"exclusiveMaximum": 100}},
        ["99"],
        {"100": '"100" tidak kurang dari 100. Periksa lagi; harus kurang dari 100.'},
    ),
    (
        "minLength",
        {"constraints": {"minLength": 3}},
        ["abc", "ééé"],
        {"ab": '"ab" terlalu pendek (2 huruf). Tulis paling sedikit 3 huruf.'},
    ),
    (
        "maxLength",
        {"constraints": {"maxLength": 3}},
        ["abc", "ééé", " abc "],
        {"abcd": '"abcd" terlalu panjang (4 huruf). Tulis paling banyak 3 huruf.'},
    ),
    (
        "pattern",
        {"constraints": {"pattern": "[0-9]{2}|x"}},
        ["12", "x"],
        {"123": '"123" tidak menurut bentuk [0-9]{2}|x. Samakan bentuknya.', "12x": ""},
    ),
    (
        "enum",
        {"constraints": {"enum": ["tetap", "pindah"]}},
        ["tetap", " pindah"],
        {"Tetap": '"Tetap" bukan salah satu pilihan. Pilih: tetap, pindah.'},
    ),
    ("enum", {"type": "integer", "constraints": {"enum": [1, 2]}}, ["1", "02"], {"3": ""}),
    (
        "unique",
        {"constraints": {"unique": True}},
        ["a", "b"],
        {"a ": '"a" sudah ada di baris 2. Hapus salah satu atau perbaiki nilainya.'},
    ),
]


@pytest.mark.parametrize(
    ("rule", "field", "right", "wrong"), RULES, ids=[f"{n}-{rule[0]}" for n, rule in enumerate(RULES)]
)
def test_a_rule_finds_the_cells_that_break_it(rule: str, field: Field, right: list[str], wrong: dict[str, str]) -> None:
    """A second column keeps a row with an empty first cell from being a blank one."""
    schema = {"fields": [{"name": "isi", **field}, {"name": "lain"}]}
    cells = [*right, *wrong]
    report = checked(schema, "isi;lain\n" + "".join(f"{cell};z\n" for cell in cells))
    start = 2 + len(right)
    assert faults(report) == [(row, "isi", rule) for row in range(start, start + len(wrong))]
    for said, expected, row in zip(messages(report), wrong.values(), range(start, start + len(wrong)), strict=True):
        assert (
            said == f"Baris {row}, kolom isi: {expected}" if expected else said.startswith(f"Baris {row}, kolom isi: ")
        )


def test_a_cell_that_is_no_number_hides_no_range_fault_of_another() -> None:
    schema = {
        "fields": [{"name": "jiwa", "type": "integer", "constraints": {"minimum": 0, "maximum": 10}}, {"name": "b"}]
    }
    report = checked(schema, "jiwa;b\nbanyak;1\n-1;1\n11;1\n5;1\n")
    assert faults(report) == [(2, "jiwa", "type"), (3, "jiwa", "minimum"), (4, "jiwa", "maximum")]


def test_one_cell_may_break_several_rules() -> None:
    schema = {"fields": [{"name": "kode", "constraints": {"minLength": 3, "pattern": "[0-9]+"}}, {"name": "b"}]}
    assert faults(checked(schema, "kode;b\nx;1\n")) == [(2, "kode", "minLength"), (2, "kode", "pattern")]


def test_keys_of_several_columns() -> None:
    schema = {
        "fields": [{"name": "desa"}, {"name": "tahun", "type": "year"}, {"name": "nilai"}],
        "primaryKey": ["desa", "tahun"],
        "uniqueKeys": [["desa", "nilai"]],
    }
    report = checked(schema, "desa;tahun;nilai\nSrati;2020;1\nSrati;2021;1\nSrati;2020;2\nAyah;;3\n")
    assert faults(report) == [(3, "desa", "uniqueKeys"), (4, "desa", "primaryKey"), (5, "tahun", "required")]
    assert messages(report)[1] == (
        'Baris 4, kolom desa: "Srati | 2020" sudah ada di baris 2 (kunci desa, tahun). '
        "Hapus salah satu atau perbaiki nilainya."
    )


def test_a_table_may_point_at_itself() -> None:
    schema = {
        "fields": [{"name": "kode"}, {"name": "induk"}],
        "foreignKeys": [{"fields": ["induk"], "reference": {"resource": "", "fields": ["kode"]}}],
    }
    report = checked(schema, "kode;induk\n33;\n33.05;33\n34.01;34\n")
    assert faults(report) == [(4, "induk", "foreignKey")]
    assert messages(report) == [
        'Baris 4, kolom induk: "34" tidak ada di kolom kode. Perbaiki nilainya, atau tambahkan dahulu ke sana.'
    ]


def test_a_ragged_row_is_one_fault_and_its_cells_are_not_read() -> None:
    schema = {"fields": [{"name": name, "type": "integer", "constraints": {"required": True}} for name in "abc"]}
    report = checked(schema, "a,b,c\n1,2,3\n1,2\n1,1.234.567,89,2\n4,5,6,,\n7,8,9\n7,8,9\n")
    assert faults(report) == [(3, "", "ragged"), (4, "", "ragged")]
    assert messages(report) == [
        "Baris 3: hanya ada 2 sel, padahal tabel ini 3 kolom. Lengkapi sel yang kurang atau pemisah kolomnya.",
        "Baris 4: ada 4 sel, padahal tabel ini 3 kolom. "
        "Mungkin ada pemisah kolom di dalam teks atau angka; beri tanda kutip.",
    ]


def test_a_warning_does_not_make_a_table_invalid() -> None:
    schema = {"fields": [{"name": "a", "sdi:severity": "warning", "constraints": {"maxLength": 1}}, {"name": "b"}]}
    report = checked(schema, "a;b\nxx;1\n")
    assert (report.valid, report.errors, [fault.severity for fault in report.listed()]) == (True, 0, ["warning"])


HEADERS = [
    ("exact", "a;b", []),
    ("exact", "b;a", ["Urutan kolom berbeda dari standar. Susun menjadi: a, b."]),
    ("exact", "a;c", ["Kolom b tidak ada. Tambahkan kolom itu, atau samakan namanya.",
                      "Kolom c tidak ada di standar. Hapus kolom itu, atau samakan namanya."]),
    ("equal", "b;a", []),
    ("subset", "a;b;c", []),
    ("superset", "a;c", ["Kolom c tidak ada di standar. Hapus kolom itu, atau samakan namanya."]),
    ("partial", "a;c", []),
]  # fmt: skip


@pytest.mark.parametrize(("match", "header", "expected"), HEADERS)
def test_the_header_agrees_as_far_as_the_standard_asks(match: str, header: str, expected: list[str]) -> None:
    schema = {"fields": [{"name": "a"}, {"name": "b"}], "fieldsMatch": match}
    report = checked(schema, f"{header}\n" + ";".join("xyz"[: header.count(";") + 1]) + "\n")
    assert list(report.header_faults) == expected
    assert report.valid is not bool(expected)


def test_points_and_commas_mean_what_the_whole_column_shows() -> None:
    schema = {"fields": [{"name": "luas", "type": "number"}, {"name": "b"}]}
    for text, decimal, certain in (("1.515\n2,5", ",", True), ("1.515\n2.25", ".", True), ("1.515\n2.250", ",", False)):
        report = checked(schema, "luas;b\n" + "".join(f"{cell};x\n" for cell in text.split("\n")))
        assert (report.numerals["luas"].decimal, report.numerals["luas"].certain) == (decimal, certain)
        assert report.valid
