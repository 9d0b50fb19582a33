"""Each real file is what the table of truth says, written by hand from looking at the files before they were read."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from selaras.engines.tabular import Description, NotATable, describe
from selaras.engines.tabular.description import letter_of

pytestmark = pytest.mark.shared_data
HERE = Path(__file__).parent


def facts(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source, delimiter=";"))


FILES = facts("truth.csv")
COLUMNS = facts("truth_of_columns.csv")
NO_TABLES = {
    "INDEX.md": "Markdown",
    "csv-validator/duplicateColumnIdsFailSchema.csvs": "skema",
    "csv-validator/duplicateColumnIdsPassSchema.csvs": "skema",
    "csv-validator/rangeRuleFailSchema.csvs": "skema",
    "csv-validator/twoRuleSchemaFail.csvs": "skema",
    "csv-validator/warnings.csvs": "skema",
    "frictionless/invalid/datapackage.json": "JSON",
    "wilayah/wilayah_penduduk.sql": "SQL",
}


@cache
def described(shared_data: Path, file: str) -> Description:
    return describe((shared_data / "tabular" / file).read_bytes(), file)


def header_shown(rows: tuple[int, ...]) -> str:
    if not rows:
        return "-"
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}-{rows[-1]}"


def skipped_shown(skipped: dict[str, tuple[int, ...]]) -> dict[str, int]:
    return {reason: len(rows) for reason, rows in skipped.items()}


@pytest.mark.parametrize("truth", FILES, ids=[truth["file"] for truth in FILES])
def test_it_is_told_as_it_is(shared_data: Path, truth: dict[str, str]) -> None:
    told = described(shared_data, truth["file"])
    table = told.table
    assert (told.kind, told.encoding, told.line_end, told.delimiter) == (
        truth["kind"], truth["encoding"], truth["line_end"], truth["delimiter"],
    )  # fmt: skip
    assert len(table.columns) == int(truth["columns"])
    if truth["sheet"]:
        assert table.name == truth["sheet"]
    if truth["header"] == "?":  # nobody can tell by looking: then it must be said
        lines = len(table.header_rows) + table.rows + len(table.titles)
        assert lines in (int(truth["rows"]), int(truth["rows"]) + 1)
        assert "header" in {doubt.topic for doubt in table.doubts}
        return
    assert (header_shown(table.header_rows), table.rows) == (truth["header"], int(truth["rows"]))
    wanted = dict(part.rsplit(" ", 1) for part in truth["skipped"].split(", ") if part)
    assert skipped_shown(table.skipped) == {reason: int(count) for reason, count in wanted.items()}
    assert len(table.ragged) == int(truth["ragged"])
    if truth["first"]:
        assert table.columns[0].name == truth["first"]


@pytest.mark.parametrize("truth", COLUMNS, ids=[f"{truth['file']}:{truth['column']}" for truth in COLUMNS])
def test_a_column_is_of_its_type_and_form(shared_data: Path, truth: dict[str, str]) -> None:
    told = described(shared_data, truth["file"])
    (column,) = (one for one in told.table.columns if one.letter == truth["column"])
    assert (column.name, column.type, column.form, column.unit) == (
        truth["name"], truth["type"], truth["form"], truth["unit"],
    )  # fmt: skip
    assert sum(column.missing.values()) == int(truth["missing"])
    topics = {doubt.topic for doubt in told.table.doubts if doubt.column == column.letter}
    assert topics == set(truth["doubts"].split())


@pytest.mark.parametrize(("file", "word"), NO_TABLES.items())
def test_what_is_no_table_is_refused_with_its_name(shared_data: Path, file: str, word: str) -> None:
    with pytest.raises(NotATable, match=word):
        described(shared_data, file)


def test_every_file_of_the_set_is_in_the_truth(shared_data: Path) -> None:
    root = shared_data / "tabular"
    present = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    assert present <= {truth["file"] for truth in FILES} | set(NO_TABLES)


def test_columns_that_nobody_filled_are_kept(shared_data: Path) -> None:
    columns = described(shared_data, "csvlint/invalid-byte-sequence.csv").table.columns
    assert (columns[6].letter, columns[6].name, columns[6].type) == (letter_of(6), "Kolom 7", "empty")


def test_all_sheets_are_told_and_which_is_the_table_is_said(shared_data: Path) -> None:
    told = described(shared_data, "id/bps/IPM.xlsx")
    assert [(sheet.name, sheet.header_rows, sheet.rows) for sheet in told.sheets] == [
        ("UHH", (1,), 20), ("HLS", (1, 2), 20), ("RLS", (1, 2), 20), ("Perkapita", (1, 2), 20), ("IPM", (1, 2), 20),
    ]  # fmt: skip
    assert told.sheets[1].columns[2].name == "HLS / 2022"
    assert [doubt.topic for doubt in told.table.doubts] == ["sheet"]


def test_clean_files_raise_no_doubt(shared_data: Path) -> None:
    for file in ("id/jabar/kemiskinan_jabar.csv", "id/bps/jakarta_population_density.csv", "frictionless/long.csv"):
        assert described(shared_data, file).table.doubts == ()
