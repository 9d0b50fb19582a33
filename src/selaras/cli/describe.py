"""What a file is, from the shell: `selaras data describe FILE --json`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Column as Heading
from rich.table import Table as Columns

from selaras.cli.console import fail, out, print_json
from selaras.cli.files import read_content
from selaras.engines import tabular
from selaras.engines.tabular import REASONS, TYPES, Column, Description, Sheet, TabularError

_LINE_ENDS = {"lf": "LF", "crlf": "CR LF", "cr": "CR saja", "mixed": "campuran", "": "satu baris saja"}
_DELIMITERS = {",": "koma", ";": "titik koma", "\t": "tab", "|": "garis tegak", "": "tidak ada (satu kolom)"}


def describe(
    file: Annotated[Path, typer.Argument(help="Berkas CSV, XLSX, XLS atau ODS.", show_default=False)],
    sheet: Annotated[str, typer.Option(help="Lembar yang memuat tabelnya, bila bukan yang terpanjang.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Kenali sebuah berkas: penyandian, pemisah, lembar, baris nama kolom, jenis setiap kolom, dan yang meragukan.

    Berakhir dengan 0 bila berkas terbaca, 2 bila bukan tabel; kalimatnya menyebut apa yang perlu dilakukan.
    """
    try:
        told = tabular.describe(read_content(file, as_json=as_json), file.name, sheet=sheet)
    except TabularError as problem:
        fail(str(problem), as_json=as_json)
    if as_json:
        print_json(as_plain(told, str(file)))
    else:
        _print(told)


def as_plain(told: Description, file: str) -> dict[str, Any]:
    """The description in plain JSON values: the chosen sheet in full at the top, then every sheet.

    `header_row` is the line right above the data, `header_rows` all lines of the header; null and empty without one.
    """
    return {
        "file": file,
        "kind": told.kind,
        "encoding": told.encoding or None,
        "line_end": told.line_end or None,
        "delimiter": told.delimiter or None,
        "reason": told.reason,
        **_sheet(told.table),
        "sheets": [{**_sheet(one), "chosen": place == told.chosen} for place, one in enumerate(told.sheets)],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "sheet": sheet.name,
        "hidden": sheet.hidden,
        "header_row": sheet.header_rows[-1] if sheet.header_rows else None,
        "header_rows": list(sheet.header_rows),
        "rows": sheet.rows,
        "first_row": sheet.first_row or None,
        "last_row": sheet.last_row or None,
        "titles": list(sheet.titles),
        "skipped": {reason: list(rows) for reason, rows in sheet.skipped.items()},
        "ragged": list(sheet.ragged),
        "columns": [asdict(column) for column in sheet.columns],
        "doubts": [asdict(doubt) for doubt in sheet.doubts],
    }


def _print(told: Description) -> None:
    table = told.table
    out.print(f"{told.name}: {table.rows} baris data, {len(table.columns)} kolom.", soft_wrap=True)
    out.print(_form(told), soft_wrap=True)
    out.print(_header(table), soft_wrap=True)
    if table.skipped:
        parts = ", ".join(f"{len(rows)} {REASONS[reason]}" for reason, rows in table.skipped.items())
        out.print(f"Bukan data: {parts}.", soft_wrap=True)
    for place, other in enumerate(told.sheets):
        if place != told.chosen:
            hidden = ", tersembunyi" if other.hidden else ""
            out.print(f"Lembar lain: {other.name} ({other.rows} baris, {len(other.columns)} kolom{hidden}).")
    out.print(_columns(table.columns))
    for doubt in table.doubts:
        out.print(f"Periksa: {doubt.sentence}", soft_wrap=True)


def _form(told: Description) -> str:
    if told.kind == "csv":
        return (
            f"Teks, penyandian {told.encoding}, akhir baris {_LINE_ENDS[told.line_end]}, "
            f"pemisah {_DELIMITERS.get(told.delimiter, told.delimiter)}."
        )
    return f"Buku kerja {told.kind.upper()}, lembar {told.table.name} ({told.reason})."


def _header(table: Sheet) -> str:
    lines = table.header_rows
    if not lines:
        return "Tidak ada baris nama kolom."
    place = f"baris {lines[0]}" if len(lines) == 1 else f"baris {lines[0]} sampai {lines[-1]}"
    if not table.rows:
        return f"Nama kolom di {place}, tanpa data di bawahnya."
    return f"Nama kolom di {place}, data di baris {table.first_row} sampai {table.last_row}."


def _columns(columns: tuple[Column, ...]) -> Columns:
    shown = Columns("", Heading("Kolom", overflow="fold"), "Jenis", "Ditulis", "Satuan", "Terisi", "Kosong")
    for column in columns:
        nothing = column.empty + sum(column.missing.values())
        filled = column.filled + column.empty - nothing
        shown.add_row(
            column.letter, column.name, TYPES[column.type], column.form, column.unit, str(filled), str(nothing)
        )
    return shown
