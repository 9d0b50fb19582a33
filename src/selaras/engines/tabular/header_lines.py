"""The lines above and below the best line of a header that belong to it: group names, cells merged downwards."""

from __future__ import annotations

from itertools import pairwise

from selaras.engines.tabular.table import Cell, Grid, Merge, is_blank, text_of
from selaras.engines.tabular.vocabulary import is_header_name, is_value, is_year

_DEEPEST = 4
_DEEPEST_MERGED = 8


def filled_count(cells: tuple[Cell, ...]) -> int:
    """How many cells of a row hold something."""
    return sum(not is_blank(cell) for cell in cells)


def all_lines(grid: Grid, best: int, typical: int) -> tuple[int, int]:
    """The first and the last line of the header of which `best` is one. `typical`: cells that a row of data fills."""
    first = best
    last = _bottom_of_merges(grid, best)
    while first > 0 and last - first < _DEEPEST and _is_line_above(grid, first - 1, first, typical):
        first -= 1
    while last + 1 < len(grid.rows) and last - first < _DEEPEST and _is_line_below(grid, last, typical):
        last += 1
    return first, last


def _bottom_of_merges(grid: Grid, header: int) -> int:
    """The last line that cells merged downwards from the header reach, unless a value stands on the way."""
    bottom = max((merge.bottom for merge in inner_merges(grid, header)), default=header)
    bottom = min(bottom, header + _DEEPEST_MERGED, len(grid.rows) - 1)
    lines = [cells for _, cells in grid.rows[header + 1 : bottom + 1]]
    has_value = any(is_value(cell) and not is_year(cell) for cells in lines for cell in cells if not is_blank(cell))
    return header if has_value or not any(not is_blank(cell) for cells in lines for cell in cells) else bottom


def inner_merges(grid: Grid, row: int) -> list[Merge]:
    """Merged ranges that start in a row and do not span the whole sheet, as a title does."""
    width = max(len(cells) for _, cells in grid.rows)
    return [m for m in grid.merges if m.top == row and m.right - m.left + 1 < max(2, 0.8 * width)]


def _is_line_above(grid: Grid, above: int, header: int, typical: int) -> bool:
    """A group line: names over several columns, or cells merged down into the header."""
    cells = grid.rows[above][1]
    present = [at for at, cell in enumerate(cells) if not is_blank(cell)]
    if not present or any(is_value(cells[at]) and not is_year(cells[at]) for at in present):
        return False
    if any(merge.bottom >= header for merge in inner_merges(grid, above)):
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
        return sum(merge.right > merge.left for merge in inner_merges(grid, above)) >= 2
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
    merges = inner_merges(grid, header)
    if any(merge.bottom > header for merge in merges):
        return True
    open_here = [at for at in present if at >= len(upper) or is_blank(upper[at])]
    grouped = [at for at in present if at < len(upper) and not is_blank(upper[at]) and at + 1 in open_here]
    if any(merge.right > merge.left for merge in merges) and len(present) < typical:
        return bool(open_here) and len(open_here) + len(grouped) == len(present)
    return (
        bool(open_here)
        and len(open_here) + len(grouped) == len(present)
        and len(present) < filled_count(upper) + len(open_here)
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
