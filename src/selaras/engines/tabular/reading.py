"""The way in: the bytes of a file to its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.engines.tabular.errors import EmptyFile, UnknownSheet
from selaras.engines.tabular.recognition import recognise, unpack
from selaras.engines.tabular.remarks import SUMMARY_SHEET, without_remarks
from selaras.engines.tabular.structure import build_table
from selaras.engines.tabular.table import Grid, Limits, Table
from selaras.engines.tabular.text_files import read_grid
from selaras.engines.tabular.workbooks import read_grids

USUAL_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where in a file its table stands, as far as a person said so: the sheet, and the line of its column names."""

    sheet: str = ""
    header_row: int = 0


ANYWHERE = TablePlace()


def read_tables(
    content: bytes, name: str = "", *, place: TablePlace = ANYWHERE, limits: Limits = USUAL_LIMITS
) -> tuple[Table, ...]:
    """All tables of a file, one a sheet; the kind is told by the bytes, `name` only labels a CSV's table.

    CSV (any encoding, delimiter, line end; also gzipped), XLSX, XLS and ODS. Formulas are read as their last
    computed values and never run. Time and memory are linear in the cells. Raises a `TabularError` whose text is
    an Indonesian sentence for the sender; no other exception leaves this function.

    >>> table, = read_tables("DAFTAR USULAN;;\\nNo;Usulan;Biaya\\n1;Rabat beton;Rp 150 jt\\n;Jumlah;150".encode())
    >>> table.header, [row.number for row in table.rows], table.skipped_by_reason
    (('No', 'Usulan', 'Biaya'), [3], {'title': 1, 'header': 1, 'total': 1})
    """
    content = unpack(content, limits)
    kind = recognise(content, limits)
    return tuple(table for _, table in read_pairs(content, kind, name, limits, place))


def read_pairs(
    content: bytes, kind: str, name: str, limits: Limits, place: TablePlace = ANYWHERE
) -> tuple[tuple[Grid, Table], ...]:
    """The tables of an unpacked file of a known kind, each with the bare cells it is made of, as long as they stand."""
    grids = [read_grid(content, name, limits)] if kind == "csv" else read_grids(content, kind, limits)
    named = place.sheet if kind != "csv" else name
    rows = [place.header_row if len(grids) == 1 or grid.sheet == named else 0 for grid in grids]
    return tuple((grid, build_table(grid, row)) for grid, row in zip(map(without_remarks, grids), rows, strict=True))


def read_table(content: bytes, name: str = "", *, place: TablePlace = ANYWHERE, limits: Limits = USUAL_LIMITS) -> Table:
    """The table with the most rows among the visible sheets that have a header, or the one in the `place` named.

    >>> read_table(b"kode,nama\\n33.05,Kebumen\\n").rows[0].cells
    ('33.05', 'Kebumen')
    """
    return choose_table(read_tables(content, name, place=place, limits=limits), place)


def choose_table(tables: Sequence[Table], place: TablePlace = ANYWHERE) -> Table:
    """The table of a file among those of its sheets; see `place_of_table`. The house's own summary is none.

    Raises `EmptyFile`, and `UnknownSheet` where the place names a sheet that is not there.
    """
    if not tables:
        raise EmptyFile("Berkas ini kosong. Periksa berkasnya, lalu kirim yang berisi tabel.")
    if place.sheet and len(tables) > 1:
        return tables[place_of_sheet([table.facts.sheet for table in tables], place.sheet)]
    own = [table for table in tables if table.facts.sheet != SUMMARY_SHEET] or list(tables)
    return own[place_of_table([(t.facts.hidden, bool(t.facts.header_rows), len(t.rows)) for t in own])]


def place_of_sheet(names: Sequence[str], wanted: str) -> int:
    """The place of a sheet by its name. Raises `UnknownSheet` with the names that there are."""
    if wanted not in names:
        raise UnknownSheet(f"Lembar “{wanted}” tidak ada atau kosong. Pilih salah satu: {', '.join(names)}.")
    return names.index(wanted)


def place_of_table(sheets: Sequence[tuple[bool, bool, int]]) -> int:
    """Which of several sheets, each told as (hidden, has a header, rows of data), is the table.

    A visible sheet goes before a hidden one, one with a header before one without, then the longest, then the first.

    >>> place_of_table([(False, True, 5), (False, False, 30), (True, True, 9)])
    0
    """
    return max(range(len(sheets)), key=lambda at: (not sheets[at][0], sheets[at][1], sheets[at][2], -at))
