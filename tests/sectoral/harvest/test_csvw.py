"""The description of a version's CSV, by the rules of the vocabulary of CSV on the Web, and true of the file."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.harvest.csvw import variable
from selaras.sectoral.harvest.reading import tables_out
from selaras.sectoral.models import Dataset, Version
from selaras.sectoral.serving import Ask, csv_file, open_table
from tests.sectoral.harvest.shelf import CODE, HIDDEN, another, shelf, under_embargo
from tests.sectoral.room import out, producer, room

pytestmark = pytest.mark.django_db
# Of each kind of column one: with bounds, a unit, names that no variable may have, and values that may be missing.
FIELDS: list[dict[str, Any]] = [
    {"name": "desa", "constraints": {"required": True, "maxLength": 40}, "sdi:definition": "Nama resmi desa."},
    {"name": "luas panen (ha)", "type": "number", "sdi:unit": "hektare", "constraints": {"minimum": 0}},
    {"name": "_jiwa", "type": "integer", "missingValues": ["-"], "sdi:concept": "Penduduk"},
    {"name": "tahun", "type": "year"},
    {"name": "bulan", "type": "yearmonth"},
    {"name": "tanggal", "type": "date", "format": "any"},
    {"name": "lengkap", "type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"]},
]
ROWS = (
    "desa,luas panen (ha),_jiwa,tahun,bulan,tanggal,lengkap\n"
    'Ayah,"1.250,5",-,2020,2020-02,13 Februari 2020,ya\n'
    'Srati,"10,25",300,2019,2019-11,1 November 2019,tidak\n'
)
VARIABLE = re.compile(r"(?:[A-Za-z0-9]|%[0-9A-F]{2})(?:[A-Za-z0-9_]|%[0-9A-F]{2})*")
LEXICAL = {
    "string": r".*",
    "integer": r"[+-]?\d+",
    "double": r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?",
    "boolean": r"true|false|1|0",
    "date": r"\d{4}-\d\d-\d\d",
    "gYear": r"\d{4}",
    "gYearMonth": r"\d{4}-\d\d",
}


def described(code: str, number: int = 1) -> Any:
    answer = Client().get(f"/data/{code}/versi/{number}/csvw.json")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/csvm+json"
    return json.loads(answer.content)


def rows_of(version: Version) -> list[list[str]]:
    """Of its CSV as it goes out."""
    with open_table(version) as table:
        text = "".join(csv_file(table, Ask())).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text)))


@pytest.fixture
def panen(db: None) -> Dataset:
    room()
    made = another("panen", "Luas panen (contoh)")
    set_standard(made, {"fields": FIELDS, "primaryKey": ["desa"]}, actor=producer())
    out(made, ROWS.encode())
    return made


def test_every_cell_is_what_its_column_says(panen: Dataset) -> None:
    (table,) = described("panen")["tables"]
    columns = table["tableSchema"]["columns"]
    head, *rows = rows_of(tables_out().get(dataset=panen))
    assert head == [one["titles"] for one in columns]
    assert len(rows) == 2
    for row in rows:
        for cell, column in zip(row, columns, strict=True):
            assert (cell == column["null"] and not column["required"]) or re.fullmatch(
                LEXICAL[column["datatype"]["base"]], cell
            ), (cell, column)
            assert float(cell) >= column["datatype"]["minimum"] if "minimum" in column["datatype"] else True


def test_a_column_says_its_type_its_bounds_its_unit_and_what_it_means(panen: Dataset) -> None:
    (table,) = described("panen")["tables"]
    columns = {one["titles"]: one for one in table["tableSchema"]["columns"]}
    assert [one["datatype"]["base"] for one in columns.values()] == [
        "string", "double", "integer", "gYear", "gYearMonth", "date", "boolean",
    ]  # fmt: skip
    assert columns["desa"]["dc:description"] == "Nama resmi desa."
    assert (columns["desa"]["required"], columns["desa"]["datatype"]["maxLength"]) == (True, 40)
    assert columns["luas panen (ha)"]["schema:unitText"] == "hektare"
    assert columns["luas panen (ha)"]["datatype"]["minimum"] == 0
    assert columns["_jiwa"]["dc:subject"] == "Penduduk"


def test_names_are_variables_and_keys_name_columns(panen: Dataset) -> None:
    document = described("panen")
    assert document["@context"][0] == "http://www.w3.org/ns/csvw"
    (table,) = document["tables"]
    names = [one["name"] for one in table["tableSchema"]["columns"]]
    assert names[:3] == ["desa", "luas%20panen%20%28ha%29", "%5Fjiwa"]
    assert len(set(names)) == len(names)
    assert all(VARIABLE.fullmatch(name) for name in names)
    assert table["tableSchema"]["primaryKey"] == ["desa"]
    assert table["url"].endswith("/data/panen/versi/1/data.csv")


@given(st.text(min_size=1, max_size=20).filter(lambda text: text.isprintable()))
def test_any_name_becomes_a_variable(name: str) -> None:
    assert VARIABLE.fullmatch(variable(name))


def pointing(into: str) -> Dataset:
    """A table whose villages must stand in another one."""
    made = another("sekolah", "Sekolah menurut desa (contoh)")
    key = {"fields": ["desa"], "reference": {"resource": into, "fields": ["desa"]}}
    fields = [{"name": "desa"}, {"name": "sekolah", "type": "integer"}]
    set_standard(made, {"fields": fields, "foreignKeys": [key]}, actor=producer())
    return made


def test_a_foreign_key_leads_to_a_table_of_the_same_group(db: None) -> None:
    out(room())
    out(pointing(CODE), b"desa,sekolah\nAyah,3\nSrati,1\n")
    tables = described("sekolah")["tables"]
    (key,) = tables[0]["tableSchema"]["foreignKeys"]
    assert key["columnReference"] == ["desa"]
    reference = key["reference"]
    target = next(one for one in tables if one["url"] == reference["resource"])
    assert target["url"].endswith(f"/data/{CODE}/versi/1/data.csv")
    assert set(reference["columnReference"]) <= {one["name"] for one in target["tableSchema"]["columns"]}


def test_a_foreign_key_into_what_is_not_out_is_not_told(db: None) -> None:
    room()
    under_embargo(another(HIDDEN, "Data rahasia (contoh)"))
    out(pointing(HIDDEN), b"desa,sekolah\nDesaRahasia,3\n")
    for name in ("csvw", "datapackage"):
        text = Client().get(f"/data/sekolah/versi/1/{name}.json").content.decode()
        assert HIDDEN not in text
        assert "foreignKeys" not in text


def test_what_is_not_out_has_no_description(db: None) -> None:
    shelf()
    for path in (
        f"{CODE}/versi/3",
        f"{CODE}/versi/4",
        f"{HIDDEN}/versi/1",
        "data-ditarik/versi/1",
        "tidak-ada/versi/1",
    ):
        for name in ("csvw", "datapackage"):
            assert Client().get(f"/data/{path}/{name}.json").status_code == 404, path
