"""The sender's own workbook with remarks: layout, merged titles and other sheets stay, each remark at its own cell."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from openpyxl.cell import MergedCell
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from selaras.engines.tabular.annotated import (
    KEEPS_LAYOUT_UP_TO,
    RED,
    REMARKER,
    YELLOW,
    colour_cell,
    opened,
    put_text,
    saved,
)
from selaras.engines.tabular.remarks import REMARK, VERDICT
from selaras.engines.tabular.sheet_cells import LONGEST
from selaras.engines.tabular.standard.annotating import annotated_table, marks_of, places_in, verdict
from selaras.engines.tabular.standard.report import Fault, Report
from selaras.engines.tabular.table import Table


def annotated_file(content: bytes, table: Table, report: Report) -> bytes:
    """An XLSX for the sender of `content`, of which `table` was read and `report` was made.

    An XLSX of up to 5,000 rows keeps its layout, and a copy that was annotated before has its remarks renewed; any
    other file, and one whose header is at fault, is written anew by `annotated_table`, which sums up. Linear in the
    cells. Raises `TooLarge`.
    """
    if table.facts.kind == "xlsx" and table.row_count <= KEEPS_LAYOUT_UP_TO and not report.header_faults:
        book = opened(content)
        if book is not None and table.facts.sheet in book.sheetnames:
            _annotate(book[table.facts.sheet], table, report)
            return saved(book)
    return annotated_table(table, report)


def _annotate(sheet: Any, table: Table, report: Report) -> None:
    header = table.facts.header_rows[-1] if table.facts.header_rows else 1
    at = _own_column(sheet, header)
    _clear(sheet, at)
    sheet.cell(header, at, VERDICT)
    sheet.cell(header, at + 1, REMARK)
    places = places_in(report)
    by_row = {row: list(faults) for row, faults in groupby(report.listed(), key=lambda fault: fault.row)}
    for row in table.rows:
        _annotate_row(sheet, row.number, at, by_row.get(row.number, []), places)
    sheet.column_dimensions[get_column_letter(at + 1)].width = 80


def _own_column(sheet: Any, header: int) -> int:
    """Where the verdict stands since an earlier check, else right of everything; openpyxl counts from 1."""
    for cell in sheet[header]:
        if cell.value == VERDICT:
            return int(cell.column)
    return int(sheet.max_column) + 1


def _clear(sheet: Any, at: int) -> None:
    """Take the remarks of an earlier check away; comments of other people stay."""
    for cell in (cell for cells in sheet.iter_rows() for cell in cells if not isinstance(cell, MergedCell)):
        if cell.comment and cell.comment.author == REMARKER:
            cell.comment = None
            cell.fill = PatternFill()
        if cell.column in (at, at + 1):
            cell.value = None


def _annotate_row(sheet: Any, row: int, at: int, faults: list[Fault], places: dict[str, int]) -> None:
    sheet.cell(row, at, verdict(faults))
    put_text(sheet.cell(row, at + 1), "\n".join(fault.message for fault in faults)[:LONGEST])
    for place, fault in marks_of(faults, places).items():
        colour_cell(sheet, row, place, fault.message[:1000], RED if fault.severity == "error" else YELLOW)
