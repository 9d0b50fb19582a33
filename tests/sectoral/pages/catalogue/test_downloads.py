"""The files of a version: whole, under a name that tells what they are, and never sent twice for nothing."""

from __future__ import annotations

import io
import json

import openpyxl
import polars as pl
import pytest
from django.test import Client

from selaras.sectoral.serving import exporting, files
from tests.sectoral.room import CODE, MENDED, out, room
from tests.sectoral.shelf import series, series_rows

pytestmark = pytest.mark.django_db


def taken(suffix: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    answer = Client().get(f"/data/{CODE}/versi/1/data.{suffix}", headers=headers)
    return answer.status_code, dict(answer.headers), b"".join(answer)


@pytest.fixture(autouse=True)
def released() -> None:
    out(room(), MENDED)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "parquet"])
def test_each_form_holds_the_same_rows(suffix: str) -> None:
    status, headers, content = taken(suffix)
    assert status == 200
    assert headers["Content-Disposition"] == f'attachment; filename="{CODE}-v1.{suffix}"'
    assert int(headers["Content-Length"]) == len(content)
    found = {
        "csv": lambda: pl.read_csv(content),
        "xlsx": lambda: _sheet(content),
        "json": lambda: pl.DataFrame(json.loads(content)["data"]),
        "parquet": lambda: pl.read_parquet(io.BytesIO(content)),
    }[suffix]()
    assert found.rows() == [("Ayah", 10, 13, 23), ("Argosari", 1, 2, 3), ("Srati", 7, 8, 15)]


def _sheet(content: bytes) -> pl.DataFrame:
    head, *rows = openpyxl.load_workbook(io.BytesIO(content))["Data"].values
    return pl.DataFrame(rows, schema=[str(one) for one in head], orient="row")


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "parquet"])
def test_what_one_has_already_does_not_travel_again(suffix: str) -> None:
    etag = taken(suffix)[1]["ETag"]
    status, _headers, content = taken(suffix, **{"if-none-match": etag})
    assert (status, content) == (304, b"")
    assert taken(suffix, **{"if-none-match": '"lain"'})[0] == 200


def test_text_forms_travel_compressed() -> None:
    out(series(), series_rows())
    answer = Client().get("/data/peserta-kb/versi/1/data.csv", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert answer["ETag"].startswith('W/"')
    again = {"accept-encoding": "gzip", "if-none-match": answer["ETag"]}
    assert Client().get("/data/peserta-kb/versi/1/data.csv", headers=again).status_code == 304


def test_a_workbook_of_too_many_rows_is_neither_offered_nor_made(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (exporting, files):
        monkeypatch.setattr(module, "MOST_SHEET_ROWS", 2)
    assert taken("xlsx")[0] == 404
    page = Client().get(f"/data/{CODE}/").content.decode()
    assert "data.xlsx" not in page
    assert "data.csv" in page


def test_a_large_file_is_made_when_it_is_first_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selaras.sectoral.pages.catalogue.downloads._WRITTEN_AT_ONCE", 0)
    page = Client().get(f"/data/{CODE}/").content.decode()
    assert page.count("ukurannya tampil setelah pertama kali diunduh") == 3
    taken("csv")
    assert Client().get(f"/data/{CODE}/").content.decode().count("ukurannya tampil") == 2


@pytest.mark.parametrize("suffix", ["exe", "CSV", "csv.gz"])
def test_other_forms_there_are_none(suffix: str) -> None:
    assert taken(suffix)[0] == 404
