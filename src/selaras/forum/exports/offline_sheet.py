"""A sheet to fill in without a connection: lists to choose from, what each column means, and the place filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from selaras.documents.printable import printable
from selaras.forum.models import Forum
from selaras.government.models import Agency, Region

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
ROWS = 200
_NAMED = 60  # villages of one district; a text box holds no more
UNITS = ("meter", "m2", "m3", "unit", "paket", "titik", "orang", "kelompok", "kegiatan", "ekor", "batang", "hektare")
COLUMNS = (
    ("Nomor", 8, "Nomor Anda sendiri, misalnya 1, 2, 3. Nomor yang sama dikirim lagi berarti perbaikan."),
    ("Usulan", 46, "Satu pekerjaan di satu tempat. Wajib diisi."),
    ("Kode desa", 16, "Pilih dari daftar. Kode setiap desa ada di lembar Petunjuk."),
    ("RT", 6, "Boleh kosong."),
    ("RW", 6, "Boleh kosong."),
    ("Alamat", 28, "Dusun, jalan, atau patokan. Boleh kosong."),
    ("Permasalahan", 36, "Mengapa perlu. Jangan tulis nama atau nomor orang."),
    ("Volume", 10, "Angka saja, misalnya 400 atau 1,5."),
    ("Satuan", 12, "Pilih dari daftar, atau tulis sendiri."),
    ("Biaya", 18, "Perkiraan dalam rupiah, misalnya 150.000.000. Boleh kosong."),
    ("Perangkat daerah", 30, "Pilih dari daftar. Boleh kosong bila belum tahu."),
)
_VILLAGE, _VOLUME, _UNIT, _COST, _AGENCY = 2, 7, 8, 9, 10
_RULED = {_VILLAGE, _VOLUME, _UNIT, _COST, _AGENCY}


def offline_sheet(forum: Forum, place: Region, villages: Sequence[Region], agencies: Sequence[Agency]) -> bytes:
    """The workbook's bytes: `Usulan` to fill in, `Petunjuk` how, `Daftar` what to choose from.

    `place` is whom it is for.
    """
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": _EPOCH, "title": f"Usulan {printable(place.name)}"})
        sheet, help_, lists = (book.add_worksheet(name) for name in ("Usulan", "Petunjuk", "Daftar"))
        head = book.add_format({"bold": True, "bg_color": "#d9e8e3", "border": 1, "text_wrap": True, "valign": "top"})
        _lists(lists, head, villages, agencies)
        _table(book, sheet, head, villages, agencies)
        _help(help_, forum, place, villages)
        lists.hide()
    return target.getvalue()


def _lists(sheet: Worksheet, head: object, villages: Sequence[Region], agencies: Sequence[Agency]) -> None:
    columns = (
        ("Kode", [village.pk for village in villages], 16),
        ("Nama", [village.name for village in villages], 28),
        ("Dinas", [agency.name for agency in agencies], 50),
        ("Ukuran", list(UNITS), 14),
    )
    for at, (name, values, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, head)
        for row, value in enumerate(values, 1):
            sheet.write_string(row, at, printable(value))


def _table(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    head: object,
    villages: Sequence[Region],
    agencies: Sequence[Agency],
) -> None:
    text, money = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"num_format": "#,##0"})
    code = book.add_format({"num_format": "@"})
    for at, (name, width, meaning) in enumerate(COLUMNS):
        sheet.set_column(at, at, width, {_COST: money, _VILLAGE: code}.get(at, text))
        sheet.write_string(0, at, name, head)
        if at not in _RULED:  # a cell has one rule
            sheet.data_validation(1, at, ROWS, at, {"validate": "any", "input_title": name, "input_message": meaning})
    sheet.freeze_panes(1, 2)
    _choice(sheet, _VILLAGE, f"=Daftar!$A$2:$A${len(villages) + 1}", "Pilih kode desa dari daftar.", strict=True)
    _choice(sheet, _UNIT, f"=Daftar!$D$2:$D${len(UNITS) + 1}", COLUMNS[_UNIT][2], strict=False)
    if agencies:
        _choice(sheet, _AGENCY, f"=Daftar!$C$2:$C${len(agencies) + 1}", COLUMNS[_AGENCY][2], strict=False)
    for at in (_VOLUME, _COST):
        rule = {"validate": "decimal", "criteria": ">", "value": 0, "error_type": "warning"}
        sheet.data_validation(
            1, at, ROWS, at, {**rule, "error_message": COLUMNS[at][2], "input_message": COLUMNS[at][2]}
        )


def _choice(sheet: Worksheet, at: int, source: str, told: str, *, strict: bool) -> None:
    rule = {"validate": "list", "source": source, "input_message": told, "error_message": told}
    sheet.data_validation(1, at, ROWS, at, {**rule, "error_type": "stop" if strict else "warning"})


def _help(sheet: Worksheet, forum: Forum, place: Region, villages: Sequence[Region]) -> None:
    """A text box and no cells: a reader of tables would take a list of words for a list of proposals."""
    told = [
        f"Lembar usulan {printable(place.name)}",
        printable(forum.name),
        "",
        "1. Isi lembar “Usulan”, satu baris satu usulan. Tidak perlu sambungan internet.",
        "2. Simpan sebagai Excel (.xlsx). Jangan ubah judul kolom.",
        "3. Masuk ke Selaras, buka “Unggah berkas usulan”, pilih berkas ini, lalu periksa hasil bacanya.",
        "4. Baris yang belum dapat diterima kembali dengan alasannya. Perbaiki, lalu unggah lagi.",
        "",
        *(f"{name}: {meaning}" for name, _width, meaning in COLUMNS),
        "",
        "Kode desa: " + ", ".join(f"{village.pk} {printable(village.name)}" for village in villages[:_NAMED]),
    ]
    sheet.insert_textbox(0, 0, "\n".join(told), {"width": 900, "height": 640, "font": {"size": 12}})
