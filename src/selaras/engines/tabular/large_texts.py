"""A large text described piece by piece: its columns are gathered, its rows are not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selaras.engines.tabular.body import BodyReader
from selaras.engines.tabular.column_batches import add_batch
from selaras.engines.tabular.description import Description
from selaras.engines.tabular.header import Header
from selaras.engines.tabular.pieces import PIECE, pieces
from selaras.engines.tabular.profile import Profile
from selaras.engines.tabular.sheets import Places, names_of, sheet_of, usual_width
from selaras.engines.tabular.structure import build_table
from selaras.engines.tabular.table import Cell, Grid, Limits, Row, Skipped

LARGE = 2 * PIECE
_NO_HEADER = Header(-1, -1, ())
_TELLING = frozenset(("tot", "jum", "jml", "gra", "sub"))
_MARKS = frozenset("#([-=_:+")
"""What the first cells of a row begin with that may be no data: a total, a comment, column numbers, dashes."""


def describe_large_text(content: bytes, name: str, limits: Limits) -> Description:
    """The description of a delimited text in UTF-8 or one byte a sign. Time linear in it, memory beside it constant.

    The header is looked for in the first four megabytes; the number of rows has no limit.
    """
    limits = replace(limits, rows=PIECE)
    read = pieces(content, name, limits)
    grid = next(read)
    gathering = _Gathering(grid)
    line_end = grid.line_end
    for grid in read:
        gathering.take(grid)
    facts = replace(gathering.table.facts, encoding=grid.encoding, warnings=grid.warnings)
    table = replace(gathering.table, facts=facts)
    sheet = sheet_of(table, gathering.names, gathering.profiles, gathering.places)
    return Description(name, "csv", grid.encoding, line_end, grid.delimiter, (sheet,), 0, "satu-satunya tabel")


class _Gathering:
    """What is known so far of a text that comes in pieces; the first tells the header."""

    def __init__(self, grid: Grid) -> None:
        self.table = build_table(grid)
        self.names = names_of(grid, self.table)
        self.profiles = [Profile() for _ in self.names]
        self.places = Places()
        self._usual = usual_width(grid, self.table)
        lines = self.table.facts.header_rows
        self._header_cells = frozenset(cells for number, cells in grid.rows if number in lines)
        self._gather(grid, self.table.in_file_order())
        self.table = replace(self.table, rows=self.table.rows[:100])

    def take(self, grid: Grid) -> None:
        """Gather another piece."""
        body = BodyReader(grid, _NO_HEADER, self.table.header, self._header_cells)
        self._gather(grid, list(self._parts(grid, body)))

    def _parts(self, grid: Grid, body: BodyReader) -> Iterator[Row | Skipped]:
        for index, (number, cells) in enumerate(grid.rows):
            reason = body.reason(index, cells) if index >= body.footer or self._may_be_no_data(cells) else ""
            yield Skipped(number, cells, reason) if reason else Row(number, cells)

    def _may_be_no_data(self, cells: tuple[Cell, ...]) -> bool:
        """Whether a row needs a second look; most do not, and the look takes ten times as long as the reading."""
        if len(cells) != self._usual or not cells[0] or cells in self._header_cells:
            return True
        if cells.count("") >= self._usual - 2:
            return True
        starts = [str(cell).lstrip()[:3].lower() for cell in cells[:3]]
        return any(start in _TELLING or start[:1] in _MARKS for start in starts)

    def _gather(self, grid: Grid, parts: list[Row | Skipped]) -> None:
        self.places.take(parts)
        numbers = [part.number for part in parts if isinstance(part, Row)]
        data = frozenset(numbers)
        width = len(self.names)
        self.places.ragged += [number for number, cells in grid.rows if number in data and len(cells) != self._usual]
        rows = [part.cells[:width] + ("",) * (width - len(part.cells)) for part in parts if isinstance(part, Row)]
        for profile, cells in zip(self.profiles, zip(*rows, strict=True), strict=False):
            add_batch(profile, numbers, cells)
