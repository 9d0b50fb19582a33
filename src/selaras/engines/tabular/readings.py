"""What one cell says: a value, and where it is not plain a question or the problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Value = str | int | Decimal | bool | date | dict[str, Decimal] | dict[int, Decimal] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """`value` is None where nothing was read. `note` asks the sender to confirm; `problem` says why nothing was read.

    Both are the second half of a sentence that starts with the row and the column, see `sentence`.
    """

    value: Value | None = None
    note: str | None = None
    problem: str | None = None


def sentence(row: int, column: str, said: str) -> str:
    """The whole sentence for the sender.

    >>> sentence(17, "Biaya", '"150 jt" kami baca sebagai Rp 150.000.000. Betul?')
    'Baris 17, kolom Biaya: "150 jt" kami baca sebagai Rp 150.000.000. Betul?'
    """
    return f"Baris {row}, kolom {column}: {said}"


def shown(number: Decimal | int) -> str:
    """A number as Indonesians write it.

    >>> shown(1234567), shown(Decimal("1234.50"))
    ('1.234.567', '1.234,50')
    """
    return f"{Decimal(number):,f}".translate(str.maketrans(",.", ".,"))


def cited(text: str) -> str:
    """A cell quoted in a sentence, cut where it is long."""
    return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}..."'
