"""Dates and years as Indonesian offices write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from selaras.engines.tabular.readings import Reading, cited
from selaras.engines.tabular.table import Cell, is_blank, text_of

_MONTHS = (
    "januari jan january", "februari feb peb pebruari february", "maret mar mrt march", "april apr", "mei may",
    "juni jun june", "juli jul july", "agustus agu ags agt aug august", "september sep sept",
    "oktober okt oct october", "november nov nop nopember", "desember des dec december",
)  # fmt: skip
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NUMERIC = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})(?:[ T]\d{1,2}[:.].*)?")
_ISO = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[ T].*)?")
_WORDED = re.compile(r"(?:[a-z']+\s*,\s*)?(\d{1,2})[\s./-]*([a-z]+)\.?[\s./,-]*(\d{4}|\d{2})", re.I)
_YEAR = re.compile(r"(?:(?:tahun|th\.?|ta\.?|t\.a\.?)\s*(?:anggaran)?\s*)?((?:19|20)\d{2})(?:\.0+)?", re.I)
_EXCEL_START = date(1899, 12, 30)


def read_date(cell: Cell) -> Reading:
    """A date; day before month; an Excel serial number of the 1900 system counts as a date.

    >>> read_date("11 Februari 2020").value, read_date("11/02/2020").value, read_date(43872).value
    (datetime.date(2020, 2, 11), datetime.date(2020, 2, 11), datetime.date(2020, 2, 11))
    """
    if is_blank(cell) or cell == "-":
        return Reading()
    if isinstance(cell, datetime):
        return Reading(cell.date())
    if isinstance(cell, date):
        return Reading(cell)
    text = " ".join(text_of(cell).split())
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and 20_000 <= float(text) <= 80_000:
        return Reading(_EXCEL_START + timedelta(days=int(float(text))))
    return _read_text(text)


def _read_text(text: str) -> Reading:
    if found := _ISO.fullmatch(text):
        return _made(text, int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDED.fullmatch(text):
        month = _MONTH_NUMBER.get(found[2].lower())
        return _made(text, int(found[3]), month, int(found[1])) if month else _unreadable(text)
    if found := _NUMERIC.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        if month > 12 >= day:
            swapped = _made(text, year, day, month)
            if isinstance(swapped.value, date):
                return Reading(swapped.value, f"{cited(text)} kami baca sebagai {swapped.value:%d/%m/%Y}. Betul?")
        return _made(text, year, month, day)
    return _unreadable(text)


def _made(text: str, year: int, month: int, day: int) -> Reading:
    short = year < 100
    try:
        value = date(year + 2000 if short else year, month, day)
    except ValueError:
        return _unreadable(text)
    return Reading(value, f"{cited(text)} kami baca sebagai {value:%d/%m/%Y}. Betul?" if short else None)


def _unreadable(text: str) -> Reading:
    return Reading(problem=f"{cited(text)} bukan tanggal yang dapat kami baca. Tulis misalnya 11/02/2020.")


def read_year(cell: Cell) -> Reading:
    """A year from a number, a text such as ``TA 2021`` or a date.

    >>> read_year("TA 2021").value, read_year("dua ribu").problem
    (2021, '"dua ribu" bukan tahun yang dapat kami baca. Tulis misalnya 2021.')
    """
    if is_blank(cell) or cell == "-":
        return Reading()
    if isinstance(cell, date):
        return Reading(cell.year)
    text = text_of(cell)
    if found := _YEAR.fullmatch(text):
        return Reading(int(found[1]))
    return Reading(problem=f"{cited(text)} bukan tahun yang dapat kami baca. Tulis misalnya 2021.")
