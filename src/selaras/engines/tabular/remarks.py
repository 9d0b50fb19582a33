"""The two columns that the house itself adds to a copy with remarks, and their removal when the copy comes back."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from selaras.engines.tabular.table import Cell, Grid

VERDICT, REMARK = "Hasil pemeriksaan", "Keterangan pemeriksaan"
SUMMARY_SHEET = "Ringkasan pemeriksaan"
_LOOK_DOWN = 100


def without_remarks(grid: Grid) -> Grid:
    """The same cells, those of the house's own columns blank: every other cell keeps its address.

    A sender mends the copy and sends it back; read as data, the remarks would be columns that nobody asked for, and a
    row of sums would look like a row of data. Linear in the rows, and in the cells where there is something to blank.

    >>> grid = Grid("", "csv", [(1, ("desa", "Hasil pemeriksaan", "Keterangan pemeriksaan")), (2, ("Ayah", "ya", "-"))])
    >>> without_remarks(grid).rows
    [(1, ('desa', '', '')), (2, ('Ayah', '', ''))]
    """
    places = {place for _, cells in islice(grid.rows, _LOOK_DOWN) for place in _own_places(cells)}
    if not places:
        return grid
    return replace(grid, rows=[(number, _blanked(cells, places)) for number, cells in grid.rows])


def _own_places(cells: tuple[Cell, ...]) -> tuple[int, ...]:
    if VERDICT not in cells:
        return ()
    at = cells.index(VERDICT)
    return (at, at + 1) if cells[at + 1 : at + 2] == (REMARK,) else ()


def _blanked(cells: tuple[Cell, ...], places: set[int]) -> tuple[Cell, ...]:
    return tuple("" if place in places else cell for place, cell in enumerate(cells))
