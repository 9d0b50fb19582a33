"""A served table as CSV, JSON and a workbook: every row, plain numbers, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from selaras.sectoral.serving import Ask, Filter, ServedTable, csv_file, exporting, json_file, open_file, workbook
from tests.sectoral.serving.tables import NAMES, a_file


@pytest.fixture
def table(tmp_path: Path) -> Iterator[ServedTable]:
    with open_file(a_file(tmp_path)) as opened:
        yield opened


def test_csv_has_machine_numbers_and_harmless_texts(table: ServedTable) -> None:
    rows = list(csv.reader(io.StringIO("".join(csv_file(table, Ask())).lstrip("\ufeff"))))
    assert rows[0] == list(NAMES)
    assert rows[1] == ["Ayah", "3", "1.5", "true", "2020-02-13", "2020-02-13T09:30:00", "'=1+1"]
    assert rows[2] == ["Srati", "-7", "", "false", "2020-03-01", "", "100% _aman_"]
    assert len(rows) == 5


def test_json_has_types(table: ServedTable) -> None:
    told = json.loads("".join(json_file(table, Ask(), {"versi": 2})))
    assert told["versi"] == 2
    assert told["data"][0] == dict(
        zip(NAMES, ["Ayah", 3, 1.5, True, "2020-02-13", "2020-02-13T09:30:00", "=1+1"], strict=True)
    )
    assert told["data"][1]["luas"] is None


def test_a_file_holds_what_was_asked_for_whatever_the_page(table: ServedTable) -> None:
    ask = Ask(filters=(Filter("desa", "holds", "ayah"),), columns=("desa",), limit=1)
    assert "".join(csv_file(table, ask)).split() == ["\ufeffdesa", "Ayah", "ayah", "lama"]


def test_a_workbook_has_typed_cells_and_no_formula(table: ServedTable) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(workbook(table, Ask(), "Contoh"))))["Data"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == NAMES
    assert rows[1][:4] == ("Ayah", 3, 1.5, True)
    assert str(rows[1][4]).startswith("2020-02-13")
    assert rows[1][6] == "'=1+1"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b", "d"}


def test_a_workbook_ends_where_a_sheet_must(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"a": [10**15, 2, 3], "=b": ["x", "y", "z"]}).write_parquet(path)
    monkeypatch.setattr(exporting, "MOST_SHEET_ROWS", 2)
    with open_file(path) as opened:
        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(workbook(opened, Ask(), "x"))))["Data"]
    assert list(sheet.values) == [("a", "'=b"), ("1000000000000000", "x"), (2, "y")]
