"""What one cell looks like, without deciding what it means: the evidence from which a column is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from selaras.engines.tabular.date_forms import DateForm, date_form
from selaras.engines.tabular.numerals import is_ambiguous, proven_decimal
from selaras.engines.tabular.table import Cell

Look = Literal[
    "missing",
    "integer",
    "padded",
    "number",
    "percentage",
    "money",
    "scientific",
    "date",
    "time",
    "truth",
    "code",
    "text",
]

NUMBERS: tuple[Look, ...] = ("integer", "padded", "number", "percentage", "money", "scientific")

_MISSING = frozenset(
    ("-", "--", "---", "–", "—", "?", ".", "..", "...", "…", "na", "n/a", "#n/a", "n.a.", "null", "nil", "nan", "none",
     "nihil", "tad", "t.a.d", "tidak tersedia", "belum tersedia", "#ref!", "#div/0!", "#value!", "#name?", "#num!",
     "#null!")
)  # fmt: skip
_TRUTHS = frozenset(
    ("ya", "tidak", "y", "t", "yes", "no", "true", "false", "benar", "salah", "ada", "tidak ada", "iya")
)
_INTEGER = re.compile(r"[+-]?(?:0|[1-9]\d*)")
_PADDED = re.compile(r"0\d+")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,' \u00a0\u202f]*\d|\d|[.,]\d+)")
_SPACED = re.compile(r"(?<=\d)[' \u00a0\u202f](?=\d{3}(?!\d))")
_MONEY = re.compile(r"(?:rp|idr)\s*\.?\s*(.+?)(?:\s*[.,]\s*-+)?|(.+?)\s*[.,]-+", re.I)
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]m|wib|wita|wit|z|[+-]\d{2}:?\d{2})?", re.I)
_CODE = re.compile(r"\d{1,3}(?:[.\-/]\d{1,4}){2,}")
_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_MOST_DIGITS = 15  # more are no amount but a code: a NIK has 16


@dataclass(frozen=True, slots=True)
class Form:
    """How one cell is written. `decimal`: the sign that must separate decimals; `thousands`: the one that groups.

    `ambiguous`: the sign that could be either, as in ``1.515``. `whole`: a number without a fraction other than zero.
    `year`: a whole number between 1900 and 2100. `typed`: a workbook holds it as a number, so that nothing about its
    signs is open.
    """

    look: Look
    decimal: str = ""
    thousands: str = ""
    ambiguous: str = ""
    whole: bool = True
    year: bool = False
    typed: bool = False
    date: DateForm | None = None


_TEXT, _MISSED, _TRUTH = Form("text"), Form("missing"), Form("truth")


def form_of(cell: Cell) -> Form:
    """The form of a cell that is not empty. Constant time; texts seen before cost a look-up.

    >>> form_of("1.234.567").thousands, form_of("1.515").ambiguous, form_of("33.05.01").look, form_of("0123").look
    ('.', '.', 'code', 'padded')
    """
    if isinstance(cell, str):
        return _form_of_text(cell.strip())
    if isinstance(cell, bool):
        return _TRUTH
    if isinstance(cell, int):
        return Form("integer", year=1900 <= cell <= 2100, typed=True)
    if isinstance(cell, float):
        return Form("number", whole=cell.is_integer(), typed=True)
    if isinstance(cell, datetime | date):
        return Form("date", date=DateForm("typed", has_time=isinstance(cell, datetime)))
    assert isinstance(cell, time | timedelta)  # noqa: S101 - all kinds that a workbook holds
    return Form("time")


@lru_cache(maxsize=100_000)
def _form_of_text(text: str) -> Form:
    lower = text.lower()
    if lower in _MISSING:
        return _MISSED
    if lower in _TRUTHS:
        return _TRUTH
    if not any(map(str.isdigit, text)) or len(text) > 60:
        return _TEXT
    if found := date_form(text):
        return Form("date", date=found)
    if _TIME.fullmatch(text):
        return Form("time")
    return _form_of_digits(text)


def _form_of_digits(text: str) -> Form:
    if _INTEGER.fullmatch(text):
        if len(text) > _MOST_DIGITS:
            return Form("code")
        return Form("integer", year=len(text) == 4 and 1900 <= int(text) <= 2100)
    if _PADDED.fullmatch(text):
        return Form("padded")
    if _SCIENTIFIC.fullmatch(text):
        return Form("scientific", whole=False)
    if _CODE.fullmatch(text) and not _GROUPS.fullmatch(text):
        return Form("code")
    if text.endswith("%"):
        return _form_of_number(text[:-1].strip(), "percentage")
    if found := _MONEY.fullmatch(text):
        return _form_of_number((found[1] or found[2]).strip(), "money")
    if text.startswith("(") and text.endswith(")"):
        return _form_of_number(text[1:-1].strip(), "number")
    return _form_of_number(text, "number")


def _form_of_number(text: str, look: Look) -> Form:
    """A number with its proof of what the point and the comma mean; a text where it is none."""
    if not _NUMBER.fullmatch(text):
        return _TEXT
    spaced = _SPACED.search(text)
    body = _SPACED.sub("", text).lstrip("+-")
    if any(sign in body for sign in "' \u00a0\u202f"):
        return _TEXT
    decimal = proven_decimal(body)
    points, commas = body.count("."), body.count(",")
    if points + commas > 1 and not decimal:
        return _TEXT
    thousands = spaced[0] if spaced else ""
    if decimal and (other := "," if decimal == "." else ".") in body:
        thousands = other
    if decimal and decimal not in body:  # 1.234.567 proves the comma without holding one
        return Form(look, decimal, thousands)
    fraction = body.partition(decimal)[2] if decimal else ""
    whole = not fraction.strip("0")
    year = whole and body[:4].isdigit() and len(body.partition(".")[0]) == 4 and 1900 <= int(body[:4]) <= 2100
    unclear = ("." if points else ",") if not decimal and is_ambiguous(body) else ""
    return Form(look, decimal, thousands, unclear, whole, year)
