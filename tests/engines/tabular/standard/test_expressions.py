"""Rules over several columns: what they say, when they keep silent, and what is said of one that cannot be read."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.tabular.standard import BadExpression, read_standard
from selaras.engines.tabular.standard.language import parse
from tests.engines.tabular.standard.tables import checked, faults, messages

FIELDS: list[dict[str, Any]] = [
    {"name": "a", "type": "integer"},
    {"name": "b", "type": "integer"},
    {"name": "x", "type": "number", "decimalChar": "."},
    {"name": "y", "type": "number", "decimalChar": "."},
    {"name": "mulai", "type": "date"},
    {"name": "selesai", "type": "date"},
    {"name": "status"},
    {"name": "nama desa"},
    {"name": "aktif", "type": "boolean"},
]
EMPTY = dict.fromkeys((field["name"] for field in FIELDS), "")
CASES = [
    ("a + b = 3", {"a": "1", "b": "2"}, True),
    ("a + b = 3", {"a": "1", "b": "3"}, False),
    ("a + b = 3", {"a": "1"}, True),
    ("a + 2 * b == 7", {"a": "1", "b": "3"}, True),
    ("(a + 2) * b = 9", {"a": "1", "b": "3"}, True),
    ("a - -b = 4", {"a": "1", "b": "3"}, True),
    ("a / b > 0", {"a": "1", "b": "0"}, True),
    ("a / b = 0.5", {"a": "1", "b": "2"}, True),
    ("x + 0.2 = y", {"x": "0.1", "y": "0.3"}, True),
    ("x + y = 0.3", {"x": "0.1", "y": "0.21"}, False),
    ("x = y", {"x": "1000000000000.0", "y": "1000000000001.0"}, False),
    ("x - y = 0.1", {"x": "1000000000.1", "y": "1000000000"}, True),
    ("x <= y", {"x": "0.30000000000000004", "y": "0.3"}, True),
    ("x < y", {"x": "0.3", "y": "0.30000000000000004"}, False),
    ("a <> b", {"a": "1", "b": "1"}, False),
    ("mulai <= selesai", {"mulai": "2020-01-02", "selesai": "2020-01-01"}, False),
    ("mulai >= '2020-01-02'", {"mulai": "2020-01-02"}, True),
    ("jika status = 'pindah' maka isi(selesai)", {"status": "pindah"}, False),
    ("jika status = 'pindah' maka isi(selesai)", {"status": "tetap"}, True),
    ("if status = 'pindah' then filled(selesai)", {"status": "pindah", "selesai": "2020-01-01"}, True),
    ("kosong(selesai) atau isi(mulai)", {"selesai": "2020-01-01"}, False),
    ("bukan (status = 'x' dan a = 1)", {"status": "x", "a": "1"}, False),
    ("[nama desa] != 'Srati'", {"nama desa": "Srati"}, False),
    ("jika aktif maka a > 0", {"aktif": "true", "a": "0"}, False),
    ("aktif = (bukan kosong(a))", {"aktif": "true", "a": "1"}, True),
]


@pytest.mark.parametrize(("expression", "row", "holds"), CASES)
def test_what_an_expression_says_of_a_row(expression: str, row: dict[str, str], holds: bool) -> None:
    header = ";".join(EMPTY) + ";lain\n"
    schema = {"fields": [*FIELDS, {"name": "lain"}], "sdi:rules": [{"name": "uji", "expression": expression}]}
    report = checked(schema, header + ";".join({**EMPTY, **row}.values()) + ";z\n")
    assert [rule for _, _, rule in faults(report)] == ([] if holds else ["uji"])


def test_the_sender_is_told_the_rule_in_words_and_the_cells() -> None:
    rule = {"name": "jumlah", "expression": "a + b = c", "message": "laki dan perempuan harus sama dengan jumlah"}
    schema = {"fields": [{"name": name, "type": "integer"} for name in "abc"], "sdi:rules": [rule]}
    assert messages(checked(schema, "a;b;c\n1;2;4\n")) == [
        "Baris 2, kolom a: laki dan perempuan harus sama dengan jumlah (a = 1; b = 2; c = 4). "
        "Periksa angka atau isian di baris ini."
    ]


def test_a_rule_whose_column_lacks_is_told_and_not_passed_over() -> None:
    schema = {
        "fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "integer"}],
        "fieldsMatch": "superset",
        "sdi:rules": [{"name": "urut", "expression": "a < b"}],
    }
    report = checked(schema, "a;\n1;\n")
    assert report.unchecked == ("Aturan urut tidak diperiksa, karena sebagian kolomnya tidak ada.",)


BAD = [
    ("a +", "seharusnya ada kolom atau nilai, tetapi habis."),
    ("a + b", "Aturan harus berupa syarat, misalnya laki + perempuan = total."),
    ("a = = b", "seharusnya ada kolom atau nilai, bukan “=” (huruf ke-5)."),
    ("(a = b", "seharusnya ada kurung tutup, tetapi habis."),
    ("a = b c", "aturan seharusnya selesai, bukan “c” (huruf ke-7)."),
    ("a = 'x'", "Aturan membandingkan angka dengan teks. Samakan jenisnya."),
    ("status + 1 = 2", "Tanda “+” hanya untuk angka, bukan untuk teks."),
    ("mulai > 'kemarin'", "“kemarin” bukan tanggal. Tulis tahun-bulan-hari, misalnya 2020-02-11."),
    ("gaji > 0", "Aturan menyebut kolom “gaji” yang tidak ada di standar."),
    ("a > 0 dan b", "Tanda “dan” hanya untuk syarat, bukan untuk angka."),
    ("jika a > 0", "seharusnya ada “maka”, tetapi habis."),
    ("a; b", "tidak terbaca mulai huruf ke-2: “; b”."),
    ("__import__('os')", "aturan seharusnya selesai, bukan “(” (huruf ke-11)."),
    ("(" * 60 + "a = b" + ")" * 60, "Aturan terlalu dalam. Pecah menjadi beberapa aturan."),
    ("a = " + "1" * 3000, "Aturan terlalu panjang (paling banyak 2000 huruf). Pecah menjadi beberapa aturan."),
]


@pytest.mark.parametrize(("expression", "said"), BAD, ids=range(len(BAD)))
def test_an_expression_that_cannot_be_read_is_refused_with_the_place(expression: str, said: str) -> None:
    with pytest.raises(BadExpression) as refused:
        read_standard({"fields": FIELDS, "sdi:rules": [{"name": "uji", "expression": expression}]})
    assert str(refused.value).startswith("Aturan uji: ")
    assert said in str(refused.value)


@given(st.text(alphabet="ab12 +-*/()<>=!'\"[].jikamaka", max_size=40))
def test_whatever_is_typed_is_read_or_refused(expression: str) -> None:
    with contextlib.suppress(BadExpression):
        parse(expression)
