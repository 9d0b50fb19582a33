"""Rows in blocks of columns: what every source of rows becomes before it is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a table. `cells`: one column of texts a column of the header, null where empty; `numbers`: their lines.

    `ragged`: line to the number of its cells, for rows with too few or too many; they are in no column.
    """

    cells: pl.DataFrame
    numbers: pl.Series
    ragged: Mapping[int, int]
    blank: int = 0


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell that a workbook typed as a number or a date is written, so that its column reads it back."""

    decimal: str = "."
    dates: str = "%Y-%m-%d"


class Source(Protocol):
    """What can be checked: a header, a few cells to decide on numerals, all rows once; a style a column."""

    @property
    def header(self) -> tuple[str, ...]: ...

    def sample(self, column: int) -> list[str]: ...

    def blocks(self, styles: Sequence[CellStyle], /) -> Iterator[Block]: ...


ROW, BEYOND = "\x1frow", "\x1fbeyond"


def column_name(place: int) -> str:
    """What a column of a block is called: its place, with a sign that no field's name holds."""
    return f"\x1f{place}"


def column_names(width: int) -> list[str]:
    """The columns of a block, since a header may say anything."""
    return [column_name(place) for place in range(width)]


def is_ragged(cells: Sequence[str | None], width: int) -> bool:
    """Whether a row has too few cells, or too many that hold something."""
    return len(cells) < width or any(cell and not cell.isspace() for cell in cells[width:])


def rows_block(rows: Sequence[tuple[int, tuple[str | None, ...]]], width: int) -> Block:
    """A block from rows with their lines; ragged and blank ones set aside."""
    held: list[tuple[str | None, ...]] = []
    numbers: list[int] = []
    ragged: dict[int, int] = {}
    for number, cells in rows:
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        if is_ragged(cells, width):
            ragged[number] = len(cells)
        else:
            held.append(tuple(cell or None for cell in cells[:width]))
            numbers.append(number)
    frame = pl.DataFrame(held, schema=dict.fromkeys(column_names(width), pl.String), orient="row")
    blank = len(rows) - len(held) - len(ragged)
    return Block(frame, pl.Series(numbers, dtype=pl.UInt32), ragged, blank)
