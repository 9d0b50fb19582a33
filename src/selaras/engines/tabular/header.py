"""Where the header of a sheet stands: past titles, over several lines, or nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from selaras.engines.tabular.contrast import counting_shape, first_by_contrast, kind_of
from selaras.engines.tabular.table import Cell, Grid, Merge, is_blank, text_of
from selaras.engines.tabular.vocabulary import is_header_name, is_value, is_year

_LOOK_DOWN = 60
_SAMPLE = 200
_COLUMN_NUMBER = re.compile(r"^[(\[]?\s*(\d{1,3})\s*(?:=.*)?[)\]]?$")
_DEEPEST = 4
_DEEPEST_MERGED = 8


@dataclass(frozen=True, slots=True)
class Header:
    """The grid rows of the header, first to last; both -1 where the table has none. `names`: one a column."""

    first: int
    last: int
    names: tuple[str, ...]


def find_header(grid: Grid) -> Header:
    """Choose the row that reads most like column names, then the lines above and below that belong to it.

    Looks at the first 60 rows with content and compares them with 200; linear in their cells.
    """
    filled = [index for index, (_, cells) in enumerate(grid.rows[:2000]) if not all(map(is_blank, cells))]
    sample = filled[:_SAMPLE]
    if not sample:
        return Header(-1, -1, ())
    typical = _typical_width(grid, sample)
    best, best_score = -1, 0.0
    for position, index in enumerate(filled[:_LOOK_DOWN]):
        score = _score(grid.rows[index][1], typical) - 0.04 * position
        if score > best_score:
            best, best_score = index, score
    if best < 0 or _is_data(grid, best, filled):
        best = first_by_contrast(grid, filled, typical)
    if best < 0:
        return Header(-1, -1, _numbered(_width(grid, sample, range(0))))
    first, last = _all_lines(grid, best, typical)
    return Header(first, last, _names(grid, first, last, _width(grid, sample, range(first, last + 1))))


def _typical_width(grid: Grid, sample: list[int]) -> int:
    counts = sorted(_filled_count(grid.rows[index][1]) for index in sample)
    return counts[int(len(counts) * 0.75)] if len(counts) > 2 else counts[-1]


def _filled_count(cells: tuple[Cell, ...]) -> int:
    return sum(not is_blank(cell) for cell in cells)


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


def _all_lines(grid: Grid, best: int, typical: int) -> tuple[int, int]:
    first = best
    last = _bottom_of_merges(grid, best)
    while first > 0 and last - first < _DEEPEST and _is_line_above(grid, first - 1, first, typical):
        first -= 1
    while last + 1 < len(grid.rows) and last - first < _DEEPEST and _is_line_below(grid, last, typical):
        last += 1
    return first, last


def _bottom_of_merges(grid: Grid, header: int) -> int:
    """The last line that cells merged downwards from the header reach, unless a value stands on the way."""
    bottom = max((merge.bottom for merge in _inner_merges(grid, header)), default=header)
    bottom = min(bottom, header + _DEEPEST_MERGED, len(grid.rows) - 1)
    lines = [cells for _, cells in grid.rows[header + 1 : bottom + 1]]
    has_value = any(is_value(cell) and not is_year(cell) for cells in lines for cell in cells if not is_blank(cell))
    return header if has_value or not any(not is_blank(cell) for cells in lines for cell in cells) else bottom


def _inner_merges(grid: Grid, row: int) -> list[Merge]:
    """Merged ranges that start in a row and do not span the whole sheet, as a title does."""
    width = max(len(cells) for _, cells in grid.rows)
    return [m for m in grid.merges if m.top == row and m.right - m.left + 1 < max(2, 0.8 * width)]


def _is_line_above(grid: Grid, above: int, header: int, typical: int) -> bool:
    """A group line: names over several columns, or cells merged down into the header."""
    cells = grid.rows[above][1]
    present = [at for at, cell in enumerate(cells) if not is_blank(cell)]
    if not present or any(is_value(cells[at]) and not is_year(cells[at]) for at in present):
        return False
    if any(merge.bottom >= header for merge in _inner_merges(grid, above)):
        return True
    if len(present) < 2 or len(present) > typical:
        return False
    if _groups_columns(grid, above, present):
        return True
    under = grid.rows[header][1]
    hollow = [at for at, cell in enumerate(under) if is_blank(cell)]
    return bool(hollow) and sum(at in hollow for at in present) * 2 >= len(hollow) and _names_mostly(cells)


def _groups_columns(grid: Grid, above: int, present: list[int]) -> bool:
    """Whether a line names groups of columns: two merged ranges side by side, or short names that start past the
    first column with room to the right of each, as a merged header becomes in a text."""
    cells = grid.rows[above][1]
    if grid.kind != "csv":
        return sum(merge.right > merge.left for merge in _inner_merges(grid, above)) >= 2
    apart = all(b - a > 1 for a, b in pairwise(present))
    return apart and present[0] > 0 and all(len(text_of(cells[at])) <= 60 for at in present)


def _names_mostly(cells: tuple[Cell, ...]) -> bool:
    present = [cell for cell in cells if not is_blank(cell)]
    return sum(map(is_header_name, present)) * 2 >= len(present)


def _is_line_below(grid: Grid, header: int, typical: int) -> bool:
    """A second line: it fills what the line above leaves open, and nothing in it is a value."""
    upper, lower = grid.rows[header][1], grid.rows[header + 1][1]
    present = [at for at, cell in enumerate(lower) if not is_blank(cell)]
    if not present or any(is_value(lower[at]) and not is_year(lower[at]) for at in present):
        return False
    merges = _inner_merges(grid, header)
    if any(merge.bottom > header for merge in merges):
        return True
    open_here = [at for at in present if at >= len(upper) or is_blank(upper[at])]
    grouped = [at for at in present if at < len(upper) and not is_blank(upper[at]) and at + 1 in open_here]
    if any(merge.right > merge.left for merge in merges) and len(present) < typical:
        return bool(open_here) and len(open_here) + len(grouped) == len(present)
    return (
        bool(open_here)
        and len(open_here) + len(grouped) == len(present)
        and len(present) < _filled_count(upper) + len(open_here)
        and (
            sum(is_header_name(lower[at]) or is_year(lower[at]) for at in present) * 2 >= len(present)
            or _has_values_below(grid, header + 1, present)
        )
    )


def _has_values_below(grid: Grid, line: int, columns: list[int]) -> bool:
    """Whether the next row holds a value under each of these columns, as under the names ``L`` and ``P``."""
    if line + 1 >= len(grid.rows):
        return False
    cells = grid.rows[line + 1][1]
    return all(at < len(cells) and not is_blank(cells[at]) and is_value(cells[at]) for at in columns)


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
    merges = _inner_merges(grid, index)
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
