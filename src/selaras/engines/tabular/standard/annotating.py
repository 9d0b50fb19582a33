"""The copy that goes back to the sender: its rows as they came, faulty cells coloured, beside them what is wrong."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

import xlsxwriter

from selaras.engines.tabular.errors import TooLarge
from selaras.engines.tabular.remarks import REMARK, SUMMARY_SHEET, VERDICT
from selaras.engines.tabular.sheet_cells import LONGEST, write_cell
from selaras.engines.tabular.standard.report import Fault, Report
from selaras.engines.tabular.table import REASONS, Row, Skipped, Table

_RIGHT, _DOUBTFUL, _WRONG = "Sesuai standar", "Sesuai standar, mohon periksa", "Belum sesuai standar"
_RED, _YELLOW = "#FFC7CE", "#FFEB9C"
_MOST_ROWS = 1_048_576
_MOST_COMMENTS = 5_000  # a spreadsheet opens slowly with more; the remark beside the row says the same


@dataclass(frozen=True, slots=True)
class _Looks:
    header: Any
    wrong: Any
    doubtful: Any


def annotated_table(table: Table, report: Report) -> bytes:
    """An XLSX of the table's rows with a verdict and a remark a row; a first sheet sums up what was found.

    `report` must be of this same table. Text that a spreadsheet would run is made harmless. Linear in the cells; rows
    pass through a temporary file of the writer, so memory holds the table, one row and the copy. Raises `TooLarge` for
    more rows than a sheet holds.
    """
    if table.row_count >= _MOST_ROWS:
        raise TooLarge("Salinan bercatatan memuat paling banyak 1.048.575 baris. Pecah berkasnya, lalu periksa lagi.")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False, "nan_inf_to_errors": True})
    looks = _Looks(
        book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        book.add_format({"bg_color": _RED}),
        book.add_format({"bg_color": _YELLOW}),
    )
    _write_summary(book.add_worksheet(SUMMARY_SHEET), report, looks)
    _write_rows(book.add_worksheet("Tabel"), table, report, looks)
    book.close()
    return out.getvalue()


def _write_summary(sheet: Any, report: Report, looks: _Looks) -> None:
    told = [*report.header_faults, *report.unchecked]
    lines: list[tuple[str | int, ...]] = [("Baris diperiksa", report.rows), ("Temuan", report.faults.height)]
    lines += [(sentence,) for sentence in told] + [("Kolom", "Aturan", "Jumlah")]
    lines += [(column or "seluruh baris", rule, count) for (column, rule), count in report.by_rule().items()]
    sheet.set_column(0, 1, 40)
    for at, line in enumerate(lines):
        for column, value in enumerate(line):
            write_cell(sheet, at, column, value, looks.header if line[0] == "Kolom" else None)


def _write_rows(sheet: Any, table: Table, report: Report, looks: _Looks) -> None:
    rows = table.in_file_order()
    width = max((len(row.cells) for row in rows), default=0)
    places = places_in(report)
    sheet.set_column(width, width, 28)
    sheet.set_column(width + 1, width + 1, 80)
    found = _by_row(report)
    comments = iter(range(_MOST_COMMENTS))
    number, faults = next(found)
    for at, row in enumerate(rows):
        if isinstance(row, Skipped):
            _write_skipped(sheet, at, width, row, table, looks)
            continue
        mine = faults if row.number == number else []
        _write_row(sheet, at, width, row, marks_of(mine, places), mine, looks)
        for place, fault in marks_of(mine, places).items():
            if next(comments, None) is not None:
                sheet.write_comment(at, place, fault.message[:1000])
        if row.number == number:
            number, faults = next(found)


def _by_row(report: Report) -> Iterator[tuple[int, list[Fault]]]:
    by_row = ((row, list(faults)) for row, faults in groupby(report.listed(), key=lambda fault: fault.row))
    return chain(by_row, iter([(-1, [])]))


def places_in(report: Report) -> dict[str, int]:
    """Where the columns of the table stand, by the names in its header."""
    return {name: place for place, name in reversed(list(enumerate(report.header)))}


def verdict(faults: list[Fault]) -> str:
    """The word for a row with these faults."""
    wrong = any(fault.severity == "error" for fault in faults)
    return _WRONG if wrong else _DOUBTFUL if faults else _RIGHT


def marks_of(faults: list[Fault], places: dict[str, int]) -> dict[int, Fault]:
    """The gravest fault of every cell in question."""
    ordered = sorted(faults, key=lambda fault: fault.severity != "warning")
    return {places[fault.column]: fault for fault in ordered if fault.column}


def _write_skipped(sheet: Any, at: int, width: int, row: Skipped, table: Table, looks: _Looks) -> None:
    headers = table.facts.header_rows
    style = looks.header if row.number in headers else None
    for column, value in enumerate(row.cells):
        write_cell(sheet, at, column, value, style)
    if headers and row.number == headers[-1]:
        write_cell(sheet, at, width, VERDICT, style)
        write_cell(sheet, at, width + 1, REMARK, style)
    elif row.number not in headers:
        write_cell(sheet, at, width, REASONS[row.reason], None)


def _write_row(
    sheet: Any, at: int, width: int, row: Row, marks: dict[int, Fault], faults: list[Fault], looks: _Looks
) -> None:
    for column, value in enumerate(row.cells):
        if column in marks:
            write_cell(sheet, at, column, value, looks.wrong if marks[column].severity == "error" else looks.doubtful)
        else:
            write_cell(sheet, at, column, value, None)
    sheet.write_string(at, width, verdict(faults))
    if faults:
        sheet.write_string(at, width + 1, "\n".join(fault.message for fault in faults)[:LONGEST])
