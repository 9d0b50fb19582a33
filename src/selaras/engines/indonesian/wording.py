"""Money, numbers and dates as an Indonesian reader expects them on a page or in a letter.

>>> rupiah(1234567), short_rupiah(210_400_000_000), number(Decimal("40.50")), long_date(date(2020, 2, 11))
('Rp 1.234.567', 'Rp 210,4 miliar', '40,5', 'Selasa, 11 Februari 2020')
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

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
_STEPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def rupiah(amount: int) -> str:
    """Whole rupiah: `Rp 1.234.567`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp {abs(amount):,}".replace(",", ".")


def short_rupiah(amount: int) -> str:
    """Rupiah to one decimal of the largest step: `Rp 210,4 miliar`; below a million in full."""
    for step, word in _STEPS:
        if abs(amount) >= step:
            tenths = (Decimal(amount) / step).quantize(Decimal("0.1"), ROUND_HALF_UP)
            return f"Rp {number(tenths)} {word}"
    return rupiah(amount)


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
