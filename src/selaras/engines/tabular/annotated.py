"""The copy that goes back to the sender: the same rows with what was found, faulty cells coloured."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from selaras.engines.tabular.checking import CheckedRow, CheckedTable, CheckResult
from selaras.engines.tabular.neutral import neutral
from selaras.engines.tabular.remarks import REMARK, VERDICT
from selaras.engines.tabular.sheet_cells import LONGEST, write_cell
from selaras.engines.tabular.table import REASONS, Row, Skipped

KEEPS_LAYOUT_UP_TO = 5_000
"""Rows up to which a workbook keeps its own layout; openpyxl needs about a second for them."""
_TAKEN, _ASKED, _KEPT = "Diambil", "Diambil, mohon periksa", "Ditahan"
RED, YELLOW = "FFC7CE", "FFEB9C"
REMARKER = "Selaras"  # the author of the comments


def annotated_copy(content: bytes, result: CheckResult) -> bytes:
    """An XLSX of the sender's rows with two more columns and comments at the cells in question.

    A workbook of up to 5,000 rows keeps its layout; any other file becomes a plain workbook, a sheet a table. Formulas
    are replaced by their values, and text that a spreadsheet would run is made harmless. Linear in the cells.
    """
    rows = sum(sheet.table.row_count for sheet in result.sheets)
    if result.sheets and result.sheets[0].table.facts.kind == "xlsx" and rows <= KEEPS_LAYOUT_UP_TO:
        book = opened(content)
        if book is not None:
            return _in_place(book, result)
    return _rewritten(result)


def verdict(row: CheckedRow) -> str:
    """The word for a row's fate: taken, taken with a question, kept back."""
    if row.outcome == "kept":
        return _KEPT
    return _ASKED if row.marks else _TAKEN


def _remark(row: CheckedRow) -> str:
    return "\n".join((*row.reasons, *row.notes))[:LONGEST]


def opened(content: bytes) -> Any | None:
    """The workbook by openpyxl, None where only calamine can read it (openpyxl raises anything on odd files)."""
    try:
        return openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except Exception:
        return None


def _in_place(book: Any, result: CheckResult) -> bytes:
    for checked in result.sheets:
        if checked.table.facts.sheet in book.sheetnames:
            _annotate_in_place(book[checked.table.facts.sheet], checked)
    return saved(book)


def saved(book: Any) -> bytes:
    """The workbook with every text made harmless that a spreadsheet would run."""
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str) and cell.value[:1] in ("=", "+", "-", "@"):
                    put_text(cell, cell.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _annotate_in_place(sheet: Any, checked: CheckedTable) -> None:
    right = max(sheet.max_column, len(checked.table.header)) + 1
    if checked.table.facts.header_rows:
        sheet.cell(checked.table.facts.header_rows[-1], right, VERDICT)
        sheet.cell(checked.table.facts.header_rows[-1], right + 1, REMARK)
    for row in checked.rows:
        sheet.cell(row.number, right, verdict(row))
        put_text(sheet.cell(row.number, right + 1), _remark(row))
        for mark in row.marks:
            colour_cell(sheet, row.number, mark.column, mark.sentence, RED if mark.stops else YELLOW)
    for skipped in checked.table.skipped:
        if skipped.reason in ("total", "section"):
            sheet.cell(skipped.number, right, REASONS[skipped.reason])
    sheet.column_dimensions[openpyxl.utils.get_column_letter(right + 1)].width = 80


def colour_cell(sheet: Any, row: int, column: int, sentence: str, colour: str) -> None:
    """A fill and a comment for a cell of a sheet of openpyxl; `column` counts from 0, below it: the whole row."""
    if column < 0:
        return
    cell = sheet.cell(row, column + 1)
    if isinstance(cell, MergedCell):  # only the first cell of a merged range can be styled
        return
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.comment = Comment(sentence, REMARKER)


def put_text(cell: Any, text: str) -> None:
    """As a text, never as a formula."""
    cell.value = neutral(text)
    cell.data_type = "s"


def _rewritten(result: CheckResult) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {**options, "default_date_format": "dd/mm/yyyy", "nan_inf_to_errors": True})
    formats = {
        "header": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "problem": book.add_format({"bg_color": f"#{RED}"}),
        "note": book.add_format({"bg_color": f"#{YELLOW}"}),
    }
    for place, checked in enumerate(result.sheets, start=1):
        _write_sheet(book.add_worksheet(f"Tabel {place}"), checked, formats)
    book.close()
    return out.getvalue()


def _write_sheet(sheet: Any, checked: CheckedTable, formats: dict[str, Any]) -> None:
    width = max((len(row.cells) for row in checked.table.in_file_order()), default=0)
    found = {row.number: row for row in checked.rows}
    header_rows = checked.table.facts.header_rows
    for at, row in enumerate(checked.table.in_file_order()):
        is_header = row.number in header_rows
        style = formats["header"] if is_header else None
        for column, value in enumerate(row.cells):
            write_cell(sheet, at, column, value, style)
        if is_header and row.number == header_rows[-1]:
            write_cell(sheet, at, width, VERDICT, style)
            write_cell(sheet, at, width + 1, REMARK, style)
        elif isinstance(row, Skipped):
            sheet.write_string(at, width, "" if is_header else REASONS[row.reason])
        else:
            _annotate(sheet, at, width, row, found[row.number], formats)
    sheet.set_column(width, width, 24)
    sheet.set_column(width + 1, width + 1, 80)


def _annotate(sheet: Any, at: int, width: int, row: Row, checked: CheckedRow, formats: dict[str, Any]) -> None:
    sheet.write_string(at, width, verdict(checked))
    sheet.write_string(at, width + 1, _remark(checked))
    for mark in checked.marks:
        if 0 <= mark.column < len(row.cells):
            write_cell(sheet, at, mark.column, row.cells[mark.column], formats["problem" if mark.stops else "note"])
            sheet.write_comment(at, mark.column, mark.sentence[:1000])
