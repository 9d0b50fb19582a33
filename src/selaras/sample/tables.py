"""Tables as bytes: the same rows give the same bytes on every machine."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

Row = Sequence[str]
MADE = datetime(2020, 2, 1)
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def csv_bytes(header: Row, rows: Iterable[Row]) -> bytes:
    """UTF-8, comma, line feed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def xlsx_bytes(titles: Sequence[str], header: Sequence[tuple[str, str]], rows: Iterable[Row]) -> bytes:
    """A workbook with title rows and a header of two lines, cells merged as offices merge them.

    `header` gives the upper and the lower word of each column: an empty lower word merges downwards, the same upper
    word side by side merges across.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Usulan")
    bold = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
    for line, title in enumerate(titles):
        sheet.write_string(line, 0, title, book.add_format({"bold": True}))
    top = len(titles) + 1
    _write_header(sheet, top, header, bold)
    for line, row in enumerate(rows, top + 2):
        for column, value in enumerate(row):
            _write_cell(sheet, line, column, value)
    book.close()
    return _stored(buffer.getvalue())


def _write_header(
    sheet: xlsxwriter.worksheet.Worksheet,
    top: int,
    header: Sequence[tuple[str, str]],
    style: xlsxwriter.format.Format,
) -> None:
    start = 0
    while start < len(header):
        upper, lower = header[start]
        end = start
        while lower and end + 1 < len(header) and header[end + 1][0] == upper:
            end += 1
        if not lower:
            sheet.merge_range(top, start, top + 1, start, upper, style)
        else:
            _write_across(sheet, top, start, end, upper, style)
            for column in range(start, end + 1):
                sheet.write_string(top + 1, column, header[column][1], style)
        start = end + 1


def _write_across(
    sheet: xlsxwriter.worksheet.Worksheet, top: int, start: int, end: int, text: str, style: xlsxwriter.format.Format
) -> None:
    if end > start:
        sheet.merge_range(top, start, top, end, text, style)
    else:
        sheet.write_string(top, start, text, style)


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, line: int, column: int, value: str) -> None:
    if value.isdigit() and len(value) < 16 and not value.startswith("0"):
        sheet.write_number(line, column, int(value))
    elif value:
        sheet.write_string(line, column, value)


def _stored(workbook: bytes) -> bytes:
    """The same workbook uncompressed: how zlib packs differs from machine to machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as packed, zipfile.ZipFile(buffer, "w") as plain:
        for name in packed.namelist():
            plain.writestr(zipfile.ZipInfo(name, ZIP_DATE), packed.read(name))
    return buffer.getvalue()
