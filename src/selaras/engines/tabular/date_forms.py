"""How a date is written: its order, its signs, and whether it could be read in another order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from selaras.engines.tabular.dates import read_date

Order = Literal["typed", "year", "day", "month", "same", "either", "words"]

_ISO = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})([ T]\d{1,2}:.*)?")
_NUMERIC = re.compile(r"(\d{1,2})([./ -])(\d{1,2})\2(\d{4}|\d{2})([ T]\d{1,2}[:.].*)?")
_LETTER = re.compile(r"[A-Za-z]{3}")
_MONTHS, _DAYS = 12, 31


@dataclass(frozen=True, slots=True)
class DateForm:
    """`order`: what comes first; ``either`` where day and month could both be, ``same`` where they are one number,
    ``typed`` where a workbook tells.

    `sign` separates the parts, `short` marks years of two digits.
    """

    order: Order
    sign: str = ""
    short: bool = False
    has_time: bool = False


def date_form(text: str) -> DateForm | None:
    """The form of a text that writes a date, None for any other.

    >>> date_form("12/29/2013").order, date_form("29-12-2013").order, date_form("01-01-13")
    ('month', 'day', DateForm(order='same', sign='-', short=True, has_time=False))
    >>> date_form("05/06/2020").order, date_form("11 Februari 2020").order, date_form("33.05.01")
    ('either', 'words', None)
    """
    if found := _ISO.fullmatch(text):
        valid = 1 <= int(found[3]) <= _MONTHS and 1 <= int(found[4]) <= _DAYS
        return DateForm("year", found[2], has_time=bool(found[5])) if valid else None
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found)
    if _LETTER.search(text) and read_date(text).value is not None:
        return DateForm("words")
    return None


def _numeric(found: re.Match[str]) -> DateForm | None:
    first, second, short = int(found[1]), int(found[3]), len(found[4]) == 2
    if not (min(first, second) >= 1 and max(first, second) <= _DAYS and min(first, second) <= _MONTHS):
        return None
    if short and found[2] == ".":  # 33.05.01 is a code of a region, 11.05.01 too
        return None
    order: Order = "either"
    if first == second:
        order = "same"
    elif first > _MONTHS:
        order = "day"
    elif second > _MONTHS:
        order = "month"
    return DateForm(order, found[2], short, bool(found[5]))
