"""Totals that no word gives away: a first or last row that is the sum of all others."""

from __future__ import annotations

from math import isclose

from selaras.engines.tabular.description import Doubt
from selaras.engines.tabular.numerals import NumberForm, column_number_form, parse_number
from selaras.engines.tabular.table import Cell, Row, Table, is_blank

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 2
_MOST_ROWS = 5_000


def total_doubts(table: Table) -> list[Doubt]:
    """A doubt for a first or last row that holds, in two columns or more, the sum of the other rows. Linear."""
    if not _FEWEST_ROWS <= len(table.rows) <= _MOST_ROWS:
        return []
    columns = [numbers for index in range(len(table.header)) if (numbers := _numbers(table, index))]
    found = []
    for place, row in ((0, table.rows[0]), (-1, table.rows[-1])):
        agreeing = sum(_is_sum(numbers, place) for numbers in columns)
        if agreeing >= _FEWEST_COLUMNS and agreeing * 2 > len(columns):
            found.append(_doubt(row))
    return found


def _is_sum(numbers: list[float], place: int) -> bool:
    others = sum(numbers) - numbers[place]
    return others != 0 and isclose(numbers[place], others, rel_tol=1e-9)


def _doubt(row: Row) -> Doubt:
    said = (
        f"Baris {row.number} sama dengan jumlah semua baris lain, jadi mungkin baris jumlah. Hapus bila benar begitu."
    )
    return Doubt("total", said, row=row.number)


def _numbers(table: Table, index: int) -> list[float]:
    """The numbers of a column, a blank as zero; none where some cell is no number."""
    form = column_number_form(table.column(index))
    numbers: list[float] = []
    for cell in table.column(index):
        number = _number(cell, form) if not is_blank(cell) else 0.0
        if number is None:
            return []
        numbers.append(number)
    return numbers if any(numbers) else []


def _number(cell: Cell, form: NumberForm) -> float | None:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    if not isinstance(cell, str):
        return float(cell)
    parsed = parse_number(cell, form)
    return None if parsed is None else float(parsed)
