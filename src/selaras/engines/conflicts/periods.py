"""Periods as offices write them, brought to their first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from selaras.engines.conflicts.errors import UnknownPeriod
from selaras.engines.indonesian.wording import MONTHS

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = {word: place for place, name in enumerate(MONTHS, 1) for word in (name.casefold(), name[:3].casefold())}
_MONTH |= {"agt": 8, "agst": 8, "nop": 11, "nopember": 11, "pebruari": 2}
_YEAR = r"(\d{4})(?:\.0)?"
_PART = r"([1-4]|iv|i{1,3})"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` to `last`, both included."""

    first: date
    last: date

    @property
    def months(self) -> int:
        """How many months it touches."""
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1


def _months(year: int, first: int, many: int) -> Period:
    last = first + many - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _part(text: str, of: int, year: int) -> Period:
    many = 12 // of
    return _months(year, many * ((int(text) if text.isdigit() else _ROMAN[text]) - 1) + 1, many)


def _day(year: int, month: int, day: int) -> Period:
    return Period(date(year, month, day), date(year, month, day))


_FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (rf"(?:tahun |th )?{_YEAR}", lambda year: _months(int(year), 1, 12)),
    (rf"{_YEAR}[-/](\d\d?)", lambda year, month: _months(int(year), int(month), 1)),
    (rf"(\d\d?)[-/]{_YEAR}", lambda month, year: _months(int(year), int(month), 1)),
    (rf"([a-z]+) {_YEAR}", lambda month, year: _months(int(year), _MONTH[month], 1)),
    (rf"(?:triwulan|tw|kuartal|q) ?{_PART} (?:tahun )?{_YEAR}", lambda part, year: _part(part, 4, int(year))),
    (rf"{_YEAR} ?-?(?:triwulan|tw|kuartal|q) ?{_PART}", lambda year, part: _part(part, 4, int(year))),
    (rf"(?:semester|smt|sem) ?([12]|i{{1,2}}) (?:tahun )?{_YEAR}", lambda part, year: _part(part, 2, int(year))),
    (rf"{_YEAR} ?-?(?:semester|smt|sem|s) ?([12]|i{{1,2}})", lambda year, part: _part(part, 2, int(year))),
    (rf"{_YEAR}-(\d\d?)-(\d\d?)", lambda year, month, day: _day(int(year), int(month), int(day))),
    (rf"(\d\d?)[-/.](\d\d?)[-/.]{_YEAR}", lambda day, month, year: _day(int(year), int(month), int(day))),
    (rf"(\d\d?) ([a-z]+) {_YEAR}", lambda day, month, year: _day(int(year), _MONTH[month], int(day))),
)
_READERS = tuple((re.compile(pattern), made) for pattern, made in _FORMS)


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period:
    """The days that a text names; days come before months. Raises UnknownPeriod.

    >>> read_period("Triwulan II 2024") == read_period("2024-Q2"), read_period("2024.0") == read_period("Tahun 2024")
    (True, True)
    >>> read_period("Februari 2024").last, read_period("31-12-2024").months
    (datetime.date(2024, 2, 29), 1)
    """
    plain = " ".join(text.casefold().replace(",", " ").split())
    for pattern, made in _READERS:
        found = pattern.fullmatch(plain)
        if found:
            try:
                return made(*found.groups())
            except (ValueError, KeyError):  # a month 13, a word that is no month: no other form reads it either
                break
    raise UnknownPeriod(
        f'Periode "{text}" tidak terbaca. Tulis tahun, semester, triwulan, bulan, atau tanggal, misalnya '
        "2024, Triwulan II 2024, atau Maret 2024."
    )
