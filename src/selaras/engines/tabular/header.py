"""Where the header of a sheet stands: past titles, over several lines, or nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from selaras.engines.tabular.contrast import counting_shape, first_by_contrast, kind_of
from selaras.engines.tabular.errors import UnknownHeader
from selaras.engines.tabular.header_lines import all_lines, filled_count, inner_merges
from selaras.engines.tabular.table import Cell, Grid, is_blank, text_of
from selaras.engines.tabular.vocabulary import is_header_name, is_value, is_year

_LOOK_DOWN = 60
_SAMPLE = 200
_COLUMN_NUMBER = re.compile(r"^[(\[]?\s*(\d{1,3})\s*(?:=.*)?[)\]]?$")


@dataclass(frozen=True, slots=True)
class Header:
    """The grid rows of the header, first to last; both -1 where the table has none. `names`: one a column."""

    first: int
    last: int
    names: tuple[str, ...]


def find_header(grid: Grid, row: int = 0) -> Header:
    """Choose the row that reads most like column names, then the lines above and below that belong to it.

    `row`: the line of the file that a person named as one of the header, taken as it is. Raises `UnknownHeader` where
    it holds nothing.

    Looks at the first 60 rows with content and compares them with 200; linear in their cells.
    """
    filled = [index for index, (_, cells) in enumerate(grid.rows[:2000]) if not all(map(is_blank, cells))]
    sample = filled[:_SAMPLE]
    if not sample:
        return Header(-1, -1, ())
    typical = _typical_width(grid, sample)
    best = _named_row(grid, row) if row else _best_row(grid, filled, typical)
    if best < 0:
        return Header(-1, -1, _numbered(_width(grid, sample, range(0))))
    first, last = all_lines(grid, best, typical)
    return Header(first, last, _names(grid, first, last, _width(grid, sample, range(first, last + 1))))


def _named_row(grid: Grid, row: int) -> int:
    for index, (number, cells) in enumerate(grid.rows):
        if number == row and not all(map(is_blank, cells)):
            return index
    raise UnknownHeader(f"Baris {row} kosong atau tidak ada di lembar ini. Pilih baris yang memuat nama kolom.")


def _best_row(grid: Grid, filled: list[int], typical: int) -> int:
    best, best_score = -1, 0.0
    for position, index in enumerate(filled[:_LOOK_DOWN]):
        score = _score(grid.rows[index][1], typical) - 0.04 * position
        if score > best_score:
            best, best_score = index, score
    if best < 0 or _is_data(grid, best, filled):
        return first_by_contrast(grid, filled, typical)
    return best


def _typical_width(grid: Grid, sample: list[int]) -> int:
    counts = sorted(filled_count(grid.rows[index][1]) for index in sample)
    return counts[int(len(counts) * 0.75)] if len(counts) > 2 else counts[-1]


def _width(grid: Grid, sample: list[int], header: range) -> int:
    """Columns in use. In a text a few rows may reach too far (a delimiter inside a cell), so a fifth must reach it."""
    ends = sorted(_end(grid.rows[index][1]) for index in sample if index not in header)
    reached = (ends[-1] if grid.kind != "csv" else ends[-1 - max(len(ends) // 5, len(ends) > 1)]) if ends else 0
    return max([reached, *(_end(grid.rows[index][1]) for index in header)])


def _end(cells: tuple[Cell, ...]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if not is_blank(cell)), default=0)


def _score(cells: tuple[Cell, ...], typical: int) -> float:
    """How much a row reads like column names: known words, no values, as wide as the data, no name twice."""
    present = [cell for cell in cells if not is_blank(cell)]
    if len(present) < max(1, (typical + 1) // 2) or (typical > 1 and len(present) < 2):
        return 0.0
    names = sum(is_header_name(cell) for cell in present)
    values = sum(is_value(cell) and not is_year(cell) for cell in present)
    if values > 0.3 * len(present) or is_column_numbers(cells):
        return 0.0
    texts = [" ".join(text_of(cell).split()) for cell in present]
    long = sum(len(text) > 60 for text in texts) / len(texts)
    share = len(present)
    return 2 * names / share + min(1.0, share / typical) + len(set(texts)) / share - values / share - long


def is_column_numbers(cells: tuple[Cell, ...]) -> bool:
    """Whether a row only counts its columns: ``(1) (2) (3)`` or ``1 2 3 4 5``.

    >>> is_column_numbers(("(1)", "(2)", "(3)")), is_column_numbers((1, 2, 7, 8, 9))
    (True, False)
    """
    present = [text_of(cell) for cell in cells if not is_blank(cell)]
    if len(present) < 3:
        return False
    numbers = [int(found[1]) for text in present if (found := _COLUMN_NUMBER.match(text))]
    rising = all(b - a in (1, 2) for a, b in pairwise(numbers))
    if len(numbers) < len(present) or not rising or numbers[0] > 2:
        return False
    bracketed = sum(text.startswith(("(", "[")) for text in present) * 2 > len(present)
    return bracketed or (len(present) >= 5 and numbers == list(range(1, len(numbers) + 1)))


def _is_data(grid: Grid, index: int, filled: list[int]) -> bool:
    """Whether the best candidate is itself a row of data: the table then has no header."""
    cells = grid.rows[index][1]
    present = [cell for cell in cells if not is_blank(cell)]
    if sum(map(is_header_name, present)) * 4 >= len(present):
        return False
    below = [grid.rows[i][1] for i in filled if i > index][:_SAMPLE]
    if not below:
        return any(is_value(cell) and not is_year(cell) for cell in present)
    return any(_at_home(cell, at, below) for at, cell in enumerate(cells) if not is_blank(cell))


def _at_home(cell: Cell, at: int, below: list[tuple[Cell, ...]]) -> bool:
    """Whether a cell looks like those below it: a value above values, or a text that comes again and again."""
    column = [cells[at] for cells in below if at < len(cells) and not is_blank(cells[at])]
    if not column:
        return False
    if is_value(cell):
        return not is_year(cell) and sum(map(is_value, column)) * 5 >= len(column) * 4
    if kind_of(cell, typed=False) == "truth":
        return all(kind_of(other, typed=False) == "truth" for other in column)
    if shape := counting_shape(cell):
        return len(column) > 1 and all(counting_shape(other) == shape for other in column)
    return sum(other == cell for other in column) >= max(2, len(column) // 20)


def _numbered(width: int) -> tuple[str, ...]:
    return tuple(f"Kolom {number}" for number in range(1, width + 1))


def _names(grid: Grid, first: int, last: int, width: int) -> tuple[str, ...]:
    """One unique name a column: the lines joined, a group's name repeated over the columns it spans."""
    lines = [_spread(grid, index, width, is_top=index < last) for index in range(first, last + 1)]
    names: list[str] = []
    seen: dict[str, int] = {}
    for at in range(width):
        parts: list[str] = []
        for line in lines:
            if line[at] and line[at] not in parts:
                parts.append(line[at])
        name = " / ".join(parts) or f"Kolom {at + 1}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _spread(grid: Grid, index: int, width: int, *, is_top: bool) -> list[str]:
    """The texts of one header line; a group name covers its merged columns, or in a CSV the blanks beside it."""
    cells = [" ".join(text_of(cell).split()) for cell in grid.rows[index][1][:width]]
    cells += [""] * (width - len(cells))
    merges = inner_merges(grid, index)
    for merge in merges:
        for at in range(merge.left, min(merge.right + 1, width)):
            cells[at] = cells[merge.left]
    if is_top and not merges and index + 1 < len(grid.rows):
        under = grid.rows[index + 1][1]
        for at in range(1, width):
            lower = at < len(under) and not is_blank(under[at])
            if not cells[at] and lower and at - 1 < len(under) and not is_blank(under[at - 1]):
                cells[at] = cells[at - 1]
    return cells
