"""A table as a file, streamed: CSV, JSON and a workbook; the Parquet is handed out as it lies."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from selaras.engines.tabular.neutral import neutral
from selaras.engines.tabular.streams import csv_lines, json_lines
from selaras.sectoral.serving.asking import Ask
from selaras.sectoral.serving.table import Row, ServedTable

# Suffix to media type, the plainest first.
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
MOST_SHEET_ROWS = 100_000  # of a workbook, some seconds of work; larger tables leave as CSV or Parquet
_LONGEST = 32_000  # a cell holds 32,767 signs


def csv_file(table: ServedTable, ask: Ask) -> Iterator[str]:
    """All rows asked for. Numbers and dates in machine form; text that a spreadsheet would run is made harmless."""
    return csv_lines([neutral(one.name) for one in table.named(ask)], _machine(table, ask))


def json_file(table: ServedTable, ask: Ask, about: Mapping[str, Any]) -> Iterator[str]:
    """One object: what is told about the table, then all rows asked for under `data`."""
    return json_lines(about, "data", [one.name for one in table.named(ask)], _machine(table, ask))


def workbook(table: ServedTable, ask: Ask, title: str) -> Iterator[bytes]:
    """A sheet of at most `MOST_SHEET_ROWS` rows; who offers it asks `count` first. On the disk until it is sent."""
    with tempfile.TemporaryDirectory(prefix="selaras-sheet-") as folder:
        path = Path(folder, "tabel.xlsx")
        _write_sheet(table, ask, title, path, folder)
        with path.open("rb") as file:
            while piece := file.read(64 * 1024):
                yield piece


def _write_sheet(table: ServedTable, ask: Ask, title: str, path: Path, folder: str) -> None:
    options = {
        "constant_memory": True,
        "tmpdir": folder,
        "nan_inf_to_errors": True,
        "default_date_format": "yyyy-mm-dd",
    }
    book = xlsxwriter.Workbook(path, options)
    book.set_properties({"title": title})
    head, moment = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    sheet = book.add_worksheet("Data")
    sheet.freeze_panes(1, 0)
    columns = table.named(ask)
    for at, one in enumerate(columns):
        sheet.write_string(0, at, neutral(one.name), head)
    for number, row in enumerate(_rows(table, ask), 1):
        if number > MOST_SHEET_ROWS:
            break
        for at, value in enumerate(row):
            _write_cell(sheet, number, at, value, moment if columns[at].kind == "datetime" else None)
    book.close()


def _write_cell(sheet: Any, row: int, at: int, value: Any, style: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, at, neutral(value)[:_LONGEST])
    elif isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    elif isinstance(value, int) and abs(value) >= 10**15:  # a spreadsheet keeps fifteen digits of a number
        sheet.write_string(row, at, str(value))
    elif isinstance(value, int | float):
        sheet.write_number(row, at, value)
    elif value is not None:
        sheet.write_datetime(row, at, value, style)


def _rows(table: ServedTable, ask: Ask) -> Iterator[Row]:
    for block in table.blocks(ask):
        yield from block


def _machine(table: ServedTable, ask: Ask) -> Iterator[Row]:
    """Moments as ISO 8601 writes them; all else is machine form already."""
    rows = _rows(table, ask)
    if all(one.kind != "datetime" for one in table.named(ask)):
        return rows
    return (tuple(cell.isoformat() if isinstance(cell, datetime) else cell for cell in row) for row in rows)
