"""Money, numbers and dates as an Indonesian reader expects them on a page or in a letter.

>>> rupiah(1234567), short_rupiah(210_400_000_000), number(Decimal("40.50")), long_date(date(2020, 2, 11))
('Rp 1.234.567', 'Rp 210,4 miliar', '40,5', 'Selasa, 11 Februari 2020')
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# From where a step counts: an amount that would round to 1.000 of a step is 1 of the next.
_STEPS = (
    (10**12 - 5 * 10**7, 10**12, "triliun"),
    (10**9 - 5 * 10**4, 10**9, "miliar"),
    (10**6, 10**6, "juta"),
)


def rupiah(amount: int) -> str:
    """Whole rupiah: `Rp 1.234.567`."""
    return f"{_sign(amount)}Rp {abs(amount):,}".replace(",", ".")


def short_rupiah(amount: int) -> str:
    """Rupiah to one decimal of the largest step: `Rp 210,4 miliar`; below a million in full."""
    size = abs(amount)
    for start, step, word in _STEPS:
        if size >= start:
            whole, tenth = divmod((20 * size + step) // (2 * step), 10)
            return f"{_sign(amount)}Rp {number(whole)}{f',{tenth}' if tenth else ''} {word}"
    return rupiah(amount)


def _sign(amount: int) -> str:
    return "-" if amount < 0 else ""


def number(value: Decimal | int) -> str:
    """Thousands by a dot, decimals by a comma, no idle zeros: `1.234,5`."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def long_date(day: date) -> str:
    """With the weekday: `Selasa, 11 Februari 2020`."""
    return f"{DAYS[day.weekday()]}, {plain_date(day)}"


def plain_date(day: date) -> str:
    """`11 Februari 2020`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
