"""A cell of a copy for the sender, as it was read: text that a spreadsheet would run is made harmless."""

from __future__ import annotations

from typing import Any

from selaras.engines.tabular.neutral import neutral
from selaras.engines.tabular.table import Cell, text_of

LONGEST = 32_000  # a cell holds 32,767 signs


def write_cell(sheet: Any, at: int, column: int, value: Cell, style: Any | None) -> None:
    """Into a sheet of xlsxwriter, row and column counted from 0."""
    if isinstance(value, str):
        if value:
            sheet.write_string(at, column, neutral(value)[:LONGEST], style)
        elif style:
            sheet.write_blank(at, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(at, column, value, style)
    elif isinstance(value, int | float) and abs(value) < 1e300:
        sheet.write_number(at, column, value, style)
    else:
        sheet.write_string(at, column, text_of(value), style)
