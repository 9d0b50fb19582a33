"""A standard is read from Table Schema or Data Package, written back to an equal one, and refused with the place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from selaras.engines.tabular.standard import BadStandard, as_package, as_schema, read_standard

FULL: dict[str, Any] = {
    "title": "Penduduk menurut desa",
    "sdi:concept": "Penduduk",
    "sdi:definition": "Orang yang berdomisili enam bulan atau lebih.",
    "license": "CC-BY-4.0",
    "fields": [
        {
            "name": "kode",
            "type": "string",
            "title": "Kode desa",
            "sdi:classification": "Wilayah administrasi",
            "sdi:codeSystem": {"name": "kemendagri", "version": "2025", "names": "desa"},
            "constraints": {"required": True, "pattern": "[0-9.]+"},
            "example": "33.05.01.2001",
        },
        {"name": "desa", "sdi:severity": "warning"},
        {
            "name": "luas",
            "type": "number",
            "decimalChar": ",",
            "groupChar": ".",
            "bareNumber": False,
            "missingValues": ["-"],
            "sdi:measure": "Luas",
            "sdi:unit": "km²",
            "constraints": {"minimum": 0, "exclusiveMaximum": 10000.5},
        },
        {"name": "aktif", "type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"]},
        {"name": "status", "constraints": {"enum": ["tetap", "pindah"], "minLength": 1, "maxLength": 9}},
        {"name": "mulai", "type": "date", "format": "%d/%m/%Y", "constraints": {"minimum": "2020-01-01"}},
    ],
    "fieldsMatch": "equal",
    "missingValues": ["", "n/a"],
    "primaryKey": ["kode"],
    "uniqueKeys": [["desa", "mulai"]],
    "foreignKeys": [{"fields": ["kode"], "reference": {"resource": "wilayah", "fields": ["kode"]}}],
    "sdi:rules": [
        {"name": "luas", "expression": "luas > 0", "message": "luas harus lebih dari nol", "severity": "warning"}
    ],
}


def test_what_is_written_is_read_back_equal() -> None:
    standard = read_standard(FULL)
    assert read_standard(json.dumps(as_schema(standard))) == read_standard(as_schema(standard))
    assert read_standard(json.dumps(as_package(standard)).encode()) == standard


def test_nothing_of_the_file_is_lost() -> None:
    written = as_schema(read_standard(FULL))
    assert {key: written[key] for key in FULL if key != "fields"} == {k: v for k, v in FULL.items() if k != "fields"}
    for before, after in zip(FULL["fields"], written["fields"], strict=True):
        assert after == {"type": "string", "format": "default", **before}


def test_what_the_statistical_standard_adds_is_understood() -> None:
    standard = read_standard(FULL)
    code, area = standard.named("kode"), standard.named("luas")
    assert code.code_system is not None
    assert (str(code.code_system), code.code_system.names, code.classification) == (
        "kemendagri 2025", "desa", "Wilayah administrasi",
    )  # fmt: skip
    assert (area.measure, area.unit, standard.concept) == ("Luas", "km²", "Penduduk")


def test_one_resource_of_several_is_chosen_by_name() -> None:
    package = {
        "resources": [
            {"name": "satu", "schema": {"fields": [{"name": "a"}]}},
            {"name": "dua", "schema": {"fields": [{"name": "b"}]}},
        ]
    }
    assert read_standard(package, "dua").fields[0].name == "b"
    with pytest.raises(BadStandard, match="Sumber di berkas ini: satu, dua"):
        read_standard(package)


def with_field(**field: Any) -> dict[str, Any]:
    return {"fields": [{"name": "a", **field}]}


BAD: list[tuple[Any, str]] = [
    ("{", "Berkas standar bukan JSON yang utuh"),
    ("[]", "Berkas standar harus berupa satu objek JSON"),
    ({}, "Standar harus memuat “fields”"),
    ({"fields": []}, "Standar harus memuat “fields”"),
    ({"fields": [{"type": "string"}]}, "Pada kolom ke-1, “name” belum ada."),
    (with_field(type="geojson"), "Pada kolom a, jenis “geojson” belum dapat diperiksa."),
    (with_field(constraints={"min": 1}), "Pada kolom a, syarat “min” tidak dikenal."),
    (with_field(constraints={"required": "ya"}), "Pada kolom a, “required” harus true atau false."),
    (with_field(constraints={"maxLength": -1}), "Pada kolom a, “maxLength” harus bilangan bulat nol atau lebih."),
    (with_field(constraints={"enum": []}), "Pada kolom a, “enum” harus berupa daftar nilai yang tidak kosong."),
    (with_field(constraints={"pattern": "(?=x)"}), "Pada kolom a, pola “(?=x)” tidak dapat dipakai."),
    (with_field(type="integer", constraints={"minimum": "nol"}), "Pada kolom a, batas “nol” bukan integer."),
    (with_field(type="date", constraints={"minimum": "kemarin"}), "Pada kolom a, batas “kemarin” bukan date."),
    (with_field(type="integer", constraints={"pattern": "[0-9]"}), "Pada kolom a, “pattern” hanya untuk teks."),
    (with_field(constraints={"minimum": 3}), "Pada kolom a, “minimum” hanya untuk angka, tahun, tanggal atau waktu."),
    (with_field(decimalChar=",", groupChar=","), "tanda desimal dan tanda ribuan harus berbeda"),
    (with_field(decimalChar="x"), "Pada kolom a, “decimalChar” harus titik, koma, spasi atau petik."),
    (with_field(missingValues="-"), "Pada kolom a, “missingValues” harus berupa daftar teks."),
    (with_field(**{"sdi:codeSystem": {"name": "bps"}}), "“sdi:codeSystem” harus memuat “name” dan “version”."),
    (with_field(**{"sdi:severity": "fatal"}), "“sdi:severity” harus error atau warning."),
    ({"fields": [{"name": "a"}, {"name": "a"}]}, "Kolom a dijelaskan dua kali."),
    ({**with_field(), "primaryKey": ["b"]}, "Kunci menyebut kolom b yang tidak ada."),
    ({**with_field(), "fieldsMatch": "loose"}, "“fieldsMatch” harus salah satu dari"),
    ({**with_field(), "foreignKeys": [{"fields": ["a"]}]}, "Tiap “foreignKeys” harus memuat"),
    ({**with_field(), "sdi:rules": [{}]}, "Pada aturan ke-1, “expression” belum ada."),
]


@pytest.mark.parametrize(("described", "said"), BAD, ids=range(len(BAD)))
def test_a_standard_that_no_table_can_keep_is_refused_with_the_place(described: Any, said: str) -> None:
    with pytest.raises(BadStandard) as refused:
        read_standard(described)
    assert said in str(refused.value)
