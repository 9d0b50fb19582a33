"""A first draft of a standard from one table that is in order: a person reads it and completes it."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from selaras.engines.tabular.standard.columns import read_column
from selaras.engines.tabular.standard.model import NUMERIC, Constraints, FieldType, Standard, StandardField
from selaras.engines.tabular.standard.number_columns import numerals_of
from selaras.engines.tabular.table import Table, text_of

_MISSING = ("", "-", "–", "n/a", "N/A", "...")
_TYPES: tuple[tuple[FieldType, str], ...] = (
    ("year", "default"),
    ("integer", "default"),
    ("number", "default"),
    ("date", "default"),
    ("date", "any"),
)
_MOST_CHOICES = 12
_REPEATED = 5  # a choice stands this often on average


def draft_standard(table: Table, name: str) -> Standard:
    """What the table itself shows: types, whether every row is filled, choices that recur. Linear in the cells.

    Concepts, definitions, units, code systems and limits are a person's to add. A text of digits that starts with a
    zero, and a code with points, stays a text.

    >>> from selaras.engines.tabular import read_table
    >>> table = read_table(b"kode;luas\\n33.05.01;1,5\\n33.05.02;2,25\\n")
    >>> [(one.name, one.type, one.constraints.required) for one in draft_standard(table, "luas").fields]
    [('kode', 'string', True), ('luas', 'number', True)]
    """
    fields = tuple(_field(column, table, place) for place, column in enumerate(table.header))
    return Standard(name, fields, fields_match="equal", missing_values=_MISSING)


def _field(column: str, table: Table, place: int) -> StandardField:
    cells = [text_of(cell) or None for cell in table.column(place)]
    texts = pl.Series(cells, dtype=pl.String)
    plain = read_column(texts, StandardField(column), _MISSING, numerals_of(StandardField(column), ()))
    filled = not len(plain.missing) and len(texts) > 0
    held = Constraints(required=filled)
    one = StandardField(column, constraints=held)
    if len(plain.missing) == len(texts) or _is_a_code(plain.values):
        return one
    for kind, form in _TYPES:
        typed = replace(one, type=kind, format=form)
        numerals = numerals_of(typed, [cell for cell in cells if cell])
        if not len(read_column(texts, typed, _MISSING, numerals).unreadable):
            decided = kind in NUMERIC and kind != "year" and numerals.certain
            return replace(typed, decimal=numerals.decimal, group=numerals.group) if decided else typed
    choices = plain.values.drop_nulls().unique(maintain_order=True)
    if len(choices) <= _MOST_CHOICES and len(texts) >= _REPEATED * len(choices):
        return replace(one, constraints=replace(held, enum=tuple(choices)))
    return one


def _is_a_code(values: pl.Series) -> bool:
    """Whether the texts are digits that no number writes: a zero in front, or groups that are not of three."""
    return bool(values.str.contains(r"^0\d+$|^\d+\.\d+\.\d{1,2}(?:\.|$)|^\d{15,}$").any())
