"""A version as a Data Package: read again, its schema is the standard; and the CSV as it goes out keeps it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.test import Client

from selaras.engines.tabular.standard import check_table, open_source, read_standard
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.harvest.identifiers import dataset_id
from selaras.sectoral.harvest.reading import tables_out
from selaras.sectoral.models import Check
from selaras.sectoral.serving import Ask, csv_file, open_table
from tests.sectoral.harvest.shelf import CODE, another
from tests.sectoral.harvest.test_csvw import FIELDS, ROWS
from tests.sectoral.room import out, producer, room

pytestmark = pytest.mark.django_db


def package(code: str) -> Any:
    answer = Client().get(f"/data/{code}/versi/1/datapackage.json")
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_it_names_the_dataset_its_licence_and_its_files() -> None:
    version = out(room())
    told = package(CODE)
    assert (told["name"], told["id"], told["version"]) == (CODE, dataset_id(CODE), "1")
    assert told["licenses"] == [{"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert told["contributors"] == [{"title": "Dinas Kependudukan (contoh)", "roles": ["publisher"]}]
    assert [one["format"] for one in told["resources"]] == ["csv", "xlsx", "json", "parquet"]
    check = Check.objects.get(version=version)
    parquet = told["resources"][3]
    assert (parquet["hash"], parquet["bytes"]) == (f"sha256:{check.table_digest}", check.table.size)


def test_nobody_who_worked_on_it_is_named() -> None:
    version = out(room())
    text = json.dumps(package(CODE))
    for name in (version.received_by.username, "penduduk.csv"):
        assert name not in text


def test_the_file_that_goes_out_keeps_the_schema_that_is_told() -> None:
    """The sender wrote 1.250,5 and ya and 13 Februari 2020; what goes out is machine form, and the schema says so."""
    room()
    made = another("panen", "Luas panen (contoh)")
    set_standard(made, {"fields": FIELDS, "primaryKey": ["desa"]}, actor=producer())
    out(made, ROWS.encode())
    with open_table(tables_out().get(dataset=made)) as table:
        content = "".join(csv_file(table, Ask())).encode()
    schema = package("panen")["resources"][0]["schema"]
    report = check_table(read_standard(schema), open_source(io.BytesIO(content), "panen.csv"))
    assert (report.rows, [one.message for one in report.listed()]) == (2, [])
    assert [one["name"] for one in schema["fields"]] == [one["name"] for one in FIELDS]
    assert schema["fields"][1]["sdi:unit"] == "hektare"
