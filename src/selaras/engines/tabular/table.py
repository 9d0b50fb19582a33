"""What a file becomes: tables whose rows still know their place in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

Cell = str | int | float | bool | date | time | timedelta
"""A cell as the file holds it: text, or what a workbook typed it as. ``""`` is an empty cell."""

REASONS = {
    "title": "judul di atas tabel",
    "header": "baris nama kolom",
    "repeated_header": "nama kolom yang diulang",
    "column_numbers": "baris nomor kolom",
    "blank": "baris kosong",
    "total": "baris jumlah",
    "section": "judul bagian",
    "footer": "keterangan atau tanda tangan di bawah tabel",
    "directive": "petunjuk pemisah kolom untuk Excel",
    "comment": "catatan yang diawali tanda #",
    "separator": "garis pemisah",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may weigh at most; beyond it `TooLarge` is raised before memory is spent.

    `bytes`: of the file after unpacking. `cells`: of the rectangle that a sheet spans.
    """

    bytes: int = 512 * 1024 * 1024
    rows: int = 1_048_576
    columns: int = 2_000
    cells: int = 40_000_000


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range of a sheet, both corners included, counted from 0 in the grid."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The bare cells of one sheet with the line on which each row starts (counted from 1)."""

    sheet: str
    kind: str
    rows: list[tuple[int, tuple[Cell, ...]]]
    merges: tuple[Merge, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    hidden: bool = False
    warnings: tuple[str, ...] = ()
    line_end: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data. `section` is the last heading above it inside the table, ``""`` where there is none."""

    number: int
    cells: tuple[Cell, ...]
    section: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no data; `reason` is a key of `REASONS`."""

    number: int
    cells: tuple[Cell, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Facts:
    """How the file was read. `kind` is csv, xlsx, xls or ods; `header_rows` is empty where no header was found."""

    kind: str
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_rows: tuple[int, ...] = ()
    hidden: bool = False
    warnings: tuple[str, ...] = ()
    line_end: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: `header` (one name a column, unique), rows as wide as the header or wider where ragged, skipped rows.

    Every row of the file is in `rows` or in `skipped`: `row_count` is their sum.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    facts: Facts
    titles: tuple[str, ...] = field(default=())

    @property
    def row_count(self) -> int:
        return len(self.rows) + len(self.skipped)

    @property
    def skipped_by_reason(self) -> dict[str, int]:
        return dict(Counter(row.reason for row in self.skipped))

    def column(self, index: int) -> Iterator[Cell]:
        """The cells of one column in the order of the rows."""
        return (row.cells[index] for row in self.rows)

    def in_file_order(self) -> list[Row | Skipped]:
        """All rows, data or not, as they stand in the file."""
        return sorted((*self.rows, *self.skipped), key=lambda row: row.number)


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing to read.

    >>> is_blank("  "), is_blank(0), is_blank("-")
    (True, False, False)
    """
    return isinstance(cell, str) and not cell.strip()


def text_of(cell: Cell) -> str:
    """A cell as a person would read it on the sheet, spaces trimmed.

    >>> text_of(350000000.0), text_of(" Ayah "), text_of(True)
    ('350000000', 'Ayah', 'TRUE')
    """
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)
