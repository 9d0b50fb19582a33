"""Workbooks (XLSX, XLS, ODS) through calamine: bytes to bare cells, formulas as their last computed values."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import python_calamine

from selaras.engines.tabular.errors import BROKEN_ARCHIVE, DamagedFile, EmptyFile, ProtectedFile, TabularError, TooLarge
from selaras.engines.tabular.recognition import DAMAGED, PROTECTED
from selaras.engines.tabular.table import Cell, Grid, Limits, Merge

_FILLED = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^>]*?\sr\s*=\s*["']([A-Za-z]{0,3})(\d{1,9})["'][^>]*(?<!/)>""")
_PLACED = rb"""\sr\s*=\s*["']"""
_COLUMNS_BY_LETTERS = ((rb"[A-Za-z]{3}\d", 16_384), (rb"[A-Za-z]{2}\d", 702))
_ROWS_BY_DIGITS = (
    (rb"[A-Za-z]{0,3}\d{7}", 1_048_576),
    (rb"[A-Za-z]{0,3}\d{6}", 999_999),
    (rb"[A-Za-z]{0,3}\d{5}", 99_999),
)
# XML allows r = 'A1' with any white space; nobody writes it, so the fast search does without and the slow one knows.
_ODD_SPELLING = (
    b"'", b" r ", b" r\t", b" r\n", b" r\r", b"\tr", b"\nr", b"\rr", b"r= ", b"r=\t", b"r=\n", b"r=\r", b"<c>", b"<c/",
    b":c ",
    b"<c\t", b"<c\n", b"<c\r",
)  # fmt: skip
_UNPLACED = re.compile(rb"<(?:\w+:)?c(?![^>]*\sr\s*=)[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
# A formula without a value; one whose value is an empty text says so by its type.
_UNCOMPUTED = re.compile(rb"""<c\b(?![^>]*\bt="str")[^>]*>\s*<f\b[^>]*>[^<]*</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>""")
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.S)
_ODS_REPEAT = re.compile(rb'number-(rows|columns)-repeated="(\d+)"')
_ODS_CELL = re.compile(rb"<table:table-cell\b([^>]*\boffice:value-type=[^>]*)>")


def read_grids(content: bytes, kind: str, limits: Limits) -> list[Grid]:
    """The bare cells of every sheet that holds any. Linear in the rectangle that each sheet spans."""
    warnings = _inspect_package(content, kind, limits) if kind in ("xlsx", "ods") else ()
    grids = [replace(grid, warnings=warnings) for grid in _guarded(content, kind, limits)]
    if not grids:
        raise EmptyFile("Buku kerja ini tidak berisi tabel. Periksa berkasnya, lalu kirim yang berisi tabel.")
    return grids


def _guarded(content: bytes, kind: str, limits: Limits) -> Iterator[Grid]:
    try:
        yield from _sheets(content, kind, limits)
    except python_calamine.PasswordError as error:
        raise ProtectedFile(PROTECTED) from error
    except (TabularError, MemoryError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic inside calamine is no Exception
        raise DamagedFile(DAMAGED) from error


def _sheets(content: bytes, kind: str, limits: Limits) -> Iterator[Grid]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for index, about in enumerate(book.sheets_metadata):
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        if sheet.start is None or sheet.end is None:
            continue
        rows, columns = sheet.end[0] + 1, sheet.end[1] + 1
        if rows > limits.rows or columns > limits.columns or rows * columns > limits.cells:
            raise TooLarge(_too_large(rows, columns, limits))
        cells = sheet.to_python(skip_empty_area=False)
        yield Grid(
            sheet=about.name,
            kind=kind,
            rows=[(number, tuple(map(_cell, row))) for number, row in enumerate(cells, start=1)],
            merges=tuple(Merge(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()),
            hidden=about.visible != python_calamine.SheetVisibleEnum.Visible,
        )


def _cell(value: Cell) -> Cell:
    """A workbook knows one kind of number; a whole one is an integer here."""
    if type(value) is float and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def _inspect_package(content: bytes, kind: str, limits: Limits) -> tuple[str, ...]:
    """Refuse what would unpack beyond the limits, before calamine spends the memory; say what cannot be read."""
    uncomputed = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if sum(entry.file_size for entry in entries) > limits.bytes:
                raise TooLarge(
                    f"Berkas ini terlalu besar: isinya melebihi {limits.bytes // (1024 * 1024)} MB setelah dibuka. "
                    "Pecah menjadi beberapa berkas, lalu kirim satu per satu."
                )
            for entry in entries:
                if kind == "xlsx" and entry.filename.lower().startswith("xl/worksheets/"):
                    xml = package.read(entry)
                    _inspect_sheet(xml, limits)
                    uncomputed += len(_UNCOMPUTED.findall(xml)) if b"<f" in xml else 0
                elif kind == "ods" and entry.filename == "content.xml":
                    _inspect_ods(package.read(entry), limits)
    except (*BROKEN_ARCHIVE, ValueError) as error:
        raise DamagedFile(DAMAGED) from error
    if not uncomputed:
        return ()
    return (
        f"{uncomputed} sel berisi rumus yang belum pernah dihitung, jadi terbaca kosong. Buka di Excel, simpan, lalu "
        "kirim lagi.",
    )


def _inspect_sheet(xml: bytes, limits: Limits) -> None:
    """Bound the rectangle a sheet spans: calamine allocates all of it, also for two far cells."""
    usual = not any(oddity in xml for oddity in _ODD_SPELLING)
    unplaced = not (usual and xml.count(b"<c ") == xml.count(b'<c r="')) and _UNPLACED.search(xml) is not None
    columns = _bound(_COLUMNS_BY_LETTERS, xml, usual) or 26
    rows = _bound(_ROWS_BY_DIGITS, xml, usual) or 9_999
    if not unplaced and columns * rows <= limits.cells:
        return
    bottom, right = 0, 0
    for column, row in _FILLED.findall(xml):
        bottom, right = max(bottom, int(row)), max(right, _column_number(column))
    if unplaced:
        blocks = xml.split(b"</row>")
        bottom, right = max(bottom, len(blocks)), max(right, *(len(_CELL.findall(block)) for block in blocks))
    if bottom > limits.rows or right > limits.columns or bottom * right > limits.cells:
        raise TooLarge(_too_large(bottom, right, limits))


def _bound(steps: tuple[tuple[bytes, int], ...], xml: bytes, usual: bool) -> int:
    """The bound of the first step whose pattern some cell matches, 0 where none does."""
    place = b' r="' if usual else _PLACED
    return next((bound for pattern, bound in steps if re.search(place + pattern, xml)), 0)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _inspect_ods(xml: bytes, limits: Limits) -> None:
    """An ODS says "this row 1,000,000 times": bound what such rows with content would span."""
    rows = columns = 0
    for attributes, inside in _ODS_ROW.findall(xml):
        cells = _ODS_CELL.findall(inside)
        rows += _repeat(attributes) if cells else 1
        columns = max(columns, sum(map(_repeat, cells)))
        if rows * max(columns, 1) > limits.cells or columns > limits.columns or rows > limits.rows:
            raise TooLarge(_too_large(rows, columns, limits))


def _repeat(attributes: bytes) -> int:
    found = _ODS_REPEAT.search(attributes)
    return int(found[2]) if found else 1


def _too_large(rows: int, columns: int, limits: Limits) -> str:
    return (
        f"Lembar ini terlalu besar ({rows} baris, {columns} kolom; batasnya {limits.rows} baris dan "
        f"{limits.columns} kolom). Hapus isi yang jauh di luar tabel, simpan, lalu kirim lagi."
    )
