"""The torture set: each builder gives the bytes of one file and says how many of its rows are data."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import openpyxl
from openpyxl.styles import Font

HEADER = ("No", "Usulan", "Desa", "Kecamatan", "Volume", "Satuan", "Biaya")
ROWS = (
    ("1", "Rabat beton jalan dusun", "Karangsari", "Ayah", "120", "m", "Rp 150 jt"),
    ("2", "Talud sungai, tepi timur", "Srati", "Ayah", "1,5", "km", "1.234.567,89"),
    ("3", "Lampu jalan (PJU)", "Jatijajar", "Ayah", "3", "titik", "5.000.000"),
    ("4", "Pelatihan kader \u2013 posyandu", "Argopeni", "Ayah", "1", "paket", "Rp. 25.000.000,-"),
)
TITLES = (("DAFTAR USULAN MUSRENBANG",), ("KECAMATAN AYAH TAHUN 2021",), ())


@dataclass(frozen=True)
class Torture:
    """A file, the rows of data in it, and how many of those a person must help with."""

    name: str
    content: bytes
    data: int
    kept: int = 0


def text(rows: Sequence[Sequence[str]], delimiter: str = ",", end: str = "\r\n", encoding: str = "utf-8") -> bytes:
    """Rows as delimited text, quoted only where needed."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(fill: Callable[[Any], None]) -> bytes:
    """A workbook whose first sheet `fill` writes."""
    book = openpyxl.Workbook()
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed(sheet: Any) -> None:
    sheet.append(["No", "Usulan", "Desa", "Volume", "Biaya", "Tanggal"])
    sheet.append([1, "Rabat beton", "Srati", 120.5, 150_000_000, date(2020, 2, 11)])
    sheet.append([2, "Talud", "Srati", 3, 25_000_000.5, date(2020, 2, 12)])


def _two_line_header(sheet: Any) -> None:
    sheet.append(["REKAPITULASI USULAN"])
    sheet.merge_cells("A1:G1")
    sheet["A1"].font = Font(bold=True)
    sheet.append([])
    sheet.append(["No", "Usulan", "Lokasi", None, "Besaran", None, "Biaya (Rp)"])
    sheet.append([None, None, "Desa", "Kecamatan", "Volume", "Satuan", None])
    for merged in ("A3:A4", "B3:B4", "G3:G4", "C3:D3", "E3:F3"):
        sheet.merge_cells(merged)
    sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"])
    for row in ROWS:
        sheet.append(list(row))
    sheet.append([None, "JUMLAH", None, None, None, None, 180_000_000])
    sheet.append([])
    sheet.append([None, None, None, None, None, "Ayah, 11 Februari 2020"])
    sheet.append([None, None, None, None, None, "Camat Ayah"])
    sheet.append([None, None, None, None, None, "NIP. -"])


def _merged_down(sheet: Any) -> None:
    sheet.append(["No", "Kecamatan", "Desa", "Usulan", "Biaya"])
    sheet.append([1, "Ayah", "Srati", "Talud", 10_000_000])
    sheet.append([2, None, None, "Rabat beton", 20_000_000])
    sheet.append([3, None, "Jatijajar", "Lampu jalan", 30_000_000])
    sheet.merge_cells("B2:B4")
    sheet.merge_cells("C2:C3")


def _sections(sheet: Any) -> None:
    sheet.append(["No", "Usulan", "Desa", "Volume", "Biaya"])
    for name, village in (("Kecamatan Ayah", "Srati"), ("Kecamatan Buayan", "Rangkah")):
        sheet.append([name])
        row = sheet.max_row
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
        sheet.append([1, "Talud", village, 10, 10_000_000])
        sheet.append([2, "Rabat beton", village, 20, 20_000_000])
        sheet.append([None, "Sub Total", None, None, 30_000_000])
    sheet.append([None, "Total", None, None, 60_000_000])


def _hidden_and_cover() -> bytes:
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Sampul"
    cover["B3"] = "DAFTAR USULAN"
    book.create_sheet("Daftar")
    for row in (HEADER, *ROWS):
        book["Daftar"].append(list(row))
    hidden = book.create_sheet("Pilihan")
    hidden.sheet_state = "hidden"
    hidden.append(["kode", "nama"])
    hidden.append(["1", "Jalan"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_files() -> list[Torture]:
    """Delimited texts: encodings, delimiters, line ends, titles, headers, totals, ragged rows, open quotes."""
    plain = (HEADER, *ROWS)
    ascii_rows = (HEADER, *(tuple(cell.replace("\u2013", "-") for cell in row) for row in ROWS))
    numbers = tuple(f"({number})" for number in range(1, 8))
    blank = ("",) * 7
    total = ("", "Jumlah", "", "", "", "", "181.234.567")
    two_lines = (
        ("No", "Usulan", "Lokasi", "", "Besaran", "", "Biaya"),
        ("", "", "Desa", "Kecamatan", "Volume", "Satuan", ""),
        *ROWS,
    )
    signature = (("", "", "", "", "", "Ayah, 11 Februari 2020", ""), ("", "", "", "", "", "Camat Ayah", ""))
    ragged = text(plain) + b"5,Jalan, jembatan dan talud,Srati,Ayah,1,paket,1.000.000,5\r\n6,Pos ronda\r\n"
    open_quote = (
        text(ascii_rows) + b'5,"Pipa 2 dim,Srati,Ayah,1,paket,1000000\r\n6,Pos ronda,Srati,Ayah,1,unit,2000000\r\n'
    )
    return [
        *(Torture(f"pemisah {d!r}", text(plain, d), 4) for d in (";", ",", "\t", "|")),
        *(Torture(f"sandi {e}", text(plain, ";", "\r\n", e), 4) for e in ("utf-8-sig", "utf-16", "cp1252")),
        *(Torture(f"ujung {e!r}", text(plain, ",", e), 4) for e in ("\r\n", "\n", "\r")),
        Torture("sep=", b"sep=;\r\n" + text(plain, ";"), 4),
        Torture("judul", text((*TITLES, *plain), ";"), 4),
        Torture("nomor kolom", text((HEADER, numbers, *ROWS)), 4),
        Torture("dua baris judul", text(two_lines, ";"), 4),
        Torture("baris kosong", text((HEADER, ROWS[0], blank, ROWS[1], (), ROWS[2], blank)), 3),
        Torture("jumlah dan tanda tangan", text((*plain, total, blank, *signature)), 4),
        Torture("judul diulang", text((HEADER, *ROWS[:2], HEADER, *ROWS[2:])), 4),
        Torture("tidak rata", ragged, 6, kept=1),
        Torture("kutip terbuka", open_quote, 6),
        Torture("kolom kosong di kanan", text([(*row, "", "") for row in plain]), 4),
        Torture("biaya tidak terbaca", text((*plain, ("5", "Pos", "Srati", "Ayah", "1", "bh", "seratus juta"))), 5, 1),
        Torture("tanpa usulan", text((*plain, ("5", "", "Srati", "Ayah", "1", "unit", "1.000.000"))), 5, 1),
    ]  # fmt: skip


def workbooks() -> list[Torture]:
    """Workbooks: typed cells, merged and two-line headers, merged cells in the body, sections, other sheets."""
    return [
        Torture("sel bertipe", workbook(_typed), 2),
        Torture("judul gabungan", workbook(_two_line_header), 4),
        Torture("gabungan ke bawah", workbook(_merged_down), 3),
        Torture("bagian dan subtotal", workbook(_sections), 4),
        Torture("lembar lain", _hidden_and_cover(), 4),
    ]


def all_files() -> list[Torture]:
    """The whole set."""
    return csv_files() + workbooks()
