"""A table that the house's reader has read, workbook or messy text, as blocks of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice, repeat

from selaras.engines.tabular.standard.blocks import Block, CellStyle, rows_block
from selaras.engines.tabular.table import Cell, Table, text_of

_ROWS_AT_ONCE = 50_000
_SAMPLE = 5_000


class TableSource:
    """The rows of a table; what a workbook typed as number or date is written as its column reads it.

    `sheets`: the tables of all sheets where it is one of several.
    """

    def __init__(self, table: Table, sheets: Sequence[Table] = ()) -> None:
        self.table, self.sheets = table, tuple(sheets) or (table,)
        self.header = table.header

    def sample(self, column: int) -> list[str]:
        """The texts of a column; what a workbook typed as a number proves nothing about points and commas."""
        cells = islice(self.table.column(column), _SAMPLE)
        return [cell for cell in cells if isinstance(cell, str)]

    def blocks(self, styles: Sequence[CellStyle], /) -> Iterator[Block]:
        """All rows in their order."""
        width, rows = len(self.header), self.table.rows
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            part = rows[start : start + _ROWS_AT_ONCE]
            yield rows_block([(row.number, _texts(row.cells, styles)) for row in part], width)


def _texts(cells: Sequence[Cell], styles: Sequence[CellStyle]) -> tuple[str, ...]:
    every = chain(styles, repeat(CellStyle()))
    return tuple(cell if type(cell) is str else _text(cell, style) for cell, style in zip(cells, every, strict=False))


def _text(cell: Cell, style: CellStyle) -> str:
    if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second):
        return cell.isoformat()
    if isinstance(cell, date):
        return cell.strftime(style.dates)
    return text_of(cell).replace(".", style.decimal) if isinstance(cell, float) else text_of(cell)
